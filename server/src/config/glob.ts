// Globs: which paths a pattern means. Time is bounded by pattern × path, whatever an untrusted file asks for.
//
// `*` and `?` stay inside one name, `**` spans folders, `[a-z]` and `{one,two}` choose. A pattern without a slash means that
// name at any depth, one with a slash counts from the folder that it is relative to; a folder that matches means all in it.

/** True where the pattern means the path. Both with forward slashes, the path relative to the pattern's folder. */
export const matchesGlob = (pattern: string, path: string): boolean => compiled(pattern)(path);

/** As in a list of ignores: the last pattern that means the path decides, `!pattern` takes it out again. */
export function matchesList(patterns: readonly string[], path: string): boolean {
  const last = patterns.findLast((p) => matchesGlob(p.replace(/^!/, ''), path));
  return last !== undefined && !last.startsWith('!');
}

/** True where the text is a pattern rather than a plain path. */
export const isGlob = (text: string): boolean => /[*?[{]/.test(text);

/** The pattern that means this path and no other. */
export const literal = (path: string): string => path.replace(/[*?[{}]/g, '[$&]');

/** Longest pattern that means anything, in UTF-16 units: the longest path of any system is no longer. */
const LONGEST = 4096;

/** Most alternatives that one pattern may spell out. */
const MOST = 64;

/** Why a pattern means nothing, as the rest of a sentence; nothing for one that is in order. */
export function globFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters, and no path is`;
  return alternatives(pattern) ? undefined : `spells out more than ${MOST} alternatives in its braces`;
}

/** A pair of braces that is still open. */
interface Open {
  /** What stands before it, spelled out. */
  readonly before: readonly string[];
  /** Its choices so far, each spelled out. */
  readonly choices: (readonly string[])[];
}

/** `a.{md,txt}` → `a.md`, `a.txt`; nothing where there are too many. A brace that has no other, and one in a class, is itself: `[{]`. */
export function alternatives(pattern: string): readonly string[] | undefined {
  const open: Open[] = [];
  let now: readonly string[] | undefined = [''];
  let from = 0;
  for (let at = 0; at <= pattern.length; at++) {
    const is = signAt(pattern, at);
    if (!is || (is !== '{' && is !== 'end' && !open.length)) continue;
    now = product(now, [pattern.slice(from, at)]);
    from = at + 1;
    const inner = open.at(-1);
    if (is === '{') {
      open.push({ before: now as readonly string[], choices: [] });
      now = [''];
    } else if (is === ',') {
      inner?.choices.push(now as readonly string[]);
      now = [''];
    } else if (is === '}') {
      open.pop();
      now = product((inner as Open).before, [
        ...new Set([...(inner as Open).choices, now as readonly string[]].flat()),
      ]);
      if (!now) return undefined;
    }
  }
  // one that was never closed is itself, and so are its commas
  for (const { before, choices } of open.reverse()) {
    let whole = product(before, ['{']);
    for (const one of choices) whole = product(product(whole, one), [',']);
    now = product(whole, now);
  }
  return now;
}

function signAt(pattern: string, at: number): '{' | ',' | '}' | 'end' | undefined {
  if (at === pattern.length) return 'end';
  const sign = pattern[at];
  if (sign === '{') return pattern[at - 1] === '[' ? undefined : sign;
  if (sign === '}') return pattern[at - 1] === '[' && pattern[at + 1] === ']' ? undefined : sign;
  return sign === ',' ? sign : undefined;
}

/** Each of the one with each of the other; nothing where that is too many. */
function product(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!one || !other || one.length * other.length > MOST) return undefined;
  return one.flatMap((before) => other.map((behind) => before + behind));
}

type Matcher = (path: string) => boolean;

const known = new Map<string, Matcher>();

/** More than one settings file may have. */
const KEPT = 20_000;

/** Patterns are few and paths are many: each pattern is taken apart once. */
function compiled(pattern: string): Matcher {
  const before = known.get(pattern);
  if (before) return before;
  const ones = pattern.length > LONGEST ? [] : (alternatives(pattern) ?? []).map(compileOne);
  const matcher: Matcher = (path) => ones.some((one) => one(path));
  if (known.size > KEPT) known.clear();
  known.set(pattern, matcher);
  return matcher;
}

function compileOne(pattern: string): Matcher {
  const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  if (!bare.includes('/') && bare !== '**') return (path) => path.split('/').some((name) => matchesName(bare, name));
  const wanted = bare.replace(/^\//, '').split('/');
  // a folder that matches means all in it
  return (path) => matchesNames([...wanted, '**'], path.split('/'));
}

/** Names against names, the path as a whole: `reached` holds how many of the pattern's names its first names can have used. */
export function matchesNames(wanted: readonly string[], names: readonly string[]): boolean {
  let reached = closure(new Set([0]), wanted);
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const pattern = wanted[at];
      if (pattern === '**') next.add(at);
      else if (pattern !== undefined && matchesName(pattern, name)) next.add(at + 1);
    }
    if (!next.size) return false;
    reached = closure(next, wanted);
  }
  return reached.has(wanted.length);
}

/** `**` may stand for no folder at all. */
function closure(reached: Set<number>, wanted: readonly string[]): Set<number> {
  for (const at of reached) if (wanted[at] === '**') reached.add(at + 1);
  return reached;
}

/** One name: greedy with one step back to the last star, so pattern × name at most. */
function matchesName(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < name.length) {
    const step = p < pattern.length ? oneCharacter(pattern, p, name[n] as string) : 0;
    if (pattern[p] === '*') {
      star = p++;
      mark = n;
    } else if (step) {
      p += step;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Length of the piece of pattern at `p` that means this character, 0 where it does not. */
function oneCharacter(pattern: string, p: number, character: string): number {
  const close = pattern[p] === '[' ? pattern.indexOf(']', p + 2) : -1;
  if (close < 0) return pattern[p] === '?' || pattern[p] === character ? 1 : 0;
  const negated = pattern[p + 1] === '!' || pattern[p + 1] === '^';
  let found = false;
  for (let i = p + 1 + (negated ? 1 : 0); i < close; i++) {
    const range = pattern[i + 1] === '-' && i + 2 < close;
    const from = pattern[i] as string;
    const to = range ? (pattern[i + 2] as string) : from;
    if (from <= character && character <= to) found = true;
    if (range) i += 2;
  }
  return found !== negated ? close - p + 1 : 0;
}
