// Two spellings that nobody can rank: the menu offers either, and one alone only where something says that it is the right one.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { rules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';
import { recordOf } from '../support/fixed';

const plain = buildSettings([{ extends: 'recommended' }], rules);

/** The titles of the first finding's fixes, and what the last one leaves of the text. */
function offered(text: string, by = plain) {
  const found = recordOf(text, 'text', rules, by).diagnostics.filter(({ rule }) => rule.startsWith('inconsistent-'));
  const fixes = found[0]?.fixes ?? [];
  return { titles: fixes.map(({ title }) => title), left: applyEdits(text, fixes.at(-1)?.edits ?? []), fixes, found };
}

const open: readonly (readonly [why: string, text: string, titles: readonly string[], left: string])[] = [
  [
    'a slip of the key',
    'Mayor Otto Klitchgarn met farmers on Monday. Klitschgarn promised aid.',
    ['Change to “Klitchgarn”', 'Keep “Klitschgarn” throughout this draft'],
    'Mayor Otto Klitschgarn met farmers on Monday. Klitschgarn promised aid.',
  ],
  [
    'two romanisations, each of several places',
    'Minister Andrei Borovik met farmers on Monday, his office said. Borovyk promised aid. “Borovik lies,” one said. Borovik left.',
    ['Change to “Borovik”', 'Keep “Borovyk” throughout this draft'],
    'Minister Andrei Borovyk met farmers on Monday, his office said. Borovyk promised aid. “Borovik lies,” one said. Borovyk left.',
  ],
  [
    'a name in two orders',
    'Abe Shinzo came on Monday, police said. Shinzo Abe left at noon, police said.',
    ['Change to “Abe Shinzo”', 'Keep “Shinzo Abe” throughout this draft'],
    'Shinzo Abe came on Monday, police said. Shinzo Abe left at noon, police said.',
  ],
  [
    'a word in two ways',
    'The army will respect the ceasefire. The cease-fire began on Friday.',
    ['Change to “ceasefire”', 'Keep “cease-fire” throughout this draft'],
    'The army will respect the cease-fire. The cease-fire began on Friday.',
  ],
];

describe('of two spellings that nobody can rank', () => {
  for (const [why, text, titles, left] of open)
    it(`both are offered: ${why}`, () => {
      const said = offered(text);
      assert.deepEqual([said.titles, said.left], [titles, left]);
      assert.ok(said.fixes.every(({ apply }) => apply === 'ask'));
      assert.deepEqual(offered(left).found, []);
    });

  const ranked: readonly (readonly [why: string, text: string, titles: readonly string[]])[] = [
    [
      'it stands three times as often',
      'Premier Otto Lindgarn met farmers on Monday. Lindgran promised aid. Lindgarn left at noon. Lindgarn slept.',
      ['Change to “Lindgarn”'],
    ],
    [
      'it has its accents',
      'The envoy José Almádi came to Lom on Monday, aides said. Later Almadi slept, aides said.',
      ['Change to “Almádi”'],
    ],
    [
      'it is the place’s name of today',
      'The envoy flew to Kiev on Monday. Rain fell in Kyiv, aides said.',
      ['Change to “Kyiv”'],
    ],
    [
      'it is a word that readers know',
      'The South Australiam trials will be expanded. The oil comes from the South Australian institute.',
      ['Change to “Australian”'],
    ],
    [
      'the word stands three times as often',
      'The ceasefire holds. The cease-fire began on Friday. The ceasefire was signed. A ceasefire is a ceasefire.',
      ['Change to “ceasefire”'],
    ],
  ];
  for (const [why, text, titles] of ranked)
    it(`one alone is offered where ${why}`, () => assert.deepEqual(offered(text).titles, titles));

  it('one alone is offered where the house decides', () => {
    const house = { glossary: [{ prefer: 'Borovyk', instead: ['Borovik'] }] };
    const said = offered('Andrei Borovik slept, aides said. Borovyk left.', buildSettings([house], rules));
    assert.deepEqual(said.titles, ['Change to “Borovyk”']);
  });

  it('the listed one of a slip is offered first, whichever stands first', () => {
    const said = offered('Mayor Vitali Klitchko spoke on Monday. Vitali Klitschko thanked the crews.');
    assert.equal(said.titles[0], 'Change to “Klitschko”');
  });

  it('there is no choice that changes more places than a person looks through', () => {
    const story = (count: number): string =>
      `Andrei Borovik slept, aides said. ${'Borovik left. Borovyk came. '.repeat(count)}`;
    assert.equal(offered(story(20)).titles.length, 2);
    assert.equal(offered(story(40)).titles.length, 1);
  });
});
