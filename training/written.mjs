// The project's own stories (test/bench/claims/open and edited), as labelled stories: each fence is one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';

/** Whose marks teach which question. */
const rules = {
  arguable: 'claim',
  'unattributed-claim': 'claim',
  'vague-source': 'vague',
  'anonymous-source': 'anonymous',
};

/** Stories written to show something, and stories written as edited copy is. */
const folders = { written: 'test/bench/claims/open', edited: 'test/bench/claims/edited' };

/** A mark is firm, or `arguable`; everything unmarked a desk lets pass. */
export async function writtenStories() {
  const { readCases } = await load('server/src/rules/case-file.ts');
  const { sentencesFor } = await load('training/sentences.ts');
  const pages = Object.entries(folders).flatMap(([kind, folder]) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => ({ kind, name, page: readFileSync(path.join(root, folder, name), 'utf8') })),
  );
  return pages.flatMap(({ kind, name, page }) =>
    readCases(page).map(({ text, expected, line, info }) => {
      const sentences = sentencesFor(text);
      return {
        id: `${name} ${line}`,
        text,
        date: info.date ?? null,
        kind,
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
