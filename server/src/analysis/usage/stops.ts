// What the stop of an abbreviation belongs to: the word alone, or the end of its sentence too. The text's own reading of sentences has to
// take one side; who writes the word without its stop must also know where the two cannot be told apart.
import type { Paragraph, Sentence } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { behindReferences } from '../../document/segment/references';
import type { Block, Story } from '../../document/story';
import { has, recordAt, Shape, type Tokens, tokenAt, wordAt } from '../../document/token';
import { verbsIn } from '../../language/clause-verbs';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import { abbreviation } from '../../lexicon/abbreviations';
import { isPlainWord } from '../../lexicon/plain-words';
import { opensSentences } from '../../lexicon/sentence-starters';
import { wordList } from '../../lexicon/word-lists';
import { indexAt } from '../../text/span';

/**
 * - `word`: without the word's stop the copy lacks none
 * - `both`: the sentence ends with it too, and needs one
 * - `either`: the text reads well both ways
 */
export type StopOwner = 'word' | 'both' | 'either';

/** @param end behind the stop, in the prose. */
export function ownerOfStop(story: Story, end: number): StopOwner {
  const index = indexAt(story.blocks, end - 1);
  const block = story.blocks[index];
  if (!block) return 'both';
  const { facts } = block;
  const stop = tokenAt(facts.tokens, end - block.start - 1);
  const { at, closes } = behindClosers(facts.text, end - block.start, mayBearNote(facts.tokens, stop));
  const sentence = facts.sentences.find(({ lastToken }) => stop < lastToken);
  if (!sentence || (closes && !isOpenedBy(facts, sentence, closes))) return 'word';
  const behind = facts.text.charAt(at);
  if (!behind.trim() && ENDS.test(facts.text.slice(at))) return atEndOf(story, index, sentence);
  if (behind.trim() && facts.text.charAt(at - 1) !== '>') return 'word';
  return insideOf(facts, sentence, stop, tokenAt(facts.tokens, at));
}

/** Nothing follows but a break that is written out. */
const ENDS = /^[\s\\]*$/;

/** "The U.S.1": a figure close behind it is a note's mark. Behind "No." and "Jan." it is what these count. */
function mayBearNote(tokens: Tokens, stop: number): boolean {
  const kind = kindAt(tokens, stop);
  return kind === undefined || kind === 'tail' || kind === 'time';
}

/** Behind the marks that close something, marks of notes and tags; and which bracket was closed on the way. */
function behindClosers(text: string, from: number, numbers: boolean): { readonly at: number; readonly closes: string } {
  let at = from;
  let closes = '';
  for (let i = 0; i < MOST_CLOSERS; i++) {
    const mark = text.charAt(at);
    const link = mark === ']' ? LINK.exec(text.slice(at, at + LONGEST_LINK)) : null;
    const next = link
      ? at + link[0].length
      : mark && CLOSERS.includes(mark)
        ? at + 1
        : behindReferences(text, at, numbers);
    if (next === at) break;
    if (!link && (mark === ')' || mark === ']')) closes = mark;
    at = next;
  }
  return { at, closes };
}

const MOST_CLOSERS = 8;
const CLOSERS = '"”’\'»›)]}';
/** The rest of a link, in a file that is not read as Markdown. */
const LINK = /^\]\([^()\s]+\)/;
const LONGEST_LINK = 200;

/** "(He left the U.S.)": the bracket holds the whole sentence, and its stop. */
const isOpenedBy = ({ text }: Paragraph, { start }: Sentence, closing: string): boolean =>
  text.charAt(start) === (closing === ')' ? '(' : '[');

