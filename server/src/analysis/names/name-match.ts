// Matching names word by word: which words of a name in full a mention uses, and which words of a new name stand for which of the old.
import { sameClass } from '../transliteration/given-names';
import { distance, NEAR } from '../transliteration/likeness';
import { isGivenName } from './lists';
import { lastName, mayBePrefix, type NamePiece, type NameWords, wordsOfName } from './name-words';
import { inSyllables, joined, lettersOf } from './syllables';

/** Words of the old name that became words of the new one, together: one for one where that is known; either may be none. */
export interface Block {
  readonly old: readonly number[];
  readonly now: readonly number[];
  /** Certain only where the name stands in full. */
  readonly inFull?: true;
}

export interface FoundName {
  /** The mention's words. */
  readonly words: NameWords;
  /** For each, its place in the name in full; -1 for one that the name has not. */
  readonly at: readonly number[];
}

export const isOne = ({ form: a }: NamePiece, { form: b }: NamePiece): boolean =>
  a === b || sameClass(a, b) || distance(a, b, NEAR) <= NEAR;

/** Where the words of a mention stand in the name in full, both cut into syllables; nothing where it shares none with it. */
export function placesIn(mention: string, full: NameWords): FoundName | undefined {
  // "Ben Porter" has two words, "Ben Ali" of Zine El Abidine Ben Ali one
  const [given, words] = [inSyllables(wordsOfName(mention, true), true), inSyllables(wordsOfName(mention))];
  const readings = [...(given.length === words.length ? [] : [given]), withPrefix(words, full)];
  for (const find of [inOrder(isSame), spread(isSame), grownTogether, inOrder(isOne), turned])
    for (const one of readings) {
      const found = find(one, full);
      if (found) return found;
    }
  if (words.length === 1 && full.length === 1) return { words, at: [0] };
  return spread(isOne)(words, full) ?? someOf(words, full) ?? someOf(given, full);
}

/** "Mac Brian" of Conor Mac Brian, where it is no first name. */
function withPrefix(words: NameWords, full: NameWords): NameWords {
  const [first, second, ...others] = words;
  if (!first || !second || !mayBePrefix(first.written)) return words;
  const article = `${first.written} `;
  return full.some((one) => one.article === article) ? [{ ...second, article, small: [first.form] }, ...others] : words;
}

/** "Kim Jongun" of "Kim Jong Un": a word that is several of the name's. It stands there once for each. */
const spread =
  (isLike: Likeness) =>
  (words: NameWords, full: NameWords): FoundName | undefined => {
    const all: NamePiece[] = [];
    const at: number[] = [];
    for (const word of words) {
      const from = (at.at(-1) ?? -1) + 1;
      let [first, count] = [full.findIndex((one, k) => k >= from && isLike(word, one)), 1];
      for (let k = from; first < 0 && k + 1 < full.length; k++)
        for (let n = 2; n <= MOST_GROWN && k + n <= full.length; n++)
          if (lettersOf(full.slice(k, k + n)) === word.form) [first, count] = [k, n];
      if (first < 0) return undefined;
      for (let n = 0; n < count; n++) {
        all.push(word);
        at.push(first + n);
      }
    }
    return { words: all, at };
  };

const MOST_GROWN = 3;

type Likeness = (a: NamePiece, b: NamePiece) => boolean;

const isSame: Likeness = (a, b) => a.form === b.form;

/** Each word in order, from the end. */
const inOrder =
  (isLike: Likeness) =>
  (short: NameWords, long: NameWords): FoundName | undefined => {
    const at: number[] = [];
    let j = long.length - 1;
    for (let i = short.length - 1; i >= 0; i--) {
      while (j >= i && !isLike(short[i] as NamePiece, long[j] as NamePiece)) j--;
      if (j < i) return undefined;
      at.unshift(j--);
    }
    return { words: short, at };
  };

/** "Orbán Viktor" */
function turned(words: NameWords, full: NameWords): FoundName | undefined {
  const at = words.map((word) => full.findIndex((one) => isOne(word, one)));
  return at.includes(-1) || new Set(at).size < at.length ? undefined : { words, at };
}

