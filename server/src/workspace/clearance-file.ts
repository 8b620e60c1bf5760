// `.copydesk/cleared.jsonl` on disk. Append-only, so that two people's decisions merge.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import {
  CLEARANCE_FILE,
  type ClearanceLine,
  type Clearances,
  noClearances,
  parseClearances,
  toLines,
} from '../config/clearance-lines';
import type { Problem } from '../document/story';
import { unwritableBecause } from './trouble';

/** Reads the root's decisions. */
export function readClearances(root: string): Clearances {
  const file = path.join(root, CLEARANCE_FILE);
  return existsSync(file) ? parseClearances(readFileSync(file, 'utf8')) : noClearances;
}

/** Adds decisions at the end; one write, so that two editors' lines do not mix. */
export function appendClearances(root: string, lines: readonly ClearanceLine[]): Problem | undefined {
  const file = path.join(root, CLEARANCE_FILE);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    appendFileSync(file, startOfLine(file) + toLines(lines));
    return undefined;
  } catch (error) {
    const { why, remedy } = unwritableBecause((error as NodeJS.ErrnoException).code);
    return {
      code: 'unwritable-file',
      message: `${file} cannot be written (${why}), so nothing was cleared. ${remedy}.`,
    };
  }
}

/** A file that someone left without its last line end must not swallow the next line. */
const startOfLine = (file: string): string =>
  existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8').slice(-1)) ? '\n' : '';
