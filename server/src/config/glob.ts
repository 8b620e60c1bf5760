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

/** Most alternatives that one pattern may spell out; what goes beyond means nothing. */
const MOST = 64;

/** `a.{md,txt}` → `a.md`, `a.txt`. Each round spells out one pair of braces in each, so the rounds come to an end. */
function alternatives(pattern: string): readonly string[] {
  let all: readonly string[] = [pattern];
  for (;;) {
    const next: string[] = [];
    for (const one of all) {
      next.push(...spellOutOne(one, MOST - next.length));
      if (next.length >= MOST) return next;
    }
    if (next.length === all.length && next.every((one, i) => one === all[i])) return all;
    all = next;
  }
}

/** @param most of the choices that are spelled out. */
function spellOutOne(pattern: string, most: number): string[] {
  const pair = firstPair(pattern);
  if (!pair) return [pattern];
  const before = pattern.slice(0, pair.open);
  const behind = pattern.slice(pair.close + 1);
  const choices = pattern.slice(pair.open + 1, pair.close).split(',', Math.max(1, most));
  return choices.map((one) => before + one + behind);
}

/** The first pair of braces that holds no other. A brace in a class of its own is itself: `[{]`. */
function firstPair(pattern: string): { readonly open: number; readonly close: number } | undefined {
  let open = -1;
  for (let at = 0; at < pattern.length; at++) {
    const own = pattern[at - 1] === '[' && pattern[at + 1] === ']';
    if (pattern[at] === '{' && pattern[at - 1] !== '[') open = at;
    else if (pattern[at] === '}' && !own && open >= 0) return { open, close: at };
  }
  return undefined;
}

type Matcher = (path: string) => boolean;

const known = new Map<string, Matcher>();

/** Patterns are few and paths are many: each pattern is taken apart once. */
function compiled(pattern: string): Matcher {
  const before = known.get(pattern);
  if (before) return before;
  const ones = pattern.length > LONGEST ? [] : alternatives(pattern).map(compileOne);
  const matcher: Matcher = (path) => ones.some((one) => one(path));
  if (known.size > 1000) known.clear();
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
