// `.copydesk/cleared.jsonl` on disk. Append-only, so that two people's decisions merge.
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import * as path from 'node:path';
import {
  CLEARANCE_FILE,
  type ClearanceLine,
  type Clearances,
  noClearances,
  parseClearances,
  toLines,
} from '../config/clearance-lines';
import { problem } from '../document/decode';
import type { Problem } from '../document/story';
import { placeInside } from './inside-root';
import { brokenAt, largestOf, liesInside, readRegularText, realOf } from './regular-file';
import { unwritableBecause } from './trouble';

/** Reads the root's decisions. What keeps them from being read is their problem, and none of them counts. */
export function readClearances(root: string): Clearances {
  const file = path.join(root, CLEARANCE_FILE);
  const there = realOf(file) !== undefined;
  if (there && !liesInside(root, file)) return { ...noClearances, problems: [leadsOut(root)] };
  const read = there ? readRegularText(file, largestOf.clearances, CLEARANCE_FILE) : brokenAt(file, CLEARANCE_FILE);
  if (read === undefined) return noClearances;
  return typeof read === 'string' ? parseClearances(read) : { ...noClearances, problems: [read] };
}

const leadsOut = (root: string): Problem =>
  problem(
    'outside-root',
    `${CLEARANCE_FILE} is a link that leads outside ${root}, so it does not count. Put a file there instead.`,
  );

/** Adds decisions at the end; one write, so that two editors' lines do not mix. Never through a link that leads out of the root. */
export function appendClearances(root: string, lines: readonly ClearanceLine[]): Problem | undefined {
  const place = placeInside(root, CLEARANCE_FILE);
  if (!('path' in place)) return { ...place, message: `Nothing was cleared: ${place.message}` };
  try {
    const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const handle = openSync(place.path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
    try {
      writeSync(handle, startOfLine(handle) + toLines(lines));
    } finally {
      closeSync(handle);
    }
    return undefined;
  } catch (error) {
    const { why, remedy } = unwritableBecause((error as NodeJS.ErrnoException).code);
    return problem(
      'unwritable-file',
      `${path.join(root, CLEARANCE_FILE)} cannot be written (${why}), so nothing was cleared. ${remedy}.`,
    );
  }
}

/** A file that someone left without its last line end must not swallow the next line. */
function startOfLine(handle: number): string {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size && readSync(handle, last, 0, 1, size - 1) && last[0] !== 10 ? '\n' : '';
}
