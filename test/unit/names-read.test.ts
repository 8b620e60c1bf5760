// Names as they stand in real copy: codes, openers, bodies that go on behind "of", headlines, offices; who and what is told apart by type.
import * as assert from 'node:assert/strict';
import { variantsOf } from '../../server/src/analysis/names/variants';
import { readStory } from '../../server/src/document/read';
import { namesRecord } from '../../server/src/records/names';

/** Each name with its spellings, and what it is the name of. */
const names = (text: string): string[] =>
  namesRecord(readStory({ text, format: 'text' })).entities.map(
    ({ type, variants }) => `${type}: ${variants.map((v) => v.text).join(' = ')}`,
  );

const are = (title: string, cases: readonly (readonly [text: string, ...names: string[]])[]): void => {
  it(title, () => {
    for (const [text, ...expected] of cases) assert.deepEqual(names(text), expected, text);
  });
};

describe('names in real copy', () => {
  are('have no place, letters or ministry before the office', [
    ['U.S. Senator Brenwick came. Brenwick sang.', 'person: Brenwick'],
    ['FIA President Rosa Adler came.', 'person: Rosa Adler'],
    ['Samoa Premier Tane Vaiola came.', 'person: Tane Vaiola'],
    ['The secretary for Culture and Public Care Ivan Brenn came.', 'person: Ivan Brenn'],
    ['The U.S. General Assembly of Lom met.', 'organisation: U.S. General Assembly of Lom'],
  ]);
  are('are one where a known name is spelled otherwise', [
    ['Hassan Nasrallah spoke. The words of Hassan Nasrullah were few.', 'person: Hassan Nasrallah = Hassan Nasrullah'],
  ]);
  are('are no party tag, district, symbol or state in short', [
    ['The vote was won by Rosa Adler (R-Ohio) and Ada Brenn (D-Calif.).', 'person: Rosa Adler', 'person: Ada Brenn'],
    ['The vote was won by Rosa Adler, D-NY, on Monday.', 'person: Rosa Adler'],
    ['The vote was won by Rosa Adler (TX-15) on Monday.', 'person: Rosa Adler'],
    [
      'Shares of Quorvane Inc <QRV.N> and Mordale Corp (MRD.L) rose.',
      'organisation: Quorvane Inc',
      'organisation: Mordale Corp',
    ],
    ['They paid C$5 in FY26.'],
    ['The plant in Rialto, CA, shut at 5 PM ET.', 'other: Rialto'],
  ]);

  are('are no contraction and no word of the language with a hyphen', [
    ['I’m here, we’ll stay and they’re gone. They’re late. We’ve won.'],
    ['Twenty-three miners left. Cutting-edge mills stay.'],
  ]);

  are('keep their New', [
    ['They met in New York, New Zealand and New Delhi.', 'place: New York', 'place: New Zealand', 'place: New Delhi'],
    ['New Mexico is far. A New Mill opened.', 'place: New Mexico'],
  ]);

  are('of bodies go on behind of, for and the', [
    ['They wrote to the National Association of Wheat Growers.', 'organisation: National Association of Wheat Growers'],
    [
      'They wrote to the Department of Health and Human Services.',
      'organisation: Department of Health and Human Services',
    ],
    [
      'They wrote to the International Committee of the Red Cross.',
      'organisation: International Committee of the Red Cross',
    ],
    [
      'They wrote to the Ministry of Defence and Rosa Adler.',
      'organisation: Ministry of Defence',
      'person: Rosa Adler',
    ],
    ['They wrote to the Government of Japan.', 'place: Japan'],
  ]);

  are('of places are no bodies that bear them', [
    [
      'Canada voted. Shares of Mordale Canada Inc rose. Canada won.',
      'place: Canada',
      'organisation: Mordale Canada Inc',
    ],
    ['Rain fell on Tokyo. The Tokyo Stock Exchange rose.', 'place: Tokyo', 'other: Tokyo Stock Exchange'],
    ['They met Harriet Washington in Rome. Washington sang.', 'person: Harriet Washington = Washington', 'place: Rome'],
  ]);

  are('stop at a verb where a line is set as a title', [
    ['Adler Announces New Grant For Dessa Mills', 'other: Adler', 'other: Dessa Mills'],
    ['Brenn, Adler Introduce Plan For Dessa', 'other: Brenn', 'other: Adler', 'other: Dessa'],
  ]);

  are('stand behind an office, a party and a portfolio', [
    ['They met Metroline CEO Rosa Adler.', 'person: Rosa Adler'],
    ['They met Republican Rosa Adler.', 'person: Rosa Adler'],
    ['They met Sens. Adler and Brenn.', 'person: Adler', 'other: Brenn'],
    ['They met Secretary of the Exchequer Nigel Adler.', 'person: Nigel Adler'],
  ]);

  are('keep a middle A., and are words of the language', [
    ['They met Samuel A. Francis. Francis sang.', 'person: Samuel A. Francis = Francis'],
    ['On Monday Mark Messier said he would play.', 'person: Mark Messier'],
    ['They met Rep. French Hill and President Bill Dole.', 'person: French Hill', 'person: Bill Dole'],
  ]);

  it('slip in a word of the language, too, where the story has the body’s name right', () => {
    const slips = (text: string): string[] =>
      variantsOf(readStory({ text, format: 'text' })).flatMap(({ spellings }) => spellings.map((one) => one.text));
    assert.deepEqual(
      slips(
        'Quorvane bought Southern Pacific on Monday. Southern Pacific shares rose. The Sourthern Pacific deal took a year.',
      ),
      ['Southern', 'Sourthern'],
    );
    assert.deepEqual(slips('They met Eastern Star on Monday. Eastern Star rose. Western Star left.'), []);
  });
});
