// From bytes to a draft's text: whole and well-formed, or a sentence that says why not.
import { decodeAs, type Encoding, encodingOf } from './encoding';
import { type Format, formatTable } from './formats/table';
import type { Problem } from './story';

/** Largest draft that is read, in bytes: a shelf of novels. Reading one takes some 80 bytes of memory for each of its own. */
export const LARGEST = 10 << 20;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Byte order mark and line ends stay as they are.
 * @param name what to call the input in a sentence.
 * @param largest in bytes; of a draft, where nothing else is said.
 */
export function decode(bytes: Uint8Array, name: string, largest = LARGEST): string | Problem {
  if (bytes.length > largest) return tooLarge(name, bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return problem('utf-16', `${name} is UTF-16. Save it as UTF-8.`);
  if (bytes.subarray(0, 8192).includes(0))
    return problem('binary', `${name} is not text but a binary file. Choose a file of text.`);
  try {
    return utf8.decode(bytes);
  } catch {
    const { line, byte } = firstBadByte(bytes);
    const message = `${name} is not valid UTF-8: the first bad byte is number ${byte}, on line ${line}. It was left alone; convert it to UTF-8.`;
    return { ...problem('invalid-utf-8', message), line };
  }
}

/** A draft as it was read, and what it was written in where that is not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly encoding?: Encoding;
}

/** The same of a draft, of one that is no text what its format makes of it; in the encoding that the file itself says. What is UTF-8 after all is read so, whatever it says. */
export async function decodeDraft(
  bytes: Uint8Array,
  name: string,
  format: Format | undefined,
): Promise<Decoded | Problem> {
  if (bytes.length > LARGEST) return tooLarge(name, bytes.length);
  const made = format && (await formatTable[format].textOf?.());
  if (made) {
    const text = made(bytes, name);
    return typeof text === 'string' ? { text } : text;
  }
  const encoding = encodingOf(bytes, format !== undefined && formatTable[format].declares === true);
  const plain = decode(bytes, name);
  const isTwoBytes = encoding?.name.startsWith('utf-16') === true;
  if (!encoding || (typeof plain === 'string' && !isTwoBytes))
    return typeof plain === 'string' ? { text: plain } : plain;
  const text = decodeAs(bytes, encoding);
  if (text !== undefined) return { text, encoding };
  const message = `${name} says that it is ${encoding.said}, and there are bytes in it that are none of its letters. It was left alone; convert it to UTF-8.`;
  return problem('invalid-encoding', message);
}

/** The text of a draft, or why there is none. */
export const textOf = (read: Decoded | Problem): string | Problem => ('text' in read ? read.text : read);

/** Of the whole text, at no place in it. */
export const problem = (code: string, message: string): Problem => ({ code, message });

export const tooLarge = (name: string, size: number): Problem =>
  problem('too-large', `${isTooLarge(name, size)} Split it into its stories.`);

/** @param size in bytes. */
export const isTooLarge = (name: string, size: number): string =>
  `${name} is ${Math.ceil(size / (1 << 20))} MB; drafts are read up to ${LARGEST >> 20} MB.`;

/** Where decoding fails first, both from 1. Halves the input until the place is found. */
function firstBadByte(bytes: Uint8Array): { line: number; byte: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // a character may be cut off at the end of the piece
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // the fault is the beginning of what was cut off, not the byte that shows it
  while (!decodes(bytes.subarray(0, good), false)) good--;
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < good; at = bytes.indexOf(10, at + 1)) line++;
  return { line, byte: good + 1 };
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
