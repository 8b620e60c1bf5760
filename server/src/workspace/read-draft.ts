// Reading a draft's file: whole and well-formed, or a sentence that says why not. Nothing unread is ever written back.
import { type Decoded, decodeDraft, LARGEST, problem, textOf, tooLarge } from '../document/decode';
import { formatOfName, whyUnread } from '../document/formats/table';
import type { Problem } from '../document/story';
import { kindAt, readRegular } from './regular-file';

/**
 * The file's text, byte order mark and line ends as they are, and its encoding where that is not UTF-8.
 * @param name what the person calls it, for the sentence.
 */
export async function readDraft(path: string, name = path): Promise<Decoded | Problem> {
  const bytes = readRegular(path, LARGEST, name);
  if (bytes === undefined) return missing(name);
  if (bytes instanceof Uint8Array) return draftOf(path, bytes, name);
  const unread = whyUnread(path, '');
  if (unread) return problem('unread-format', `${name} ${unread}`);
  // a draft's own sentences say what else can be done
  if (bytes.code === 'no-regular-file')
    return { ...bytes, message: `${bytes.message} What comes from elsewhere is read from standard input.` };
  const size = bytes.code === 'too-large' ? kindAt(path).stat?.size : undefined;
  return size === undefined ? bytes : tooLarge(name, Math.max(size, LARGEST + 1));
}

/** The text alone, for those who write nothing. */
export const readDraftFile = async (path: string, name = path): Promise<string | Problem> =>
  textOf(await readDraft(path, name));

/** The same of a draft that lies elsewhere than in its file, in Git's index say. */
export async function draftOf(path: string, bytes: Uint8Array, name: string): Promise<Decoded | Problem> {
  const unread = whyUnread(path, beginningOf(bytes));
  return unread ? problem('unread-format', `${name} ${unread}`) : decodeDraft(bytes, name, formatOfName(path));
}

/** A few characters, for kinds that are told by them. */
const beginningOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

const missing = (name: string): Problem =>
  problem(
    'missing-file',
    // a name in another encoding comes with a mark for what could not be told
    name.includes('\ufffd')
      ? `The name of ${name} is not UTF-8, so the file cannot be opened. Rename it.`
      : `There is no file ${name}. Check the name, or name a folder to lint all drafts in it.`,
  );
