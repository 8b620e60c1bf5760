// Speakers without a verb: "In a statement, the ministry: “…”", "And from the mayor:" above a quotation, and "“…” — Rosa Adler" behind one.
import { wordList } from '../../lexicon/word-lists';
import { isPlainWord } from '../../lexicon/plain-words';
import { perParagraph } from '../../document/memo';
import { recordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { nounOf } from './lexicon';
import type { Range } from './phrase';
import { is, isCapital, isComma, isDash, isMark, isPossessive, isQuoted, type Scope, word } from './scope';

const LONGEST_LEAD = 16;

/** Whoever stands before a colon with a quotation behind it, or with nothing: then the next paragraph holds the words. */
export function introductionCue(s: Scope, found: readonly Cue[]): Cue | undefined {
  const colon = colonOf(s);
  if (colon < 0 || found.some(({ cue, form, source }) => form !== 'adverb' && source && cue.to > colon - 1))
    return undefined;
  if (found.some(({ content, source }) => source && content.some(({ from }) => from === colon + 1))) return undefined;
  const source = introducedBy(s, colon);
  return source && spoken(s, colon, source, [{ from: colon + 1, to: s.last }]);
}

const spoken = (s: Scope, mark: number, source: Range, content: readonly Range[]): Cue => ({
  form: 'label',
  lemma: word(s, mark),
  kind: 'speech',
  cue: { from: mark, to: mark + 1 },
  source,
  content,
  reports: false,
});

const holdsColon = perParagraph(({ text }) => text.includes(':'));

/** The colon before a quotation, or at the very end of the paragraph, behind a few words; or -1. */
function colonOf(s: Scope): number {
  if (s.headline || !holdsColon(s.paragraph)) return -1;
  const limit = Math.min(s.last, s.first + LONGEST_LEAD);
  for (let i = s.first + 1; i < limit && !isQuoted(s, i); i++)
    if (word(s, i) === ':') return isQuoted(s, i + 1) || i + 1 >= s.word.length ? i : -1;
  return -1;
}

function introducedBy(s: Scope, colon: number): Range | undefined {
  let i = s.first;
  while (i < colon && leads.has(word(s, i))) i += isComma(s, i + 1) ? 2 : 1;
  for (let k = i; k < colon; k++) if (isVerb(s, k)) return undefined;
  if (from.has(word(s, i))) return teller(s, i + 1, colon);
  // "In a statement, the ministry"
  if (is(s, i, Class.preposition)) {
    while (i < colon && !isComma(s, i)) i++;
    return speaker(s, i + 1, colon);
  }
  return ownerOfWords(s, i, colon) ?? speaker(s, i, colon);
}

const leads = wordList('words before who is introduced');
const from = new Set(['from', 'by']);

const isVerb = (s: Scope, i: number): boolean => {
  if (isCapital(s, i)) return false;
  if (is(s, i, Class.finite | Class.past | Class.question)) return true;
  const verb = verbFormOf(recordAt(s.tokens, i));
  return verb !== undefined && !verb.noun && (verb.forms & Form.third) !== 0;
};

/** "A statement from the bank", "the bank's reply": whose words they are. */
function ownerOfWords(s: Scope, first: number, colon: number): Range | undefined {
  for (let i = first; i < colon && !isMark(s, i); i++) {
    const telling = nounOf(recordAt(s.tokens, i)) !== undefined || s.verbs[i]?.nounish || is(s, i, Class.document);
    if (!telling) continue;
    if (from.has(word(s, i + 1))) return teller(s, i + 2, colon);
    if (isPossessive(s, i - 1)) return { from: first, to: i };
  }
  return undefined;
}

/** Whoever words come from: "the crew", whatever the lexicon knows of it. */
const teller = (s: Scope, first: number, colon: number): Range | undefined =>
  is(s, first, Class.determiner) && first + 1 < colon ? { from: first, to: colon } : speaker(s, first, colon);

/** The noun phrase in `[first, colon)`, where it is somebody or something that speaks. */
function speaker(s: Scope, first: number, colon: number): Range | undefined {
  let head = first;
  while (head < colon && !isMark(s, head) && !is(s, head, Class.preposition)) head++;
  head--;
  if (head < first) return undefined;
  const named = isCapital(s, head) && (head > s.first || !isPlainWord(word(s, head)));
  return named || is(s, head, speaks) ? { from: first, to: colon } : undefined;
}

const speaks = Class.person | Class.people | Class.body | Class.outlet | Class.document;

/** Tokens of a signature: "Rosa Adler, mayor of Dessa". */
const LONGEST_SIGNATURE = 14;

/** "“We will not go.” — Rosa Adler, mayor": a quotation, a dash, and who says it, to the end of the sentence. */
export function signatureCue(s: Scope): Cue | undefined {
  if (!s.behind.size) return undefined;
  const floor = Math.max(s.first, s.last - LONGEST_SIGNATURE);
  for (let i = s.last - 1; i >= floor; i--) {
    if (!opensSignature(s, i)) continue;
    const quotation = s.quoted.find(({ last }) => last === i);
    const end = word(s, s.last - 1) === '.' ? s.last - 1 : s.last;
    if (!quotation || !isSigned(s, i + 1, end)) return undefined;
    return spoken(s, i, { from: i + 1, to: end }, [{ from: quotation.first, to: quotation.last }]);
  }
  return undefined;
}

/** A dash right behind a quotation. "-Rosa" is set so as well. */
const opensSignature = (s: Scope, i: number): boolean =>
  s.behind.has(i) && (isDash(s, i) || word(s, i) === '-') && !isQuoted(s, i);

/** A name, or an office with one, and no verb. */
function isSigned(s: Scope, first: number, end: number): boolean {
  if (end <= first || is(s, first, Class.subject | Class.determiner | Class.preposition)) return false;
  for (let i = first; i < end; i++) if (is(s, i, Class.auxiliary | Class.past) || isQuoted(s, i)) return false;
  if (isOfficeAndName(s, first, end)) return true;
  return isCapital(s, first) && (isCapital(s, first + 1) || first + 1 === end || isMark(s, first + 1));
}

/** "Head teacher Rosa Adler", "local builder Rosa Adler": a small word or two, and a name in full. */
function isOfficeAndName(s: Scope, first: number, end: number): boolean {
  let name = first + 1;
  while (name < end && name - first <= LONGEST_OFFICE && !isCapital(s, name)) name++;
  if (name - first > LONGEST_OFFICE || !isCapital(s, name) || !isCapital(s, name + 1) || name + 1 >= end) return false;
  for (let i = first; i < name; i++) if (isMark(s, i) || is(s, i, Class.preposition | Class.adverb)) return false;
  return name + 2 >= end || isMark(s, name + 2) || isCapital(s, name + 2);
}

const LONGEST_OFFICE = 3;
