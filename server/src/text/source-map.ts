// Source maps: where each character of the prose stands in the file, and back.
//
// A map is a list of runs in which prose and file are the same characters. What lies between two runs was folded
// (a wrapped line's break and indent to one space), decoded (an entity) or left out (markup, blank lines, what nobody sees).
// A letter that is several units is a run of its own, and no place inside it is ever an edge of anything in the file.
import { hasLetters, lettersIn } from './letters';
import type { Span } from './span';

/** `length` units from `prose` in the prose are the very units from `file` in the file; or, with `takes`, are one letter there. */
export interface Run {
  readonly prose: number;
  readonly file: number;
  readonly length: number;
  /** How many units of the file the letter is, in whichever form it is written there: composed or not, or another kind of space. */
  readonly takes?: number;
  /** The file has a code there, `&eacute;`, which stands for the letter and is not written like one. */
  readonly coded?: true;
}

/** Where the run ends in the file. */
export const endInFile = ({ file, length, takes = length }: Run): number => file + takes;

/** True where the offset lies inside a run that is one letter. */
const isInside = ({ prose, length, takes }: Run, offset: number): boolean =>
  takes !== undefined && offset > prose && offset < prose + length;

/** Runs ascend in both texts and do not overlap. Maps compose: {@link compose}. */
export interface SourceMap {
  readonly runs: readonly Run[];
}

export const identity = (length: number): SourceMap => ({ runs: length ? [{ prose: 0, file: 0, length }] : [] });

/**
 * The file span that covers the prose span, tight where the ends are mapped characters; an end between two runs takes in
 * all that was folded there. An empty span maps to an insertion point behind the character before it.
 */
export function toFile(map: SourceMap, { start, end }: Span): Span {
  if (end <= start) {
    const at = fileEnd(map, start);
    return { start: at, end: at };
  }
  return { start: fileStart(map, start), end: fileEnd(map, end) };
}

/**
 * True where both ends of the span stand on mapped characters, so that an edit there changes exactly what it says. It may
 * begin right behind one: an edit then takes all that was folded there.
 */
export function isExact(map: SourceMap, { start, end }: Span): boolean {
  const last = Math.max(start, end);
  const run = runBefore(map, last);
  if (!run || last > run.prose + run.length || isInside(run, last)) return false;
  const first = runAt(map, start);
  if (first) return !isInside(first, start);
  const folded = runBefore(map, start);
  return folded !== undefined && folded.prose + folded.length === start;
}

/** The prose offset for a file offset: the same character, or the next mapped one where the file's was left out. */
export function toProse(map: SourceMap, offset: number): number {
  const { runs } = map;
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (offset < run.file) high = middle - 1;
    else if (offset >= endInFile(run)) low = middle + 1;
    else return run.takes === undefined ? run.prose + offset - run.file : run.prose;
  }
  const next = runs[low];
  if (next) return next.prose;
  const last = runs[runs.length - 1];
  return last ? last.prose + last.length : 0;
}

/**
 * The span of the prose as it is written in the file: its letters unit for unit, composed or not; a space for each kind of space and
 * for a folded line.
 */
export function asTyped({ runs }: SourceMap, prose: string, file: string, { start, end }: Span): string {
  let typed = '';
  let at = start;
  for (let i = Math.max(0, indexBefore({ runs }, start)); i < runs.length && at < end; i++) {
    const run = runs[i] as Run;
    if (run.prose >= end) break;
    const to = run.prose + run.length;
    if (run.takes === undefined || run.coded || to <= at || prose[run.prose] === ' ') continue;
    typed += prose.slice(at, run.prose) + file.slice(run.file, endInFile(run));
    at = to;
  }
  return typed + prose.slice(at, end);
}

/** `inner` maps prose to a text, `outer` that text to the file: the map from prose to file. */
export function compose(inner: SourceMap, outer: SourceMap): SourceMap {
  const runs: Run[] = [];
  let k = 0;
  for (const run of inner.runs) {
    const end = endInFile(run);
    while (k < outer.runs.length && (outer.runs[k] as Run).prose + (outer.runs[k] as Run).length <= run.file) k++;
    if (run.takes !== undefined) {
      const through = letterThrough(run, outer, k);
      if (through) runs.push(through);
      continue;
    }
    for (; k < outer.runs.length; k++) {
      const next = outer.runs[k] as Run;
      const from = Math.max(run.file, next.prose);
      const to = Math.min(end, next.prose + next.length);
      const through = from < to ? joined(run, next, from, to) : undefined;
      if (through) runs.push(through);
      if (next.prose + next.length > end) break;
    }
  }
  return { runs };
}

