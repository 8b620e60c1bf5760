// Word facts: all that is known of a word of a name by itself, looked up once for each word and kept for those met last.
import { isPlainWord } from '../../lexicon/plain-words';
import { classOf } from '../transliteration/given-names';
import { comparable, fillers, isArticleWord, isServant, joinedServant } from '../transliteration/letters';
import { beginsSpelling } from './gazetteer';
import { isKind, kindsOf } from './lists';

export interface WordFacts {
  /** What spellings are compared by; empty where no letters are left. */
  readonly form: string;
  /** Bits of `Kind`. */
  readonly kinds: number;
  /** A plain English word, inflected or not. */
  readonly plain: boolean;
  /** A listed given name of one class. */
  readonly given: boolean;
  /** "Abdul", "Abd": of no meaning without the next word. */
  readonly servant: boolean;
  readonly article: boolean;
  /** "bin", "ibn": inside a name, no part of its letters. */
  readonly filler: boolean;
  /** Some entry of the gazetteer begins with it. */
  readonly listed: boolean;
}

const kept = new Map<string, WordFacts>();
const KEEP = 20_000;

/** @param low the word in lower case, apostrophes as `'`. */
export function factsOf(low: string): WordFacts {
  let facts = kept.get(low);
  if (!facts) {
    if (kept.size >= KEEP) kept.clear();
    kept.set(low, (facts = read(low)));
  }
  return facts;
}

/** "Twenty-three", "first-ever": as plain as its parts. */
const isPlain = (low: string): boolean => isPlainWord(low) || (low.includes('-') && low.split('-').every(isPlainPart));

/** "Ho-Chin" is no word, though "chin" is one. */
const isPlainPart = (part: string): boolean => part.length > SYLLABLE && (isPlainWord(part) || isKind(part, 'tail'));
const SYLLABLE = 2;

function read(low: string): WordFacts {
  const whole = comparable(low);
  const servant = isServant(whole);
  const form = servant ? whole : joinedServant(whole);
  return {
    form,
    kinds: kindsOf(low),
    plain: isPlain(low),
    given: classOf(form) !== undefined,
    servant,
    article: isArticleWord(low),
    filler: fillers.has(low),
    listed: beginsSpelling(form),
  };
}
