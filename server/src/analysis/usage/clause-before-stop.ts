// What there is to read of the words that the stop of an abbreviation may end: their verb, the label before them, the kind of the last.
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { verbsIn } from '../../language/clause-verbs';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import { abbreviation } from '../../lexicon/abbreviations';

/**
 * - `word`: without the word's stop the copy lacks none
 * - `both`: the sentence ends with it too, and needs one
 * - `either`: the text reads well both ways
 */
export type StopOwner = 'word' | 'both' | 'either';

/** Behind the colon of a label that stands there: "When:", "Ticket office:". */
export function labelEnd(tokens: Tokens, first: number): number | undefined {
  let at = first;
  while (at - first < LONGEST_FIELD_LABEL && has(tokens, at, Shape.word) && !wordAt(tokens, at).endsWith('.')) at++;
  return at > first && wordAt(tokens, at) === ':' && has(tokens, first, Shape.capital) ? at + 1 : undefined;
}

const LONGEST_FIELD_LABEL = 3;

/** Where what a label opens begins that ends at the stop; nothing where it ends no field. */
export function fieldFrom(tokens: Tokens, first: number, stop: number): number | undefined {
  const from = clauseStart(tokens, first, stop);
  // of fields before it the stops may be gone
  const isAmong = labelEnd(tokens, first) !== undefined;
  if (isAmong && labelEnd(tokens, first) === from) return from;
  for (let label = from - 2; from > first && label >= first && from - label <= LONGEST_FIELD_LABEL + 1; label--)
    if (labelEnd(tokens, label) === from && (isAmong || wordAt(tokens, label - 1).endsWith('.'))) return from;
  return undefined;
}

/** Fields have no stops but those of their words; one that is a sentence may. */
export const endOfField = (tokens: Tokens, from: number, stop: number): StopOwner =>
  verbIn(tokens, from, stop) === 'none' ? 'word' : 'either';

export const kindAt = (tokens: Tokens, stop: number): string | undefined => {
  const known = abbreviation(wordAt(tokens, stop).slice(0, -1));
  return known && (!known.capital || has(tokens, stop, Shape.capital)) ? known.kind : undefined;
};

/** Where the clause begins that the stop might end: behind a semicolon or colon. */
export function clauseStart(tokens: Tokens, first: number, stop: number): number {
  for (let i = stop - 1; i > first; i--) if (wordAt(tokens, i) === ';' || wordAt(tokens, i) === ':') return i + 1;
  return first;
}

export type VerbSeen = 'verb' | 'none' | 'unsure';

/** Whether a finite verb stands among the tokens; `unsure` where a word may be one. */
export function verbIn(tokens: Tokens, first: number, last: number): VerbSeen {
  if (verbsIn(tokens, first, last).some(({ form }) => form === 'finite')) return 'verb';
  for (let i = first; i < last; i++) if (mayBeFinite(tokens, i, first)) return 'unsure';
  return 'none';
}

function mayBeFinite(tokens: Tokens, i: number, first: number): boolean {
  if (has(tokens, i, Shape.capital | Shape.number | Shape.mark)) return false;
  if (classesOf(recordAt(tokens, i)) & (Class.contraction | Class.finite)) return true;
  const forms = verbFormOf(recordAt(tokens, i))?.forms ?? 0;
  if (!(forms & ~Form.ing) || i === first) return false;
  const before = classesOf(recordAt(tokens, i - 1));
  return !(before & (Class.determiner | Class.possessive | Class.preposition)) && !has(tokens, i - 1, Shape.number);
}
