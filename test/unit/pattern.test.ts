import * as assert from 'node:assert/strict';
import { matchesIn } from '../../server/src/language/patterns';
import { type Groups, patternBook } from '../../server/src/language/pattern-book';
import { readParagraph } from '../../server/src/document/segment/paragraph';

const groups: Groups = new Map([['force', { words: new Set(['army', 'rebels']), phrases: [['air', 'force']] }]]);

/** The words that the pattern fits in the text's sentences. */
const fits = (pattern: string, text: string): string[] => {
  const paragraph = readParagraph(text, 'paragraph', false);
  const book = patternBook([[pattern, pattern]], groups);
  return paragraph.sentences.flatMap((sentence) =>
    matchesIn(book, paragraph, sentence).map(({ first, last }) =>
      text.slice(paragraph.tokens.start[first], paragraph.tokens.end[last - 1]),
    ),
  );
};

describe('token patterns', () => {
  const cases: readonly (readonly [pattern: string, text: string, ...found: string[]])[] = [
    ['killed|wounded #', 'Rebels killed 12 people and wounded 30.', 'killed 12', 'wounded 30'],
    [
      '<force> ..3 captured',
      'The rebels quickly captured it. The air force captured nothing.',
      'rebels quickly captured',
      'air force captured',
    ],
    ['<force> ..1 captured', 'The rebels then very quickly captured it.'],
    ['<force> ..3 captured', 'The rebels, he says, captured it.'],
    ['<force> ,,5 captured', 'The rebels, he says, captured it.', 'rebels, he says, captured'],
    [
      'rebels captured',
      'The rebels, an army of boys, captured it. Rebels, Greens, captured men fled.',
      'rebels, an army of boys, captured',
      'Rebels, Greens, captured',
    ],
    ['was ly? hidden', 'It was hidden. It was deliberately hidden.', 'was hidden', 'was deliberately hidden'],
    ['lying !on|in', 'He is lying on the floor. He is lying again.', 'lying'],
    ['^ fears that', 'Fears that it may fail grew. He has fears that grow.', 'Fears that'],
    ['Name lied', 'Anna Moll lied. The minister lied.', 'Anna Moll lied'],
    ['#huge people', 'About 5,000 people sang, and 50 people slept.', 'About 5,000 people'],
    ['knowingly ed', 'She knowingly lent it and knowingly deceived him.', 'knowingly lent', 'knowingly deceived'],
    ['killed #', '"They killed 12," he said.'],
  ];
  for (const [pattern, text, ...found] of cases)
    it(`${pattern} in ${text}`, () => assert.deepEqual(fits(pattern, text), found));

  it('reads a gap of two digits, and refuses one that is too long', () => {
    const text = 'The rebels that hold the long bridge over the cold river have captured it.';
    assert.deepEqual(fits('rebels ..12 captured', text), [text.slice(4, -4)]);
    assert.deepEqual(fits('rebels ..9 captured', text), []);
    for (const gap of ['..0', '..16', '..123', ',,99', '..1x'])
      assert.throws(() => patternBook([[`rebels ${gap} captured`, 1]], groups), /gap/, gap);
  });
  it('reads a verb that has grown together with its pronoun', () => {
    assert.deepEqual(fits('there_is no hope', 'There’s no hope. There is no hope.'), [
      'There’s no hope',
      'There is no hope',
    ]);
  });
  it('refuses a group that is nowhere', () => assert.throws(() => patternBook([['<nobody> left', 1]], groups)));
  it('refuses a pattern that begins with a gap', () => assert.throws(() => patternBook([['..3 left', 1]], groups)));
  it('takes time in proportion to the text', () => {
    const text = 'the rebels and the army and the rebels '.repeat(4000);
    const paragraph = readParagraph(text, 'paragraph', false);
    const book = patternBook([['<force> ,,9 <force> ,,9 <force> ,,9 captured', 1]], groups);
    const started = process.cpuUsage().user;
    for (const sentence of paragraph.sentences) matchesIn(book, paragraph, sentence);
    assert.ok(process.cpuUsage().user - started < 4_000_000);
  });
});
