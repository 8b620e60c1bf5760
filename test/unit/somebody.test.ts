// Somebody: a house's entry for a place, a thing or a common word leaves people who are called so, and finds the place beside them.
import * as assert from 'node:assert/strict';
import { calledIn } from '../../server/src/analysis/names/called';
import { keyOfEntity } from '../../server/src/analysis/names/roll';
import { type Somebody, somebodyAt } from '../../server/src/analysis/names/somebody';
import { buildSettings } from '../../server/src/config/build';
import type { SettingsFile } from '../../server/src/config/file';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { fixUntilStable } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { rules } from '../../server/src/rules/index';
import { inBulk } from '../support/fixed';

type Glossary = NonNullable<SettingsFile['glossary']>;

const desk = (glossary: Glossary, preset: readonly string[] = []) => {
  const settings = buildSettings([{ extends: ['recommended', ...preset], glossary: inBulk(glossary) }], rules);
  return (text: string) =>
    toRecord(lint(readStory({ text, format: 'text' }), settings, rules), text).diagnostics.filter(({ rule }) =>
      /^(?:house-style|inconsistent)/.test(rule),
    );
};

const places: Glossary = [
  { prefer: 'Kyiv', instead: ['Kiev'] },
  { prefer: 'Kharkiv', entity: 'kharkiv' },
  { prefer: 'Lviv', instead: ['Lvov'], entity: 'lviv' },
  { prefer: 'the Netherlands', instead: ['Holland'] },
  { prefer: 'Mumbai', instead: ['Bombay'] },
  { prefer: 'Myanmar', instead: ['Burma'] },
  { prefer: 'Sri Lanka', instead: ['Ceylon'] },
  { prefer: 'Türkiye', instead: ['Turkey'] },
  { prefer: 'Iran', instead: ['Persia'] },
  { prefer: 'west', instead: ['West'] },
  { prefer: 'the pope', instead: ['Pope'] },
  { prefer: 'grey', instead: ['gray'] },
  { prefer: 'shop', instead: ['store'] },
];

describe('a town that a dateline or its state in short puts elsewhere', () => {
  for (const text of [
    'TURKEY, Texas (AP) — A man rowed near Turkey, police said. Turkey Mayor Ann Poe slept.',
    'Kiev, W.Va., slept. Kiev Mayor Ann Poe sang. Kiev residents rowed.',
    'HOLLAND, Mich. (AP) — Holland City Hall shut on Monday. Holland police slept.',
  ])
    it(`keeps its name in all of the story: ${text}`, () => {
      assert.equal(fixUntilStable(text, desk(places)).text, text);
    });
});

