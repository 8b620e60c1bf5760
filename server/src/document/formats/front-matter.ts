// Front matter: `key: value` lines at the head of a Markdown draft. Only what a desk writes there is read; the rest is left alone.
import type { Span } from '../../text/span';
import { dateAt, isoOf } from '../structure/dates';
import { type Genre, genres, type Problem } from '../story';
import { endsLine } from './lines';

export interface FrontMatter {
  /** ISO `2016-12-07`. */
  readonly date?: string;
  readonly genre?: Genre;
  /** The headline's own characters, quotation marks of YAML left out. Offsets into the file. */
  readonly headline?: Span;
  readonly problems: readonly Problem[];
}

const headlineKeys: ReadonlySet<string> = new Set(['title', 'headline']);

/** @param start file offset of the first line behind the opening fence. @param end of the last one. */
export function readFrontMatter(text: string, { start, end }: Span): FrontMatter {
  const values = new Map<string, Span>();
  const lineNumbers = new Map<string, number>();
  let number = 1;
  for (let at = start; at < end; number++) {
    let stop = at;
    while (stop < end && !endsLine(text.charCodeAt(stop))) stop++;
    const entry = /^([A-Za-z][\w-]{0,40}):[ \t]+/.exec(text.slice(at, Math.min(stop, at + 60)));
    if (entry) {
      const key = (entry[1] as string).toLowerCase();
      values.set(key, unquoted(text, { start: at + entry[0].length, end: stop }));
      lineNumbers.set(key, number + 1);
    }
    at = stop + (text[stop] === '\r' && text[stop + 1] === '\n' ? 2 : 1);
  }
  const read = (key: string): string | undefined => {
    const value = values.get(key);
    return value && text.slice(value.start, value.end);
  };
  const problems: Problem[] = [];
  const doubt = (key: string, wanted: string): void => {
    const line = lineNumbers.get(key) as number;
    problems.push({
      code: 'front-matter',
      line,
      message: `The ${key} in the front matter (line ${line}) was left out: it is not ${wanted}.`,
    });
  };
  const date = read('date');
  const iso = date === undefined ? undefined : isoDate(date);
  if (date && !iso) doubt('date', 'a day such as 2016-12-07 or December 7, 2016');
  const genre = read('genre') as Genre | undefined;
  const known = genre !== undefined && genres.includes(genre);
  if (genre && !known) doubt('genre', `one of ${genres.join(', ')}`);
  const headline = [...headlineKeys].map((key) => values.get(key)).find((value) => value && value.end > value.start);
  return { problems, ...(iso && { date: iso }), ...(known && { genre }), ...(headline && { headline }) };
}

function isoDate(value: string): string | undefined {
  const date = dateAt(value, 0);
  // a time may follow, nothing else
  return date && /^(?:[T\s,].*)?$/.test(value.slice(date.end)) ? isoOf(date) : undefined;
}

/** Without white space, YAML's quotation marks round the whole value, and a comment behind it. */
function unquoted(text: string, { start, end }: Span): Span {
  const value = text.slice(start, end);
  const mark = value[0];
  const close = mark === '"' || mark === "'" ? value.lastIndexOf(mark) : 0;
  if (close > 0) return { start: start + 1, end: start + close };
  const comment = value.indexOf(' #');
  return { start, end: start + (comment < 0 ? value : value.slice(0, comment)).trimEnd().length };
}
