// Says that a piped draft is not read without "-". Otherwise a clean answer about the folder would look like one about the draft.
import { fstatSync } from 'node:fs';
import type { Arguments } from './arguments';
import { complain } from './output';

export function tellOfPipe({ rest, has }: Arguments): void {
  if (rest.length || ['stdin-filename', 'input', 'changed', 'staged', 'watch'].some(has)) return;
  // in CI standard input is often a pipe into which nobody writes
  if (process.env.CI || !isPiped()) return;
  complain(
    'Standard input is read where a "-" asks for it: copydesk lint - < story.txt. Without one, the drafts below this folder are.',
  );
}

function isPiped(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || (input.isFile() && input.size > 0);
  } catch {
    return false;
  }
}
