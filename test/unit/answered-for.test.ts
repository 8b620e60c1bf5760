// What an editor must answer for: a fix that changes a sense waits for a person, and a message says no more than the desk knows.
import * as assert from 'node:assert/strict';
import { lint, type Options } from '../../server/src/api/index';

type Settings = Options['settings'];

const found = async (text: string, rule: string, settings: Settings = {}) =>
  (await lint(text, { settings })).diagnostics.filter((one) => one.rule === rule);

describe('a fix that may change a sense', () => {
  it('of a phrase waits for a person; a slip of the pen does not', async () => {
    const text = 'Tugs had towed the line of barges out to sea, she said. He was embarassed. An eye witness came.';
    const told = await found(text, 'house-style');
    assert.deepEqual(
      told.map(({ start, end, fixes }) => [text.slice(start, end), fixes[0]?.apply]),
      [
        ['towed the line', 'ask'],
        ['embarassed', 'auto'],
        ['eye witness', 'auto'],
      ],
    );
    for (const plain of [
      'Police found a shoe in the river, he said.',
      'Two flats, one in the same street, burnt, he said.',
    ])
      assert.deepEqual(await found(plain, 'house-style'), []);
  });

  it('of a credit in the place of the house’s mark waits, and so does the mark behind a story that may go on', async () => {
    const settings: Settings = { signOff: { require: 'Enditem' } };
    const story = 'The port was closed on Monday, the mayor said.\n\nIt opens again on Friday, he said.\n';
    const [credit] = await found(
      `${story}\n(Reporting by Jane Roe in Lom; Editing by John Doe)\n`,
      'wire-sign-off',
      settings,
    );
    assert.deepEqual([credit?.fixes[0]?.apply, credit?.fixes[0]?.title.slice(0, 8)], ['ask', 'Remove “']);
    const [open] = await found(story, 'wire-sign-off', settings);
    assert.deepEqual([open?.fixes[0]?.apply, open?.fixes[0]?.title], ['ask', 'Add “Enditem”']);
    const [other] = await found(`${story}\nEndi\n`, 'wire-sign-off', settings);
    assert.equal(other?.fixes[0]?.apply, 'auto');
  });

  it('never parts an abbreviation from its stop', async () => {
    const settings: Settings = { rules: { 'mixed-quote-marks': ['warning', { stops: 'outside' }] } };
    for (const text of [
      'He works for "a firm in the U.S." and she does not, they said.',
      'The meeting was "set for 5 p.m." and held at six, he said.',
    ])
      assert.deepEqual(await found(text, 'mixed-quote-marks', settings), []);
    const [stop] = await found(
      'The plan would "end the tax." He left the hall, they said.',
      'mixed-quote-marks',
      settings,
    );
    assert.match(stop?.message ?? '', /as this house does/);
  });

  it('leaves a picture’s source to a person', async () => {
    const text =
      'The port was closed on Monday, the mayor said.\n\nImage source, Reuters\n\nIt opens on Friday, he said.\n';
    const [one] = await found(text, 'web-remnant');
    assert.equal(one?.fixes[0]?.apply, 'ask');
  });

  it('keeps what is known of a name', async () => {
    const [one] = await found('"It was bad," Peterson said. The port is shut.', 'ambiguous-speaker');
    assert.equal(one?.fixes[0]?.edits[0]?.text, 'TK ');
  });
});

describe('a message', () => {
  it('speaks of a toll only where something is counted', async () => {
    const [death] = await found('He killed his wife because he was jealous.', 'unattributed-claim');
    assert.match(death?.message ?? '', /^A death or an injury told as fact/);
    const [toll] = await found('At least 14 people were killed. Ambulances were still arriving.', 'unattributed-claim');
    assert.match(toll?.message ?? '', /^A count of dead or hurt/);
  });

  it('of a note in brackets for the desk condemns nothing below it', async () => {
    const story =
      'The road was closed, police said.\n\n[Not for publication: the officer is on 555 0100]\n\nNobody was hurt, they said.\n';
    const told = await found(story, 'not-for-publication');
    assert.deepEqual(
      told.map(({ line }) => line),
      [3],
    );
    assert.doesNotMatch(told[0]?.message ?? '', /under it/);
    const below = await found(story.replace(/\[.*\]/, 'NOT FOR PUBLICATION'), 'not-for-publication');
    assert.deepEqual(
      below.map(({ line }) => line),
      [3, 5],
    );
  });

  it('knows an embargo by its day alone, and under “strict embargo”', async () => {
    const copy = 'The road was closed on Monday, police said.\n';
    for (const line of ['STRICTLY EMBARGOED until Friday', 'UNDER STRICT EMBARGO UNTIL 0600 TUESDAY'])
      assert.equal((await found(`${line}\n\n${copy}`, 'embargo')).length, 1, line);
    assert.equal(
      (await found(`${copy}\nThe report, embargoed until Friday, names nobody, he said.\n`, 'embargo')).length,
      0,
    );
  });

  it('takes two articles for no wrong one, and a spaced ellipsis for no slip', async () => {
    assert.deepEqual(await found('It was a an accident, she said.', 'copy-slip'), []);
    assert.deepEqual(await found('The bank waits . . . and waits, he said.', 'copy-slip'), []);
  });
});
