// What a glossary replaces in bulk, and what waits for a person: two names told apart, a longer name, a word that means something else.
import * as assert from 'node:assert/strict';
import { fixedBy } from '../support/fixed';

const fix = fixedBy({
  extends: ['recommended'],
  glossary: [
    { prefer: 'Eswatini', instead: ['Swaziland'] },
    { prefer: 'Mumbai', instead: ['Bombay'] },
    { prefer: 'Odesa', instead: ['Odessa'] },
    { prefer: 'the Netherlands', instead: ['Holland'] },
    { prefer: 'Persian Gulf', instead: ['Gulf'] },
    { prefer: 'the Ruvian army', instead: ['army'] },
    { prefer: 'the Pentagon', instead: ['DoD'] },
    { prefer: 'Czechia', instead: ['Czech Republic'] },
    { prefer: 'autumn', instead: ['fall'] },
    { prefer: 'kerb', instead: ['curb'] },
    { prefer: 'lorry', instead: ['truck'] },
    { prefer: 'grey', instead: ['gray'] },
    { prefer: 'programme', instead: ['program'] },
    { prefer: 'LGBTQ', instead: ['gay'] },
    { prefer: 'US', instead: ['U.S.'] },
    { prefer: 'the Democratic Republic of the Congo', instead: ['Congo'] },
    { prefer: 'colour', instead: ['color'] },
    { prefer: 'Covid', instead: ['corona'] },
  ],
});

const waits: readonly (readonly [string, readonly string[]])[] = [
  [
    'two names told apart in a sentence',
    [
      'The king had Swaziland renamed Eswatini, and few minded.',
      'Swaziland became Eswatini that year.',
      'In Eswatini (formerly Swaziland), rain fell.',
      'The port of Mumbai, once Bombay, was shut.',
      'Bombay, now Mumbai, was shut.',
      'The desk writes Odesa, not Odessa.',
      'She was born in what was then Bombay.',
      'The country, formerly Swaziland, voted.',
      'They live in the town known as Bombay.',
      'Two provinces of the Netherlands are called Holland.',
    ],
  ],
  [
    'a longer name',
    [
      'Oil spread in the Gulf of Aden on Monday.',
      'The Gulf Council met.',
      'The Holland Bridge was shut.',
      'The Bombay High Court ruled.',
      'The Odessa American wrote of it.',
      'The Lomese army fired back.',
      'Sweden’s army fired back.',
      'The army of Norway fired back.',
      'Two US DoD men left.',
      'The Western Gulf slept.',
      'The Republic of the Congo voted.',
      'Congo-Brazzaville voted.',
    ],
  ],
  [
    'a word that means something else',
    [
      'She was hurt in a fall from a ladder.',
      'Prices fall when it rains.',
      'The fall of the town came in May.',
      'The bill would curb spending.',
      'Firms truck in water.',
      'They want to truck in water.',
      'Roxane Gay wrote it.',
      'Then Mr. Gay left.',
      'They left before the fall.',
      'Talks will curb it.',
      'Corona sold beer.',
    ],
  ],
  ['an article that would stay behind', ['In the Czech Republic, rain fell.', 'The Czech Republic won.']],
];

describe('a glossary’s bulk fix waits for a person at', () => {
  for (const [kind, sentences] of waits)
    for (const sentence of sentences)
      it(`${kind}: ${sentence}`, () => assert.equal(fix(`${sentence}\n`, 'text'), `${sentence}\n`));
});

const changes: readonly (readonly [string, string])[] = [
  ['The envoy flew from Swaziland to Moscow on Monday.', 'The envoy flew from Eswatini to Moscow on Monday.'],
  ['The Bombay police left. In Bombay, rain fell.', 'The Mumbai police left. In Mumbai, rain fell.'],
  ['Rain fell in the Gulf on Monday.', 'Rain fell in the Persian Gulf on Monday.'],
  ['The army fired. He joined the army.', 'The Ruvian army fired. He joined the Ruvian army.'],
  // one of the two is respelled by the rule that tells of two ways to write a word
  ['The color ran. Color of Hope sued.', 'The colour ran. Color of Hope sued.'],
  [
    'The Odessa American wrote. In Odessa, rain fell. They left Odesa.',
    'The Odessa American wrote. In Odesa, rain fell. They left Odesa.',
  ],
  ['A Czech Republic team won.', 'A Czechia team won.'],
  ['The truck was gray, the program said.', 'The lorry was grey, the programme said.'],
  ['The U.S. Senate voted before US troops left.', 'The US Senate voted before US troops left.'],
];

describe('a glossary’s bulk fix stays', () => {
  for (const [before, after] of changes) it(before, () => assert.equal(fix(`${before}\n`, 'text'), `${after}\n`));
});
