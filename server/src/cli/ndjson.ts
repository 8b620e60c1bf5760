// `--input ndjson`: a story a line comes in, a record a line goes out, in order, holding one line at a time.
import { isTooLarge, LARGEST } from '../document/decode';
import { type Draft, type Format, formats } from '../document/draft';
import { formatTable } from '../document/formats/table';
import { type Genre, genres } from '../document/story';
import { dayOf } from '../language/calendar';
import { didYouMean } from '../text/nearest';
import { fieldsOfALine } from './line-fields';
import { complain, print } from './output';
import { isMine, type Shard } from './shard';

/** One line of input. */
export interface Incoming extends Draft {
  readonly id: string | number;
  /** Where the story lies or would lie: settings for that place apply. */
  readonly path?: string | undefined;
}

/** Where a story without a path counts as lying: in the working folder, under a name that no glob is meant for. */
export const NO_PATH = '-';

/** What a line is answered with, `id` apart. */
export type Answer = (draft: Incoming) => Promise<object>;

/** Lines that came together. Plain data, so that a worker can be given it. */
export interface Batch {
  /** Number of its first line, from 1. */
  readonly first: number;
  readonly bytes: Uint8Array;
  /** Where each line ends in the bytes; {@link TOO_LONG} for one that was too long to be kept. */
  readonly ends: readonly number[];
}

const TOO_LONG = -1;

/** What a batch is answered with. */
export interface BatchAnswer {
  readonly text: string;
  readonly allRead: boolean;
  /** Names of fields that no line has. */
  readonly unknown: readonly string[];
}

/** Resolves with whether every line could be read. A bad line is answered too, and the run goes on. */
export async function answerLines(answer: Answer): Promise<boolean> {
  let allRead = true;
  const tell = tellerOfUnknown();
  for await (const batch of batchesOf(process.stdin)) {
    const answered = await answerBatch(batch, undefined, answer);
    allRead &&= answered.allRead;
    tell(answered.unknown);
    await print(answered.text);
  }
  return allRead;
}

/** Tells once of each field that is passed over: a slip of the keys would else be a day or a genre that nobody heeds. */
export function tellerOfUnknown(): (names: readonly string[]) => void {
  const known = Object.keys(fieldsOfALine);
  const told = new Set<string>();
  return (names) => {
    for (const name of names) {
      if (told.has(name)) continue;
      told.add(name);
      complain(
        `A line has no field "${name.slice(0, 60)}", so it is passed over.${didYouMean(name, known)} Fields: ${known.join(', ')}.`,
      );
    }
  };
}

/** @param shard which lines are to be answered; an answer then tells the place of its line. */
export async function answerBatch(
  { first, bytes, ends }: Batch,
  shard: Shard | undefined,
  answer: Answer,
): Promise<BatchAnswer> {
  const answers: string[] = [];
  const unknown = new Set<string>();
  let allRead = true;
  let from = 0;
  for (const [i, end] of ends.entries()) {
    const line = end === TOO_LONG ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from);
    if (line) from = end;
    if (!isMine(shard, first + i - 1) || (line && isBlank(line))) continue;
    const index = shard && { index: first + i - 1 };
    const incoming = line ? readLine(line, first + i === 1, unknown) : tooLongSentence;
    if (typeof incoming === 'string') {
      allRead = false;
      const problems = [{ code: 'unreadable-line', message: incoming, line: first + i }];
      answers.push(`${JSON.stringify({ id: null, line: first + i, problems, ...index })}\n`);
    } else answers.push(`${JSON.stringify({ id: incoming.id, ...(await answer(incoming)), ...index })}\n`);
  }
  return { text: answers.join(''), allRead, unknown: [...unknown] };
}

