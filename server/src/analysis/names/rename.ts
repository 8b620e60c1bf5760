// Renaming: what each mention of a name becomes when one of them is written otherwise, whatever its spelling and however short.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { sameClass } from '../transliteration/given-names';
import { distance, NEAR } from '../transliteration/likeness';
import { type NamePiece, type NameWords, wordsOfName } from './name-words';

/**
 * What the mention `text` becomes when the mention `chosen` of the same name becomes `to`. A surname follows the end of a full
 * name and a forename its beginning, in any spelling; what shares no word with the chosen one (initials, a nickname) is left
 * alone: `undefined`.
 * @param opens a sentence begins with the mention `text`: an article is capital there.
 * @param full the name in full, where that is longer than what was chosen: "Teresa May" for a bare "May" is the whole name anew.
 */
export function renamed(text: string, chosen: string, to: string, opens = false, full = chosen): string | undefined {
  const old = wordsOfName(text);
  const { from, now } = inFull(wordsOfName(full), wordsOfName(chosen), wordsOfName(to));
  const parts = old.length === from.length ? sameLength(old, from, now) : partly(old, from, now);
  if (!parts?.length) return undefined;
  const name = parts.map(({ article, written }) => article + written).join(' ');
  if (isInCapitals(text)) return name.toUpperCase();
  if (!parts[0]?.article) return name;
  // "Al-Haddadi" was chosen where a sentence began: elsewhere the article stays as small as it was
  const small = /^\p{Ll}/u.test(old[0]?.article ?? '');
  const first = name.charAt(0);
  return (opens ? first.toUpperCase() : small ? first.toLowerCase() : first) + name.slice(1);
}

const isInCapitals = (text: string): boolean =>
  text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();

/**
 * The edits that make the mention at `at` read `text`: word by word where it can be, so that a line stays broken where it was.
 * @param before the mention in the prose, whose offsets the edits are in.
 * @param typed the same as it is written in the file.
 */
export function editsOf(at: Span, before: string, text: string, typed = before): TextEdit[] {
  const [old, now, own] = [[...before.matchAll(/\S+/g)], text.split(' '), typed.split(/\s+/)];
  if (old.length !== now.length) return typed === text ? [] : [{ ...at, text }];
  return old.flatMap((word, i): TextEdit[] => {
    const start = at.start + word.index;
    return own[i] === now[i] ? [] : [{ start, end: start + word[0].length, text: now[i] as string }];
  });
}

/** The old and the new name in full, where only a part of it was chosen and written anew. */
function inFull(
  full: NameWords,
  chosen: NameWords,
  to: NameWords,
): { readonly from: NameWords; readonly now: NameWords } {
  const at = full.length > chosen.length ? matches(chosen, full) : undefined;
  if (!at) return { from: chosen, now: to };
  const [first, end] = [at[0] as number, (at.at(-1) as number) + 1];
  if (to.length === at.length)
    return { from: full, now: full.map((one, i) => (at.includes(i) ? (to[at.indexOf(i)] as NamePiece) : one)) };
  // more of the name was written than was chosen: the words beside it are not to stand there twice
  for (let start = Math.max(0, end - to.length); start <= first && start + to.length <= full.length; start++) {
    const beside = to.every((one, k) => at.includes(start + k) || isOne(one, full[start + k] as NamePiece));
    if (start + to.length >= end && (beside || to.length === full.length))
      return { from: full, now: [...full.slice(0, start), ...to, ...full.slice(start + to.length)] };
  }
  const others = full.filter((_, i) => !at.includes(i));
  const now = matches(others, to) ? to : [...full.slice(0, first), ...to, ...full.slice(end)];
  return { from: full, now };
}

const sameLength = (old: NameWords, from: NameWords, now: NameWords): NameWords =>
  now.length === old.length ? now.map((part, i) => dressed(part, old[i] as NamePiece, from[i] as NamePiece)) : now;

/** As the new name has it; an article that only the mention has, or only the chosen one, stays with it. */
function dressed(now: NamePiece, old: NamePiece, from: NamePiece): NamePiece {
  if (old.article === '' && from.article !== '') return isJoined(old, from) ? now : { ...now, article: '' };
  return from.article === '' && now.article === '' ? { ...now, article: old.article } : now;
}

const JOINED = /^[ae][dlnrstz]/;

/** "Ezzor" holds the article of "el-Zour". */
const isJoined = ({ form }: NamePiece, { form: other }: NamePiece): boolean =>
  JOINED.test(form) && form.length > other.length && distance(form.slice(2), other) <= NEAR;

