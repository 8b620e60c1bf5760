// The copy that fields of front matter hold, as parts of the story: each stands in no block of the page.
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { characterOf } from '../encoding';
import type { ProseBuilder } from '../../text/source-map';
import type { Chunk } from '../draft';
import { type Growing, grow } from '../markup';
import type { CopyField } from './front-matter-meaning';
import { HIDDEN, OBJECT } from './hidden';
import { withoutTemplates } from './templates';

/** Where the fields' words are put. */
export interface FieldReading {
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly texts: Growing[];
}

export function readFields(file: string, fields: readonly CopyField[], reading: FieldReading): void {
  for (const field of fields) {
    const { written, role } = field;
    if (!written) {
      // nobody could say where its words stand, so nothing is marked there but the file's beginning
      chunk(reading, field, () => reading.prose.insert(field.value.replace(/[\s\u0085]+/g, ' ').trim()));
      continue;
    }
    const last = written.pieces.at(-1);
    const start = written.pieces[0]?.start ?? 0;
    const seen = withoutPrograms(file.slice(start, last?.end));
    let paragraph: (typeof written.pieces)[number][] = [];
    for (const piece of [...written.pieces, END]) {
      if (piece !== END && (piece.text !== '\n\n' || role === 'headline')) paragraph.push(piece);
      else {
        if (paragraph.length) readParagraph(reading, field, paragraph, start, seen);
        paragraph = [];
      }
    }
  }
}

const END = { start: 0, end: 0, text: '\n\n' };

/** Addresses of links, shortcodes and expressions, which the site's own program reads. */
export const withoutPrograms = (words: string): string =>
  /[{<[`$\\%]/.test(words) ? withoutTemplates(words, 'text') : words;

/** @param seen the value with what is no prose hidden. @param base where it begins in the file. */
function readParagraph(
  reading: FieldReading,
  field: CopyField,
  pieces: NonNullable<CopyField['written']>['pieces'],
  base: number,
  seen: string,
): void {
  const { prose } = reading;
  const { written } = field;
  chunk(reading, field, () => {
    const node = grow(
      undefined,
      'text',
      { start: pieces[0]?.start ?? base, end: pieces.at(-1)?.end ?? base },
      prose.length,
    );
    for (const { start, end, text } of pieces) {
      if (text === undefined) copyWords(prose, seen.slice(start - base, end - base), start);
      else if (/^[\s\u0085]*$/.test(text)) prose.insert(text ? ' ' : '');
      else prose.decoded(start, end, text);
    }
    node.prose = { start: node.prose.start, end: prose.length };
    if (written) node.write = written.write;
    reading.texts.push(node);
  });
}

/** Codes are for the page that the words go on: read as what they stand for. */
export function copyWords(prose: ProseBuilder, words: string, base: number): void {
  let from = 0;
  for (const { index, 0: found } of words.matchAll(CODE_OR_HIDDEN)) {
    const read = found.startsWith(HIDDEN) ? OBJECT : found.startsWith('&') ? meantBy(found) : ' ';
    if (read === undefined) continue;
    prose.copy(base + from, base + index);
    if (read === OBJECT || /^[\s\u0085]*$/.test(read)) prose.insert(read === OBJECT ? read : ' ');
    else prose.decoded(base + index, base + index + found.length, read);
    from = index + found.length;
  }
  prose.copy(base + from, base + words.length);
}

/** The fields' language knows fewer line ends than Unicode does. */
const CODE_OR_HIDDEN = /\ue100+|[\n\r\v\f\u0085\u2028\u2029]|&(?:#\d{1,7}|[a-zA-Z]{2,30});/g;

function meantBy(code: string): string | undefined {
  const name = code.slice(1, -1);
  return name.startsWith('#') ? characterOf(Number(name.slice(1))) : decodeNamedCharacterReference(name) || undefined;
}

function chunk({ prose, chunks }: FieldReading, { role, data }: CopyField, write: () => void): void {
  if (chunks.length) prose.insert('\n');
  const start = prose.length;
  write();
  chunks.push({
    kind: role === 'headline' ? 'heading' : 'paragraph',
    ...{ start, end: prose.length, indent: 0, blankBefore: chunks.length ? 1 : 0 },
    ...(role !== 'headline' && { part: { role, data: { ...data, kind: 'field' } } }),
  });
}
