// `.copydesk/cleared.jsonl` on disk. Append-only, so that two people's decisions merge.
import { closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import * as path from 'node:path';
import {
  CLEARANCE_FILE,
  type ClearanceLine,
  type Clearances,
  noClearances,
  parseClearances,
  toLines,
  withoutLines,
} from '../config/clearance-lines';
import { problem } from '../document/decode';
import type { Problem } from '../document/story';
import { placeInside } from './inside-root';
import { brokenAt, largestOf, liesInside, readRegularText, realOf } from './regular-file';
import { unwritableBecause } from './trouble';
import { writeInside } from './write-file';

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

/**
 * Takes lines out. What others add meanwhile is added again behind the file that is left: the old one is kept open until the new one has
 * its name, and whoever writes looks afterwards whether it was written into the file that there is (see {@link appendClearances}).
 */
export function takeOutClearances(root: string, isOut: (line: ClearanceLine) => boolean): Problem | undefined {
  const file = path.join(root, CLEARANCE_FILE);
  const gone = problem('missing-file', `There is no ${CLEARANCE_FILE} any more.`);
  if (realOf(file) === undefined) return gone;
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const text = readRegularText(file, largestOf.clearances, CLEARANCE_FILE);
    if (typeof text !== 'string') return text ?? gone;
    const fault = writeInside(root, file, withoutLines(text, isOut));
    if (fault) return fault;
    const since = Buffer.byteLength(text);
    const more = Buffer.alloc(Math.max(0, fstatSync(handle).size - since));
    readSync(handle, more, 0, more.length, since);
    return more.length ? append(root, more.toString('utf8')) : undefined;
  } finally {
    closeSync(handle);
  }
}

/** Adds decisions at the end; one write, so that two editors' lines do not mix. Never through a link that leads out of the root. */
export const appendClearances = (root: string, lines: readonly ClearanceLine[]): Problem | undefined =>
  append(root, toLines(lines));

function append(root: string, lines: string): Problem | undefined {
  const place = placeInside(root, CLEARANCE_FILE);
  if (!('path' in place)) return { ...place, message: `Nothing was cleared: ${place.message}` };
  try {
    const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    for (let tries = 0; tries < TRIES; tries++) {
      const handle = openSync(place.path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
      try {
        writeSync(handle, startOfLine(handle) + lines);
        // somebody may have put another file in its place just then
        if (statSync(place.path, { throwIfNoEntry: false })?.ino === fstatSync(handle).ino) break;
      } finally {
        closeSync(handle);
      }
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

/** A decision that stands there twice is one. */
const TRIES = 5;

/** A file that someone left without its last line end must not swallow the next line. */
function startOfLine(handle: number): string {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size && readSync(handle, last, 0, 1, size - 1) && last[0] !== 10 ? '\n' : '';
}
