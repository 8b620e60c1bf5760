// Renaming: what each mention of a name becomes when one of them is written otherwise. A mention uses some words of the name in full; the
// new name's words that stand for these are what it becomes. Where that is not certain, it stays.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { distance, NEAR } from '../transliteration/likeness';
import { aligned, type Block, type Found, isOne, placesIn } from './name-match';
import { lastName, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';

export interface Renaming {
  /**
   * What a mention becomes; nothing where its words cannot be found in the new name for certain: initials, a nickname, one of two words
   * that became one.
   * @param opens a sentence begins with it: an article is capital there.
   */
  of(mention: string, opens?: boolean): string | undefined;
}

/**
 * @param chosen a mention, which becomes `to`.
 * @param mentions all of the name as they are written: they tell the name in full, and what it is called by alone.
 * @param adds words that only the new name has come in; else it is another spelling, and no mention gets longer.
 */
export function renaming(
  chosen: string,
  to: string,
  mentions: readonly string[] = [chosen],
  isPerson = true,
  adds = true,
): Renaming {
  const read = isPerson ? wordsInFull : wordsOfName;
  const full = mentions.reduce((a, b) => (read(b).length > read(a).length ? b : a), chosen);
  // "Al Porter" that becomes Albert Porter is no "al-Porter"
  const [known, fresh] = [read(full), read(to)];
  const longest = known.length === 1 && fresh.length > 1 ? wordsOfName(full, true) : known;
  const { from, now, blocks } = inFull(longest, chosen, fresh, isFamilyFirst(longest, mentions));
  return {
    of(mention, opens = false) {
      const found = placesIn(mention, from);
      const parts = found && replaced(found, from, now, adds ? blocks : blocks.filter(({ old }) => old.length > 0));
      if (!found || !parts?.length) return undefined;
      return written(mention, parts, found.words[0] as NamePiece, from[found.at[0] as number], opens);
    },
  };
}

/** The same for one mention of a name that is written `chosen` in full. */
export const renamed = (text: string, chosen: string, to: string, opens = false, isPerson = true): string | undefined =>
  renaming(chosen, to, [chosen, text], isPerson).of(text, opens);

function written(
  mention: string,
  parts: NameWords,
  old: NamePiece,
  from: NamePiece | undefined,
  opens: boolean,
): string {
  const name = parts.map(({ article, written }) => article + written).join(' ');
  if (isInCapitals(mention)) return name.toUpperCase();
  if (!parts[0]?.article) return name;
  // "Al-Haddadi" was chosen where a sentence began: elsewhere the article stays as small as it was
  const small = /^\p{Ll}/u.test(old.article);
  const first = name.charAt(0);
  // "Hugo van der Saal", and "Van der Saal" without his first name
  const large = /^\p{Lu}/u.test(old.article) && from?.article === old.article.toLowerCase();
  return (opens || large ? first.toUpperCase() : small ? first.toLowerCase() : first) + name.slice(1);
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

/** A word right beside a mention that the new name has at that end, where it is longer: what was read as the name is not all of it. */
export function standsTwice(
  prose: string,
  { start, end, text }: Span & { readonly text: string },
  to: string,
): string | undefined {
  const [old, now] = [wordsOfName(text), wordsOfName(to)];
  if (now.length <= old.length) return undefined;
  const behind = BEHIND.exec(prose.slice(end, end + LONGEST))?.[1];
  const before = BEFORE.exec(prose.slice(Math.max(0, start - LONGEST), start))?.[1];
  const holds = (word: string | undefined, own: NamePiece | undefined, there: NamePiece | undefined): boolean => {
    const [one] = word === undefined ? [] : wordsOfName(word);
    return one !== undefined && there !== undefined && isOne(one, there) && !(own && isOne(own, there));
  };
  if (holds(behind, old.at(-1), now.at(-1))) return behind;
  return holds(before, old[0], now[0]) ? before : undefined;
}

const LONGEST = 40;
const BEHIND = /^ (?:\p{Ll}{1,3} ){0,2}(\p{Lu}[\p{L}-]{1,30})/u;
const BEFORE = /(?:^| )(\p{Lu}[\p{L}-]{1,30}) $/u;

interface InFull {
  readonly from: NameWords;
  readonly now: NameWords;
  readonly blocks: readonly Block[];
}

/** The old and the new name in full, and which words of the one stand for which of the other, where only a part of it was written anew. */
function inFull(longest: NameWords, chosen: string, fresh: NameWords, familyFirst: boolean): InFull {
  const found = placesIn(chosen, longest);
  const at = found?.at ?? [];
  const to = found ? withArticles(fresh, found, longest) : fresh;
  const inOrder =
    at.length > 0 && at.every((place, i) => place >= 0 && (i === 0 || place === (at[i - 1] as number) + 1));
  const whole = (from: NameWords, now: NameWords): InFull => ({ from, now, blocks: aligned(from, now, familyFirst) });
  if (!found || at.includes(-1)) return whole(wordsInFull(chosen), to);
  if (!inOrder) {
    if (to.length !== at.length) return whole(found.words, to);
    return each(
      longest,
      longest.map((one, i) => (at.includes(i) ? (to[at.indexOf(i)] as NamePiece) : one)),
    );
  }
  const [first, end] = [at[0] as number, (at.at(-1) as number) + 1];
  if (end - first === longest.length) return whole(longest, to);
  // more of the name was written than was chosen: the words beside it are not to stand there twice
  for (let start = Math.max(0, end - to.length); start <= first && start + to.length <= longest.length; start++) {
    const beside = to.every((one, k) => at.includes(start + k) || isOne(one, longest[start + k] as NamePiece));
    const more = to.length > at.length && start + to.length >= end && (beside || to.length === longest.length);
    if (more) return whole(longest, [...longest.slice(0, start), ...to, ...longest.slice(start + to.length)]);
  }
  if (to.length > at.length && longest.every((one, i) => at.includes(i) || to.some((word) => isOne(word, one))))
    return whole(longest, to);
  const now = [...longest.slice(0, first), ...to, ...longest.slice(end)];
  const by = to.length - (end - first);
  const blocks = [
    ...longest.slice(0, first).map((_, i): Block => ({ old: [i], now: [i] })),
    ...aligned(longest.slice(first, end), to, familyFirst).map(
      (block): Block => ({ old: block.old.map((i) => i + first), now: block.now.map((i) => i + first) }),
    ),
    ...longest.slice(end).map((_, i): Block => ({ old: [end + i], now: [end + i + by] })),
  ];
  return { from: longest, now, blocks };
}

/** "Haddad" was chosen of Hassan al-Haddad: its new spelling does not take the article away. */
const withArticles = (to: NameWords, { at, words }: Found, longest: NameWords): NameWords =>
  to.length !== at.length || at.length === longest.length
    ? to
    : to.map((piece, k) => {
        const whole = longest[at[k] as number];
        const none = piece.article === '' && words[k]?.article === '';
        return whole && none ? { ...piece, article: whole.article, small: whole.small } : piece;
      });

const each = (from: NameWords, now: NameWords): InFull => ({
  from,
  now,
  blocks: from.map((_, i): Block => ({ old: [i], now: [i] })),
});

/** "Park Geun-hye", or a name that the story calls by its first word and never by its last. */
function isFamilyFirst(words: NameWords, mentions: readonly string[]): boolean {
  const alone = mentions.map((one) => wordsOfName(one)).filter(({ length }) => length === 1);
  const calls = (i: number): boolean => alone.some(([word]) => word?.form === words[i]?.form);
  if (words.length < 2) return false;
  return (calls(0) || looksFamilyFirst(words)) && !calls(lastName(words));
}

/** "Jae-in", "Yat-sen": a name given in two syllables stands behind the family's. */
export const looksFamilyFirst = (words: NameWords): boolean =>
  words.length === 2 && /^\p{Lu}\p{Ll}{1,6}[-‐‑]\p{Ll}{1,6}$/u.test(words[1]?.written ?? '');

/** The new words of a mention; nothing where it has some of the words only that became others together. */
function replaced(
  { at, words }: { readonly at: readonly number[]; readonly words: NameWords },
  from: NameWords,
  now: NameWords,
  blocks: readonly Block[],
): NameWords | undefined {
  const has = (i: number | undefined): boolean => i !== undefined && at.includes(i);
  const whole = from.every((_, i) => has(i));
  const kept = blocks.filter(({ old }, b) => {
    if (old.length) return old.some(has);
    // new words in the middle stand where both neighbours do, at an end in full only
    return whole || (has(blocks[b - 1]?.old.at(-1)) && has(blocks[b + 1]?.old[0]));
  });
  if (kept.some(({ old }) => !old.every(has))) return undefined;
  const pieces = new Map<number, NamePiece>();
  for (const { old, now: fresh } of kept)
    for (const [k, n] of fresh.entries()) {
      const own = old[k] ?? old[0];
      const piece = now[n] as NamePiece;
      pieces.set(
        n,
        own === undefined || k > 0
          ? piece
          : dressed(piece, words[at.indexOf(own)] as NamePiece, from[own] as NamePiece),
      );
    }
  const ordered = [...pieces.keys()].sort((a, b) => a - b);
  if (at.every((place, i) => place >= 0 && (i === 0 || place > (at[i - 1] as number))))
    return ordered.map((n) => pieces.get(n) as NamePiece);
  // turned round, or with words of its own: as it stands there
  const result: NamePiece[] = [];
  for (const [k, place] of at.entries()) {
    if (place < 0) result.push(words[k] as NamePiece);
    else for (const n of kept.find(({ old }) => old[0] === place)?.now ?? []) result.push(pieces.get(n) as NamePiece);
  }
  return at.some((place) => place >= 0) ? result : undefined;
}

/** As the new name has it; an article that only the mention has, or only the chosen one, stays with it; an initial stays one. */
function dressed(now: NamePiece, old: NamePiece, from: NamePiece): NamePiece {
  if (isInitial(old) && !isInitial(from)) {
    const letter = now.written.charAt(0);
    return { ...now, article: old.article, written: letter + old.written.slice(1) };
  }
  if (old.article === '' && from.article !== '') return isJoined(old, from) ? now : { ...now, article: '' };
  return from.article === '' && now.article === '' ? { ...now, article: old.article } : now;
}

const isInitial = ({ form }: NamePiece): boolean => form.length === 1;

const JOINED = /^[ae][dlnrstz]/;

/** "Ezzor" holds the article of "el-Zour". */
const isJoined = ({ form }: NamePiece, { form: other }: NamePiece): boolean =>
  JOINED.test(form) && form.length > other.length && distance(form.slice(2), other) <= NEAR;
