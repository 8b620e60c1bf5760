// Days that have not come: "police said on Thursday" in a story of Wednesday.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { perEachStory } from '../../document/story';
import { has, Shape, tokenAt, type Tokens, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { shift, type Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { dayOf, weekdayOf } from '../../language/calendar';
import { type Time, timesOf } from './times';

/** Offsets into the prose. */
export interface NotYet extends Span {
  readonly weekday: number;
  /** Days from the story's own to the next such weekday. */
  readonly ahead: number;
  /** The story’s own day, ISO. */
  readonly today: string;
  /** The weekday it is counted from, where it is "the next Tuesday" of what is told as past. */
  readonly follows?: number;
}

/**
 * Sentences in which somebody spoke on a day that is still ahead by one or two days: "said on Thursday" in a story of Wednesday.
 * The day might be that of the week before, but nobody quotes five-day-old words as "on Thursday". Only in a story whose own day
 * is known.
 */
export const notYetCome = perEachStory(({ blocks, date }): readonly NotYet[] => {
  const today = dayOf(date);
  if (date === undefined || today === undefined) return [];
  const is = weekdayOf(today);
  const copy = blocks.filter(({ role }) => isProse(role));
  const spoken = copy.flatMap(({ start, facts }) =>
    spokenOn(facts).flatMap((day) => {
      const ahead = (day.weekday - is + 7) % 7;
      return ahead > 0 && ahead <= AHEAD ? [{ ...day, ...shift(day, start), ahead, today: date }] : [];
    }),
  );
  // a story that tells of days further back looks back over its week, and two days on may be five days ago
  const looksBack = spoken.some(({ ahead }) => ahead > 1) && copy.some(({ facts }) => namesEarlier(facts, is));
  const turned = copy.flatMap(({ start, facts }) =>
    nextDays(facts).flatMap(({ from, to }) => {
      const ahead = ((to.weekday - from.weekday + 7) % 7 || 7) - ((is - from.weekday + 7) % 7);
      return ahead > 0 ? [{ ...shift(to, start), weekday: to.weekday, ahead, today: date, follows: from.weekday }] : [];
    }),
  );
  return [...spoken.filter(({ ahead }) => ahead === 1 || !looksBack), ...turned];
});

const AHEAD = 2;

/** Another day than the story's own, the one before or those that are still ahead. */
const namesEarlier = (facts: Paragraph, is: number): boolean =>
  timesOf(facts).some(
    ({ is: time }) =>
      time.kind === 'weekday' && (is - time.weekday + 7) % 7 >= 2 && (time.weekday - is + 7) % 7 > AHEAD,
  );

interface Weekday extends Span {
  readonly weekday: number;
}

/** "On Saturday night there were crowds. I went back the next Tuesday": told as past, and counted from a day told before. */
const nextDays = perParagraph((paragraph: Paragraph): readonly { readonly from: Weekday; readonly to: Weekday }[] => {
  const times = timesOf(paragraph);
  return times.flatMap(({ is, start, end, sentence }, k) => {
    const from = times[k - 1];
    const { tokens, sentences } = paragraph;
    if (is.kind !== 'weekday' || from?.is.kind !== 'weekday' || from.is.turned || sentence - from.sentence > 1)
      return [];
    const at = tokenAt(tokens, start);
    if (!/^(?:next|following)$/.test(wordAt(tokens, at - 1)) || wordAt(tokens, at - 2) !== 'the') return [];
    // of an earlier year or month the days are not this week's
    if (times.some(isOld)) return [];
    const words = tokens.word.slice(sentences[sentence]?.firstToken, sentences[sentence]?.lastToken);
    if (!words.some((word) => finite.has(word)) || words.some((word) => word !== 'next' && planned.has(word)))
      return [];
    return [
      { from: { start: from.start, end: from.end, weekday: from.is.weekday }, to: { start, end, weekday: is.weekday } },
    ];
  });
});

const isOld = ({ is }: Time): boolean =>
  is.kind === 'year' ||
  (is.kind === 'date' && is.year !== undefined) ||
  (is.kind === 'phrase' && is.when === 'settled');

const finite = wordList('verbs of a past told');
const planned = wordList('words that look ahead');

const spokenOn = perParagraph((paragraph: Paragraph): readonly (Span & { readonly weekday: number })[] =>
  timesOf(paragraph).flatMap(({ is, start, end }) => {
    if (is.kind !== 'weekday' || is.turned) return [];
    const at = tokenAt(paragraph.tokens, start);
    return wordAt(paragraph.tokens, at).endsWith("'s") || !isSpokenBefore(paragraph.tokens, at)
      ? []
      : [{ start, end, weekday: is.weekday }];
  }),
);

/** "said on", "told reporters late on", "said in a statement on": nothing else between the verb and the day. */
function isSpokenBefore(tokens: Tokens, at: number): boolean {
  let i = at - 1;
  while (lead.has(wordAt(tokens, i))) i--;
  const hearers = wordAt(tokens, i);
  if (
    vessels.has(hearers) &&
    /^(?:an?|the)$/.test(wordAt(tokens, i - 1)) &&
    /^(?:in|at|through)$/.test(wordAt(tokens, i - 2))
  )
    i -= 3;
  else if (audiences.has(hearers) && wordAt(tokens, i - 1) === 'told') i--;
  const verb = wordAt(tokens, i);
  const past =
    verb === 'said' ||
    verb === 'told' ||
    verb === 'wrote' ||
    verb === 'announced' ||
    (verb.endsWith('ed') && tagsSpeech(verb));
  return past && !has(tokens, i, Shape.quoted) && !passive.has(wordAt(tokens, i - 1));
}

const lead = wordList('leads to a day');
const vessels = wordList('vessels of speech');
const audiences = wordList('audiences');
/** "will be announced on Thursday", "the paper to be read on Thursday". */
const passive = wordList('words before a passive');
