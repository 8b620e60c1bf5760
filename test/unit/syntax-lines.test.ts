// Lines that are syntax are told by their shape, and lines of copy are not.
import * as assert from 'node:assert/strict';
import { commandLines, isCommandLine } from '../../server/src/document/formats/command-lines';
import { programLines } from '../../server/src/document/formats/program-lines';
import { isSyntax, lineShapes } from '../../server/src/document/formats/syntax-lines';
import { doubtfulLines } from '../../server/src/document/segment/doubtful-lines';
import { isInProse } from '../../server/src/document/segment/in-prose';

describe('a line of syntax', () => {
  for (const { of, like, host = 'text' } of lineShapes)
    for (const line of like) it(`${of}: ${line}`, () => assert.equal(isSyntax(line, host), true));

  for (const line of [
    'It was, he said: "open"',
    'By: Ada Okoye',
    'Q: "Is the pier open?"',
    'Headline: Pier opens',
    '“The pier”: that is what he called it.',
    '"We wait": so it says on the wall.',
    '--Lom fell silent, he said.',
    '-- The port stays shut.',
    '!!! The port is shut !!!',
    '??? What now?',
    '=== Ports ===',
    '@ada we wait for the ferry',
    '... and the ferry came.',
    'From the port he walked home.',
    'Import of fish from the "old" harbour fell.',
    'Source: port authority',
    'note: the pier is shut',
    '[laughter, cheers]',
    '[Okoye]: Yes',
    '$ 5 million is what it costs',
    '#harbour is open again',
    'Dec 7 was a Wednesday.',
    '12:45 The ferry has come.',
    '% of ships that wait: 12',
    'LOM = closed to ships, as the chart has it',
    '(1) "The pier"',
    '*** "The pier" is shut ***',
  ])
    it(`is not: ${line}`, () =>
      assert.deepEqual(
        (['text', 'markdown'] as const).filter((host) => isSyntax(line, host)),
        [],
      ));
});

describe('a line that a program may read', () => {
  for (const { of, like, line } of [...doubtfulLines, ...programLines, ...commandLines])
    for (const one of like) it(`${of}: ${one}`, () => assert.match(one, line));
  for (const { like } of commandLines)
    for (const one of like) it(`is a command: ${one}`, () => assert.ok(isCommandLine(one)));
  for (const line of [
    'make "the port" work, they said',
    'said "we wait" and left for the port',
    'port -- which she calls "bold" -- was shut',
    '% of the ships wait',
    '$ 5 million is what it costs',
    'Anglo-Irish "talks" go on',
  ])
    it(`is no command: ${line}`, () => assert.equal(isCommandLine(line), false));
});

/** The place between bars. */
function place(marked: string, by: string): boolean {
  const [before = '', at = '', behind = ''] = marked.split('|');
  return isInProse(before + at + behind, { start: before.length, end: before.length + at.length }, by);
}

describe('a place that a program may read', () => {
  for (const written of [
    'He typed --|Lom| and left.',
    'He typed -|Lom| and left.',
    '--|Lom|',
    'The |Lom|/ folder is his.',
    'He uses desk.|Lom| for it.',
    'It is copy/2016.|Lom| now.',
    'slug: |Lom|',
    'port=|Lom|',
    'He calls port(|Lom|) then.',
    '.|Lom|',
    'X-Port: |Lom|',
    '1,|Lom|,3',
    '<|LOM|>',
    '[it](|Lom|)',
  ])
    it(written, () => assert.equal(place(written, 'Loma'), false));
  for (const written of [
    'He left |Lom|, he said.',
    '“|Lom|” is shut.',
    '(|Lom|) and [|Lom|]'.slice(0, 7),
    '—|Lom| fell silent.',
    '--|Lom| fell silent, he said.',
    '- |Lom| fell silent.',
    'the |Lom|/Asel road',
    'the Asel/|Lom| road.',
    '|Lom|-based ships',
    '|Lom|: it is shut.',
    'He left |Lom|.',
    'Was it |Lom|?',
    '_|Lom|_ is a port.',
    'Headline: |Lom| falls silent',
    'By: |Lom|',
    'Ships (of |Lom|).',
  ])
    it(`is not: ${written}`, () => assert.equal(place(written, 'Loma'), true));

  for (const written of [
    'He typed title:|"|open" there.',
    'title:|"|open"',
    'pier = |"|low"',
    'He typed @import |"|x.css"; there.',
    'He typed "pier": |"|low" there.',
    '1,|"|low",2',
    'include |"|pier"',
  ])
    it(`a mark: ${written}`, () => assert.equal(place(written, '“'), false));
  for (const written of [
    'It was, he said: |"|open"',
    '|"|We wait," he said.',
    '(|"|We wait," he said.)',
    'Q: |"|Is it open?"',
    'The port —|"|shut"— is his.',
    'A ship, |"|the Lom", waits.',
    'The signs say "shut", |"|open" and "wait".',
    '他说|"|船在等"。',
  ])
    it(`a mark is not: ${written}`, () => assert.equal(place(written, '“'), true));
  for (const written of [
    'He said, "We wait,|"| and left.',
    '"Shut|"|: so it says.',
    '("We wait|"|).',
    '"Shut|"|; he left.',
  ])
    it(`a closing mark is not: ${written}`, () => assert.equal(place(written, '”'), true));
});