/** The stop stands at the end of its block: does the block end as a sentence does? */
function atEndOf({ blocks, markup }: Story, index: number, sentence: Sentence): StopOwner {
  const block = blocks[index] as Block;
  const { role, facts } = block;
  const isLater = sentence !== facts.sentences[0];
  const { lastToken } = sentence;
  const firstField = isProse(role) ? labelEnd(facts.tokens, 0) : undefined;
  if (firstField !== undefined) {
    const field = fieldFrom(facts.tokens, sentence.firstToken, lastToken);
    if (field !== undefined && (field !== firstField || isOfFields(blocks, index)))
      return endOfField(facts.tokens, field, lastToken);
  }
  if (isLater) return 'both';
  const verb = verbIn(facts.tokens, sentence.firstToken, sentence.lastToken);
  if (!isProse(role)) return role === 'caption' && verb !== 'none' ? 'both' : 'word';
  if (role === 'item') return endOfItem(blocks, index, verb);
  if (/^#{1,6} /.test(facts.text)) return 'word';
  const isSetOff =
    SET_OFF.test(facts.text) ||
    markup?.texts.some(
      ({ parent, prose }) =>
        prose.start <= block.start + 1 &&
        block.start < prose.end &&
        parent?.kind === 'inline' &&
        parent.prose.end >= block.end,
    ) === true;
  const isLabelled = facts.text.slice(0, LONGEST_LABEL).includes(': ');
  if (verb === 'none') return isLabelled || isSetOff ? 'word' : 'either';
  if (isSetOff) return 'either';
  return isFirst(blocks, index) && sentence.lastToken < LONGEST_HEADLINE ? firstLine(facts, sentence) : 'both';
}

const LONGEST_LABEL = 30;
/** All of it is emphasised, in a file that is not read as Markdown. */
const SET_OFF = /^(\*{1,3}|_{1,3})[^*_\n]+\1$/;
/** Words and marks of a headline, at most. */
const LONGEST_HEADLINE = 18;

/** A line above all copy may be a headline, though its last word has a stop: one in the present tense is. */
function firstLine({ tokens }: Paragraph, { firstToken, lastToken }: Sentence): StopOwner {
  // the first word of a headline is its subject, or all but always
  const verbs = verbsIn(tokens, firstToken, lastToken).filter(
    ({ form, first }) => form === 'finite' && first > firstToken,
  );
  const isPresent = verbs.length > 0 && verbs.every(({ tense, modal }) => tense === 'present' && !modal);
  return isPresent && !tellsOfPast(tokens, firstToken, lastToken) ? 'word' : 'either';
}

/** Some word may be a past form, and no more than that of a noun's: "fell", "said". A headline has none. */
function tellsOfPast(tokens: Tokens, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i++)
    if ((verbFormOf(recordAt(tokens, i))?.forms ?? 0) & Form.past && !has(tokens, i, Shape.capital)) return true;
  return false;
}

const isFirst = (blocks: readonly Block[], index: number): boolean =>
  blocks.slice(0, index).every(({ role }) => !isProse(role) && role !== 'headline') &&
  blocks.slice(index + 1).some(({ role }) => isProse(role));

/**
 * The other points of a list say whether its points end with a stop: those that are sentences of one that is, the others of one that is
 * not. What ends in an abbreviation says nothing, with its stop or without.
 */
function endOfItem(blocks: readonly Block[], index: number, verb: Reading): StopOwner {
  const isSentence = verb !== 'none';
  const ends = { like: { stopped: 0, bare: 0 }, unlike: { stopped: 0, bare: 0 } };
  for (const step of [-1, 1])
    for (let i = index + step; blocks[i]?.role === 'item' && Math.abs(i - index) < MOST_ITEMS; i += step) {
      const { tokens } = (blocks[i] as Block).facts;
      const last = tokens.length - 1;
      const end = wordAt(tokens, last) === '.' ? 'stopped' : isBareEnd(tokens, last) ? 'bare' : undefined;
      if (end) ends[(verbIn(tokens, 0, last) !== 'none') === isSentence ? 'like' : 'unlike'][end]++;
    }
  const { like, unlike } = ends;
  if (like.stopped && like.bare) return 'either';
  if (like.stopped || like.bare) return like.stopped ? 'both' : 'word';
  if (isSentence) return unlike.stopped && !unlike.bare ? 'both' : 'either';
  return unlike.stopped ? 'either' : 'word';
}

/** A word without a stop that would have none with it: letters alone, "UN", "pm", may have lost theirs. */
const isBareEnd = (tokens: Tokens, last: number): boolean =>
  has(tokens, last, Shape.word | Shape.number) &&
  !wordAt(tokens, last).endsWith('.') &&
  !has(tokens, last, Shape.allCaps) &&
  abbreviation(wordAt(tokens, last)) === undefined;

const MOST_ITEMS = 20;