describe('an entry for a place, a thing or a word', () => {
  for (const text of [
    'GRAY’S SISTER ROWS\n\nHanna Gray, 25, rowed. The boat sank.',
    'WIN FOR GRAY\n\nThe boat sank. It was Lou Gray’s.',
    'Gray, a nurse, rowed. Gray had rowed twice. The boat sank.',
    'Gray said on Monday he would row.',
    'Gray’s mother rowed. Gray slept.',
    'Gray was jailed in 1931. Gray’s boat sank.',
    'Store told the club so. Store rowed.',
    'GRAY: I did not row. SMITH: You did.',
    'Gray rowed on Monday. The clerk, Bo Roe, said Gray won.',
    'The nurse Hanna Kiev slept. Mr. Kiev slept too.',
    'Count Igor Kharkov rowed. Dr. Kharkov sang.',
    'Princess Olga Lvov rowed. The cook, Pavel Lvov, sang.',
    'Lucy Holland rowed. Holland said that the oar broke.',
    'Coach J. Holland rowed. R.J. Bombay sang.',
    'Lucy “Lu” Holland rowed.',
    'Mrs. Burma’s oar broke. Lady Ceylon sang. Sgt. Turkey slept.',
    'Lucy Anna Bombay rowed. His brother Bombay sang. Bombay, 41, slept.',
    'Mae West rowed. Ms. West sang.',
    'They saw Hanna Gray row. Gray, 41, slept. Mrs. Gray sang.',
    'He slept in the Harbour Store on Friday.',
    'Gavin Pope rowed. Mr. Pope sang.',
    'The pianist Bombay slept. Bombay, a painter, rowed.',
    'Lucy Smith-Holland rowed. Ann Bombay slept; Bombay told her.',
  ])
    it(`leaves ${text}`, () => {
      assert.deepEqual(desk(places)(text), []);
      assert.deepEqual(desk([], ['ap'])(text), []);
    });

  for (const [text, wanted] of [
    ['A gray barge slept. Gray rain fell.', 'A grey barge slept. Grey rain fell.'],
    [
      'The barge left Kiev. Rain fell on Kiev, and Kiev’s trams stood.',
      'The barge left Kyiv. Rain fell on Kyiv, and Kyiv’s trams stood.',
    ],
    [
      'Hanna Kiev slept in Kiev. The Kiev-based nurse left the city of Kiev.',
      'Hanna Kiev slept in Kyiv. The Kyiv-based nurse left the city of Kyiv.',
    ],
    ['Kharkov’s mayor, Ivan Kharkov, slept near Kharkov.', 'Kharkiv’s mayor, Ivan Kharkov, slept near Kharkiv.'],
    [
      'The Bombay Accord fell. Bombay Air Safety Council met in Bombay Monday. The Mayor of Bombay Lena Orsk rowed.',
      'The Bombay Accord fell. Bombay Air Safety Council met in Mumbai Monday. The Mayor of Mumbai Lena Orsk rowed.',
    ],
    [
      'Hanna Kiev slept. Kiev police slept; northern Kiev slept. Kiev’s suburbs slept.',
      'Hanna Kiev slept. Kyiv police slept; northern Kyiv slept. Kyiv’s suburbs slept.',
    ],
    ['Rain fell.\n\nKIEV (AP) — Kiev, a port, slept.', 'Rain fell.\n\nKYIV (AP) — Kyiv, a port, slept.'],
    ["Holland’s trams stood, and Holland's barges.", "The Netherlands’ trams stood, and the Netherlands' barges."],
    [
      'In northern Bombay he slept. The Kiev-based Orsk Corp shut. The governor’s pro-Kiev Orsk aide left Kiev, New York and Rome.',
      'In northern Mumbai he slept. The Kyiv-based Orsk Corp shut. The governor’s pro-Kyiv Orsk aide left Kyiv, New York and Rome.',
    ],
    ['Kiev Mayor Lena Orsk rowed. Ukrainian Kiev slept.', 'Kyiv Mayor Lena Orsk rowed. Ukrainian Kyiv slept.'],
    [
      'Storm Hits Kiev Again\n\nThe storm hit Kiev on Friday.',
      'Storm Hits Kyiv Again\n\nThe storm hit Kyiv on Friday.',
    ],
  ] as const)
    it(`still puts right ${text}`, () => {
      const { text: left } = fixUntilStable(text, desk(places));
      assert.equal(left, wanted);
    });

  for (const text of [
    'Zqyra Kiev rowed. He left Kiev.',
    'Persia White rowed.',
    'New Holland is a town. The Bank of Holland shut.',
    'Bombay Airlines fell. Dynamo Kiev lost.',
    'Kiev-Orsk rowed.',
    'Hanna Kiev slept. Kiev is old.',
    'Burma Zyqvane rowed. They met Bombay Sleet.',
    'Holland de Vrijs rowed. Bombay P. Orsk sang.',
    'Persia O’Sleet rowed. New Orsk’s Ceylon Sleet sang.',
    'Bombay Sleet rowed. The Bombay Sleet plan fell.',
    'Bombay, Texas, slept. Bombay police slept.',
    'The Kiev Gazette said so.',
    'He left South Burma for Northern Holland.',
    'Bombay Sleet Rows\n\nThey met Bombay Sleet on Friday.',
  ])
    it(`asks, and changes nothing unseen: ${text}`, () => {
      const found = desk(places)(text);
      assert.ok(found.length > 0 && found.every(({ fixes }) => fixes.every(({ apply }) => apply === 'ask')));
      assert.equal(fixUntilStable(text, desk(places)).text, text);
    });

  it('asks about people where it may mean them: Sidney for Sydney', () => {
    const sidney = desk([{ prefer: 'Sidney', instead: ['Sydney'] }]);
    const text = 'Sydney Orskvane rowed in Sydney.';
    assert.deepEqual(
      sidney(text).map(({ fixes }) => fixes.map(({ apply }) => apply)),
      [['ask'], ['auto']],
    );
  });

  it('is no entry for a person, whose people follow it', () => {
    const people: Glossary = [
      { prefer: 'Zelensky', instead: ['Zelenskyy'] },
      { prefer: 'Kowalczyk', instead: ['Kowalchik'] },
      { prefer: 'Marta Kiewe', instead: ['Marta Kiev'] },
      { prefer: 'Jr.', instead: ['Jr'] },
    ];
    const text = 'President Zelenskyy met Jan Kowalchik, Mr. Kowalchik’s son, and Marta Kiev. Adam Orsk Jr slept.';
    assert.equal(
      fixUntilStable(text, desk(people)).text,
      'President Zelensky met Jan Kowalczyk, Mr. Kowalczyk’s son, and Marta Kiewe. Adam Orsk Jr. slept.',
    );
  });
});

describe('somebody', () => {
  for (const [text, wanted] of [
    ['Hanna ^Kiev slept.', 'yes'],
    ['Mr. ^Kiev slept.', 'yes'],
    ['^Kiev slept.', 'no'],
    ['He left for ^Kiev.', 'no'],
    ['Old ^Kiev slept.', 'maybe'],
    ['The ^Kiev-Warsaw bus left.', 'no'],
    ['Foreign ^Kiev slept.', 'no'],
    ['Hanna Kiev slept. The ^Kiev family left.', 'maybe'],
  ] as readonly (readonly [string, Somebody])[])
    it(`${text} ${wanted}`, () => {
      const start = text.indexOf('^');
      const story = readStory({ text: text.replace('^', ''), format: 'text' });
      assert.equal(somebodyAt(story, { start, end: start + 4 }), wanted);
    });

  it('is no mention of the city, in whatever draft of a folder', () => {
    const keysOf = (text: string): string[] =>
      calledIn(readStory({ text, format: 'text' })).flatMap((one) => one.mentions.map(() => keyOfEntity(one)));
    for (const text of [
      'Pavel Lvov rowed. Prince Lvov sang. Lvov said no.',
      'Prince Igor Chernigov rowed. Dr. Chernigov sang.',
      'The clerk Boris Nikolaev rowed. Nikolaev slept.',
      'Hanna Kiev rowed. Ms. Kiev sang.',
    ])
      assert.ok(!keysOf(text).some((key) => key.startsWith('#')), text);
    assert.deepEqual(new Set(keysOf('Lvov is old. The bus left Lvov.')), new Set(['#lviv']));
  });
});
