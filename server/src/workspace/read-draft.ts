// Reading a draft's file: whole and well-formed, or a sentence that says why not. Nothing unread is ever written back.
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { decode, LARGEST, problem, tooLarge } from '../document/decode';
import type { Problem } from '../document/story';

/**
 * The file's text, byte order mark and line ends as they are.
 * @param name what the person calls it, for the sentence.
 */
export function readDraftFile(path: string, name = path): string | Problem {
  let bytes: Buffer;
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > LARGEST) return tooLarge(name, size);
      bytes = readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return unreadable(name, (error as NodeJS.ErrnoException).code);
  }
  return decode(bytes, name);
}

function unreadable(path: string, code: string | undefined): Problem {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return problem(
      'missing-file',
      `There is no file ${path}. Check the name, or name a folder to lint all drafts in it.`,
    );
  if (code === 'EACCES' || code === 'EPERM')
    return problem('unreadable-file', `${path} may not be read by you. Ask for read permission, or leave it out.`);
  return problem('unreadable-file', `${path} cannot be read (${code ?? 'unknown error'}).`);
}
