// The words of a mention replaced: those that stand for its own in the new name, and its own where nobody wrote these anew.
import { bare, fillers } from '../transliteration/letters';
import { distance, NEAR } from '../transliteration/likeness';
import { isKind } from './lists';
import type { FoundName } from './name-match';
import type { NamePiece, NameWords } from './name-words';
import type { Names } from './new-name';
import type { Joined } from './syllables';

/** In the mention's order; nothing where it has some only of the words that became others together. @param opens a sentence. */
export function replaced({ at, words }: FoundName, names: Names, opens: boolean): readonly Joined[] | undefined {
  const { from, now, blocks } = names;
  const has = (i: number | undefined): boolean => i !== undefined && at.includes(i);
  const whole = from.every((_, i) => has(i));
  const kept = blocks.filter(({ old }, b) => {
    if (old.length) return old.some(has);
    // new words in the middle stand where both neighbours do, at an end in full only
    return whole || (has(blocks[b - 1]?.old.at(-1)) && has(blocks[b + 1]?.old[0]));
  });
  if (kept.some(({ old, inFull }) => !old.every(has) || (inFull && !whole))) return undefined;
  const first = Math.min(...kept.flatMap((block) => block.now));
  const pieces = new Map<number, NamePiece>();
  for (const { old, now: fresh } of kept)
    for (const [k, n] of fresh.entries()) {
      const piece = now[n] as NamePiece;
      const i = old[k] ?? old[0];
      const own = i === undefined || k >= old.length ? undefined : (words[at.indexOf(i)] as NamePiece);
      // what nobody wrote anew stays as the mention has it
      const stays = own !== undefined && from[i as number] === piece;
      if (own === undefined) pieces.set(n, piece);
      else if (stays) pieces.set(n, own);
      else {
        const place = { isFirst: n === first, opens, asTyped: n > first && !from.includes(now[n - 1] as NamePiece) };
        pieces.set(n, dressed(piece, own, from[i as number] as NamePiece, names, place));
      }
    }
  const order = isInOrder(at) ? [...pieces.keys()].sort((a, b) => a - b) : undefined;
  return order ? inTheirOrder(order, pieces) : asTheyStand(at, words, kept, pieces);
}

const isInOrder = (at: readonly number[]): boolean =>
  at.every((place, i) => place >= 0 && (i === 0 || place > (at[i - 1] as number)));

/** A word of the mention that is several of the name's stands there once. */
const inTheirOrder = (order: readonly number[], pieces: ReadonlyMap<number, NamePiece>): Joined[] =>
  order
    .filter((n, k) => k === 0 || pieces.get(n) !== pieces.get(order[k - 1] as number))
    .map((n) => ({ ...(pieces.get(n) as NamePiece), goesOn: pieces.has(n - 1) }));

/** Turned round, or with words of its own. */
function asTheyStand(
  at: readonly number[],
  words: NameWords,
  kept: Names['blocks'],
  pieces: ReadonlyMap<number, NamePiece>,
): Joined[] | undefined {
  const result: Joined[] = [];
  let last: number | undefined;
  for (const [k, place] of at.entries()) {
    if (place < 0) result.push({ ...(words[k] as NamePiece), goesOn: true });
    else
      for (const n of kept.find(({ old }) => old[0] === place)?.now ?? []) {
        result.push({ ...(pieces.get(n) as NamePiece), goesOn: last === n - 1 });
        last = n;
      }
  }
  return at.some((place) => place >= 0) ? result : undefined;
}

/** Where a new word stands. */
interface Where {
  /** In its mention, and that opens a sentence. */
  readonly isFirst: boolean;
  readonly opens: boolean;
  /** The word before it was typed too: a capital of its particle was meant. */
  readonly asTyped: boolean;
}

/** As the new name has it; an article that only the mention has, or only the chosen one, stays with it; an initial stays one. */
function dressed(now: NamePiece, old: NamePiece, from: NamePiece, { particles }: Names, place: Where): NamePiece {
  if (isInitial(old) && !isInitial(from)) {
    const letter = now.written.charAt(0);
    return { ...now, article: old.article, written: letter + old.written.slice(1) };
  }
  const bareOnly = old.article === '' && from.article !== '' && !isJoined(old, from) && !particles.has(now);
  const kept = from.article === '' && now.article === '' ? old.article : now.article;
  // "El-Baradei" that becomes "ElBaradei" has its article already
  const article = bareOnly || isJoined(now, old) ? '' : inCase(kept, old.article, from.article, place);
  return { ...now, article };
}

/** "Van der Saal said", "Hugo van der Saal said", "Van der Saal" without his first name. */
function inCase(article: string, old: string, from: string, { isFirst, opens, asTyped }: Where): string {
  if (!article || asTyped) return article;
  const [letter, rest] = [article.charAt(0), article.slice(1)];
  if (isFirst && opens) return letter.toUpperCase() + rest;
  if (isFirst && /^\p{Lu}/u.test(old) && from === old.toLowerCase()) return letter.toUpperCase() + rest;
  // "Al-Haddadi" was chosen where a sentence began: elsewhere the article stays as small as it was. "Ben" for "bin" is another word.
  const [word, own] = [article, old].map((one) => bare(one).split(/[ -]/)[0] ?? '') as [string, string];
  const isSame = word === own || !(fillers.has(word) && fillers.has(own));
  return /^\p{Ll}/u.test(old) && isSame && isParticle(word) ? letter.toLowerCase() + rest : article;
}

const isParticle = (word: string): boolean => isKind(word, 'link') || fillers.has(word) || word.length === 2;

const isInitial = ({ form }: NamePiece): boolean => form.length === 1;

const JOINED = /^[ae][dlnrstz]/;

/** "Ezzor" holds the article of "el-Zour". */
const isJoined = ({ form }: NamePiece, { form: other }: NamePiece): boolean =>
  JOINED.test(form) && form.length > other.length && distance(form.slice(2), other) <= NEAR;
