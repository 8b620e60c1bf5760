// Writing a file so that whatever happens it is either the old one or the new one; and straight to what is no regular file.
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import * as path from 'node:path';
import { inside } from '../config/path';
import type { Problem } from '../document/story';
import { placeInside } from './inside-root';
import { unlikeAFile } from './regular-file';
import { slashes } from './slashes';
import { unwritableBecause } from './trouble';

/**
 * Replaces the file's text; mode and owner stay, and a symbolic link: what it leads to is written. (Another hard link keeps the
 * text as it was.) The text is written whole beside it, then takes its name.
 * @param name what the person calls it, for the sentence.
 */
export function writeAtomically(file: string, text: string | Uint8Array, name = file): Problem | undefined {
  let beside: string | undefined;
  try {
    const target = resolveLink(file);
    const before = statSync(target, { throwIfNoEntry: false });
    const kind = before && unlikeAFile(before);
    if (kind) return unwritable(name, { why: `it is ${kind}`, remedy: 'Name a file' });
    if (before && (before.mode & 0o222) === 0)
      return unwritable(name, { why: 'it is marked read-only', remedy: 'Make it writable' });
    const made = openBeside(path.dirname(target), before ? before.mode & 0o777 : 0o666);
    beside = made.path;
    try {
      writeFileSync(made.handle, text);
      fsyncSync(made.handle);
    } finally {
      closeSync(made.handle);
    }
    if (before) keepOwner(beside, before);
    renameSync(beside, target);
    return undefined;
  } catch (error) {
    if (beside) takeAway(beside);
    return unwritable(name, unwritableBecause((error as NodeJS.ErrnoException).code));
  }
}

/** The same for a file below a root: never through a link that leads out of it. */
export function writeInside(root: string, file: string, text: string): Problem | undefined {
  const relative = inside(slashes(root), slashes(file));
  const place = relative ? placeInside(root, relative) : { path: file };
  return 'path' in place ? writeAtomically(place.path, text, file) : place;
}

/** A report, where a person wants it: a file is replaced whole; a pipe, a device or a terminal is written to and stays what it is. */
export async function writeOut(file: string, text: string): Promise<Problem | undefined> {
  const stream = ownStream(file);
  if (stream === undefined && !isStream(file)) return writeAtomically(file, text);
  try {
    const handle = stream ?? (await opened(file));
    try {
      await writeAll(handle, Buffer.from(text));
    } finally {
      if (handle !== stream) closeSync(handle);
    }
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return unwritable(file, { why: 'nobody reads it any longer', remedy: 'Start its reader' });
    return unwritable(file, unwritableBecause(code));
  }
}

/** `/dev/stdout`, `/dev/fd/7`: a stream that this process has open already. To open it anew would begin it anew. */
function ownStream(file: string): number | undefined {
  const [, name, number] = /^(?:\/dev\/(std(?:out|err))|(?:\/dev|\/proc\/self)\/fd\/(\d{1,6}))$/.exec(file) ?? [];
  if (name !== undefined) return name === 'stdout' ? 1 : 2;
  return number === undefined ? undefined : Number(number);
}

function isStream(file: string): boolean {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat !== undefined && !stat.isFile() && !stat.isDirectory();
  } catch {
    // what is wrong with it is told when it is written
    return false;
  }
}

/** A pipe's writer waits for a reader, as a shell's does, and hears signals meanwhile. */
async function opened(file: string): Promise<number> {
  for (;;) {
    try {
      return openSync(file, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO' || !statSync(file).isFIFO()) throw error;
    }
    await moment(50);
  }
}

async function writeAll(handle: number, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(handle, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // its reader is slow
      await moment(5);
    }
  }
}

const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A new file in the folder, under a name that is nobody's: one that was left there by another run stays. */
function openBeside(folder: string, mode: number): { readonly path: string; readonly handle: number } {
  for (let tries = 0; ; tries++) {
    const beside = path.join(folder, `.copydesk-${Math.random().toString(36).slice(2, 12)}.tmp`);
    try {
      return { path: beside, handle: openSync(beside, 'wx', mode) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 9) throw error;
    }
  }
}

/** Removes a file of ours that may not be there. */
export function takeAway(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // what cannot be written may not be taken away either
  }
}

function resolveLink(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function keepOwner(file: string, { mode, uid, gid }: { mode: number; uid: number; gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    // only the superuser may give a file away; the copy then belongs to who fixed it
  }
  chmodSync(file, mode & 0o7777);
}

const unwritable = (name: string, { why, remedy }: ReturnType<typeof unwritableBecause>): Problem => ({
  code: 'unwritable-file',
  message: `${name} cannot be written (${why}), so nothing in it was changed. ${remedy} and run the command again.`,
});
