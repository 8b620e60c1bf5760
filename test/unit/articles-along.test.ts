// The story's own "a" or "an" goes along with the words that a fix puts behind it; where their sound is not sure, nothing is put there
// unseen.
import * as assert from 'node:assert/strict';
import type { SettingsFile } from '../../server/src/config/file';
import { buildSettings } from '../../server/src/config/build';
import type { Format } from '../../server/src/document/draft';
import { readStory } from '../../server/src/document/read';
import { articlesAlong } from '../../server/src/analysis/slips/articles-along';
import { rules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';
import { fixedBy, recordOf } from '../support/fixed';

const file: SettingsFile = {
  glossary: [
    { prefer: 'Osland', instead: ['Marenia'] },
    { prefer: 'Tressel', instead: ['Ilvany'] },
    { prefer: 'Côte du Nord', instead: ['East Coast Marsh'] },
    { prefer: 'Élans', instead: ['Tigers'] },
    { prefer: 'Uvara', instead: ['Porten'] },
    { prefer: 'FBI', instead: ['Bureau'] },
    { prefer: 'ÖVP', instead: ['Party of the Port'] },
    { prefer: 'Khorun', instead: ['Ash Hill'] },
    { prefer: 'U.K.', instead: ['English'] },
    { prefer: 'European Union', instead: ['EU'] },
    { prefer: 'hourly', instead: ['regular'] },
    { prefer: 'uniform', instead: ['identical'] },
    { prefer: 'house', instead: ['abode'] },
    { prefer: 'al-Dirra', instead: ['Dirrah'] },
    { prefer: 'Kyiv', instead: ['Kiev'] },
  ],
};
const fix = fixedBy(file);
const settings = buildSettings([file], rules);

describe('the article before what a fix changes', () => {
  const becomes: readonly (readonly [string, string, Format?])[] = [
    ['A Marenia player came.', 'An Osland player came.'],
    ['He met a Marenia player.', 'He met an Osland player.'],
    ['An Ilvany port shut.', 'A Tressel port shut.'],
    ['He saw an East Coast Marsh heron.', 'He saw a Côte du Nord heron.'],
    ['A Tigers player ran.', 'An Élans player ran.'],
    ['A Bureau man came.', 'An FBI man came.'],
    ['A Party of the Port man came.', 'An ÖVP man came.'],
    ['An Ash Hill tram came.', 'A Khorun tram came.'],
    ['He saw an English flag.', 'He saw a U.K. flag.'],
    ['It was a regular boat, with an identical mast.', 'It was an hourly boat, with a uniform mast.'],
    ['A Dirrah family came.', 'An al-Dirra family came.'],
    ['A Marenia-based firm came.', 'An Osland-based firm came.'],
    ['A Marenian came, and a pro-Marenia man.', 'A Marenian came, and a pro-Osland man.'],
    ['A REGULAR BOAT CAME TO THE PORT AND LEFT', 'AN HOURLY BOAT CAME TO THE PORT AND LEFT'],
    // the same sound: whatever stands there stays
    ['A Kiev man met an Kiev man.', 'A Kyiv man met an Kyiv man.'],
    ['The Marenia player and Marenia came.', 'The Osland player and Osland came.'],
    ['A *Marenia* player came.', 'An *Osland* player came.', 'markdown'],
    ['A [Marenia](port.html) player came.', 'An [Osland](port.html) player came.', 'markdown'],
    ['He met *a Marenia* player.', 'He met *an Osland* player.', 'markdown'],
    ['*A* **Marenia player** came.', '*An* **Osland player** came.', 'markdown'],
    ['# A Marenia Player Wins', '# An Osland Player Wins', 'markdown'],
    ['- a <b>Marenia</b> man', '- an <b>Osland</b> man', 'markdown'],
    ['He met a\nMarenia player.', 'He met an\nOsland player.', 'markdown'],
    // where each line is a paragraph
    ['A\nMarenia player came.', 'An\nOsland player came.'],
    ['Boats left the port.\nHe met a\nMarenia player.', 'Boats left the port.\nHe met an\nOsland player.'],
    // each cell begins anew
    [
      '| Who | Whom |\n|---|---|\n| A Marenia player | A Marenia player |\n',
      '| Who | Whom |\n|---|---|\n| An Osland player | An Osland player |\n',
      'markdown',
    ],
  ];
  for (const [before, after, format = 'text'] of becomes)
    it(`goes along: ${before}`, () => {
      assert.equal(fix(before, format), after);
      assert.equal(fix(after, format), after);
    });

  const stays: readonly (readonly [string, Format?])[] = [
    // whether it is "an Uvara" nobody knows, nor whether it is "an house"
    ['A Porten man came.'],
    // another name before a noun waits
    ['It is an EU rule.'],
    ['He has an abode there.'],
    // marks round the article that nobody reads as markup, or that are a quotation's
    ['**A** Marenia player came.'],
    ['He met “a” Marenia player.'],
    // a letter, and no article
    ['He took vitamin A\nMarenia sells it.'],
    ['- Plan a\n- Tea'],
    ['He takes vitamin A Marenia sells.'],
    ['“A Marenia player came,” he said.'],
    ['A [Porten](port.html) man came.', 'markdown'],
    // a reference's label is its target: it stays, and so does its article
    ['A [Marenia] player came.\n\n[Marenia]: port.html', 'markdown'],
  ];
  for (const [text, format = 'text'] of stays)
    it(`is not sure, and waits for a person: ${text}`, () => assert.equal(fix(text, format), text));

  it('keeps its finding, and the fix for whoever chooses it', () => {
    const found = recordOf('A Porten man came.', 'text', rules, settings).diagnostics;
    assert.deepEqual(
      found.map(({ rule, fixes }) => [rule, fixes.map(({ apply }) => apply)]),
      [['house-style', ['ask']]],
    );
  });

  it('goes along where a word is taken out from behind it', () => {
    const text = 'He saw an old ship and a usual boat.';
    const story = readStory({ text, format: 'text' });
    const out = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: '' });
    const { edits, sure } = articlesAlong(story, [out('old '), out('usual ')]);
    assert.deepEqual([applyEdits(text, edits), sure], ['He saw a ship and a boat.', true]);
  });

  it('goes along with another spelling of a name in the story', () => {
    const text =
      'Usama al-Dirri came on Monday. Osama al-Dirri left, police said. It was a Usama al-Dirri speech, and an Osama al-Dirri book.';
    for (const { fixes } of recordOf(text, 'text').diagnostics)
      for (const { edits } of fixes) assert.doesNotMatch(applyEdits(text, edits), /\ba Osama/);
  });
});