/** The longer and the shorter mention, matched word by word; nothing where a word of the shorter has no match. */
function partly(old: NameWords, from: NameWords, now: NameWords): NameWords | undefined {
  if (old.length < from.length) {
    const at = matches(old, from);
    return at && picked(old, at, from, now);
  }
  const at = matches(from, old);
  if (!at) return undefined;
  if (now.length === from.length) return replaced(old, at, from, now);
  const [start, end] = [at[0] as number, (at.at(-1) as number) + 1];
  return end - start === from.length ? [...old.slice(0, start), ...now, ...old.slice(end)] : undefined;
}

const replaced = (old: NameWords, at: readonly number[], from: NameWords, now: NameWords): NameWords =>
  old.map((part, i) => {
    const k = at.indexOf(i);
    return k < 0 ? part : dressed(now[k] as NamePiece, part, from[k] as NamePiece);
  });

/** The new name's words for those at `at`, and for what lies between two of them that stand side by side. */
function picked(old: NameWords, at: readonly number[], from: NameWords, now: NameWords): NameWords {
  const pairs = paired(from, now);
  const found = new Map<number, NamePiece>();
  for (const [k, index] of at.entries()) {
    const own = pairs[index] as readonly number[];
    for (const n of own)
      if (!found.has(n))
        found.set(
          n,
          n === own[0]
            ? dressed(now[n] as NamePiece, old[k] as NamePiece, from[index] as NamePiece)
            : (now[n] as NamePiece),
        );
    const next = pairs[index + 1]?.[0];
    const last = own.at(-1);
    if (at[k + 1] !== index + 1 || next === undefined || last === undefined) continue;
    for (let n = last + 1; n < next; n++) found.set(n, now[n] as NamePiece);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, piece]) => piece);
}

/** For each word of the old name, which of the new one's stand for it: the like ones first, what lies between them from the end. */
function paired(from: NameWords, now: NameWords): readonly (readonly number[])[] {
  if (from.length === now.length) return from.map((_, i) => [i]);
  const pairs: number[][] = from.map(() => []);
  const fill = (a: number, b: number, x: number, y: number): void => {
    const [old, fresh] = [b - a, y - x];
    if (old === 0 || fresh === 0) return;
    // a surname is the end of a name: one by one from there, and whatever is left over is the first one's
    for (let k = 1; k <= Math.max(old, fresh); k++) pairs[Math.max(a, b - k)]?.unshift(Math.max(x, y - k));
    for (let i = a; i < b; i++) pairs[i] = [...new Set(pairs[i])];
  };
  let [a, x] = [0, 0];
  for (const [i, n] of alike(from, now)) {
    fill(a, i, x, n);
    pairs[i] = [n];
    [a, x] = [i + 1, n + 1];
  }
  fill(a, from.length, x, now.length);
  return pairs;
}

/** The longest row of like words that both have in one order. */
function alike(from: NameWords, now: NameWords): (readonly [number, number])[] {
  const best: (readonly [number, number])[][][] = [];
  for (let i = from.length; i >= 0; i--) {
    best[i] = [];
    for (let n = now.length; n >= 0; n--) {
      const rows = best as (readonly [number, number])[][][];
      const skip = [rows[i + 1]?.[n] ?? [], rows[i]?.[n + 1] ?? []];
      const longer = (skip[0] as []).length >= (skip[1] as []).length ? skip[0] : skip[1];
      const one = i < from.length && n < now.length && isOne(from[i] as NamePiece, now[n] as NamePiece);
      const taken = one ? [[i, n] as const, ...(rows[i + 1]?.[n + 1] ?? [])] : [];
      (rows[i] as (readonly [number, number])[][])[n] =
        taken.length >= (longer as []).length && one ? taken : (longer as []);
    }
  }
  return best[0]?.[0] ?? [];
}

/** For each word of `short`, where it stands in `long`: in order, from the end. */
function matches(short: NameWords, long: NameWords): number[] | undefined {
  const at: number[] = [];
  let j = long.length - 1;
  for (let i = short.length - 1; i >= 0; i--) {
    while (j >= i && !isOne(short[i] as NamePiece, long[j] as NamePiece)) j--;
    if (j < i) return undefined;
    at.unshift(j--);
  }
  return at;
}

const isOne = ({ form: a }: NamePiece, { form: b }: NamePiece): boolean =>
  a === b || sameClass(a, b) || distance(a, b, NEAR) <= NEAR;
