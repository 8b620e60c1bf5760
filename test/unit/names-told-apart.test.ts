// What a glossary replaces in bulk, and what waits for a person: two names told apart, a longer name, a word that means something else.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { rules } from '../../server/src/rules/index';
import { fixedBy, recordOf } from '../support/fixed';

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
  ['In the Czech Republic, rain fell. The Czech Republic won.', 'In Czechia, rain fell. Czechia won.'],
  ['The truck was gray, the driver said.', 'The lorry was grey, the driver said.'],
  ['The U.S. Senate voted before US troops left.', 'The US Senate voted before US troops left.'],
];

describe('a glossary’s bulk fix stays', () => {
  for (const [before, after] of changes) it(before, () => assert.equal(fix(`${before}\n`, 'text'), `${after}\n`));
});

// An entry that does not say `bulk`.
const careful = fixedBy({
  extends: ['recommended'],
  glossary: (
    [
      ['Myanmar', 'Burma'],
      ['Britain', 'UK'],
      ['US', 'America'],
      ['NATO', 'North Atlantic Treaty Organization'],
      ['Gen.', 'General'],
      ['and', '&'],
      ['lorry', 'truck'],
      ['metre', 'meter'],
      ['Kyiv', 'Kiev'],
      ['al-Qaida', 'Al Qaeda'],
      ['hajj', 'haj'],
      ['grey', 'gray'],
      ['adviser', 'advisor'],
      ['UN', 'U.N.'],
      ['per cent', 'percent'],
      ['onto', 'on to'],
      ['setup', 'set up'],
      ['US', 'USA'],
      ['labor', 'labour'],
      ['Odesa', 'Odessa'],
      ['Seville', 'Sevilla'],
    ] as const
  ).map(([prefer, instead]) => ({ prefer, instead: [instead], bulk: false })),
});

describe('an entry that does not say that it goes in bulk', () => {
  for (const copy of [
    'The Burma campaign of the marines ended.',
    'British Burma fell.',
    'In 1917 Burma was far.',
    'The Treaty of Burma was signed.',
    'In the UK, rain fell. The UK voted.',
    'Latin America voted.',
    'The North Atlantic Treaty Organization met.',
    'The General Assembly met.',
    'Lund & Holm shut.',
    'Two trucks left, and a truck came.',
    'A parking meter broke.',
    'He went on to win. Police set up a cordon.',
    'USA Swimming met. Team USA won.',
    'Labour leader Ann Roe spoke.',
    'Rain fell in Odessa and Midland, Texas.',
    'Sevilla FC drew.',
    'Snow falls. (Jim Gray/Reuters)',
    'Japan invaded Burma.',
    'Burma voted on Monday, and Burma’s army left.',
    'In Burma, rain fell.',
  ])
    it(`puts no other word or name there: ${copy}`, () => assert.equal(careful(`${copy}\n`, 'text'), `${copy}\n`));
  for (const [before, after] of [
    ['Rain fell on Kiev. An Al Qaeda man left.', 'Rain fell on Kyiv. An al-Qaida man left.'],
    ['The haj began under a gray sky.', 'The hajj began under a grey sky.'],
    ['An advisor of the U.N. left.', 'An adviser of the UN left.'],
    ['It fell 5 percent on a 3 meter wave.', 'It fell 5 per cent on a 3 metre wave.'],
  ] as const)
    it(`puts the word’s own other spelling there: ${before}`, () =>
      assert.equal(careful(`${before}\n`, 'text'), `${after}\n`));
});

describe('the first key for another name', () => {
  const settings = buildSettings(
    [
      {
        glossary: [
          { prefer: 'Britain', instead: ['UK'] },
          { prefer: 'US', instead: ['America'] },
          { prefer: 'NATO', instead: ['North Atlantic Treaty Organization'] },
          { prefer: 'UN', instead: ['United Nations'] },
          { prefer: 'Czech Republic', instead: ['Czechia'] },
        ],
      },
    ],
    rules,
  );
  for (const [copy, titles] of [
    ['In the UK, rain fell.', ['Change to “Britain”']],
    ['A UK student left.', []],
    ['He left America.', ['Change to “the US”']],
    ['The North Atlantic Treaty Organization met.', ['Change to “NATO”']],
    ['The United Nations met.', ['Change to “UN”']],
    ['A United Nations envoy left.', ['Change to “UN”']],
    ['In Czechia, rain fell.', ['Change to “the Czech Republic”']],
  ] as const)
    it(`has its article, or leaves it out: ${copy}`, () => {
      const { diagnostics } = recordOf(`${copy}\n`, 'text', rules, settings);
      assert.deepEqual(
        diagnostics
          .filter(({ rule }) => rule === 'house-style')
          .flatMap(({ fixes }) => fixes.map(({ title }) => title)),
        titles,
      );
    });
});

