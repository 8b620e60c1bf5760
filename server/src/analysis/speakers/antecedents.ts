// Who a pronoun further on can mean: the people and bodies that a paragraph names outside its quotations.
import { wordList } from '../../lexicon/word-lists';
import { looksLikePeople } from '../../language/noun-phrases';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { Shape, spanOf } from '../../document/token';
import type { Span } from '../../text/span';
import type { Range } from '../attribution/phrase';
import {
  is,
  isCapital,
  isMark,
  isPastForm,
  isPossessive,
  isQuoted,
  type ParagraphWords,
  readingOf,
  shape,
  word,
} from '../attribution/scope';
import { perParagraph } from '../../document/memo';
import { type Gender, genderOf } from './gender';
import { isPlural, type Speaking, speakingOf } from './speaker';

/** Somebody named, where the name stands. Offsets are the paragraph's. */
export interface Antecedent extends Span {
  readonly speaking: Speaking;
  readonly gender: Gender;
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** Stands before the sentence's first verb. */
  readonly subject: boolean;
  /** Says of the noun behind it whose or what it is: "the military gain". */
  readonly modifies: boolean;
  readonly tokens: Range;
}

/** In order. */
export const antecedentsIn: (paragraph: Paragraph) => readonly Antecedent[] = perParagraph((paragraph) => {
  const r = readingOf(paragraph);
  return inSentences(paragraph, (sentence, index) => inSentence(r, sentence, index));
});

function inSentence(r: ParagraphWords, { firstToken, lastToken }: Sentence, sentence: number): Antecedent[] {
  const found: Antecedent[] = [];
  let subject = true;
  for (let i = firstToken; i < lastToken; i++) {
    if (isQuoted(r, i)) continue;
    // "Parliament meets": what ends in -s behind the singular that speaks is its verb
    if (found.at(-1)?.tokens.to === i && !found.at(-1)?.speaking.plural && isPluralSubject(r, i)) {
      subject = false;
      continue;
    }
    const to = subject && isPluralSubject(r, i) ? i + 1 : phraseEnd(r, i, lastToken);
    if (to === i) {
      if (isFiniteVerb(r, i)) subject = false;
      continue;
    }
    const range = { from: i, to };
    const speaking = speakingOf(r, range);
    if (
      speaking.kind !== 'pronoun' &&
      !isPlace(r, i, speaking) &&
      (speaking.kind !== 'unknown' || (subject && speaking.plural))
    ) {
      const bearer = found.at(-1);
      if (bearer && isApposed(r, bearer, i, speaking)) {
        found[found.length - 1] = oneOf(r, bearer, speaking);
        i = to - 1;
        continue;
      }
      const gender = isModifier(r, i, to, speaking) ? 'neuter' : genderOf(r, speaking.core, speaking.kind);
      const { start, end } = spanOf(r.tokens, i, to);
      found.push({ speaking, gender, sentence, subject, modifies: isNoun(r, to), tokens: range, start, end });
    }
    i = to - 1;
  }
  return found;
}

/** Words of an apposition before its noun: "a former deputy". */
const LONGEST_DESCRIPTION = 6;

/** "Karim Mansour, an opposition lawmaker,", "Ida Moll, 34, a nurse": the noun tells who the name before it is, and is nobody else. */
function isApposed(
  r: ParagraphWords,
  { speaking, tokens }: Antecedent,
  from: number,
  { kind, plural }: Speaking,
): boolean {
  if (kind !== 'role' || plural || speaking.kind !== 'named' || speaking.plural) return false;
  let open = tokens.to;
  if (word(r, open) !== ',') return false;
  if (shape(r, open + 1, Shape.number) && word(r, open + 2) === ',') open += 2;
  if (from - open > LONGEST_DESCRIPTION || !(describes.has(word(r, open + 1)) || opensOffice(r, open + 1, from)))
    return false;
  for (let i = open + 1; i < from; i++) if (isMark(r, i) || is(r, i, apart)) return false;
  return true;
}

const describes = wordList('words that open an apposition');

