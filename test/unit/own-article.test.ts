// A form that has an article of its own: it brings it where it stands as a noun, leaves it out behind a determiner, and a person chooses
// where the text does not tell.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { rules } from '../../server/src/rules/index';
import { fixedBy, recordOf } from '../support/fixed';

const house = {
  glossary: [
    { prefer: 'the Maldives', instead: ['Maldive Islands', 'Malladvipa'] },
    { prefer: 'The Daily Herald', instead: ['Daily Herald', 'DH'] },
    { prefer: 'the Crimea', instead: ['Krym'] },
    { prefer: 'Lebanon', instead: ['the Lebanon'] },
    { prefer: 'Die Zeit', instead: ['Zeit'] },
    { prefer: 'the Coast Guard', instead: ['guard'] },
  ],
};

const told: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'the noun brings it',
    'She left Krym. Krym is warm. They fought for Krym, then lost Krym again.',
    'She left the Crimea. The Crimea is warm. They fought for the Crimea, then lost the Crimea again.',
  ],
  [
    'behind an article',
    'The Krym envoy rose. A Malladvipa cruise sank.',
    'The Crimea envoy rose. A Maldives cruise sank.',
  ],
  [
    'behind an article that has another sound',
    'A DH poll and an old DH poll agree.',
    'A Daily Herald poll and an old Daily Herald poll agree.',
  ],
  [
    'behind a possessive',
    'His Krym years ended. Ms. Holm’s Krym house was sold.',
    'His Crimea years ended. Ms. Holm’s Crimea house was sold.',
  ],
  [
    'behind what describes it',
    'The eastern Krym is dry. The former DH editor rose.',
    'The eastern Crimea is dry. The former Daily Herald editor rose.',
  ],
  [
    'behind a number',
    'Three Krym boats left. Every Krym boat left.',
    'Three Crimea boats left. Every Crimea boat left.',
  ],
  [
    'behind an article that is its own',
    'The DH said so. She told the DH.',
    'The Daily Herald said so. She told the Daily Herald.',
  ],
  [
    'in a compound',
    'A Krym-based firm left. She is anti-Krym now.',
    'A Crimea-based firm left. She is anti-Crimea now.',
  ],
  ['in capitals', 'THE KRYM TEAM HAS LEFT AND WAS SEEN IN KRYM', 'THE CRIMEA TEAM HAS LEFT AND WAS SEEN IN THE CRIMEA'],
  [
    'behind a clause’s opener',
    'She said that Krym fell. In 1921 Krym fell.',
    'She said that the Crimea fell. In 1921 the Crimea fell.',
  ],
  [
    'an article that the house leaves out',
    'She left the Lebanon. The Lebanon is small.',
    'She left Lebanon. Lebanon is small.',
  ],
  ['an article that is another noun’s', 'The Lebanon talks failed.', 'The Lebanon talks failed.'],
  ['an article of a compound’s noun', 'The Lebanon-born doctor left.', 'The Lebanon-born doctor left.'],
  [
    'a form that ends in what it replaces',
    'A guard captain spoke. Two guard boats left. The guard left.',
    'A Coast Guard captain spoke. Two Coast Guard boats left. The Coast Guard left.',
  ],
  ['of another language', 'Zeit said so. A Zeit poll said so.', 'Die Zeit said so. A Die Zeit poll said so.'],
  [
    'a short form that may stand',
    'Daily Herald readers and a Daily Herald poll agree.',
    'Daily Herald readers and a Daily Herald poll agree.',
  ],
];

const doubtful: readonly (readonly [before: string, ...choices: string[]])[] = [
  ['Krym boats left at dawn.', 'Crimea', 'The Crimea'],
  ['She met Krym governor Holm there.', 'Crimea', 'the Crimea'],
  ['Then northern Krym fell.', 'Crimea', 'the Crimea'],
  ['She sails to New Krym.', 'Crimea', 'the Crimea'],
  ['The Zeit said so.', 'Die Zeit'],
  ['Some Krym left.', 'Crimea', 'the Crimea'],
  ['Her Krym is dry.', 'Crimea', 'the Crimea'],
];

describe('a form with its own article', () => {
  for (const format of ['text', 'markdown'] as const) {
    const fix = fixedBy(house);
    for (const [name, before, after] of told)
      it(`${name} (${format})`, () => {
        assert.equal(fix(before, format), after);
        assert.equal(fix(after, format), after);
      });
    for (const [before, ...choices] of doubtful)
      it(`waits for a person (${format}): ${before}`, () => {
        const { diagnostics } = recordOf(before, format, rules, buildSettings([house], rules));
        const [found] = diagnostics.filter(({ rule }) => rule === 'house-style');
        assert.deepEqual(
          found?.fixes.map(({ title }) => title),
          choices.map((one) => `Change to “${one}”`),
        );
        assert.equal(fix(before, format), before);
      });
  }
});
