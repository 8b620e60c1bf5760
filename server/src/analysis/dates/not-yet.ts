// Days that have not come: "police said on Thursday" in a story of Wednesday.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { has, Shape, tokenAt, type Tokens, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { shift, type Span } from '../../text/span';
import { perParagraph, perStory } from '../../document/memo';
import { dayOf, weekdayOf } from '../../language/calendar';
import { timesOf } from './times';

/** Offsets into the prose. */
export interface NotYet extends Span {
  readonly weekday: number;
  /** Days from the story's own to the next such weekday. */
  readonly ahead: number;
}

/**
 * Somebody spoke, by the sentence, on a day that is still ahead: one or two days on. It may be meant for the week before, but
 * nobody quotes five-day-old words as "on Thursday". Only in a story whose own day is known.
 */
export const notYetCome = perStory(({ blocks, date }: Story): readonly NotYet[] => {
  const today = dayOf(date);
  if (today === undefined) return [];
  return blocks.flatMap(({ role, start, facts }) =>
    isProse(role)
      ? spokenOn(facts).flatMap((day) => {
          const ahead = (day.weekday - weekdayOf(today) + 7) % 7;
          return ahead > 0 && ahead <= AHEAD ? [{ ...day, ...shift(day, start), ahead }] : [];
        })
      : [],
  );
});

const AHEAD = 2;

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
