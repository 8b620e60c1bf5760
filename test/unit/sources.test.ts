// Sources of a story: a source is somebody or something that can speak. What nothing shows to be one is none, and never "named".
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import { sourcesRecord } from '../../server/src/records/sources';

/** The ledger of the text: name, kind, and whether it is known by role alone. */
const ledger = (text: string): string[] =>
  sourcesRecord(readStory({ text, format: 'text' })).sources.map(
    ({ name, kind, byRole }) => `${name}: ${byRole ? 'by role' : kind}`,
  );

const are = (title: string, cases: readonly (readonly [text: string, ...sources: string[]])[]): void => {
  it(title, () => {
    for (const [text, ...sources] of cases) assert.deepEqual(ledger(text), sources, text);
  });
};

describe('sources', () => {
  are('are no day, adverb or word that joins clauses', [
    ['Harlow Steel Ltd (HSL) on Tuesday announced a new mill.', 'Harlow Steel Ltd: named'],
    ['Harlow Steel Ltd (HSL) today said it would close a mill.', 'Harlow Steel Ltd: named'],
    ['Rosa Adler said when asked that the mill would stay.', 'Rosa Adler: named'],
    ['Lastly, she thanked the miners and said the pits were safe.'],
    ['Earlier on Thursday, Rosa Adler opened a shop and said the pits were safe.', 'Rosa Adler: named'],
    ['Rosa Adler also repeated her offer, saying the pits were safe.', 'Rosa Adler: named'],
    ['The mayor promptly left and said the pits were safe.', 'mayor: by role'],
    ['For months, Rosa Adler had praised the plan, stating that it was cheap.', 'Rosa Adler: named'],
    ['It is worth remembering that the pits were safe.'],
  ]);

  are('are no thing, number or participle', [
    ['Nearly 40 percent said the pits were safe.'],
    ['The deadline to submit a plan is Monday.'],
    ['Saturday night’s loss has confirmed their fears.'],
    ['Adler biographies published in spring recall the strike.'],
    ['More time mocking the plan was wasted.'],
    ['The United States'],
  ]);

  are('are whatever a statement is put down to, where it is told which', [
    ['The smeltery said the pits were safe.', 'smeltery: by role'],
    ['Locals said the pits were safe.', 'Locals: by role'],
    ['A zitherist said the pits were safe.', 'zitherist: by role'],
    ['The unions, one of which said it would strike, met in Dessa.', 'unions: by role'],
  ]);

  are('are somebody’s name without office, place and what else stands before or behind it', [
    ['Arkel chairman and chief executive Rosa Adler said the pits were safe.', 'Rosa Adler: named'],
    ['Rosa Adler of Dessa said the pits were safe.', 'Rosa Adler: named'],
    ['Sen. Rosa Adler, D-Ohio, chairwoman of the panel, said the pits were safe.', 'Rosa Adler: named'],
    ['Rosa Adler, a tourist from Rochester, New York, said the pits were safe.', 'Rosa Adler: named'],
    ['Councilman Rosa Adler, Jr. (D) praised the miners.', 'Rosa Adler: named'],
    ['Mr. Singer said the pits were safe.', 'Singer: named'],
    ['In a related move Arkel Steel Corp. said the pits were safe.', 'Arkel Steel Corp.: named'],
    ['The Bank of Dessa said the pits were safe.', 'Bank of Dessa: named'],
  ]);

  are('are media under the names of outlets', [
    ['BuzzFeed reported that the pits were safe.', 'BuzzFeed: media'],
    ['The Toronto Star reported that the pits were safe.', 'Toronto Star: media'],
    ['Fox News reported that the pits were safe.', 'Fox News: media'],
  ]);

  are('are no town where "he" speaks, and no letters', [
    [
      'Rosa Adler, winding up a visit to Washington, said the pits were safe. “We saw them,” she told reporters.',
      'Rosa Adler: named',
    ],
    ['Ada Brenn (CA-43) met the miners. She said the pits were safe.', 'Ada Brenn: named'],
  ]);

  are('are one body, in full and by the word that its name begins with', [
    [
      'Quorvane Steel Ltd said the pits were safe. Shares rose. Quorvane said the mill would stay.',
      'Quorvane Steel Ltd: named',
    ],
  ]);
});
