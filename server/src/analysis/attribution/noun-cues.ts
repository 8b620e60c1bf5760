// Attribution by a noun: "the claim that", "his promise to", "raised questions about".
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import type { NounStrength } from './lexicon';
import { clauseEnd } from './clause-end';
import { afterPreposition, clauseAt, LIGHT_WITHIN, type Range } from './phrase';
import { is, isMark, isPastForm, isPossessive, isQuoted, type Scope, word } from './scope';
import { type Subject, subjectOf } from './subject';

const toContent = wordList('prepositions to content');
const bareContent = wordList('prepositions to content of a bare noun');
const fussyContent = wordList('prepositions to content of a fussy noun');
const carriedContent = wordList('prepositions to content of a carried noun');

export function nounCue(s: Scope, i: number, strength: NounStrength): Cue | undefined {
  const told = strength === 'strong' || strength === 'fussy' ? toldBy(s, i) : undefined;
  if (told) return told;
  const next = word(s, i + 1);
  const put = isPut(s, i);
  const owner = ownerOf(s, i, put ? OWNED_FROM_AFAR : OWNED_WITHIN);
  const says = next === ':' || (next === 'that' && clauseAt(s, i + 1));
  const carrier = carriedContent.has(next) || says ? carrierOf(s, i) : undefined;
  if (owner && put) return { ...spoken(s, i, owner, { from: i + 2, to: s.last }, i + 2), reports: true };
  if (strength === 'held') return undefined;
  const attributes = says
    ? thatClause(s, i, strength, next, owner !== undefined || carrier !== undefined)
    : (owner && toContent.has(next) && (strength !== 'fussy' || fussyContent.has(next))) ||
      carrier !== undefined ||
      (strength === 'strong' && bareContent.has(next));
  if (!attributes) return undefined;
  const content = { from: afterPreposition(s, i + 1), to: clauseEnd(s, i + 1, next === 'that') };
  return {
    ...spoken(s, i, owner ?? carrier?.phrase, content),
    kind: strength === 'weak' ? 'attitude' : 'speech',
    cue: { from: carrier ? Math.min(carrier.group, i) : i, to: i + 1 },
  };
}

/** The noun at `i` as a cue that ends before token `to`. */
const spoken = (s: Scope, i: number, source: Range | undefined, content: Range, to = i + 1): Cue => ({
  form: 'noun',
  lemma: word(s, i),
  kind: 'speech',
  cue: { from: i, to },
  source,
  content: [content],
  reports: false,
  unsaid: true,
});

/** Tokens of a name between "by" and "that". */
const LONGEST_TELLER = 12;

/** "The claim by the minister that …", "warnings from doctors that …" */
function toldBy(s: Scope, i: number): Cue | undefined {
  if (!tellers.has(word(s, i + 1)) || isMark(s, i + 2)) return undefined;
  const limit = Math.min(s.last - 1, i + 2 + LONGEST_TELLER);
  for (let k = i + 3; k < limit && !isMark(s, k) && !isQuoted(s, k) && !is(s, k, Class.auxiliary); k++) {
    if (word(s, k) !== 'that') continue;
    return spoken(s, i, { from: i + 2, to: k }, { from: k, to: clauseEnd(s, k, true) });
  }
  return undefined;
}

const tellers = new Set(['by', 'from']);

/** "Prosecutors' case is that …", "the bank's position is simple: …": what the noun holds is put into words. */
function isPut(s: Scope, i: number): boolean {
  if (!holdings.has(word(s, i)) || (word(s, i + 1) !== 'is' && word(s, i + 1) !== 'was')) return false;
  return word(s, i + 2) === 'that' || word(s, i + 2) === ':' || word(s, i + 3) === ':';
}

const holdings = wordList('nouns held by somebody');

function thatClause(s: Scope, i: number, strength: NounStrength, next: string, owned: boolean): boolean {
  // "a plan that …" is a relative clause more often than not: somebody must own it
  if (strength === 'weak') return next === 'that' && owned;
  // "an attack that killed" is a relative clause, "a statement that the army" is not
  return strength !== 'fussy' || next === ':' || (clauseAt(s, i + 2) && !is(s, i + 2, Class.finite));
}

/** "His claim", "his first claim"; and where it is put into words "the mayor's most serious claim is that". */
const OWNED_WITHIN = 2;
const OWNED_FROM_AFAR = 3;

/** "the minister's", "his", so many tokens before the noun. */
function ownerOf(s: Scope, i: number, within: number): Range | undefined {
  for (let k = i - 1; k >= i - within; k--) {
    if (k < s.first) return undefined;
    if (is(s, k, Class.possessive)) return { from: k, to: k + 1 };
    if (isPossessive(s, k)) return { from: nameBefore(s, k), to: k + 1 };
    if (isMark(s, k)) return undefined;
  }
  return undefined;
}

const LONGEST_OWNER = 5;

/** The first token of the name that ends at `k`. */
function nameBefore(s: Scope, k: number): number {
  let from = k;
  const floor = Math.max(s.first, k - LONGEST_OWNER);
  while (
    from > floor &&
    !isMark(s, from - 1) &&
    !is(s, from - 1, Class.preposition | Class.conjunction | Class.auxiliary) &&
    (s.verbs[from - 1] === undefined || ((s.verbs[from - 1]?.forms ?? 0) & (Form.past | Form.third)) === 0)
  ) {
    from--;
    if (is(s, from, Class.determiner)) break;
  }
  return from;
}

/** "had ignored three warnings", "has received serious complaints": the participle has the noun for its object. */
const isAuxiliary = (s: Scope, k: number, noun: number): boolean =>
  is(s, k, Class.have) && isPastForm(s, k + 1) && k + 2 < noun;

const lightVerbs = wordList('light verbs');

/** "raised questions about": the subject of the light verb that carries the noun. */
function carrierOf(s: Scope, i: number): Subject | undefined {
  const floor = Math.max(s.first, i - LIGHT_WITHIN);
  for (let k = i - 1; k >= floor; k--) {
    // "there have been rumours": they are nobody's
    // and of “had ignored three warnings” the verb is another
    if (lightVerbs.has(word(s, k)))
      return word(s, k - 1) === 'there' || isAuxiliary(s, k, i) ? undefined : subjectOf(s, k);
    if (isMark(s, k) || isQuoted(s, k) || is(s, k, Class.preposition)) return undefined;
  }
  return undefined;
}
