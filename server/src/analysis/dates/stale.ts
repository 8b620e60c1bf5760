// Stale plans: "talks would begin on Tuesday" in a story of Wednesday that tells what happened on Tuesday.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { perEachStory } from '../../document/story';
import { tokenAt, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { shift, type Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { dayOf, weekdayOf } from '../../language/calendar';
import { timesOf } from './times';

/** Offsets into the prose. */
export interface StalePlan {
  readonly planned: Span;
  /** The same day, where the story looks back on it. */
  readonly past: Span;
}

/**
 * Plans for a day on which the story already looks back: "talks would begin on Tuesday". Only where the story's own day is known
 * and is another day, since a plan may be for the evening.
 */
export const stalePlansOf = perEachStory(({ blocks, date }): readonly StalePlan[] => {
  const today = dayOf(date);
  if (today === undefined) return [];
  const days = blocks.flatMap(({ role, start, facts }) =>
    isProse(role) ? daysOf(facts).map((day) => ({ ...day, ...shift(day, start) })) : [],
  );
  return days.flatMap(({ planned, weekday, start, end }) => {
    if (!planned || weekday === weekdayOf(today)) return [];
    const past = days.find((day) => day.weekday === weekday && day.past);
    return past ? [{ planned: { start, end }, past: { start: past.start, end: past.end } }] : [];
  });
});

interface Day extends Span {
  readonly weekday: number;
  readonly planned: boolean;
  readonly past: boolean;
}

const daysOf = perParagraph((paragraph: Paragraph): readonly Day[] =>
  timesOf(paragraph).flatMap((time) => {
    const sentence = paragraph.sentences[time.sentence];
    if (time.is.kind !== 'weekday' || time.is.turned || !sentence) return [];
    const at = tokenAt(paragraph.tokens, time.start);
    // "Tuesday's vote", "the Tuesday vote": a name for it, not when
    if (!when.has(wordAt(paragraph.tokens, at - 1)) || wordAt(paragraph.tokens, at).endsWith("'s")) return [];
    const inSentence = paragraph.tokens.word.slice(sentence.firstToken, sentence.lastToken);
    const { start, end } = time;
    return [
      {
        start,
        end,
        weekday: time.is.weekday,
        planned: isPlanned(paragraph, sentence.firstToken, at),
        past: wordAt(paragraph.tokens, at - 1) === 'on' && !inSentence.some((word) => ahead.has(word)),
      },
    ];
  }),
);

const when = wordList('prepositions of a day');

const ahead = wordList('words that look ahead');
const PLANNED_WITHIN = 10;

/** "will meet on Tuesday", not "would resign, he said on Tuesday". */
function isPlanned({ tokens }: Paragraph, from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - PLANNED_WITHIN); i--) {
    const word = wordAt(tokens, i);
    if (word === 'will' || word === 'would') return true;
    if (word === ',' || word === ';' || tagsSpeech(word)) return false;
  }
  return false;
}