// A name is the place's where the sentence says so: a ship, an album, a club and a stranger are called by towns too.
describe('a place’s name is respelled', () => {
  const respells = fixedBy({
    extends: ['recommended'],
    glossary: (
      [
        ['Kyiv', 'Kiev'],
        ['Odesa', 'Odessa'],
        ['Chornobyl', 'Chernobyl'],
        ['Mykolaiv', 'Nikolaev'],
        ['Bern', 'Berne'],
      ] as const
    ).map(([prefer, instead]) => ({ prefer, instead: [instead] })),
  });

  for (const [before, after] of [
    ['Rain fell in Kiev. Kiev denied it.', 'Rain fell in Kyiv. Kyiv denied it.'],
    ['They left Kiev on Monday and slept in Berne.', 'They left Kyiv on Monday and slept in Bern.'],
    ['The Kiev government and pro-Kiev crowds met.', 'The Kyiv government and pro-Kyiv crowds met.'],
    ['Ships wait near Odessa. Odessa is dark.', 'Ships wait near Odesa. Odesa is dark.'],
    ['KIEV (AP) — Aid came through Kiev.', 'KYIV (AP) — Aid came through Kyiv.'],
  ] as const)
    it(`where it is meant: ${before}`, () => assert.equal(respells(`${before}\n`, 'text'), `${after}\n`));

  for (const copy of [
    'The ferry Kiev sank.',
    'The old carrier Kiev is a hotel.',
    'They ate at the restaurant Kiev on Holm Street.',
    'The band’s album Odessa sold well.',
    'The singer’s Chernobyl won a prize.',
    'The Kiev sailed at noon.',
    'Midland and Odessa have lost jobs.',
    'Nikolaev and his brother fled.',
    'She wrote Kiev (sic) in the letter.',
    'The letter says “we” left Kiev [sic].',
  ])
    it(`and not where it may be another’s: ${copy}`, () => assert.equal(respells(`${copy}\n`, 'text'), `${copy}\n`));

  for (const copy of ['_Letters from Kiev_ sold well.', 'The novel **Kiev** is out.', 'She read <cite>Kiev</cite>.'])
    it(`and not where it may be a title: ${copy}`, () => assert.equal(respells(`${copy}\n`, 'markdown'), `${copy}\n`));

  it('in a link and in a paragraph that is set in bold', () =>
    assert.equal(
      respells('**Rain fell in Kiev.** They left [Kiev](x).\n', 'markdown'),
      '**Rain fell in Kyiv.** They left [Kyiv](x).\n',
    ));
});

describe('a form that another word has, too, waits', () => {
  const respells = fixedBy({
    extends: ['recommended'],
    glossary: (
      [
        ['US', 'U.S.'],
        ['Aids', 'AIDS'],
        ['L.A.', 'LA'],
        ['a.m.', 'AM'],
        ['state', 'State'],
        ['Army', 'army'],
        ['programme', 'program'],
        ['Smith', 'Smyth'],
        ['and', '&'],
      ] as const
    ).map(([prefer, instead]) => ({ prefer, instead: [instead], bulk: prefer === 'and' })),
  });

  for (const copy of [
    'Hearing aids cost more.',
    'The La Rue band played.',
    'He is on 1010 AM every day.',
    'The Secretary of State left. The State paid.',
    'The Salvation Army came. The army left.',
    'A computer program failed.',
    'Smyth won. The Smyth County fair began.',
    'Holm & Lund shut on Monday.',
  ])
    it(copy, () => assert.equal(respells(`${copy}\n`, 'text'), `${copy}\n`));

  it('but not where it is no other', () =>
    assert.equal(
      respells('At 5 AM the U.S. envoy spoke of food & water.\n', 'text'),
      'At 5 a.m. the US envoy spoke of food and water.\n',
    ));
});