/** "Amir Abdollahian" of "Amirabdollahian": several words that are one of the name's, among others that are one each. */
function grownTogether(words: NameWords, full: NameWords): FoundName | undefined {
  const all: NamePiece[] = [];
  const at: number[] = [];
  for (let i = 0; i < words.length; ) {
    let count = 0;
    let place = -1;
    for (let n = 1; n <= MOST_GROWN && i + n <= words.length && place < 0; n++) {
      const form = lettersOf(words.slice(i, i + n));
      place = full.findIndex((one, k) => k > (at.at(-1) ?? -1) && one.form === form);
      count = n;
    }
    if (place < 0) return undefined;
    const own = words.slice(i, i + count);
    const first = own[0] as NamePiece;
    all.push(count === 1 ? first : { ...first, article: '', written: joined(own), form: lettersOf(own) });
    at.push(place);
    i += count;
  }
  return { words: all, at };
}

/** Some of the words, the end among them: a nickname or an initial beside the surname stays what it is. */
function someOf(words: NameWords, full: NameWords): FoundName | undefined {
  let j = full.length - 1;
  const at = words.map(() => -1);
  for (let i = words.length - 1; i >= 0; i--) {
    let k = j;
    while (k >= 0 && !isOne(words[i] as NamePiece, full[k] as NamePiece) && !abbreviates(words[i], full[k])) k--;
    if (k < 0) continue;
    at[i] = k;
    j = k - 1;
  }
  const matched = at.filter((place) => place >= 0).length;
  return matched > 0 && matched * 2 >= words.length ? { words, at } : undefined;
}

const abbreviates = (short: NamePiece | undefined, word: NamePiece | undefined): boolean =>
  short?.form.length === 1 && word?.form.startsWith(short.form) === true;

/**
 * Which words of the new name stand for which of the old one: like words first, in whatever order; what lies between them one for one,
 * or all for all where there are more of one. A suffix stands for a suffix.
 * @param familyFirst the name is called by its first word, else by its last.
 */
export function aligned(from: NameWords, now: NameWords, familyFirst: boolean): readonly Block[] {
  const [ends, endsNow] = [lastName(from) + 1, lastName(now) + 1];
  return withTied(
    [
      ...alignedBare(from.slice(0, ends), now.slice(0, endsNow), familyFirst),
      ...oneForOne(range(ends, from.length), range(endsNow, now.length)),
    ],
    (n) => now[n]?.joint !== undefined,
  );
}

/** New words beside others go wherever these go. @param isTied whether the new word is tied to the one before it. */
export function withTied(blocks: readonly Block[], isTied: (n: number) => boolean): readonly Block[] {
  const tied = [...blocks];
  for (let b = 0; b < tied.length; b++) {
    const one = tied[b] as Block;
    if (one.old.length || !one.now.length) continue;
    const [before, behind] = [tied[b - 1], tied[b + 1]];
    const [first, last] = [one.now[0] as number, one.now.at(-1) as number];
    if (before?.old.length && before.now.at(-1) === first - 1 && isTied(first))
      tied[b - 1] = { old: before.old, now: [...before.now, ...one.now] };
    else if (behind?.old.length && behind.now[0] === last + 1 && isTied(last + 1))
      tied[b + 1] = { old: behind.old, now: [...one.now, ...behind.now] };
    else continue;
    tied.splice(b--, 1);
  }
  return tied;
}

function alignedBare(from: NameWords, now: NameWords, familyFirst: boolean): readonly Block[] {
  const turned = crossing(from, now);
  if (turned) return turned;
  if (from.length === now.length) return from.map((_, i) => ({ old: [i], now: [i] }));
  const blocks: Block[] = [];
  let [a, x] = [0, 0];
  for (const [i, n] of [...alike(from, now), [from.length, now.length] as const]) {
    const [old, fresh] = [range(a, i), range(x, n)];
    if (!familyFirst && i === from.length) blocks.push(...atTheEnd(a, old, fresh, now));
    else blocks.push(...between(old, fresh, familyFirst && a === 0 && 'first'));
    if (i < from.length) blocks.push({ old: [i], now: [n] });
    [a, x] = [i + 1, n + 1];
  }
  return blocks;
}

