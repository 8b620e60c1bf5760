// The project's own stories (test/bench/claims/open), as labelled stories: each fence is one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';

/** Whose marks teach which question. */
const rules = { arguable: 'claim', 'unattributed-claim': 'claim', 'vague-source': 'vague' };

const folder = path.join(root, 'test/bench/claims/open');

/** A mark is firm, or `arguable`; everything unmarked a desk lets pass. */
export async function writtenStories() {
  const { readCases } = await load('test/support/cases.ts');
  const { sentencesFor } = await load('training/sentences.ts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) =>
      readCases(readFileSync(path.join(folder, name), 'utf8')).map(({ text, expected, line, info }) => {
        const sentences = sentencesFor(text);
        return {
          id: `${name} ${line}`,
          text,
          date: info.date ?? null,
          kind: 'written',
          fold: -1,
          sentences,
          marks: expected.map(({ start, end, rule, remark }) => ({
            reader: 'W',
            sentence: sentences.findIndex((s) => s.start < end && start < s.end),
            rule: rules[rule] ?? 'other',
            class: remark,
            firm: rule === 'arguable' ? 'some would' : 'would',
            start,
            end,
          })),
        };
      }),
    );
}
