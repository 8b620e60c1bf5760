// What a stop belongs to, where the house writes a word without its stop, or with one: the word, its sentence, or nobody can tell.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { unseenFix } from '../../server/src/engine/unseen';
import { rules } from '../../server/src/rules/index';
import { fixedBy, recordOf } from '../support/fixed';

const bare = {
  glossary: [
    { prefer: 'pm', instead: ['p.m.'] },
    { prefer: 'US', instead: ['U.S.'] },
    { prefer: 'UK', instead: ['U.K.'] },
    { prefer: 'ILO', instead: ['I.L.O.'] },
    { prefer: 'Inc', instead: ['Inc.'] },
    { prefer: 'PhD', instead: ['Ph.D.'] },
    { prefer: 'Blvd', instead: ['Blvd.'] },
    { prefer: 'March', instead: ['Mar.'] },
  ],
};
const stopped = {
  glossary: [
    { prefer: 'U.S.', instead: ['US'] },
    { prefer: 'Corp.', instead: ['Corporation'] },
  ],
};
const COPY = 'The pier was shut on Monday, said Ines Holm, who runs it.';

const told: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'no stop before another mark',
    'Was she in the U.S.? Or the U.K.! Not the U.K.; no.',
    'Was she in the US? Or the UK! Not the UK; no.',
  ],
  [
    'no stop in a bracket inside a sentence',
    'It asked the labour body (I.L.O.). The I.L.O. (in the U.S.) sat.',
    'It asked the labour body (ILO). The ILO (in the US) sat.',
  ],
  [
    'one stop in a bracket of its own',
    'Rain fell. (She was in the U.S.) Then it cleared.',
    'Rain fell. (She was in the US.) Then it cleared.',
  ],
  [
    'a stop before the mark of a note',
    'She left the U.S.[3] Her son left the U.K.* They met.',
    'She left the US.[3] Her son left the UK.* They met.',
  ],
  ['a stop before a tag', 'She left the U.S.<br>Then it rained.', 'She left the US.<br>Then it rained.'],
  [
    'no stop where no verb has come',
    'By 6 p.m. Holm had gone; at 8 p.m. Harbour Master Lind rang.',
    'By 6 pm Holm had gone; at 8 pm Harbour Master Lind rang.',
  ],
  [
    'no stop before the rest of a time',
    'It shuts at 6 p.m. Oslo time. It shuts at 6 p.m. Mar. 3. It shuts at 6 p.m. Easter Monday.',
    'It shuts at 6 pm Oslo time. It shuts at 6 pm March 3. It shuts at 6 pm Easter Monday.',
  ],
  [
    'a stop before a word that opens sentences',
    'It shut at 6 p.m. The crew left. She left the U.S. Last year she was back.',
    'It shut at 6 pm. The crew left. She left the US. Last year she was back.',
  ],
  [
    'a stop before a quotation',
    'She has a Ph.D. “It took years,” she said.',
    'She has a PhD. “It took years,” she said.',
  ],
  [
    'no stop within a name',
    'Holm said the U.S. Navy had left. She won the U.S. Open. Then U.S. Senator Lind rose.',
    'Holm said the US Navy had left. She won the US Open. Then US Senator Lind rose.',
  ],
  ['no stop in a clause that goes before', 'When she left the U.S. Lind stayed.', 'When she left the US Lind stayed.'],
  ['one stop at a paragraph’s end', 'She left for the U.K. Then for the U.S.', 'She left for the UK. Then for the US.'],
  ['one stop at the end of the last of two', 'She left. Not for the U.S.', 'She left. Not for the US.'],
  ['no stop behind a label', `${COPY}\n\nSource: I.L.O.`, `${COPY}\n\nSource: ILO`],
  ['no stop in a headline', `Ports seek a pact with the U.S.\n\n${COPY}`, `Ports seek a pact with the US\n\n${COPY}`],
  [
    'no stop in a list without them',
    `${COPY}\n\n- Ports of the U.S.\n- Ports of France`,
    `${COPY}\n\n- Ports of the US\n- Ports of France`,
  ],
  [
    'a stop in a list with them',
    `${COPY}\n\n- It is in the U.S.\n- It is in France.`,
    `${COPY}\n\n- It is in the US.\n- It is in France.`,
  ],
  [
    'a list that nothing else tells of: its sentence waits',
    `${COPY}\n\n- U.S.\n- Ports of the U.K.\n- She left the U.S.`,
    `${COPY}\n\n- US\n- Ports of the UK\n- She left the U.S.`,
  ],
  [
    'a list of sentences with stops: what is none waits',
    `${COPY}\n\n- It is in the U.S.\n- Rain fell.\n- U.K.`,
    `${COPY}\n\n- It is in the US.\n- Rain fell.\n- U.K.`,
  ],
  [
    'no stop in fields under one another; one that is a sentence waits',
    `${COPY}\n\nWhere: the U.S.\nDoors open: 6 p.m.\nWhat: Holm leaves the U.K.`,
    `${COPY}\n\nWhere: the US\nDoors open: 6 pm\nWhat: Holm leaves the U.K.`,
  ],
  [
    'both stops of a pair',
    'It is open 6 p.m.-8 p.m. on Monday. A U.S.-U.K. pact failed.',
    'It is open 6 pm-8 pm on Monday. A US-UK pact failed.',
  ],
];