/** The stop stands between words: does a sentence end there? */
function insideOf({ text, tokens, sentences }: Paragraph, sentence: Sentence, stop: number, next: number): StopOwner {
  const kind = kindAt(tokens, stop);
  if (kind === 'title' || kind === 'number' || kind === 'joint') return 'word';
  const isNumber = has(tokens, next, Shape.number);
  if (kind === 'month' && isNumber) return 'word';
  const field = labelEnd(tokens, next) === undefined ? undefined : fieldFrom(tokens, sentence.firstToken, stop);
  if (field !== undefined) return endOfField(tokens, field, stop);
  const opening = has(tokens, next, Shape.mark) && OPENING.includes(text.charAt(tokens.start[next] as number));
  const word = opening ? next + 1 : next;
  if (!has(tokens, word, Shape.capital | Shape.number)) return 'word';
  if (isLabel(wordAt(tokens, word))) return 'either';
  // a word that no name begins with has its capital from a sentence
  if (!opening && opensSentences(wordAt(tokens, word))) return 'both';
  if (kind === 'time' && isTimeOf(tokens, next)) return behindTime(tokens, sentence, stop, next, sentences);
  if (isAttributive(tokens, stop, word) || isFronted(tokens, sentence.firstToken, stop)) return 'word';
  const last = sentences.find(({ lastToken }) => word < lastToken)?.lastToken ?? tokens.length;
  const right = verbIn(tokens, word, last);
  const from = clauseStart(tokens, sentence.firstToken, stop);
  // a sentence cannot end before it has a verb; where none comes behind either, there are no sentences to go by
  if (verbIn(tokens, from, stop) === 'none') {
    // "From 9 a.m. to 5 p.m. Doors open at 8"
    const isOwn = right === 'none' ? !opensPhrase(tokens, from) : kind === 'time' && isCommonWord(tokens, word);
    return isOwn ? 'either' : 'word';
  }
  if (right === 'none') return !opening && isNumber ? 'word' : bareRight(tokens, word, opening);
  return opening ? 'both' : 'either';
}

const OPENING = '"“‘([«';

// ---- fields: "Where: U.N." above "When: 5 p.m." ------------------------------------------------------------------------------

/** Behind the colon of a label that stands there: "When:", "Ticket office:". */
function labelEnd(tokens: Tokens, first: number): number | undefined {
  let at = first;
  while (at - first < LONGEST_FIELD_LABEL && has(tokens, at, Shape.word) && !wordAt(tokens, at).endsWith('.')) at++;
  return at > first && wordAt(tokens, at) === ':' && has(tokens, first, Shape.capital) ? at + 1 : undefined;
}

const LONGEST_FIELD_LABEL = 3;

/** Where what a label opens begins that ends at the stop; nothing where it ends no field. */
function fieldFrom(tokens: Tokens, first: number, stop: number): number | undefined {
  const from = clauseStart(tokens, first, stop);
  // of fields before it the stops may be gone
  const isAmong = labelEnd(tokens, first) !== undefined;
  if (isAmong && labelEnd(tokens, first) === from) return from;
  for (let label = from - 2; from > first && label >= first && from - label <= LONGEST_FIELD_LABEL + 1; label--)
    if (labelEnd(tokens, label) === from && (isAmong || wordAt(tokens, label - 1).endsWith('.'))) return from;
  return undefined;
}

/** The paragraph above or below opens with a label, too: each field is on a line of its own. */
const isOfFields = (blocks: readonly Block[], index: number): boolean =>
  [blocks[index - 1], blocks[index + 1]].some(
    (other) => other !== undefined && isProse(other.role) && labelEnd(other.facts.tokens, 0) !== undefined,
  );

/** Fields have no stops but those of their words; one that is a sentence may. */
const endOfField = (tokens: Tokens, from: number, stop: number): StopOwner =>
  verbIn(tokens, from, stop) === 'none' ? 'word' : 'either';

/** "In the U.S. Q. When?" */
const isLabel = (word: string): boolean =>
  word.endsWith('.') && [questions, answers].some((list) => list.has(word.slice(0, -1)));

const questions = wordList('labels of a question');
const answers = wordList('labels of an answer');

const kindAt = (tokens: Tokens, stop: number): string | undefined => {
  const known = abbreviation(wordAt(tokens, stop).slice(0, -1));
  return known && (!known.capital || has(tokens, stop, Shape.capital)) ? known.kind : undefined;
};

