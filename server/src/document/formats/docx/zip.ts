// Entries of a zip file, each by its name: so much and no more is unpacked, and what is no zip is told.
import { Inflate } from 'fflate';
import { once } from '../../../text/once';

/** Why nothing could be read, as the rest of a sentence. */
export class NoZip extends Error {}

/** Largest entry that is unpacked, in bytes: the text of a long novel with all that Word says of it. */
const LARGEST = 48 << 20;
/** Bytes given to the inflater at once: a byte may become 1,032. */
const PIECE = 16 << 10;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry {
  readonly method: number;
  /** Of what it unpacks to, CRC-32: bytes that were damaged may unpack all the same, to other words or to none. */
  readonly sum: number;
  readonly size: number;
  readonly at: number;
}

/** @throws NoZip where the file is none, or breaks off. */
export function entriesIn(bytes: Uint8Array): { unpack(name: string): Uint8Array | undefined } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view);
  return {
    unpack(name) {
      const entry = entries.get(name);
      const found = entry && unpacked(bytes, view, entry);
      if (found && sumOf(found) !== entry.sum) throw new NoZip('a part of it is damaged');
      return found;
    },
  };
}

/** Its last entry says where the list of all begins. */
function directoryOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw new NoZip('its list of parts is broken');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    if (view.getUint16(at + 8, true) & 1) throw new NoZip('it is locked by a password');
    const entry = {
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
    };
    if (!entries.has(name)) entries.set(name, { ...entry, at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endOf(view: DataView): number {
  // a comment of 65,535 bytes at most may stand behind it
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  throw new NoZip('it breaks off before its end');
}

function unpacked(bytes: Uint8Array, view: DataView, { method, size, at }: Entry): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw new NoZip('a part of it is not where it says');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + size);
  if (packed.length < size) throw new NoZip('it breaks off inside a part');
  if (method === 0) return size > LARGEST ? tooMuch() : packed;
  if (method !== 8) throw new NoZip('a part of it is packed in a way that Word does not use');
  return inflated(packed);
}

function inflated(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let from = 0; from < packed.length || from === 0; from += PIECE) {
      inflate.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
      if (length > LARGEST) tooMuch();
    }
  } catch (error) {
    if (error instanceof NoZip) throw error;
    throw new NoZip('a part of it is broken');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** CRC-32, as zip files have it. */
function sumOf(bytes: Uint8Array): number {
  const table = sums();
  let sum = ~0;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** What each byte adds. */
const sums = once(() =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    return sum;
  }),
);

function tooMuch(): never {
  throw new NoZip(`it unpacks to more than ${LARGEST >> 20} MB, which no story does`);
}
