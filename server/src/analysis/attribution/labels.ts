// Speakers set before a colon: "WALSH: I never …", "Minister: no early vote", and behind one in a headline: "Blast kills 12: police".
import { wordList } from '../../lexicon/word-lists';
import { isPlainWord } from '../../lexicon/plain-words';
import { Class } from '../../language/word-classes';
import type { Paragraph } from '../../document/paragraph';
import { verbFormOf } from '../../language/verb-forms';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { perParagraphWith, signs } from '../../document/gates';
import { perParagraph } from '../../document/memo';
import type { Cue } from './cues';
import { isGivenName, isPlace } from '../names/lists';
import { is, isCapital, isDash, isMark, isQuoted, type Scope, shape, word } from './scope';

const LONGEST_LABEL = 6;
const LONGEST_CAPS_LABEL = 3;
const LONGEST_HEADLINE_LABEL = 2;

/** What stands before a colon at the start of a paragraph, where it could be a speaker. */
export interface Label {
  readonly text: string;
  /** The colon's token. */
  readonly colon: number;
  /** All capitals, as transcripts set their speakers. */
  readonly caps: boolean;
}

/** Words before a colon that name a part of the page and not a speaker. */
const signposts = wordList('page signposts');

const aColon = signs.word((word) => word === ':');

export const labelOf = perParagraphWith([aColon], undefined, ({ text, tokens }: Paragraph): Label | undefined => {
  let caps = true;
  const limit = Math.min(tokens.length, LONGEST_LABEL + 1);
  for (let i = 0; i < limit; i++) {
    const w = tokens.word[i] as string;
    const bits = tokens.shape[i] as number;
    if (w === ':') {
      if (i === 0 || signposts.has(tokens.word[0] as string)) return undefined;
      return { text: text.slice(tokens.start[0], tokens.end[i - 1]), colon: i, caps };
    }
    if (bits & Shape.number || (bits & Shape.mark && w !== '.' && w !== '(' && w !== ')')) return undefined;
    if (bits & Shape.word && !(bits & (Shape.capital | Shape.allCaps))) return undefined;
    if (bits & Shape.word && !(bits & Shape.allCaps) && w.length > 1) caps = false;
  }
  return undefined;
});

const questions = wordList('labels of a question');
const answers = wordList('labels of an answer');

const turnOf = (word: string): 'question' | 'answer' | undefined =>
  questions.has(word) ? 'question' : answers.has(word) ? 'answer' : undefined;

/**
 * For each sentence, whether it opens a turn of an interview, and which: "Q: How did it begin?" (question), "A. The wall broke."
 * (answer).
 */
export const turnsIn = perParagraph(({ tokens, sentences }: Paragraph) =>
  sentences.map(({ firstToken }) => {
    const w = wordAt(tokens, firstToken);
    const stop = wordAt(tokens, firstToken + 1);
    const set = has(tokens, firstToken, Shape.capital) && (stop === ':' || (stop === '.' && w.length === 1));
    return set ? turnOf(w) : undefined;
  }),
);

/** The label of a paragraph's first sentence as a cue, where the paragraph alone shows that it is one. */
export function labelCue(s: Scope): Cue | undefined {
  if (s.sentence > 0) return undefined;
  const label = labelOf(s.paragraph) ?? officeIn(s);
  if (!label) return undefined;
  const { colon, caps } = label;
  const headline = s.headline || (s.paragraph.sentences.length === 1 && !endsInStop(s));
  const quoted = isQuoted(s, colon + 1);
  // "Euro 2024: 12 goals", "Gaza: 12 killed" tell what it is about
  const counts = shape(s, colon + 1, Shape.number);
  if (colon + 1 >= s.last || (counts && !(headline && isSource(s, s.first, colon)))) return undefined;
  const speaks =
    quoted ||
    (caps && label.text.length > 1 && colon - s.first <= LONGEST_CAPS_LABEL && !s.paragraph.allCaps && !headline) ||
    (colon === s.first + 1 &&
      is(s, s.first, Class.document | Class.people | Class.body) &&
      !is(s, s.first, Class.outlet)) ||
    (headline &&
      colon - s.first <= LONGEST_HEADLINE_LABEL &&
      colon < s.last - 3 &&
      (caps ? counts || isSource(s, s.first, colon) : mayBeSomebody(s, colon)));
  if (!speaks) return undefined;
  return {
    form: 'label',
    lemma: ':',
    kind: 'speech',
    cue: { from: colon, to: colon + 1 },
    source: { from: s.first, to: colon },
    content: [{ from: colon + 1, to: s.last }],
    reports: true,
  };
}

/** "Foreign minister: talks go on", "Health ministry: 12 dead" in a headline: an office is no name, and has no capitals. */
function officeIn(s: Scope): Label | undefined {
  if (!s.headline) return undefined;
  for (let i = s.first + 1; i <= s.first + LONGEST_OFFICE; i++)
    if (word(s, i) === ':') return isSource(s, s.first, i) ? { text: '', colon: i, caps: false } : undefined;
  return undefined;
}

