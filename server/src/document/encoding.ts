// Encodings other than UTF-8: which one a file says that it is in, its text, and its bytes again where they can be told.
//
// A byte order mark says so of every file, an XML declaration or a page's own meta element of one with tags. What says nothing is UTF-8.

export interface Encoding {
  /** As the file says it, "ISO-8859-1"; "UTF-16" for a byte order mark. */
  readonly said: string;
  /** As the platform's decoder calls it, in small letters. */
  readonly name: string;
}

/** What the file's beginning says; nothing where that is UTF-8 or no encoding at all. @param declares it may say so in words. */
export function encodingOf(bytes: Uint8Array, declares: boolean): Encoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return { said: 'UTF-16', name: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { said: 'UTF-16', name: 'utf-16be' };
  if (!declares || (a === 0xef && b === 0xbb && c === 0xbf)) return undefined;
  if (a === OPENING && b === 0 && c !== 0 && d === 0) return { said: 'UTF-16', name: 'utf-16le' };
  if (a === 0 && b === OPENING && c === 0 && d !== 0) return { said: 'UTF-16', name: 'utf-16be' };
  const said = declaredIn(String.fromCharCode(...bytes.subarray(0, HEAD)));
  const name = said === undefined ? undefined : nameOf(said);
  // in so many bytes of one each the file cannot be what it says
  return said === undefined || name === undefined || /^utf-/.test(name) ? undefined : { said, name };
}

const OPENING = 0x3c;

/** The text; nothing where the bytes are no text of this encoding. A byte order mark stays, as it does in UTF-8. */
export function decodeAs(bytes: Uint8Array, { name }: Encoding): string | undefined {
  if (name === 'windows-1252') return inWindows(bytes);
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By our own table: not every platform's decoder knows 0x80 to 0x9F, and Node 20's loses 0xFF where it is the first byte. */
function inWindows(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return pieces.join('').replace(/[\x80-\x9f]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] as string);
}

/** Arguments that a call takes everywhere. */
const PIECE = 8192;

/** The bytes of a text; nothing where one of its characters has none, or nobody here can say which they are. */
export function encodeAs(text: string, { name }: Encoding): Uint8Array | undefined {
  if (name.startsWith('utf-16')) return asUtf16(text, name === 'utf-16le');
  const bytes = bytesOf(name);
  if (!bytes) return undefined;
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = bytes.get(text.charAt(i));
    if (byte === undefined) return undefined;
    out[i] = byte;
  }
  return out;
}

/**
 * Whether a file that begins so can hold a character that is not in it yet; one that says nothing of its encoding can hold any. What is
 * said to be ISO 8859 may be read by a program that takes it at its word: then the bytes that only Windows has letters for are none.
 */
export function holderFor(file: string): (character: string) => boolean {
  const said = declaredIn(file.slice(0, HEAD));
  const name = said === undefined ? undefined : nameOf(said);
  if (said === undefined || name === undefined || /^utf-|^gb18030$/.test(name)) return () => true;
  const bytes = bytesOf(name);
  const first = /ascii/i.test(said) ? 0x100 : /^(?:iso|latin|l\d)/i.test(said) ? 0xa0 : 0x80;
  return (character) => {
    if (/^[\x00-\x7f]$/.test(character)) return true;
    const byte = bytes?.get(character);
    return byte !== undefined && byte >= first;
  };
}

/** Whether the file's own words say that it is UTF-8. */
export function saysUtf8(file: string): boolean {
  const said = declaredIn(file.slice(0, HEAD));
  return said !== undefined && nameOf(said) === 'utf-8';
}

/** Characters looked through for what a file says of itself. */
const HEAD = 1024;

/** In an XML declaration, else in a page's meta element. */
function declaredIn(head: string): string | undefined {
  const declaration = /^\ufeff?\s{0,20}<\?xml\s([^>]{0,200})\?>/.exec(head)?.[1] ?? '';
  const inXml = /encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/.exec(declaration)?.[1];
  return inXml ?? declaredByMeta(head);
}

function declaredByMeta(head: string): string | undefined {
  for (const tag of head.split(/<(?=meta\s)/i).slice(1)) {
    const said = /charset\s?=\s?["']?([\w.:-]{1,40})/i.exec(tag.slice(0, tag.indexOf('>')))?.[1];
    if (said !== undefined) return said;
  }
  return undefined;
}

function nameOf(said: string): string | undefined {
  try {
    return new TextDecoder(said).encoding;
  } catch {
    return undefined;
  }
}

/** Windows-1252's own characters for the bytes 0x80 to 0x9F. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * What a page means by a character's number, `&#146;` or `&#x2019;`: 128 to 159 are Windows-1252's, as the HTML standard has it.
 * Nothing for a control, half of a pair, or a number that no character has.
 */
export function characterOf(code: number): string | undefined {
  const meant = code >= 0x80 && code < 0xa0 ? (WINDOWS_1252.codePointAt(code - 0x80) as number) : code;
  const isControl = meant < 0x20 || (meant >= 0x7f && meant < 0xa0);
  return isControl || meant > 0x10ffff || meant >> 11 === 0x1b ? undefined : String.fromCodePoint(meant);
}

const known = new Map<string, ReadonlyMap<string, number> | undefined>();

/** The byte of each character, in an encoding of one byte each: the decoder, turned round. Nothing for any other. */
function bytesOf(name: string): ReadonlyMap<string, number> | undefined {
  if (known.has(name)) return known.get(name);
  const decoder = new TextDecoder(name);
  const characters = Array.from({ length: 256 }, (_, byte) =>
    name === 'windows-1252' ? inWindows(Uint8Array.of(byte)) : decoder.decode(Uint8Array.of(byte)),
  );
  const isSingle =
    !name.startsWith('iso-2022') && decoder.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)).length === 256;
  const bytes = isSingle
    ? new Map(characters.flatMap((one, byte) => (one === '\ufffd' || one.length !== 1 ? [] : [[one, byte] as const])))
    : undefined;
  known.set(name, bytes);
  return bytes;
}

function asUtf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}
