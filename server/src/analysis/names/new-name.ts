// The new name in full: what a person typed for a part of a name, or for all of it, with the words that stay; and why it is no name.
import { distance, NEAR } from '../transliteration/likeness';
import { isGivenName, isKind } from './lists';
import { aligned, type Block, type FoundName, isOne, placesIn, withTied } from './name-match';
import { isSuffix, mayBePrefix, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';
import { inSyllables, joined, lettersOf } from './syllables';

/** The old and the new name in full, and which words of the one stand for which of the other. */
export interface Names {
  readonly from: NameWords;
  /** Words that nobody wrote anew are the very ones of `from`. */
  readonly now: NameWords;
  readonly blocks: readonly Block[];
  /** Words of the chosen mention; -1 for one that the name in full has not. */
  readonly at: readonly number[];
  /** New words whose particle was typed where the chosen mention had none: all mentions have it then. */
  readonly particles: ReadonlySet<NamePiece>;
}

/** @param longest the old name in full, in syllables. @param familyFirst it is called by its first word. */
export function inFull(longest: NameWords, chosen: string, to: string, isPerson: boolean, familyFirst: boolean): Names {
  const found = placesIn(chosen, longest);
  const typed = freshWords(to, found?.words, isPerson);
  const at = found?.at ?? [];
  const fresh = found ? withArticles(typed, found, longest) : typed;
  const particles = new Set(found ? particlesTyped(typed, found, longest) : []);
  const names = (from: NameWords, now: NameWords, blocks: readonly Block[]): Names => ({
    from,
    now,
    blocks,
    at,
    particles,
  });
  const whole = (from: NameWords, now: NameWords): Names => names(from, now, aligned(from, now, familyFirst));
  if (!found || at.includes(-1)) return whole(inSyllables(wordsInFull(chosen)), fresh);
  const inOrder = at.every((place, i) => i === 0 || place === (at[i - 1] as number) + 1);
  if (!inOrder) {
    if (fresh.length !== at.length) return whole(found.words, fresh);
    const now = longest.map((one, i) => (at.includes(i) ? (fresh[at.indexOf(i)] as NamePiece) : one));
    return names(longest, now, oneEach(longest));
  }
  const [first, end] = [at[0] as number, (at.at(-1) as number) + 1];
  if (end - first === longest.length) return whole(longest, fresh);
  const anew = writtenInFull(longest, fresh, first, end, familyFirst);
  if (anew) return whole(longest, anew);
  const now = [...longest.slice(0, first), ...fresh, ...longest.slice(end)];
  const by = fresh.length - (end - first);
  const own = aligned(longest.slice(first, end), fresh, familyFirst);
  const moved = (all: readonly number[]): number[] => all.map((i) => i + first);
  return names(longest, now, [
    ...longest.slice(0, first).map((_, i): Block => ({ old: [i], now: [i] })),
    // whoever bears the part bears what was added to it
    ...withTied(own, () => true).map((block): Block => ({ ...block, old: moved(block.old), now: moved(block.now) })),
    ...longest.slice(end).map((_, i): Block => ({ old: [end + i], now: [end + i + by] })),
  ]);
}

/** The name in full, where more of it was written than was chosen: the words beside it are not to stand there twice. */
function writtenInFull(
  longest: NameWords,
  fresh: NameWords,
  first: number,
  end: number,
  familyFirst: boolean,
): NameWords | undefined {
  const size = end - first;
  if (fresh.length <= size) return undefined;
  const isOwn = (i: number): boolean => i >= first && i < end;
  for (let start = Math.max(0, end - fresh.length); start <= first && start + fresh.length <= longest.length; start++) {
    const beside = fresh.every((one, k) => isOwn(start + k) || isOne(one, longest[start + k] as NamePiece));
    if (beside && start + fresh.length >= end)
      return [...longest.slice(0, start), ...fresh, ...longest.slice(start + fresh.length)];
  }
  if (longest.every((one, i) => isOwn(i) || fresh.some((word) => isOne(word, one)))) return fresh;
  if (distance(lettersOf(longest), lettersOf(fresh), NEAR) <= NEAR) return fresh;
  if (familyFirst && first === 0) return fresh;
  return isLonger(longest.slice(first, end), fresh) ? undefined : isSomebody(longest, fresh) ? fresh : undefined;
}

/** The part with another word beside it, "Macron Trogneux": no first name, or it would be another person's whole name. */
const isLonger = (own: NameWords, fresh: NameWords): boolean =>
  isOne(fresh[0] as NamePiece, own[0] as NamePiece) ||
  (isOne(fresh.at(-1) as NamePiece, own.at(-1) as NamePiece) && !isGivenName((fresh[0] as NamePiece).form));

const isSomebody = (longest: NameWords, fresh: NameWords): boolean =>
  fresh.length === longest.length || isGivenName((fresh[0] as NamePiece).form);

const oneEach = (from: NameWords): Block[] => from.map((_, i) => ({ old: [i], now: [i] }));

/** The words typed, read as the chosen ones were: "Ben Salman" for "Bin Salman" has no first name. */
function freshWords(to: string, chosen: NameWords | undefined, isPerson: boolean): NameWords {
  // pieces of their own: that a word was typed as it was is no word left alone
  const read = isPerson ? [wordsInFull(to), wordsOfName(to)] : [wordsOfName(to)];
  const readings = read.map((one) => inSyllables(one).map((piece) => ({ ...piece })));
  const usual = readings[0] as NameWords;
  if (!chosen) return usual;
  const size = new Set(chosen).size;
  // "Al Gohr" for Al Gore
  const given = inSyllables(wordsOfName(to, true)).map((piece) => ({ ...piece }));
  if (given.length === size && given[0]?.form === chosen[0]?.form && size > 1) return given;
  const merged = readings.map((one) => withParticle(one, chosen[0] as NamePiece));
  return [...readings, ...merged].find((one) => one.length === size) ?? usual;
}

/** "Dela Cruz" for "De la Cruz", "Mac Brian" for "O'Brien" */
function withParticle(words: NameWords, { small }: NamePiece): NameWords {
  const [first, second, ...others] = words;
  if (!first || !second) return words;
  if (!mayBePrefix(first.written) && (!small.length || first.form !== small.join(''))) return words;
  return [{ ...second, article: `${first.written} `, small: [first.form] }, ...others];
}

/** "Haddad" was chosen of Hassan al-Haddad: its new spelling does not take the article away. */
const withArticles = (to: NameWords, { at, words }: FoundName, longest: NameWords): NameWords =>
  to.length !== at.length || at.length === longest.length
    ? to
    : to.map((piece, k) => {
        const whole = longest[at[k] as number];
        const none = piece.article === '' && words[k]?.article === '';
        return whole?.article && none ? { ...piece, article: whole.article, small: whole.small } : piece;
      });

function particlesTyped(fresh: NameWords, { at, words }: FoundName, longest: NameWords): NamePiece[] {
  if (fresh.length !== at.length) return [];
  return fresh.filter((piece, k) => {
    const own = longest[at[k] as number];
    return piece.article !== '' && words[k]?.article === '' && own?.article !== '';
  });
}

// ---- what is no name ---------------------------------------------------------------------------------------------------------

/** Why what was typed for somebody's name, or for a part of it, is none; a sentence for the person. */
export function faultOf(chosen: string, to: string, { from, now, at }: Names): string | undefined {
  const [old, fresh] = [wordsOfName(chosen, true), wordsOfName(to, true)];
  const partly = at.length < from.length;
  const longer = fresh.length > old.length;
  if (/^(?:the|a|an) /.test(to)) return `“${to}” is no name: write what “${chosen}” becomes.`;
  if (OWNS.test(to) && !OWNS.test(chosen))
    return `Write the name without “${OWNS.exec(to)?.[0]}”: that stays where it stands.`;
  if (/,(?! (?:Jr|Sr)\b)/.test(to)) return 'Write the name as it stands in copy, without a comma.';
  const titles = fresh.slice(0, partly ? -1 : 1).filter(({ written, form }) => isTitle(written) && !has(from, form));
  if (titles.length && longer)
    return `“${joined(titles)}” is a title: write only the name, and the title by hand where it belongs.`;
  const initial = fresh.find(({ written }) => INITIAL.test(written));
  if (initial && partly && longer && !old.some(({ written }) => INITIAL.test(written)))
    return `“${initial.written}” is an initial: write only what “${chosen}” becomes, or rename where the name stands in full.`;
  // "Jean Macron" for Macron: another first name, or a longer surname?
  const lost = from.filter((word, i) => !at.includes(i) && !now.some((one) => isOne(one, word)));
  if (partly && longer && lost.length && isOne(now.at(-1) as NamePiece, from[at.at(-1) ?? -1] as NamePiece))
    return `“${to}” may be the whole name or a longer surname: rename where “${joined(from)}” stands in full.`;
  const twice = now.find(({ form }) => count(now, form) > 1 && count(from, form) < 2 && count(fresh, form) < 2);
  return twice && `“${twice.written}” would stand there twice: “${joined(now)}”. Write only what “${chosen}” becomes.`;
}

const OWNS = /['’]s$|s['’]$/;
const INITIAL = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}$/u;
const isTitle = (word: string): boolean => {
  const low = word.toLowerCase().replace(/\.$/, '');
  return !isSuffix(low) && (isKind(low, 'title') || isKind(low, 'role'));
};
const has = (words: NameWords, form: string): boolean => count(words, form) > 0;
const count = (words: NameWords, form: string): number => words.filter((one) => one.form === form).length;
