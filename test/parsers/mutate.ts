// Makes of texts that a parser knows such as nobody has written: pieces taken out, doubled, moved, nested and swapped for the marks of a grammar.

export interface Chance {
  /** From 0 to `below`, without it. */
  whole(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** The same for the same seed. (mulberry32) */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return { whole, pick: (list) => list[whole(list.length)] as (typeof list)[number] };
}

/** Characters that have broken parsers before, alone and in numbers. */
const odd = [
  ...['\0', '\t', '\n', '\n\n', '\r', '\r\n', '\f', '\v', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u200f', '\u2028'],
  ...['\ud800', '\udc00', '\ufeff', '\ufffc', '\ufffd', '\ue100', '\u0301', '\u202e', '👩‍👩‍👧', 'ﬁ', 'İ', 'ß', 'K'],
  ...[
    '"',
    "'",
    '“',
    '”',
    '’',
    '`',
    '\\',
    '/',
    '<',
    '>',
    '&',
    ';',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '|',
    '#',
    '*',
    '_',
    '-',
  ],
  ...['=', ':', '.', ',', '!', '?', '%', '$', '^', '~', '+', '@', '0', '9', '-1', '1e999', '2147483648', ' ', '    '],
];

/** A text is never longer than this: what is slow shows at this length. */
export const LONGEST = 6000;
/** Changes to one text. */
const MOST = 6;
/** How often one piece stands behind itself, at most. */
const TIMES = 60;

/** @param others texts to take pieces from. @param words of the grammar */
export function mutated(text: string, others: readonly string[], words: readonly string[], by: Chance): string {
  let out = text;
  for (let i = by.whole(MOST); i >= 0; i--) out = by.pick(changes)(out, others, words, by);
  return out.length > LONGEST ? cut(out, by) : out;
}

type Change = (text: string, others: readonly string[], words: readonly string[], by: Chance) => string;

const put = (text: string, at: number, out: number, words: string): string =>
  text.slice(0, at) + words + text.slice(at + out);

const somewhere = (text: string, by: Chance): number => by.whole(text.length + 1);
const short = (by: Chance): number => by.whole(by.pick([2, 8, 40, 300]));
const piece = (text: string, by: Chance): string => {
  const from = somewhere(text, by);
  return text.slice(from, from + 1 + short(by));
};

function cut(text: string, by: Chance): string {
  const from = by.whole(text.length - LONGEST + 1);
  return text.slice(from, from + LONGEST);
}

function lineOf(text: string, by: Chance): { readonly start: number; readonly end: number } {
  const at = somewhere(text, by);
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end + 1 };
}

const changes: readonly Change[] = [
  (text, _, words, by) => put(text, somewhere(text, by), 0, by.pick(words)),
  (text, _, words, by) => put(text, somewhere(text, by), short(by), by.pick(words)),
  (text, _, __, by) => put(text, somewhere(text, by), by.whole(2), by.pick(odd)),
  (text, _, __, by) => put(text, somewhere(text, by), short(by), ''),
  (text, _, __, by) => put(text, somewhere(text, by), 0, piece(text, by)),
  (text, others, _, by) => put(text, somewhere(text, by), short(by), piece(by.pick(others), by)),
  // the beginning of one, the end of another
  (text, others, _, by) => {
    const other = by.pick(others);
    return text.slice(0, somewhere(text, by)) + other.slice(somewhere(other, by));
  },
  (text, _, words, by) =>
    put(text, somewhere(text, by), 0, by.pick([by.pick(words), piece(text, by)]).repeat(by.whole(TIMES))),
  // a line twice, elsewhere or never
  (text, _, __, by) => {
    const { start, end } = lineOf(text, by);
    const line = text.slice(start, end);
    const left = by.whole(2) ? text : put(text, start, end - start, '');
    return put(left, lineOf(left, by).start, 0, line);
  },
  (text, _, words, by) => {
    const { start, end } = lineOf(text, by);
    return put(text, start, end - start, by.pick(words) + text.slice(start, end));
  },
  // words that stand between two marks
  (text, _, words, by) => {
    const [open, close] = [by.pick(words), by.pick(words)];
    const from = somewhere(text, by);
    const length = short(by);
    return put(text, from, length, open + text.slice(from, from + length) + close);
  },
  (text, _, __, by) => text.replaceAll('\n', by.pick(['\r\n', '\r', '\n\n', '\u2028', ' '])),
  (text, _, __, by) => text.slice(0, somewhere(text, by)),
];
