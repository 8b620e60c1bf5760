// Lines for recognisers: a format's paragraphs, and out of wrapped ones the furniture that was folded in with the copy.
import type { Parsed } from '../draft';
import type { HouseWords } from '../house-words';
import { advisory } from './advisory';
import { byline, credit } from './credit';
import { embargo, restricted } from './embargo';
import { footNote } from './foot-notes';
import { envelope, tagline } from './notes';
import type { Line, ChunkInStory, Recogniser } from './part';
import { placeAt } from './place';
import { releaseLine } from './release';
import { signOffLine, trailer } from './sign-off';
import { slug, takeHead } from './slug';

/** Furniture that takes a whole line by its form alone, so that the next line cannot be its continuation. */
const wholeLines: readonly Recogniser[] = [
  envelope,
  embargo,
  restricted,
  releaseLine,
  advisory,
  slug,
  byline,
  credit,
  takeHead,
];

/** In order. Together they cover all that the chunks cover but white space. */
export function linesOf(parsed: Parsed, words?: HouseWords): Line[] {
  const lines = parsed.chunks.map((chunk, paragraph): Line => {
    const { start, end, blankBefore } = chunk;
    const line = { chunk, paragraph, start, blankBefore, text: parsed.prose.slice(start, end) };
    return words ? { ...line, words } : line;
  });
  const breaks = breaksIn(parsed);
  return joinCredits(
    lines.flatMap((line, i) => unfold(line, breaks.get(line.paragraph) ?? [], lines.length - 1 - i)),
    parsed.prose,
  );
}

/** "(Reporting by Ana Brandt in Cairo;" and the line that closes the bracket below it: one credit. */
function joinCredits(lines: readonly Line[], prose: string): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const last = OPENS_CREDIT.test(line.text) ? closingLine(lines, index) : index;
    const { start, text } = lines[last] as Line;
    joined.push(last === index ? line : { ...line, text: prose.slice(line.start, start + text.length) });
    index = last;
  }
  return joined;
}

const OPENS_CREDIT = /^\((?:Additional )?(?:Reporting|Writing|Editing|Compiled|With)\b[^()]*$/;

/** Index of the line within the next few that closes the bracket; `from` where none does. */
function closingLine(lines: readonly Line[], from: number): number {
  for (let index = from + 1; index <= from + longestCredit; index++) {
    const line = lines[index];
    if (!line || line.blankBefore > 0 || line.text.includes('(')) return from;
    if (line.text.includes(')')) return /^[^)]*\)\.?$/.test(line.text) ? index : from;
  }
  return from;
}

/** Lines below its first. */
const longestCredit = 3;

/** Offsets at which the folded lines of each chunk start, save the first; relative to the chunk. Only of chunks that have some. */
function breaksIn({ chunks, prose, map: { runs } }: Parsed): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  let run = 1;
  for (const [paragraph, { start, end }] of chunks.entries()) {
    for (; run < runs.length && (runs[run]?.prose ?? end) < end; run++) {
      const at = runs[run]?.prose ?? 0;
      const before = runs[run - 1];
      const folded = before !== undefined && before.prose + before.length === at - 1 && prose[at - 1] === ' ';
      if (!(at > start && folded)) continue;
      const known = found.get(paragraph);
      if (known) known.push(at - start);
      else found.set(paragraph, [at - start]);
    }
  }
  return found;
}

/** Marks that take a whole line at the story's end. */
const lastLines: readonly Recogniser[] = [envelope, trailer, footNote, signOffLine, tagline];

/** How many paragraphs from the file's end a wrapped one may end with a mark: one of the agency's own may stand behind. */
const nearEnd = 2;

/** The leading lines that are furniture each for itself, the rest as it was folded, and behind it the marks that end a story. */
function unfold(line: Line, breaks: readonly number[], fromEnd: number): Line[] {
  if (!breaks.length) return [line];
  const starts = [0, ...breaks];
  const textOf = (from: number, to: number): string =>
    line.text.slice(starts[from] as number, starts[to] ?? line.text.length).trimEnd();
  let first = 0;
  while (
    isNearEdge(line, fromEnd) &&
    first < starts.length - 1 &&
    standsAlone(textOf(first, first + 1), line, first > 0)
  )
    first++;
  let last = starts.length;
  while (fromEnd < nearEnd && last - 1 > first && endsStory(textOf(last - 1, last), textOf(last - 2, last - 1), line))
    last--;
  const cuts = [...starts.slice(0, first + 1), ...starts.slice(last)];
  return cuts.map((start, i) => ({
    ...line,
    text: line.text.slice(start, cuts[i + 1] ?? line.text.length).trimEnd(),
    start: line.start + start,
    blankBefore: i === 0 ? line.blankBefore : 0,
  }));
}

/** Where a story's head or foot may be: further in, a wrapped paragraph is copy. */
const isNearEdge = ({ paragraph }: Line, fromEnd: number): boolean => paragraph < 6 || fromEnd < 6;

/** @param below another such line stands above it. */
function standsAlone(text: string, line: Line, below: boolean): boolean {
  const place = placeAt([line, line, line], below ? 1 : 0, { before: 0 });
  return wholeLines.some((recognise) => takesAll(recognise, text, place));
}

/** In small letters only behind a sentence's end: "the road / ends" is copy. */
function endsStory(text: string, above: string, line: Line): boolean {
  if (/^\p{Ll}/u.test(text) && !/[.!?]["”’)\]]*$/.test(above) && !endsMark(above, line)) return false;
  return endsMark(text, line);
}

const endsMark = (text: string, line: Line): boolean =>
  lastLines.some((recognise) => takesAll(recognise, text, placeAt([line, line], 1, { after: 0 })));

function takesAll(recognise: Recogniser, text: string, place: ChunkInStory): boolean {
  const found = recognise(text, place);
  return found !== undefined && found.end - found.start === text.length;
}
