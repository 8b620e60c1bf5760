// Matching names word by word: which words of a name in full a mention uses, and which words of a new name stand for which of the old.
import { sameClass } from '../transliteration/given-names';
import { distance, NEAR } from '../transliteration/likeness';
import { lastName, type NamePiece, type NameWords, wordsOfName } from './name-words';

/** Words of the old name that became words of the new one, together: one for one where that is known; either may be none. */
export interface Block {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

export interface Found {
  /** The mention's words. */
  readonly words: NameWords;
  /** For each, its place in the name in full; -1 for one that the name has not. */
  readonly at: readonly number[];
}

export const isOne = ({ form: a }: NamePiece, { form: b }: NamePiece): boolean =>
  a === b || sameClass(a, b) || distance(a, b, NEAR) <= NEAR;

/** Where the words of a mention stand in the name in full; nothing where it shares none with it. */
export function placesIn(mention: string, full: NameWords): Found | undefined {
  // "Ben Porter" has two words, "Ben Ali" of Zine El Abidine Ben Ali one
  const [given, words] = [wordsOfName(mention, true), wordsOfName(mention)];
  const readings = given.length === words.length ? [words] : [given, words];
  for (const find of [inOrder(isSame), inOrder(isOne), turned])
    for (const one of readings) {
      const at = find(one, full);
      if (at) return { words: one, at };
    }
  if (words.length === 1 && full.length === 1) return { words, at: [0] };
  const joined = words.length > 1 ? grownTogether(words, full) : undefined;
  return joined ?? spread(words, full) ?? someOf(words, full) ?? someOf(given, full);
}

/** "Kim Jong-un" of "Kim Jong Un": a word that is several of the name's. */
function spread(words: NameWords, full: NameWords): Found | undefined {
  const all: NamePiece[] = [];
  const at: number[] = [];
  for (const word of words) {
    const from = (at.at(-1) ?? -1) + 1;
    let [first, count] = [full.findIndex((one, k) => k >= from && isOne(word, one)), 1];
    for (let k = from; first < 0 && k + 1 < full.length; k++)
      for (let n = 2; n <= MOST_GROWN && k + n <= full.length; n++)
        if (
          full
            .slice(k, k + n)
            .map(({ form }) => form)
            .join('') === word.form
        )
          [first, count] = [k, n];
    if (first < 0) return undefined;
    for (let n = 0; n < count; n++) {
      all.push(word);
      at.push(first + n);
    }
  }
  return { words: all, at };
}

const MOST_GROWN = 3;

type Likeness = (a: NamePiece, b: NamePiece) => boolean;

const isSame: Likeness = (a, b) => a.form === b.form;

/** For each word of `short`, where it stands in `long`: in order, from the end. */
const inOrder =
  (isLike: Likeness) =>
  (short: NameWords, long: NameWords): number[] | undefined => {
    const at: number[] = [];
    let j = long.length - 1;
    for (let i = short.length - 1; i >= 0; i--) {
      while (j >= i && !isLike(short[i] as NamePiece, long[j] as NamePiece)) j--;
      if (j < i) return undefined;
      at.unshift(j--);
    }
    return at;
  };

/** "Orbán Viktor" */
function turned(words: NameWords, full: NameWords): number[] | undefined {
  const at = words.map((word) => full.findIndex((one) => isOne(word, one)));
  return at.includes(-1) || new Set(at).size < at.length ? undefined : at;
}

/** "Amir Abdollahian" of "Amirabdollahian" */
function grownTogether(words: NameWords, full: NameWords): Found | undefined {
  const form = words.map((word) => word.form).join('');
  const first = words[0] as NamePiece;
  const whole = { ...first, written: words.map(({ article, written }) => article + written).join(' '), form };
  const place = full.findIndex((one) => one.form === form);
  return place < 0 ? undefined : { words: [whole], at: [place] };
}

/** Some of the words, the end among them: a nickname or an initial beside the surname stays what it is. */
function someOf(words: NameWords, full: NameWords): Found | undefined {
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
  return [
    ...alignedBare(from.slice(0, ends), now.slice(0, endsNow), familyFirst),
    ...oneForOne(range(ends, from.length), range(endsNow, now.length)),
  ];
}

function alignedBare(from: NameWords, now: NameWords, familyFirst: boolean): readonly Block[] {
  const turned = crossing(from, now);
  if (turned) return turned;
  if (from.length === now.length) return from.map((_, i) => ({ old: [i], now: [i] }));
  const blocks: Block[] = [];
  let [a, x] = [0, 0];
  for (const [i, n] of [...alike(from, now), [from.length, now.length] as const]) {
    blocks.push(...between(range(a, i), range(x, n), familyFirst ? a === 0 && 'first' : i === from.length && 'last'));
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
  const moves = from.length === now.length && found.length === 1 && !stays;
  if (stays || (inOrder && !moves) || new Set(found).size < found.length) return undefined;
  const old = range(0, from.length).filter((i) => (places[i] as number) < 0);
  const rest = range(0, now.length).filter((n) => !places.includes(n));
  const pairs = from.flatMap((_, i): Block[] =>
    (places[i] as number) < 0 ? [] : [{ old: [i], now: [places[i] as number] }],
  );
  return [...pairs, ...oneForOne(old, rest)];
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
