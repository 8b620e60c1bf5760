// Standing: whether a noun that no lexicon knows can speak. What is unknown is not somebody: a word that joins, asks, counts or tells when is
// nobody at all, a noun for people is somebody, and another noun is where it is told which one and a sentence of its own is put down to it.
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { recordAt, Shape } from '../../document/token';
import { wordOf } from '../../document/word';
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { isPluralNoun, looksLikePeople } from '../../language/noun-phrases';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classOf } from '../../language/word-classes';
import type { Attribution } from '../attribution/attribution';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isMark, isPossessive, type ParagraphWords, shape, word } from '../attribution/scope';

export type Standing =
  /** "Shopkeepers", "a radioman": whoever the word names is somebody. */
  | 'people'
  /** "The railway", "Arkel's unit": told which, and it may have a voice. */
  | 'thing'
  /** "When", "again", "five percent", "highly unusual". */
  | 'nothing';

/** What the noun phrase `core` with that head can be, where nothing else tells. */
export function standingOf(r: ParagraphWords, core: Range, head: number): Standing {
  if (isNoNoun(r, head, core)) return 'nothing';
  const noun = bareOf(word(r, head));
  if (looksLikePeople(noun) || oneOfThem.test(noun)) return 'people';
  // "locals", "passers-by"
  return isPluralNoun(wordOf(noun)) || noun.includes('-') || isTold(r, core, head) ? 'thing' : 'nothing';
}

/** One of a trade or a band, by the ending: "radioman", "shopkeeper", "violinist", "trainee". "Number" and "paper" end so too, and are things. */
const oneOfThem = /.(?:man|woman|person|keeper|maker|holder|goer|[^s]ist|worker|dweller|singer|fighter|writer|owner)$/;

function isNoNoun(r: ParagraphWords, head: number, { from }: Range): boolean {
  const w = word(r, head);
  if (!shape(r, head, Shape.word) || shape(r, head, Shape.number) || measures.has(w)) return true;
  // "for months", "the years"
  if (w.endsWith('s') && classOf(w.slice(0, -1)) & (Class.period | Class.time)) return true;
  if (is(r, head, noNoun) || is(r, from, Class.preposition | Class.question)) return true;
  if (isCapital(r, head) && !shape(r, head, Shape.initial)) return false;
  if (looksLikeAdverb(w)) return true;
  if (w.length > SHORTEST_ING && w.endsWith('ing') && !w.endsWith('thing')) return true;
  const { forms = 0, noun = false } = verbFormOf(recordAt(r.tokens, head)) ?? {};
  if (!noun && forms & Form.third) return true;
  const isPast = (forms & (Form.past | Form.participle)) !== 0 && !(forms & Form.base);
  // "the accused", "the wounded"
  return isPast && !(head === from && word(r, from - 1) === 'the');
}

const SHORTEST_ING = 4;
const noNoun =
  Class.adverb |
  Class.preposition |
  Class.question |
  Class.determiner |
  Class.auxiliary |
  Class.conjunction |
  Class.subject |
  Class.object |
  Class.subordinator |
  Class.time |
  Class.period |
  Class.contraction;

const measures = wordList('measures that speak for nobody');

/** An article, an owner, a number or a name says which one it is, or it is several. */
function isTold(r: ParagraphWords, { from }: Range, head: number): boolean {
  if (is(r, from - 1, Class.determiner | Class.possessive) || is(r, from, Class.determiner | Class.possessive))
    return true;
  for (let i = from; i < head; i++)
    if (isPossessive(r, i) || shape(r, i, Shape.number) || (isCapital(r, i) && !shape(r, i, Shape.initial)))
      return true;
  return isCapital(r, head) && !isMark(r, head);
}

/** The noun without the ending of an owner: "the reporter's request" is the reporter's. */
export const bareOf = (w: string): string => w.replace(OWNED, '');

const OWNED = /['’]s?$/;

/** The classes of the noun at `i`, an owner's as well. */
export const nounClasses = (r: ParagraphWords, i: number): number =>
  isPossessive(r, i) ? (r.classes[i] ?? 0) | classOf(bareOf(word(r, i))) : (r.classes[i] ?? 0);

/** True where the attribution puts a statement down to its source, as only somebody makes one. */
export const putsDown = ({ type, form, governs, content }: Attribution): boolean =>
  content.length > 0 &&
  type !== 'act' &&
  type !== 'attitude' &&
  (form === 'phrase' || form === 'label' || governs === 'clause' || governs === 'quotation');