/** A letter whose units, in the text between, are written with several runs of the file: `\u0026eacute;`. None where they stand apart. */
function letterThrough(run: Run, { runs }: SourceMap, first: number): Run | undefined {
  const end = endInFile(run);
  let at = run.file;
  let file: number | undefined;
  let to: number | undefined;
  let coded = run.coded;
  for (let k = first; at < end; k++) {
    const next = runs[k];
    if (!next || next.prose > at || (next.takes !== undefined && (next.prose < at || next.prose + next.length > end)))
      return undefined;
    const start = next.takes === undefined ? next.file + at - next.prose : next.file;
    if (to !== undefined && start !== to) return undefined;
    file ??= start;
    at = Math.min(end, next.prose + next.length);
    to = next.takes === undefined ? next.file + at - next.prose : endInFile(next);
    coded ??= next.coded;
  }
  if (file === undefined || to === undefined) return undefined;
  return { prose: run.prose, file, length: run.length, takes: to - file, ...(coded && { coded }) };
}

/** The part `[from, to)` of the text between, through both runs; nothing where it is a piece of a letter. */
function joined(run: Run, next: Run, from: number, to: number): Run | undefined {
  const prose = run.prose + from - run.file;
  if (next.takes === undefined) return { prose, file: next.file + from - next.prose, length: to - from };
  return to - from === next.length ? { ...next, prose } : undefined;
}

/** Builds prose and its map together: append pieces of the file, or characters that stand for some. */
export interface ProseBuilder {
  /** Length of the prose so far. */
  readonly length: number;
  /** Appends the file's own characters `[start, end)` as a reader sees them: letters composed, other spaces plain, no hidden ones. */
  copy(start: number, end: number): void;
  /** Appends what a code of the file, `[start, end)`, stands for, as one letter: nothing where nobody would see it. */
  decoded(start: number, end: number, text: string): void;
  /** Appends prose that was built of a part of the file, which begins at `at`. */
  append(prose: string, map: SourceMap, at: number): void;
  /** Appends characters that are in no such form in the file: a folded line break, a decoded entity, a separator. */
  insert(text: string): void;
  build(): { readonly prose: string; readonly map: SourceMap };
}

export function proseBuilder(file: string): ProseBuilder {
  const parts: string[] = [];
  const runs: Run[] = [];
  let length = 0;
  const append = (start: number, text: string): void => {
    if (!text) return;
    const last = runs[runs.length - 1];
    if (last && !last.takes && last.prose + last.length === length && last.file + last.length === start) {
      runs[runs.length - 1] = { ...last, length: last.length + text.length };
    } else {
      runs.push({ prose: length, file: start, length: text.length });
    }
    parts.push(text);
    length += text.length;
  };
  return {
    get length() {
      return length;
    },
    copy(start, end) {
      const text = file.slice(start, Math.max(start, end));
      if (!hasLetters(text)) {
        append(start, text);
        return;
      }
      let at = 0;
      for (const letter of lettersIn(text)) {
        append(start + at, text.slice(at, letter.start));
        at = letter.end;
        if (!letter.read) continue;
        runs.push({
          prose: length,
          file: start + letter.start,
          length: letter.read.length,
          takes: letter.end - letter.start,
        });
        parts.push(letter.read);
        length += letter.read.length;
      }
      append(start + at, text.slice(at));
    },
    decoded(start, end, text) {
      const read = hasLetters(text) ? [...readLetters(text)].join('') : text;
      if (!read) return;
      runs.push({ prose: length, file: start, length: read.length, takes: end - start, coded: true });
      parts.push(read);
      length += read.length;
    },
    append(prose, map, at) {
      for (const run of map.runs) runs.push({ ...run, prose: run.prose + length, file: run.file + at });
      parts.push(prose);
      length += prose.length;
    },
    insert(text) {
      parts.push(text);
      length += text.length;
    },
    build: () => ({ prose: parts.join(''), map: { runs } }),
  };
}

/** A text as a reader sees it, piece by piece. */
function* readLetters(text: string): Generator<string> {
  let at = 0;
  for (const { start, end, read } of lettersIn(text)) {
    yield text.slice(at, start) + read;
    at = end;
  }
  yield text.slice(at);
}

/** Index of the last run that starts at or before `offset` of the prose, or -1. */
function indexBefore({ runs }: SourceMap, offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).prose <= offset) low = middle + 1;
    else high = middle;
  }
  // an end at a run's first unit belongs to the run before it, where the two touch in the prose
  const before = runs[low - 2];
  if (before && before.prose + before.length === offset) return low - 2;
  return low - 1;
}

const runBefore = (map: SourceMap, offset: number): Run | undefined => map.runs[indexBefore(map, offset)];

function runAt({ runs }: SourceMap, offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (offset < run.prose) high = middle - 1;
    else if (offset >= run.prose + run.length) low = middle + 1;
    else return run;
  }
  return undefined;
}

function fileStart(map: SourceMap, offset: number): number {
  const run = runAt(map, offset);
  if (run) return run.takes === undefined ? run.file + offset - run.prose : run.file;
  const before = runBefore(map, offset);
  return before ? endInFile(before) : 0;
}

function fileEnd(map: SourceMap, offset: number): number {
  const index = indexBefore(map, offset);
  const before = map.runs[index];
  if (before && offset <= before.prose + before.length) {
    if (before.takes === undefined) return before.file + offset - before.prose;
    return offset > before.prose ? endInFile(before) : before.file;
  }
  return map.runs[index + 1]?.file ?? (before ? endInFile(before) : 0);
}
