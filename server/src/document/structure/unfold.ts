// Lines for recognisers: a format's paragraphs, and out of wrapped ones the furniture that was folded in with the copy.
import type { Parsed } from '../draft';
import { advisory } from './advisory';
import { byline, credit } from './credit';
import { embargo, restricted } from './embargo';
import { envelope } from './notes';
import type { Line, Recogniser } from './part';
import { placeAt } from './place';
import { slug, takeHead } from './slug';

/** Furniture that takes a whole line by its form alone, so that the next line cannot be its continuation. */
const wholeLines: readonly Recogniser[] = [envelope, embargo, restricted, advisory, slug, byline, credit, takeHead];

/** In order. Together they cover all that the chunks cover but white space. */
export function linesOf(parsed: Parsed): Line[] {
  const lines = parsed.chunks.map((chunk, paragraph): Line => {
    const { start, end, blankBefore } = chunk;
    return { chunk, paragraph, start, blankBefore, text: parsed.prose.slice(start, end), lastLine: 0 };
  });
  const breaks = breaksIn(parsed);
  return lines.flatMap((line) => unfold(line, breaks.get(line.paragraph) ?? []));
}

/** Offsets at which the folded lines of each chunk start, save the first; relative to the chunk. Only of chunks that have some. */
function breaksIn({ chunks, prose, map: { runs } }: Parsed): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  let run = 1;
  for (const [paragraph, { start, end }] of chunks.entries()) {
    for (; run < runs.length && (runs[run]?.prose ?? end) < end; run++) {
      const at = runs[run]?.prose ?? 0;
      const before = runs[run - 1];
      const folded = before !== undefined && before.prose + before.length === at - 1 && prose[at - 1] === ' ';
      if (at > start && folded) found.set(paragraph, [...(found.get(paragraph) ?? []), at - start]);
    }
  }
  return found;
}

/** The leading lines that are furniture each for itself, then the rest as it was folded. */
function unfold(line: Line, breaks: readonly number[]): Line[] {
  const split: Line[] = [];
  let from = 0;
  for (const at of breaks) {
    const text = line.text.slice(from, at - 1).trimEnd();
    if (!standsAlone(text, line, split.at(-1))) break;
    split.push({ ...line, text, start: line.start + from, blankBefore: from === 0 ? line.blankBefore : 0 });
    from = at;
  }
  const lastLine = (breaks.at(-1) ?? 0) - from;
  return [
    ...split,
    {
      ...line,
      text: line.text.slice(from),
      start: line.start + from,
      blankBefore: from === 0 ? line.blankBefore : 0,
      lastLine: Math.max(0, lastLine),
    },
  ];
}

function standsAlone(text: string, line: Line, above: Line | undefined): boolean {
  const place = placeAt([above ?? line, line, line], 1, { before: 0 });
  return wholeLines.some((recognise) => {
    const found = recognise(text, place);
    return found !== undefined && found.end - found.start === text.length;
  });
}
