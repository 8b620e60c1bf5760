// A draft that somebody pipes into a command that was not asked to read it: silence about the folder would be taken for silence about it.
import { fstatSync } from 'node:fs';
import type { Arguments } from './arguments';
import { complain } from './output';

export function tellOfPipe({ rest, has }: Arguments): void {
  if (rest.length || ['stdin-filename', 'input', 'changed', 'staged', 'watch'].some(has)) return;
  // a job's own input is a pipe where nobody writes
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
