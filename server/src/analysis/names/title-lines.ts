// Lines set as a title, "Adler Announces New Mill For Dessa": a capital says nothing there, and only what is no word of the language, or stands
// before a noun for a body, is a name.
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import { isGivenName, isKnownName, isProperAdjective, Kind, kindsOf } from './lists';
import { factsOf } from './word-facts';

/** Most of its longer words begin with a capital: "Newly Released Document Reveals …". Tokens `[first, last)`. */
export function isTitleCase({ tokens: { word, shape } }: Paragraph, first: number, last: number): boolean {
  let capitals = 0;
  let long = 0;
  for (let i = first; i < last; i++) {
    const bits = shape[i] as number;
    if ((word[i] as string).length < SMALL_WORD || !(bits & Shape.word)) continue;
    long++;
    if (bits & Shape.capital) capitals++;
  }
  return long >= TITLE_WORDS && capitals >= TITLE_SHARE * long;
}

const SMALL_WORD = 4;
const TITLE_WORDS = 4;
const TITLE_SHARE = 0.8;

/** The sentence is set as a title: all but small words have their capital, and one of these is a verb. A list of names has none. */
export function isTitleLine({ tokens, sentences, allCaps }: Paragraph, sentence: number): boolean {
  const { firstToken, lastToken } = sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  if (allCaps || lastToken - firstToken > LONGEST_TITLE) return false;
  let capitals = 0;
  let verbs = 0;
  for (let i = firstToken; i < lastToken; i++) {
    const bits = tokens.shape[i] as number;
    if (!(bits & Shape.word)) continue;
    if (bits & Shape.capital) {
      capitals++;
      if (i > firstToken && isVerb(tokens, i)) verbs++;
    } else if (!(classesOf(recordAt(tokens, i)) & small)) return false;
  }
  return capitals >= TITLE_WORDS && verbs > 0;
}

const LONGEST_TITLE = 40;
const small =
  Class.determiner |
  Class.preposition |
  Class.conjunction |
  Class.auxiliary |
  Class.question |
  Class.possessive |
  Class.modal;

/** A word of the language with a capital that is part of no name here: a verb, or a word with no noun for a body behind it. */
export function isLoose({ tokens }: Paragraph, i: number): boolean {
  if (!has(tokens, i, Shape.capital) || has(tokens, i, Shape.allCaps)) return false;
  const { plain, kinds, form } = factsOf(wordAt(tokens, i));
  if (!plain || isKnownName(form)) return false;
  if (isVerb(tokens, i)) return true;
  if (isBehindGiven(tokens, i)) return false;
  if (kinds & ofNames || isProperAdjective(form)) return false;
  for (let k = i + 1; k <= i + BODY_WITHIN && has(tokens, k, Shape.capital); k++)
    if (kindsOf(wordAt(tokens, k)) & (Kind.organisation | Kind.company)) return false;
  return true;
}

const ofNames = Kind.organisation | Kind.company | Kind.place | Kind.title | Kind.role | Kind.function | Kind.link;
/** Words before the noun in "Upper Plains Transportation Institute". */
const BODY_WITHIN = 3;

/** "Rosa Plain": a surname may be a word, where no name goes on behind it. */
const isBehindGiven = (tokens: Tokens, i: number): boolean =>
  has(tokens, i - 1, Shape.capital) &&
  isGivenName(wordAt(tokens, i - 1)) &&
  !has(tokens, i - 2, Shape.capital) &&
  !has(tokens, i + 1, Shape.capital);

/** "Announces", "Named", "Introduce": a form that is no noun. */
function isVerb(tokens: Tokens, i: number): boolean {
  const { forms = 0, noun = false } = verbFormOf(recordAt(tokens, i)) ?? {};
  if (forms & (Form.past | Form.participle) && !(forms & Form.base)) return true;
  return (forms & (Form.third | Form.base | Form.ing)) !== 0 && !noun;
}
