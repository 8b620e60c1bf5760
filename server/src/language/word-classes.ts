// What a word does in a sentence, by itself: the closed classes of English, and the nouns that speak in news.
import { perWord, wordOf } from '../document/word';
import { data } from '../lexicon/attribution/sources.txt';
import { classNames } from '../lexicon/schemas';
import { lineOf } from '../lexicon/sorted';

/** What a small word does, and which nouns speak: bits of what {@link classOf} returns. grammar.txt and sources.txt say which is which. */
export const Class = {
  determiner: 1 << 0,
  possessive: 1 << 1,
  subject: 1 << 2,
  object: 1 << 3,
  auxiliary: 1 << 4,
  be: 1 << 5,
  copula: 1 << 6,
  have: 1 << 7,
  modal: 1 << 8,
  finite: 1 << 9,
  preposition: 1 << 10,
  question: 1 << 11,
  conjunction: 1 << 12,
  adverb: 1 << 13,
  subordinator: 1 << 14,
  parting: 1 << 15,
  time: 1 << 16,
  period: 1 << 17,
  people: 1 << 18,
  contraction: 1 << 19,
  article: 1 << 20,
  negation: 1 << 21,
  document: 1 << 22,
  person: 1 << 23,
  body: 1 << 24,
  outlet: 1 << 25,
  weasel: 1 << 26,
  anonymous: 1 << 27,
  title: 1 << 28,
  past: 1 << 29,
  masthead: 1 << 30,
} as const;

export type ClassName = keyof typeof Class;

/** What joins clauses or opens a phrase: none of it is part of the noun phrase that it stands before. */
export const JOINING = Class.preposition | Class.conjunction | Class.subordinator | Class.question;

/** The same, and what a finite verb begins with. */
export const JOINING_OR_VERBAL = JOINING | Class.auxiliary | Class.be | Class.have | Class.modal | Class.finite;

/** What a word can be, by its record: bits of {@link Class}; 0 for an ordinary word. */
export const classesOf = perWord(readClasses);

/** The same by the word in lower case. */
export const classOf = (word: string): number => classesOf(wordOf(word));

function readClasses(word: string): number {
  const line = lineOf(data, word) ?? (word.endsWith('.') ? lineOf(data, word.slice(0, -1)) : undefined);
  // an abbreviation keeps its stop: "gov.", "mr."
  if (line !== undefined) return bitsOf(line);
  return isFieldExpert(word) ? Class.person | Class.weasel : 0;
}

/** Whoever studies a field, by the ending: "neurologists", "psychiatrist", "geneticists", "agronomist". */
export const isFieldExpert = (word: string): boolean => FIELD_EXPERT.test(word);

const FIELD_EXPERT = /(?:ologist|iatrist|onomist|[^s]icist)s?$/;

const bitsOf = (line: string): number => line.split(' ').reduce((bits, name) => bits | Class[name as ClassName], 0);

/** A form of "be", also where it has grown together with a pronoun: "it's", "they're". "He's" may be "he has", and is none. */
export function isBe(word: string): boolean {
  const bits = classOf(word);
  if (!(bits & Class.contraction)) return (bits & Class.be) !== 0;
  return (bits & Class.have) === 0 && word !== "let's" && /'(?:s|re|m)$/.test(word);
}

/** A word of the closed classes: the commonest there are. */
export function isClosed(word: string): boolean {
  const line = lineOf(data, word);
  return line !== undefined && (bitsOf(line) & CLOSED) !== 0;
}

/** What grammar.txt tells of a word; the others are nouns of sources.txt. */
const CLOSED = classNames.reduce((bits, name) => bits | Class[name], 0);

/** A table of `name: word word …`, a line each. */
export const pairs = (data: string): [string, string[]][] =>
  data.split('\n').map((line) => {
    const at = line.indexOf(':');
    return [
      line.slice(0, at),
      line
        .slice(at + 1)
        .trim()
        .split(/\s+/),
    ];
  });