/** The very words in another order, "Orbán Viktor" for "Viktor Orban": each for itself, and the others for the others. */
function crossing(from: NameWords, now: NameWords): readonly Block[] | undefined {
  const places = from.map((one) => {
    const same = range(0, now.length).filter((n) => isSame(one, now[n] as NamePiece));
    const like = same.length ? same : range(0, now.length).filter((n) => isOne(one, now[n] as NamePiece));
    return like.length === 1 ? (like[0] as number) : -1;
  });
  const found = places.filter((place) => place >= 0);
  const inOrder = found.every((place, i) => i === 0 || place > (found[i - 1] as number));
  const stays = from.length === now.length && places.every((place, i) => place < 0 || place === i);
  // one word alone moves only where it is the very word: Bak is no Park
  const moves =
    from.length === now.length &&
    found.length === 1 &&
    !stays &&
    from.some((one, i) => one.form === now[places[i] as number]?.form);
  if (stays || (inOrder && !moves) || new Set(found).size < found.length) return undefined;
  const old = range(0, from.length).filter((i) => (places[i] as number) < 0);
  const rest = range(0, now.length).filter((n) => !places.includes(n));
  const pairs = from.flatMap((_, i): Block[] =>
    (places[i] as number) < 0 ? [] : [{ old: [i], now: [places[i] as number] }],
  );
  return [...pairs, ...oneForOne(old, rest)];
}

/**
 * A surname and what stands for it. Behind two given names all of it is the surname, "Juan Carlos Ortiz Vega"; behind one, "Juan Ortiz Vega"
 * may have a given name more, and who is called by the surname alone is left.
 * @param matched given names that stand before.
 */
function atTheEnd(matched: number, old: readonly number[], fresh: readonly number[], now: NameWords): Block[] {
  const given = old.length - 1;
  const more = fresh.slice(Math.max(0, given), -1).map((n) => (now[n] as NamePiece).form);
  const isGiven = more.some((form) => form.length === 1 || isGivenName(form));
  if (!old.length || matched + given < 1 || !more.length || isGiven) return between(old, fresh, 'last');
  const surname = {
    old: old.slice(given),
    now: fresh.slice(given),
    ...(matched + given < 2 && { inFull: true as const }),
  };
  return [...oneForOne(old.slice(0, given), fresh.slice(0, given)), surname];
}

const oneForOne = (old: readonly number[], now: readonly number[]): Block[] =>
  old.length === now.length
    ? old.map((i, k) => ({ old: [i], now: [now[k] as number] }))
    : old.length || now.length
      ? [{ old, now }]
      : [];

/** What lies between two like words. The one that the name is called by is known where the end is the name's own. */
function between(old: readonly number[], now: readonly number[], called: 'first' | 'last' | false): Block[] {
  if (old.length === now.length || !old.length || !now.length || !called) return oneForOne(old, now);
  if (called === 'last')
    return [...oneForOne(old.slice(0, -1), now.slice(0, -1)), ...oneForOne(old.slice(-1), now.slice(-1))];
  return [...oneForOne(old.slice(0, 1), now.slice(0, 1)), ...oneForOne(old.slice(1), now.slice(1))];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The longest row of like words that both have in one order: the very words, or like ones as far from one end of both. */
function alike(from: NameWords, now: NameWords): (readonly [number, number])[] {
  const best: (readonly [number, number])[][][] = [];
  for (let i = from.length; i >= 0; i--) {
    const row: (readonly [number, number])[][] = [];
    best[i] = row;
    for (let n = now.length; n >= 0; n--) {
      const skip = [best[i + 1]?.[n] ?? [], row[n + 1] ?? []] as const;
      const longer = skip[0].length >= skip[1].length ? skip[0] : skip[1];
      const [old, fresh] = [from[i], now[n]];
      const beside = i === n || from.length - i === now.length - n;
      const one = old !== undefined && fresh !== undefined && (isSame(old, fresh) || (beside && isOne(old, fresh)));
      const taken = one ? [[i, n] as const, ...(best[i + 1]?.[n + 1] ?? [])] : [];
      row[n] = one && taken.length >= longer.length ? taken : longer;
    }
  }
  return best[0]?.[0] ?? [];
}