/** The text stays as it is, a finding stands, and each of its fixes waits for a person. */
const doubtful: readonly (readonly [before: string, ...choices: string[]])[] = [
  ['She has a Ph.D. Lind said so.', 'PhD', 'PhD.'],
  ['It shut at 6 p.m. Crews went home.', 'pm', 'pm.'],
  ['It shut at 6 p.m. 30 men left.', 'pm', 'pm.'],
  ['She left the U.S. Lind stayed.', 'US', 'US.'],
  ['She lives on Long Blvd. Mayor Lind spoke.', 'Blvd'],
  ['He sued Lom Inc. Holm lost.', 'Inc'],
  ['Ida Holm, Ph.D. Per Lind, of Lom.', 'PhD', 'PhD.'],
  [`${COPY}\n\n- It left the U.S.\n- It left the U.K.`, 'US', 'US.'],
  // the other of a pair may end the sentence, so neither goes without a person
  ['She moved from the U.S. to the U.K. Lind stayed.', 'US'],
  [`${COPY}\n\nOpen 6 p.m.-8 p.m.`, 'pm'],
  [`${COPY}\n\nOpen 6 p.m. to 8:30 p.m.`, 'pm'],
  ['She left the U.S., the U.K. Lind stayed.', 'US'],
];

describe('a stop', () => {
  for (const format of ['text', 'markdown'] as const) {
    const fix = fixedBy(bare);
    for (const [name, before, after] of told)
      it(`of a word that the house writes without: ${name} (${format})`, () => {
        const given = format === 'markdown' ? before.replace(/^Ports seek/, '# Ports seek') : before;
        const due = format === 'markdown' ? after.replace(/^Ports seek/, '# Ports seek') : after;
        assert.equal(fix(given, format), due);
        assert.equal(fix(due, format), due);
      });
    for (const [before, ...choices] of doubtful)
      it(`that may end a sentence or not waits for a person (${format}): ${before.slice(0, 40)}`, () => {
        const { diagnostics } = recordOf(before, format, rules, buildSettings([bare], rules));
        const [found] = diagnostics.filter(({ rule }) => rule === 'house-style');
        assert.ok(found);
        assert.equal(unseenFix(found), undefined);
        assert.deepEqual(
          found.fixes.map(({ title }) => title),
          choices.map((one) => `Change to “${one}”`),
        );
        assert.equal(fix(before, format), before);
      });
    it(`that the word and its sentence share is no fault (${format})`, () => {
      const text = 'He sued Lom Inc. The case was lost. She lives on Long Blvd. It is wide.';
      const { diagnostics } = recordOf(text, format, rules, buildSettings([bare], rules));
      assert.deepEqual(
        diagnostics.filter(({ rule }) => rule === 'house-style'),
        [],
      );
    });
    it(`is not doubled by a form that has one (${format})`, () => {
      const back = fixedBy(stopped);
      assert.equal(
        back('She left the US. He left the **US**. Was it the US? The US left.', format),
        'She left the U.S. He left the **U.S.** Was it the U.S.? The U.S. left.',
      );
      assert.equal(
        back(`${COPY}\n\n## Life in the US\n\n${COPY}`, format),
        `${COPY}\n\n## Life in the U.S.\n\n${COPY}`,
      );
    });
  }

  it('that a token has taken is the sentence’s: “9 am.”', () => {
    const fix = fixedBy({ glossary: [{ prefer: 'a.m.', instead: ['am'] }] });
    assert.equal(fix('It was 9 am. She left at 10 am. I am.\n', 'text'), 'It was 9 a.m. She left at 10 a.m. I am.\n');
  });

  it('is in no title that had none', () => {
    const fix = fixedBy(bare);
    const text = (land: string): string =>
      `---\ntitle: Ports leave the ${land}\n---\n\n${COPY}\n\n**Ports of the ${land}**\n`;
    assert.equal(fix(text('U.S.'), 'markdown'), text('US'));
  });
});
