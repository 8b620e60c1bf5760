// A house's form goes in unseen only where the copy says that it is meant: letters, names of places and groups, words of grammar, lines in
// capitals, and stops that may end a sentence.
import * as assert from 'node:assert/strict';
import type { SettingsFile } from '../../server/src/config/file';
import { fixedBy } from '../support/fixed';

type Glossary = NonNullable<SettingsFile['glossary']>;
const form = (prefer: string, instead: string | readonly string[], bulk = false): Glossary[number] => ({
  prefer,
  instead: [instead].flat(),
  bulk,
});

/** Copy above it, since the first paragraph may be a headline. */
const COPY = 'The quay was shut on Monday, the port authority said.\n\n';

function all(glossary: Glossary, left: readonly string[], changed: readonly (readonly [string, string])[]): void {
  const fix = fixedBy({ glossary });
  for (const text of left) it(`leaves “${text}”`, () => assert.equal(fix(COPY + text, 'text'), COPY + text));
  for (const [text, becomes] of changed)
    it(`writes “${becomes}”`, () => assert.equal(fix(COPY + text, 'text'), COPY + becomes));
}

describe('letters that a house writes with stops', () => {
  all(
    [form('D.C.', 'DC'), form('L.A.', 'LA'), form('U.S.', 'US'), form('U.K.', 'UK'), form('U.N.', 'UN')],
    [
      'A DC motor drove the pump.',
      'DC Shoes hired him.',
      'LA Rams fans left.',
      'The US Bancorp branch shut.',
      'The UK Vogue editor left.',
      'LA CROSSE VOTES',
      'THEY TOLD US TO LEAVE',
    ],
    [
      ['The march in DC ended.', 'The march in D.C. ended.'],
      ['Washington, DC, froze.', 'Washington, D.C., froze.'],
      ['LA police left.', 'L.A. police left.'],
      ['US farmers left.', 'U.S. farmers left.'],
      ['The US Navy left.', 'The U.S. Navy left.'],
      ['The UN General Assembly met.', 'The U.N. General Assembly met.'],
      ['UN CHIEF LEAVES', 'U.N. CHIEF LEAVES'],
      ['US SELLS WHEAT', 'U.S. SELLS WHEAT'],
    ],
  );
  all(
    [form('Aids', 'AIDS')],
    ['The ship aids sailors.', 'SHIP AIDS SAILORS'],
    [['AIDS cases rose.', 'Aids cases rose.']],
  );
});

describe('a stop behind an hour', () => {
  all(
    [form('pm', 'p.m.'), form('am', 'a.m.')],
    [
      'The market shut at 6 p.m. Tuesday was calm.',
      'The market shut at 6 p.m. Friday brought rain.',
      'She left at 6 p.m. May 3 was dry.',
    ],
    [
      ['She left at 6 p.m. Tuesday and slept.', 'She left at 6 pm Tuesday and slept.'],
      ['She left at 6 p.m. Tuesday, a clerk said.', 'She left at 6 pm Tuesday, a clerk said.'],
      ['She left at 6 a.m. on Tuesday.', 'She left at 6 am on Tuesday.'],
      ['At 6 p.m. Tuesday the clerk left.', 'At 6 pm Tuesday the clerk left.'],
    ],
  );
});

describe('the name of a group or a town', () => {
  all(
    [form('Shabab', ['Shabaab', 'Al-Shabaab']), form('Hezbollah', 'Hizbullah'), form('Seville', 'Sevilla')],
    [
      'The club Al-Shabaab hired a coach.',
      'Al-Shabaab, a side from Riyadh, lost.',
      'The striker left Al-Shabaab in May.',
      'The weekly Hizbullah was shut.',
      'Sevilla drew 1-1 with Betis.',
      'Sevilla 86 lost.',
    ],
    [
      ['Al-Shabaab fighters left.', 'Shabab fighters left.'],
      ['Rain fell in Sevilla.', 'Rain fell in Seville.'],
    ],
  );
  all(
    [form('Mykolaiv', 'Nikolaev'), form('Chornobyl', 'Chernobyl'), form('Zurich', 'Zürich')],
    [
      'The ship Chernobyl sank.',
      'SHIP CHERNOBYL SINKS',
      'A Chernobyl-style fire broke out.',
      'The Zürich knife was sold.',
    ],
    [
      ['The port city of Nikolaev was dark.', 'The port city of Mykolaiv was dark.'],
      ['The Chernobyl site was dark.', 'The Chornobyl site was dark.'],
      ['OECD member Zürich said no.', 'OECD member Zurich said no.'],
    ],
  );
});

describe('another name of a place or a group', () => {
  all([form('Lviv', 'Lemberg'), form('Daesh', 'ISIS')], ['Rain fell in Lemberg.', 'The ISIS fighters left.'], []);
});

describe('an entry that says bulk', () => {
  all(
    [
      form('more than', 'over', true),
      form('must', 'need to', true),
      form('because', 'since', true),
      form('bloc', 'European Union', true),
      form('Britain', ['UK', 'the UK'], true),
    ],
    [
      'The strike is over.',
      'The plane flew over 20 hills.',
      'Farmers do not need to pay.',
      'He has been here since May.',
      'The European Union (Future Ties) Act passed.',
      'A UK visa was refused.',
    ],
    [
      ['The European Union said no.', 'The bloc said no.'],
      ['The UK said no.', 'Britain said no.'],
    ],
  );
});

describe('a line in capitals', () => {
  all(
    [form('harbour', 'harbor'), form('per cent', 'percent'), form('centre', 'center')],
    ['PEARL HARBOR HONOURS DEAD', 'ROCKEFELLER CENTER REOPENS'],
    [['FARES RISE 4 PERCENT', 'FARES RISE 4 PER CENT']],
  );
  it('follows the copy below it', () => {
    const fix = fixedBy({ glossary: [form('harbour', 'harbor')] });
    assert.equal(
      fix('HARBOR FREEZES\n\nThe harbor froze on Monday, the port said.\n', 'text'),
      'HARBOUR FREEZES\n\nThe harbour froze on Monday, the port said.\n',
    );
  });
});

describe('a spelling', () => {
  all(
    [
      form('among', 'amongst'),
      form('jewellery', 'jewelry'),
      form('plough', 'plow'),
      form('website', ['Web site', 'web site']),
    ],
    ['Plow Lane was shut.'],
    [
      ['She sat amongst them.', 'She sat among them.'],
      ['The jewelry was found.', 'The jewellery was found.'],
      ['A plow was found.', 'A plough was found.'],
      ['The Web site was down.', 'The website was down.'],
    ],
  );
});
