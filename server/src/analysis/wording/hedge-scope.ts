// Whether a hedge can go: only where the source that stays speaks for the very clause that the hedge stands in.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, tokenAt, wordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { Class, classesOf } from '../../language/word-classes';
import type { Span } from '../../text/span';
import type { Attribution } from '../attribution/attribution';
import { verbOf } from '../attribution/lexicon';

/** "Police said the driver allegedly fled", "the driver allegedly fled, police said", "according to police, he allegedly fled". */
export function governsHedge(paragraph: Paragraph, { start, end }: Span, a: Attribution): boolean {
  const { tokens, sentences } = paragraph;
  const sentence = sentences[a.sentence];
  if (
    !sentence ||
    !a.cue ||
    !a.source ||
    isPossessive(paragraph, a.source) ||
    (a.form === 'verb' && !doubtful.has(a.lemma))
  )
    return false;
  const hedge = tokenAt(tokens, start);
  const behind = tokenAt(tokens, end - 1) + 1;
  if (!isBeforeVerb(tokens, hedge, behind)) return false;
  const from = tokenAt(tokens, Math.min(a.cue.start, a.source.start));
  const to = tokenAt(tokens, Math.max(a.cue.end, a.source.end) - 1) + 1;
  if (from > hedge) {
    // "…, police said": nothing but this one clause before it
    const close = wordAt(tokens, from - 1) === ',' ? from - 1 : from;
    return isOneClause(tokens, sentence.firstToken, hedge) && isOneClause(tokens, behind + 1, close);
  }
  const opens = /^(?:that|,)$/.test(wordAt(tokens, to)) ? to + 1 : to;
  return isOneClause(tokens, opens, hedge) && hasNoOtherVerb(tokens, behind + 1, sentence.lastToken);
}

/** "Orel's alleged plot": nobody says so here. */
const isPossessive = ({ text }: Paragraph, { start, end }: Span): boolean => /['’]s?$/.test(text.slice(start, end));

/** What somebody says in these words is not yet so; "confirmed" and "found" vouch for it, "denied" says that it is not. */
const doubtful = wordList('verbs that leave doubt');

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;

/** "The driver allegedly fled", "was allegedly found": between a subject or its auxiliary and the verb. */
function isBeforeVerb(tokens: Tokens, hedge: number, behind: number): boolean {
  const before = hedge - 1;
  if (has(tokens, before, Shape.mark) && wordAt(tokens, before) !== ',') return false;
  if (is(tokens, before, Class.conjunction | Class.preposition | Class.question)) return false;
  if (is(tokens, before, Class.auxiliary)) return !is(tokens, behind, Class.determiner | Class.preposition);
  if (wordAt(tokens, before) === ',' || /^(?:by|against)$/.test(wordAt(tokens, behind + 1))) return false;
  const forms = verbOf(recordAt(tokens, behind))?.forms ?? 0;
  return (
    is(tokens, behind, Class.past | Class.finite) ||
    (forms & (Form.past | Form.third)) !== 0 ||
    wordAt(tokens, behind).endsWith('ed')
  );
}

/** No mark, no joint, no second clause between the two. */
function isOneClause(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (has(tokens, i, Shape.mark) && !/^["“”'’]$/.test(wordAt(tokens, i))) return false;
    if (is(tokens, i, Class.question)) return false;
    if (is(tokens, i, Class.conjunction) && !joinsNames(tokens, i)) return false;
    if (is(tokens, i, Class.subordinator) && !is(tokens, i, Class.preposition)) return false;
    if (i > from && is(tokens, i, Class.subject) && !is(tokens, i, Class.object)) return false;
    if (is(tokens, i, Class.finite) && i < to - 1) return false;
  }
  return true;
}

/** "Karl and Peter Dunne": one subject. */
export const joinsNames = (tokens: Tokens, at: number): boolean =>
  has(tokens, at - 1, Shape.capital) && has(tokens, at + 1, Shape.capital);

/** "A plot Orel allegedly forged was big": then the hedge's own verb was none of the clause that the source gives. */
function hasNoOtherVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (has(tokens, i, Shape.mark) || is(tokens, i, Class.question | Class.conjunction | Class.subject)) return true;
    if (is(tokens, i, Class.subordinator)) return true;
    if (is(tokens, i, Class.finite)) return false;
  }
  return true;
}
