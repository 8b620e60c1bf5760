// Taking a file away that was made by mistake.
import { rmSync } from 'node:fs';
import type { Problem } from '../document/story';
import { unwritableBecause } from './trouble';

/** A link goes, never what it leads to; where there is no file, all is well. */
export function removeFile(file: string, name = file): Problem | undefined {
  try {
    rmSync(file, { force: true });
    return undefined;
  } catch (error) {
    const { why } = unwritableBecause((error as NodeJS.ErrnoException).code);
    return { code: 'unwritable-file', message: `${name} cannot be taken away (${why}). Delete it by hand.` };
  }
}