/** The lines of each piece of input as it comes: none waits for more than its own end. */
export async function* batchesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Batch> {
  let first = 1;
  let parts: Buffer[] = [];
  let ends: number[] = [];
  let length = 0;
  const take = (): Batch => {
    const batch = { first, bytes: Buffer.concat(parts), ends };
    first += ends.length;
    parts = [];
    ends = [];
    length = 0;
    return batch;
  };
  for await (const line of lines(input)) {
    if (line === endOfPiece) {
      if (ends.length) yield take();
    } else if (line === tooLong) ends.push(TOO_LONG);
    else {
      parts.push(line);
      ends.push((length += line.length));
    }
  }
  if (ends.length) yield take();
}

/** Longest line that is read, in bytes: the largest draft, each of its characters written as an escape. */
const LIMIT = 6 * LARGEST;
const tooLong = Symbol('too long');
const endOfPiece = Symbol('end of piece');
const tooLongSentence = `The line is longer than ${LIMIT >> 20} MB. Split the story.`;

/** The bytes of each line, without its line feed, and where a piece of the input ended. */
async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer | typeof tooLong | typeof endOfPiece> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Buffer | typeof tooLong => {
    const whole = length > LIMIT ? tooLong : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts = [];
    length = 0;
    return whole;
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length <= LIMIT) parts.push(part);
    else parts = [];
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
    yield endOfPiece;
  }
  if (length) yield take();
}

const isBlank = (bytes: Buffer): boolean => bytes.length < 64 && bytes.toString('latin1').trim() === '';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The story on a line, or the sentence that says why there is none. */
function readLine(bytes: Buffer, first: boolean, unknown: Set<string>): Incoming | string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return 'The line is not valid UTF-8. Convert the input to UTF-8 and send it again.';
  }
  let json: unknown;
  try {
    json = JSON.parse(first ? text.replace(/^\uFEFF/, '') : text);
  } catch {
    return 'The line is not JSON. Send one object a line: {"id": "1", "text": "…"}.';
  }
  return toIncoming(json, unknown);
}

function toIncoming(json: unknown, unknown: Set<string>): Incoming | string {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return 'The line is no object. Send {"id": "1", "text": "…"}.';
  for (const name in json) if (!Object.hasOwn(fieldsOfALine, name) && unknown.size < MOST_UNKNOWN) unknown.add(name);
  const { id, text, format = 'text', date, genre, path } = json as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return 'The story has no "id". Give it a string or a number.';
  if (typeof id === 'number' && !(Number.isFinite(id) && (Number.isSafeInteger(id) || !Number.isInteger(id))))
    return 'The "id" is a number with more digits than a reader of JSON keeps. Send it as a string.';
  if (typeof text !== 'string') return `The story ${JSON.stringify(id)} has no "text". Give it a string.`;
  if (text.length > LARGEST) return `${isTooLarge(`The story ${JSON.stringify(id)}`, text.length)} Split it.`;
  if (isOneOf(formats, format) && formatTable[format as Format].textOf)
    return `The story ${JSON.stringify(id)} is ${formatTable[format as Format].name}, which is no text: name the file itself, or send its text.`;
  if (!isOneOf(formats, format))
    return `The format ${JSON.stringify(format)} cannot be read. Use one of: ${texts.join(', ')}.`;
  if (date !== undefined && !isDate(date))
    return `The date ${JSON.stringify(date)} is no day. Write it like "2016-12-07".`;
  if (genre !== undefined && !isOneOf(genres, genre))
    return `The genre ${JSON.stringify(genre)} is not known. Use one of: ${genres.join(', ')}.`;
  if (path !== undefined && typeof path !== 'string')
    return 'The "path" is no string. Leave it out, or give a file name.';
  return { id, text, format: format as Format, date, genre: genre as Genre | undefined, path };
}

/** Names that are told of; whoever has more knows of them. */
const MOST_UNKNOWN = 20;

/** Formats that a line can hold. */
const texts = formats.filter((format) => !formatTable[format].textOf);

const isOneOf = (known: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && known.includes(value);

const isDate = (value: unknown): value is string => typeof value === 'string' && dayOf(value) !== undefined;
