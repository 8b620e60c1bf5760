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
import { abbreviation } from '../../lexicon/abbreviations';
import { indexAt } from '../../text/span';
import { type StopOwner, labelEnd, fieldFrom, endOfField, kindAt, type VerbSeen, verbIn } from './clause-before-stop';
import { insideOf } from './stop-inside';

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
function endOfItem(blocks: readonly Block[], index: number, verb: VerbSeen): StopOwner {
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

/** The paragraph above or below opens with a label, too: each field is on a line of its own. */
const isOfFields = (blocks: readonly Block[], index: number): boolean =>
  [blocks[index - 1], blocks[index + 1]].some(
    (other) => other !== undefined && isProse(other.role) && labelEnd(other.facts.tokens, 0) !== undefined,
  );
