// Glossary entries for places, things and common words that are also surnames or given names. Such an entry is not applied inside
// a person's name: no Kyiv for "Jan Kiev".
import { entityOf, endsPerson, spelledSo } from '../analysis/names/gazetteer';
import { isGivenName, isKind, isPlace, isProperAdjective, isSurname } from '../analysis/names/lists';
import { isSuffix } from '../analysis/names/name-words';
import { type Somebody, somebodyAt } from '../analysis/names/somebody';
import { nameWords } from '../analysis/transliteration/letters';
import { withoutArticle } from '../analysis/usage/own-article';
import { distance } from '../analysis/transliteration/likeness';
import type { Story } from '../document/story';
import type { Span } from '../text/span';

interface Entry {
  readonly prefer: string;
  readonly entity?: string;
}

/** Whether the entry would change a person's name at this place. @param instead the form that the entry replaces, as written there. */
export const meantAt = (story: Story, at: Span, entry: Entry, instead: string): Somebody =>
  somebodyFor(story, at, namesNobody(entry, instead));

/** The same for an entry whose kind is known. An entry that may mean a person's name too leads to a question. */
export function somebodyFor(story: Story, at: Span, nobody: Nobody, isWord = false): Somebody {
  if (nobody === false) return 'no';
  const somebody = somebodyAt(story, at, isWord);
  return nobody === 'perhaps' && somebody === 'yes' ? 'maybe' : somebody;
}

/** `perhaps`: two spellings of a name that is a place's and a person's: Sidney for Sydney. */
export type Nobody = boolean | 'perhaps';

/** Whether the entry is for a place, a thing or a common word. @param instead the form that the entry replaces, as written there. */
export function namesNobody({ prefer, entity }: Entry, instead: string): Nobody {
  const type = entity === undefined ? undefined : entityOf(entity)?.type;
  if (type) return type !== 'person';
  const [own, other] = [nameWords(prefer), nameWords(instead)];
  const [word] = other;
  if (word === undefined || other.length > 1 || !isNameLike(instead, word)) return false;
  // "west" for "West": a common word
  if (prefer === prefer.toLowerCase()) return true;
  const [form] = own;
  if (own.length > 1 || form === undefined) return true;
  if (endsPerson(form) || endsPerson(word)) return false;
  if (isListedPlace(form) || isListedPlace(word)) return true;
  if (!isPlainName(form, word)) return true;
  return (isPlace(form) || isPlace(word)) && 'perhaps';
}

/** A word with a capital that somebody could be called: no office, no kind of place or firm, no abbreviation. */
const isNameLike = (text: string, word: string): boolean =>
  text !== text.toLowerCase() &&
  !(text === text.toUpperCase() && text.length > 1) &&
  !text.includes('.') &&
  !isSuffix(word) &&
  !isKind(word, 'company') &&
  !isKind(word, 'organisation') &&
  !isKind(word, 'place');

/** A place and nobody's name that readers know. */
const isListedPlace = (word: string): boolean =>
  (isPlace(word) && !isSurname(word) && !isGivenName(word)) || spelledSo(word).some(({ type }) => type === 'place');

/** Two spellings of one name, which may be anybody's. A people's name or a common word is told by the other lists. */
const isPlainName = (form: string, word: string): boolean =>
  isProperAdjective(word) || distance(form, word, STRAY) <= STRAY;

/** Another name altogether lies further off than this. */
export const STRAY = 1.2;

/** Whether the entry puts another name there, and no spelling of it: the one in whose last words it consists is its `head`. */
export function otherName({ prefer, entity }: Entry, instead: string): 'head' | 'name' | undefined {
  const [own, other] = [withoutArticle(prefer).toLowerCase(), withoutArticle(instead).toLowerCase()];
  if (own.endsWith(` ${other}`)) return 'head';
  // "Corp." for "Corporation": the same, cut short
  if (letters(other).startsWith(letters(own))) return undefined;
  const isName = instead !== instead.toLowerCase() || prefer !== prefer.toLowerCase();
  const isSpelling =
    namesNobody({ prefer, entity } as Entry, instead) === false && distance(own, other, STRAY) <= STRAY;
  return isName && !isSpelling ? 'name' : undefined;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
