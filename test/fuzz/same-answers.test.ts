// The same answers: whatever was read before, in whatever order, with whatever line ends, in whatever language the machine speaks.
//
// COPYDESK_THOROUGH=1 reads a thousand stories in twenty orders; a gate has time for some.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { createMemory, type Memory } from '../../server/src/document/memory';
import { readStory } from '../../server/src/document/read';
import { answerFor } from '../../server/src/engine/answer';
import type { LintRecord } from '../../server/src/engine/record';
import { rules } from '../../server/src/rules';
import { folder } from '../support/cli';
import { storiesToRead } from '../support/stories';

const thorough = process.env.COPYDESK_THOROUGH === '1';
const [STORIES, ORDERS] = thorough ? [1000, 20] : [60, 3];
const settings = buildSettings([{ extends: ['all', 'ap'] }], rules);

/** News and releases that others wrote, and briefs: what the judge of claims has learned from. */
const stories: readonly string[] = storiesToRead('desk', 'briefs', 'more')
  .filter((_, i, all) => i % Math.max(1, Math.floor(all.length / STORIES)) === 0)
  .slice(0, STORIES);

const answer = (text: string, memory?: Memory): string =>
  JSON.stringify(answerFor(readStory({ text, format: 'text' }, memory), text, { settings }).record);

describe('an answer', function () {
  this.timeout(thorough ? 3_600_000 : 120_000);
  const fresh = stories.map((text) => answer(text));

  it('is about something', () => {
    const found = fresh.flatMap((one) => (JSON.parse(one) as LintRecord).diagnostics);
    assert.ok(found.length > stories.length, `${found.length} findings in ${stories.length} stories`);
  });

  it(`does not hang on what was read before: ${STORIES} stories in ${ORDERS} orders`, () => {
    const random = generator(7);
    for (let order = 0; order < ORDERS; order++)
      for (const i of shuffled(stories.length, random)) assert.equal(answer(stories[i] as string), fresh[i]);
  });

  it('comes back when a draft does: A, B, A, in the memory of one editor', () => {
    for (let i = 0; i + 1 < stories.length; i += 2) {
      const [a, b] = [stories[i], stories[i + 1]] as [string, string];
      const memory = createMemory();
      for (const [text, k] of [
        [a, i],
        [b, i + 1],
        [a, i],
      ] as const)
        assert.equal(answer(text, memory), fresh[k]);
    }
  });

  it('is the same with the line ends of Windows, and of an old Mac', () => {
    for (const end of ['\r\n', '\r'])
      for (const [i, text] of stories.entries()) {
        const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        assert.deepEqual(told(plain.replaceAll('\n', end)), told(plain), `story ${i}`);
      }
  });

  it('is the same in any language of the machine and in any zone of time', () => {
    const made = folder(Object.fromEntries(stories.slice(0, 10).map((text, i) => [`${i}.txt`, text])));
    const run = (env: Readonly<Record<string, string>>): string =>
      made.run(['lint', '--format', 'ndjson', '--fail-on', 'never', '--date', '2024-05-06', '.'], '', env).out;
    const usual = run({});
    assert.ok(usual.includes('"rule"'));
    for (const [language, zone] of [
      ['tr_TR.UTF-8', 'Pacific/Kiritimati'],
      ['de_DE.UTF-8', 'America/St_Johns'],
      ['ar_EG.UTF-8', 'Asia/Kathmandu'],
      ['C', 'UTC'],
    ] as const)
      assert.equal(run({ LANG: language, LC_ALL: language, TZ: zone }), usual, `${language}, ${zone}`);
  });
});

/** Each finding by its place, rule and words. */
function told(text: string): readonly string[] {
  const { diagnostics } = JSON.parse(answer(text)) as LintRecord;
  return diagnostics.map(
    (one) => `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.rule} ${one.message}`,
  );
}

/** Numbers from 0 to 1 that are the same in each run (a linear congruence: Numerical Recipes' constants). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

function shuffled(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
  return order;
}