/** "U.S. Open.", "5 p.m. Christmas Day.": no verb follows, so a name goes on; a common word, or whose something is, may open a sentence. */
const bareRight = (tokens: Tokens, word: number, opening: boolean): StopOwner =>
  opening || OWNER.test(wordAt(tokens, word)) || isCommonWord(tokens, word) ? 'either' : 'word';

/** It begins no name of several words. */
const isCommonWord = (tokens: Tokens, word: number): boolean =>
  isPlainWord(wordAt(tokens, word)) && !has(tokens, word + 1, Shape.capital);

const OWNER = /['’]s?$/;

/** "5 p.m. Monday", "5 p.m. Kyiv time", "5 p.m. May 3". */
function isTimeOf(tokens: Tokens, next: number): boolean {
  const word = wordAt(tokens, next);
  if (zones.has(word.replaceAll('.', '')) || days.has(word)) return true;
  if (has(tokens, next + 1, Shape.number)) return true;
  for (let i = next; i < next + 4 && has(tokens, i, Shape.word); i++)
    if (i > next && timeWords.has(wordAt(tokens, i))) return true;
  return false;
}

/**
 * "It ended at 5 p.m. Monday was quiet": a clause of its own may begin with the day. What a mark, a preposition or a conjunction divides from
 * the day goes on about it.
 */
function behindTime(
  tokens: Tokens,
  sentence: Sentence,
  stop: number,
  next: number,
  sentences: readonly Sentence[],
): StopOwner {
  const last = sentences.find(({ lastToken }) => next < lastToken)?.lastToken ?? tokens.length;
  let at = next + 1;
  for (let i = at; i < Math.min(last, next + MOST_OF_TIME); i++)
    if (isDayOrZone(tokens, i) || has(tokens, i, Shape.number)) at = i + 1;
  let to = at;
  while (to < last && !has(tokens, to, Shape.mark) && !(classesOf(recordAt(tokens, to)) & APART)) to++;
  if (verbIn(tokens, at - 1, to) === 'none') return 'word';
  return verbIn(tokens, clauseStart(tokens, sentence.firstToken, stop), stop) === 'none' ? 'word' : 'either';
}

/** Tokens of "Kyiv time Monday", at most. */
const MOST_OF_TIME = 5;

const APART = (Class.conjunction | Class.subordinator | Class.question) & ~Class.preposition;

const isDayOrZone = (tokens: Tokens, i: number): boolean => {
  const word = wordAt(tokens, i);
  return zones.has(word.replaceAll('.', '')) || days.has(word) || timeWords.has(word);
};

const zones = wordList('time zone words');
const days = wordList('words for days');
const timeWords = wordList('words behind a zone');

/** "The U.S. Army", "said U.S. President Roe": the letters stand before a noun. In news copy a country by its letters has an article. */
function isAttributive(tokens: Tokens, stop: number, next: number): boolean {
  if (!countries.has(wordAt(tokens, stop))) return false;
  return institutions.has(wordAt(tokens, next)) || !(classesOf(recordAt(tokens, stop - 1)) & Class.determiner);
}

const countries = wordList('countries by their letters');
const institutions = wordList('words behind the letters of a country');

/** "The U.S. Open", "At 5 p.m. Roe": a phrase that goes on to its noun. */
const opensPhrase = (tokens: Tokens, first: number): boolean =>
  (classesOf(recordAt(tokens, first)) & (Class.determiner | Class.possessive | Class.preposition)) !== 0;

/** Where the clause begins that the stop might end: behind a semicolon or colon. */
function clauseStart(tokens: Tokens, first: number, stop: number): number {
  for (let i = stop - 1; i > first; i--) if (wordAt(tokens, i) === ';' || wordAt(tokens, i) === ':') return i + 1;
  return first;
}

/** "When she left the U.S. Roe stayed": the main clause is still to come. */
function isFronted(tokens: Tokens, first: number, stop: number): boolean {
  if (!fronted.has(wordAt(tokens, first))) return false;
  for (let i = first; i < stop; i++) if (wordAt(tokens, i) === ',') return false;
  return true;
}

const fronted = wordList('openers of a fronted clause');

type Reading = 'verb' | 'none' | 'unsure';

/** Whether a finite verb stands among the tokens; `unsure` where a word may be one. */
function verbIn(tokens: Tokens, first: number, last: number): Reading {
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
