// One draft linted: read, asked about, and put right where that was wanted.
import type { Problem } from '../../document/story';
import { withoutCleared } from '../../engine/clearances';
import { type LintRecord, toRecord } from '../../engine/diagnostic';
import { fixUntilStable } from '../../engine/fix';
import type { Linted } from '../../report/report';
import { readDraftFile } from '../../workspace/read-draft';
import { writeAtomically } from '../../workspace/write-file';
import type { Desk } from '../desk';
import type { Input } from '../inputs';
import { print } from '../output';

/** Whether safe fixes are written, or only shown as a diff. */
export type Fixing = 'dry' | 'write' | undefined;

export async function lintDraft(input: Input, desk: Desk, fixing: Fixing): Promise<Linted> {
  const { shown: path, content: text, file, format } = input;
  if (typeof text !== 'string') return { path, text: '', diagnostics: [], problems: [text] };
  const place = await desk.at(file);
  const read = await place.reader(format);
  const lint = (copy: string): LintRecord => toRecord(withoutCleared(place.lint(read(copy)), place.cleared), copy);
  if (!fixing) return { path, text, ...lint(text) };
  const fixed = fixUntilStable(text, (copy) => lint(copy).diagnostics);
  if (fixing === 'dry') {
    const { unifiedDiff } = await import('../../report/diff');
    await print(unifiedDiff(path, text, fixed.text));
    return { path, text: fixed.text, ...lint(fixed.text) };
  }
  const problem = await put(input, text, fixed.text);
  if (problem) {
    const record = lint(text);
    return { path, text, ...record, problems: [...record.problems, problem] };
  }
  return { path, text: fixed.text, fixed: fixed.applied, ...lint(fixed.text) };
}

/** Writes the fixed draft where it came from, unless somebody else has written there since. */
async function put({ piped, file, shown }: Input, before: string, after: string): Promise<Problem | undefined> {
  if (piped) {
    await print(after);
    return undefined;
  }
  if (before === after) return undefined;
  if (readDraftFile(file) !== before)
    return {
      code: 'changed-meanwhile',
      message: `${shown} was changed while it was linted, so nothing was fixed in it. Run the command again.`,
    };
  return writeAtomically(file, after, shown);
}
