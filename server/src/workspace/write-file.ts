// Writing a file so that whatever happens it is either the old one or the new one.
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as path from 'node:path';
import type { Problem } from '../document/story';
import { unwritableBecause } from './trouble';

/**
 * Replaces the file's text; mode, owner and links stay. The text is written whole beside it, then takes its name.
 * @param name what the person calls it, for the sentence.
 */
export function writeAtomically(file: string, text: string, name = file): Problem | undefined {
  let beside: string | undefined;
  try {
    // a link stays a link: what it leads to is written
    const target = resolveLink(file);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before && (before.mode & 0o222) === 0)
      return unwritable(name, { why: 'it is marked read-only', remedy: 'Make it writable' });
    beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    const handle = openSync(beside, 'wx', before ? before.mode & 0o777 : 0o666);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (before) keepOwner(beside, before);
    renameSync(beside, target);
    return undefined;
  } catch (error) {
    if (beside) rmSync(beside, { force: true });
    return unwritable(name, unwritableBecause((error as NodeJS.ErrnoException).code));
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
