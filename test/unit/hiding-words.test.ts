// A question about a source names a word that hides somebody, and no other, however much it weighs.
import * as assert from 'node:assert/strict';
import { hidingWord } from '../../server/src/analysis/claims/hiding-words';
import { readStory } from '../../server/src/document/read';

const word = (text: string): string | undefined => hidingWord(readStory({ text, format: 'text' }), 0, 'vague')?.words;

describe('the word that hides somebody', () => {
  for (const [text, expected] of [
    ['The port authority was strongly rumoured to have bought the old quay last spring.', 'was strongly rumoured to'],
    ['The sheep are said to have crossed the strait by night on three ships.', 'are said to'],
    ['The singer is widely seen as an alternative to more manufactured artists.', 'is widely seen as'],
    ['Analysts and political circles fear the failure of the national bank.', 'Analysts'],
    ['The minister reportedly left his iPod, phone and purse in a cab.', 'reportedly'],
    ['The mill closed amid speculation over its owner.', 'speculation'],
  ] as const)
    it(`is “${expected}” in “${text}”`, () => assert.equal(word(text), expected));

  it('is a verb that tells what is said, before any that tells what is done', () =>
    assert.equal(word('She is said to have helped him shred documents and notice the reports.'), 'is said to'));

  it('is none where no word does, whatever weighs', () => {
    assert.equal(
      word('The national scandal deepened in the country with the resignation of three farmers.'),
      undefined,
    );
    assert.equal(word('They came as guests, and the ships were sold to a firm.'), undefined);
  });

  it('stands where its words are, behind other paragraphs too', () => {
    const text = 'The council met on Monday.\n\nThe wall, it is feared, was said to have moved.\n';
    const story = readStory({ text, format: 'text' });
    const { start = 0, end, words } = hidingWord(story, 1, 'vague') ?? {};
    assert.deepEqual([words, story.prose.slice(start, end)], ['was said to', 'was said to']);
  });
});
