// A file's bytes as a draft: its text, and the format that its name says; or a sentence that says why it is not read.
import { decodeDraft, problem } from '../document/decode';
import { formatOfName, whyUnread } from '../document/formats/table';
import type { Problem } from '../document/story';
import type { Format } from './options';

/** A draft that came as a file. */
export interface FileText {
  readonly text: string;
  /** A Word file is a text with a line for each paragraph. */
  readonly format: Format;
}

/**
 * Reads what `copydesk lint` reads: UTF-8, UTF-16, the encoding that a page or feed declares, a Word file's text. Never throws on any
 * bytes. @param name the file's name, whose ending says what it is; plain text where it says nothing.
 */
export async function fileText(bytes: Uint8Array, name: string): Promise<FileText | Problem> {
  const unread = whyUnread(name, String.fromCharCode(...bytes.subarray(0, 8)));
  if (unread) return problem('unread-format', `${name} ${unread}`);
  const format = formatOfName(name);
  const read = await decodeDraft(bytes, name, format);
  if (!('text' in read)) return read;
  return { text: read.text, format: format === undefined || format === 'docx' ? 'text' : format };
}
