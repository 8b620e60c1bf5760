// Reading what lies in a folder that nobody has vouched for: regular files only, whole and of bounded size. What else lies there
// (a pipe, a device, a folder, a link to nowhere) comes back as a problem, and never keeps anybody waiting.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { inside } from '../config/path';
import { decode, problem } from '../document/decode';
import type { Problem } from '../document/story';
import { slashes } from './slashes';

/** Largest file of each kind that is read, in bytes. */
export const largestOf = {
  /** A glossary of 20,000 forms is shorter. */
  settings: 4 << 20,
  ignore: 1 << 20,
  /** Some 200,000 decisions. */
  clearances: 32 << 20,
  answer: 64 << 20,
} as const;

/** @returns the bytes; a problem that says why not; nothing where there is no such file. @param name what the person calls it. */
export function readRegular(file: string, largest: number, name = file): Buffer | Problem | undefined {
  try {
    // before it is opened: to open a device may already do something
    const kind = unlikeAFile(statSync(file));
    if (kind) return unlike(name, kind);
    // and none that has taken its place meanwhile keeps us waiting
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    try {
      const stat = fstatSync(handle);
      const now = unlikeAFile(stat);
      if (now) return unlike(name, now);
      return stat.size > largest ? tooLong(name, stat.size, largest) : readUpTo(handle, stat.size, largest, name);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unread(file, name, error as NodeJS.ErrnoException);
  }
}

/** The same as text. */
export function readRegularText(file: string, largest: number, name = file): string | Problem | undefined {
  const bytes = readRegular(file, largest, name);
  return bytes instanceof Uint8Array ? decode(bytes, name, largest) : bytes;
}

/** The first bytes; nothing where there is no such file, or none that may be read. */
export function readHead(file: string, length: number): Buffer | undefined {
  try {
    if (unlikeAFile(statSync(file))) return undefined;
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    try {
      if (unlikeAFile(fstatSync(handle))) return undefined;
      const head = Buffer.alloc(length);
      return head.subarray(0, readSync(handle, head, 0, length, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** What lies behind a path: never an error. `missing` for nothing at all, a sentence's end for what cannot be looked at. */
export function kindAt(file: string): { readonly stat?: Stats; readonly fault?: Problem } {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    const fault = stat ? undefined : brokenLink(file, file);
    return { ...(stat && { stat }), ...(fault && { fault }) };
  } catch (error) {
    const fault = unread(file, file, error as NodeJS.ErrnoException);
    return fault ? { fault } : {};
  }
}

/** The path with every link followed, with forward slashes; nothing where that leads to no file. */
export function realOf(file: string): string | undefined {
  try {
    return slashes(realpathSync.native(file));
  } catch {
    return undefined;
  }
}

/** Why something that is there cannot be reached: a link to nowhere or to itself, a folder that may not be looked into. */
export function brokenAt(file: string, name = file): Problem | undefined {
  try {
    lstatSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : cannotBeRead(name, code);
  }
  try {
    statSync(file);
    return undefined;
  } catch (error) {
    return unread(file, name, error as NodeJS.ErrnoException);
  }
}

/** True where a path, links followed, lies in a folder or is it. */
export function liesInside(folder: string, file: string): boolean {
  const [root, real] = [realOf(folder), realOf(file)];
  return root !== undefined && real !== undefined && inside(root, real) !== undefined;
}

/** True where both names lead to one file, through links or by a hard one. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
    return a.isFile() && a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

/** What it is instead of a regular file; nothing where it is one. */
export function unlikeAFile(stat: Stats): string | undefined {
  if (stat.isFile()) return undefined;
  if (stat.isDirectory()) return 'a folder';
  if (stat.isFIFO()) return 'a pipe';
  return stat.isSocket() ? 'a socket' : 'a device';
}

const unlike = (name: string, kind: string): Problem =>
  problem('no-regular-file', `${name} is ${kind}, and only files are read. Put a file there, or leave it out.`);

const tooLong = (name: string, size: number, largest: number): Problem =>
  problem(
    'too-large',
    `${name} is ${Math.ceil(size / (1 << 20))} MB; such files are read up to ${largest >> 20} MB. Make it shorter.`,
  );

/** A file may be longer than it says it is, and one of the system's own may say nothing. */
function readUpTo(handle: number, size: number, largest: number, name: string): Buffer | Problem {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(length < size ? size - length + 1 : 1 << 16);
    const read = readSync(handle, part, 0, part.length, null);
    if (!read) return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > largest) return tooLong(name, length, largest);
  }
}

function unread(file: string, name: string, { code }: NodeJS.ErrnoException): Problem | undefined {
  if (code === 'ENOENT' || code === 'ENOTDIR') return brokenLink(file, name);
  return cannotBeRead(name, code);
}

/** A link that leads nowhere is there all the same. */
function brokenLink(file: string, name: string): Problem | undefined {
  try {
    if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  } catch {
    return undefined;
  }
  return problem('unreadable-file', `${name} is a link that leads nowhere. Mend the link, or take it away.`);
}

/** @param code of the system's error. */
export function cannotBeRead(name: string, code: string | undefined): Problem {
  if (code === 'EACCES' || code === 'EPERM')
    return problem('unreadable-file', `${name} may not be read by you. Ask for read permission, or leave it out.`);
  if (code === 'ELOOP')
    return problem('unreadable-file', `${name} is a link that leads back to itself. Mend the link, or take it away.`);
  return problem('unreadable-file', `${name} cannot be read (${code ?? 'unknown error'}).`);
}