const LONGEST_OFFICE = 4;

/** "Leaked:", "However:", "Earthquake:": words of the language that nobody is called or is. */
const mayBeSomebody = (s: Scope, colon: number): boolean =>
  is(s, colon - 1, Class.person | Class.body | Class.outlet | Class.document | Class.people) ||
  (isPlainWord(word(s, colon - 1))
    ? colon - 1 > s.first && isGivenName(word(s, s.first))
    : !isPlace(word(s, colon - 1)));

const endsInStop = (s: Scope): boolean => {
  let i = s.last - 1;
  while (i > s.first && (isQuoted(s, i) || word(s, i) === ')')) i--;
  return '.!?'.includes(word(s, i)) && word(s, i) !== '';
};

const LONGEST_TRAILING_LABEL = 4;

/** "Blast kills 12: police", "… - police", "… (police)" in a headline. */
export function trailingLabelCue(s: Scope): Cue | undefined {
  if (!s.headline) return undefined;
  const end = isClosing(word(s, s.last - 1)) ? s.last - 1 : s.last;
  for (let i = end - 1; i > s.first + 1 && i >= end - 1 - LONGEST_TRAILING_LABEL; i--) {
    if (!setsApart(s, i, end)) continue;
    const speaker =
      word(s, i) === ':' ? isSpeaker(s, i + 1, end) : isSource(s, i + 1, end) || signsQuotation(s, i, end);
    if (!speaker) return undefined;
    return {
      form: 'label',
      lemma: ':',
      kind: 'speech',
      cue: { from: i, to: i + 1 },
      source: { from: i + 1, to: end },
      content: [{ from: s.first, to: i }],
      reports: true,
    };
  }
  return undefined;
}

const isClosing = (w: string): boolean => w === ')' || w === ']';

/** A colon or a dash; a bracket that closes at the headline's end. */
const setsApart = (s: Scope, i: number, end: number): boolean =>
  word(s, i) === ':' || isDash(s, i) || (end < s.last && (word(s, i) === '(' || word(s, i) === '['));

/** Behind a colon: a name, or a noun for whoever speaks, and no verb. */
function isSpeaker(s: Scope, from: number, to: number): boolean {
  let speaker = isCapital(s, from);
  for (let k = from; k < to; k++) {
    if (is(s, k, Class.person | Class.body | Class.outlet | Class.document | Class.people)) speaker = true;
    if (isLettersOfBody(s, k)) speaker = true;
    // "… : what the minister said" tells what follows; WHO asks nothing
    else if (is(s, k, Class.auxiliary | Class.question | Class.past) || isQuoted(s, k)) return false;
  }
  return speaker;
}

/**
 * Behind a dash or in brackets more stands than speakers, "(video)", "- live updates", "- Lom Herald": a noun for people or a body, the
 * media without a name, letters for a body.
 */
function isSource(s: Scope, from: number, to: number): boolean {
  const head = to - 1;
  if (head < from || isQuoted(s, head)) return false;
  for (let k = from; k < head; k++)
    if (isMark(s, k) || is(s, k, Class.auxiliary | Class.preposition | Class.conjunction) || doesSomething(s, k, from))
      return false;
  if (isLettersOfBody(s, head)) return head === from;
  if (is(s, head, Class.outlet))
    return (
      head > from &&
      !isCapital(s, head - 1) &&
      !pageWords.has(word(s, from)) &&
      (!isCapital(s, head) || shape(s, head, Shape.allCaps))
    );
  return is(s, head, Class.person | Class.body | Class.people) || reports.has(word(s, head)) || isTitled(s, from, head);
}

/** "police name victims": behind somebody a word that may be a verb is one. */
const doesSomething = (s: Scope, i: number, from: number): boolean =>
  i > from && is(s, i - 1, Class.people | Class.person) && verbFormOf(recordAt(s.tokens, i)) !== undefined;

/** "Minister Adler" */
const isTitled = (s: Scope, from: number, head: number): boolean =>
  head > from && isCapital(s, head) && is(s, head - 1, Class.person | Class.title);

/** "'No deal' - Adler" */
const signsQuotation = (s: Scope, i: number, end: number): boolean =>
  isQuoted(s, i - 1) && end - i <= 3 && isCapital(s, i + 1) && isCapital(s, end - 1) && !is(s, end - 1, Class.masthead);

/** "UN", "WHO"; "PM" behind no hour. */
const isLettersOfBody = (s: Scope, i: number): boolean =>
  shape(s, i, Shape.allCaps) && (bodies.has(word(s, i)) || (offices.has(word(s, i)) && !shape(s, i - 1, Shape.number)));

const bodies = wordList('bodies known by letters');
const offices = wordList('offices known by letters');
const reports = wordList('documents that trail a headline');
const pageWords = wordList('words for parts of a page');
