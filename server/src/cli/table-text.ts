// The text of a table, whatever a spreadsheet has saved it in: UTF-8, UTF-16 with its mark, or what the person says that it is.
import { LARGEST } from '../document/decode';
import { readRegular } from '../workspace/regular-file';
import { Trouble } from '../workspace/trouble';

/** @param encoding as the person names it. @throws Trouble where it cannot be read, with what to do. */
export function tableText(file: string, name: string, encoding: string | undefined): string {
  const bytes = readRegular(file, LARGEST, name);
  if (bytes === undefined) throw new Trouble(`There is no file ${name}. Check the name.`);
  if (!(bytes instanceof Uint8Array)) throw new Trouble(bytes.message);
  if (encoding !== undefined) return decoded(bytes, name, encoding);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8192).includes(0))
    throw new Trouble(`${name} is no table of text. Save it as CSV and import that.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble(`${name} is not UTF-8, so nothing was written. ${remedyFor(bytes)}`);
  }
}

function decoded(bytes: Uint8Array, name: string, encoding: string): string {
  const decoder = decoderOf(encoding);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Trouble(`${name} is not in ${encoding}, so nothing was written. Name the encoding that it was saved in.`);
  }
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Trouble(
      `--encoding cannot be "${encoding}". Name one such as utf-8, windows-1252, windows-1250, macintosh or utf-16le.`,
    );
  }
}

/** What ends a cell. */
const BETWEEN = '\n\r,;\t|"';
const MOST_SHOWN = 60;

/** A guess would be written into the house's settings, and into its copy after that: the person sees it first. */
function remedyFor(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const at = text.search(/[^\u0000-\u007f]/);
  const from = Math.max(...[...BETWEEN].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const cell = text.slice(from, from + MOST_SHOWN);
  const end = [...cell].findIndex((character) => BETWEEN.includes(character));
  const words = (end < 0 ? cell : cell.slice(0, end)).trim();
  return `If “${words}” is how it is spelled, add --encoding windows-1252, which spreadsheets save in; else save the table as UTF-8.`;
}