/** "the army's top general", "head of the union" */
const opensOffice = (r: ParagraphWords, open: number, from: number): boolean =>
  open === from || is(r, open, Class.possessive) || isPossessive(r, open) || isPossessive(r, open + 1);

const apart = Class.conjunction | Class.question | Class.auxiliary | Class.preposition;

/** Whoever bears the name, with what the apposition tells: "a spokeswoman". */
function oneOf(r: ParagraphWords, bearer: Antecedent, { core, kind }: Speaking): Antecedent {
  return bearer.gender === 'unknown' ? { ...bearer, gender: genderOf(r, core, kind) } : bearer;
}

/** "The Tolk pit", "the Dessa government": a name that tells which. */
const isModifier = (r: ParagraphWords, from: number, to: number, { kind }: Speaking): boolean =>
  kind === 'named' && is(r, from - 1, Class.article) && isNoun(r, to);

/** A word in lower case that is no verb and joins nothing. */
export const isNoun = (r: ParagraphWords, i: number): boolean =>
  shape(r, i, Shape.word) && !isCapital(r, i) && !is(r, i, small | Class.adverb) && !isFiniteVerb(r, i);

/** "in Lom", "in the Anhui province": a name behind such a preposition is where, not who. */
const isPlace = (r: ParagraphWords, i: number, { kind, head }: Speaking): boolean =>
  (kind === 'named' || areas.has(head)) && where.has(word(r, is(r, i - 1, Class.article) ? i - 2 : i - 1));

const areas = wordList('areas');

const where = wordList('prepositions of place');

function isFiniteVerb(r: ParagraphWords, i: number): boolean {
  if (is(r, i, Class.auxiliary | Class.past)) return true;
  if (isCapital(r, i)) return false;
  if (isPastForm(r, i) && (isCapital(r, i - 1) || is(r, i + 1, Class.determiner | Class.preposition))) return true;
  const forms = r.verbs[i]?.forms ?? 0;
  return (forms & (Form.third | Form.past)) !== 0;
}

/** The end of the run of names and nouns for people that begins at `i`; `i` where none does. */
function phraseEnd(r: ParagraphWords, i: number, last: number): number {
  let to = i;
  while (to < last && !isQuoted(r, to)) {
    if (isPart(r, to)) to++;
    // two names joined are one subject of a plural verb: "Russia and China"
    else if (to > i && word(r, to) === 'and' && isCapital(r, to - 1) && isNamePart(r, to + 1)) to += 2;
    else break;
  }
  return to;
}

/** Any plural before the first verb and behind no preposition: what is not known to speak may speak all the same. */
const isPluralSubject = (r: ParagraphWords, i: number): boolean =>
  !isCapital(r, i) && !is(r, i - 1, Class.preposition) && !is(r, i, small) && !r.verbs[i] && isPlural(r, i);

const isPart = (r: ParagraphWords, i: number): boolean => isNamePart(r, i) || isPeople(r, i);

const small =
  Class.determiner |
  Class.preposition |
  Class.question |
  Class.conjunction |
  Class.time |
  Class.subject |
  Class.auxiliary;

const isNamePart = (r: ParagraphWords, i: number): boolean => isCapital(r, i) && !is(r, i, small | Class.subordinator);

const nominal = Class.person | Class.body | Class.outlet | Class.weasel | Class.anonymous | Class.people;

/** "a major offensive", "official figures": no people where a thing follows. */
const adjectival = wordList('adjectives like nouns for people');

/** "minister", "troops", "shopkeepers"; "some" where a verb follows and no noun. */
const isPeople = (r: ParagraphWords, i: number): boolean => {
  if (adjectival.has(word(r, i)) && isNoun(r, i + 1) && !is(r, i + 1, nominal)) return false;
  // "states", "judges", "guards": one too many antecedents costs a question, one too few asks a false one
  if (is(r, i, nominal))
    return !is(r, i, Class.determiner) || is(r, i + 1, Class.auxiliary | Class.past) || !!r.verbs[i + 1];
  return r.verbs[i] === undefined && isPlural(r, i) && looksLikePeople(word(r, i));
};
