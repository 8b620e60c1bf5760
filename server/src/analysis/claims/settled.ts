// Settled: a claim whose sentence dates it, and not on these days, was told before.
import { Class, classOf } from '../../language/word-classes';
import type { Paragraph } from '../../document/paragraph';
import { tokenAt, wordAt } from '../../document/token';
import { type Time, timesOf, whenOf } from '../dates/times';
import type { Candidate } from './candidates';

/** The sentence dates itself, and not on these days. One that dates nothing goes on from the year before it: "In 1998 rebels
 *  stormed the town. At least 40 soldiers were killed." */
export function isSettled(facts: Paragraph, candidate: Candidate, today: string | undefined): boolean {
  const { sentence, start } = candidate;
  const times = timesOf(facts).filter((time, i, all) => !isPartOfDate(time, all[i + 1]));
  const own = times.filter(
    (time) => time.sentence === sentence && !(time.start > start && isOfElse(facts, candidate, time)),
  );
  const before = times.filter((time) => time.sentence === sentence - 1 && isDated(time) && !isRelative(facts, time));
  const whens = (own.length || hasHour(facts, sentence) ? own : before).map((time) => whenOf(time, today));
  return whens.includes('settled') && !whens.includes('fresh');
}

/** The time behind a claim is not the claim's. Of what somebody is ("belongs to a gang that …") no relative clause says when. */
const isOfElse = (facts: Paragraph, { class: cls, last }: Candidate, time: Time): boolean =>
  (cls !== 'opinion' && (isYardstick(facts, time) || isOwned(facts, time))) ||
  ((cls === 'accusation' || cls === 'intelligence') && isRelative(facts, time, last));

/** "Friday, October 20, 2011": the weekday of a date with its year is no day of these. */
const isPartOfDate = ({ is, end }: Time, next: Time | undefined): boolean =>
  is.kind === 'weekday' && next?.is.kind === 'date' && next.is.year !== undefined && next.start - end <= ', '.length;

/** "The biggest turnout since independence", "had not been serviced since 2019": how long nothing like it was, and not when it was. */
function isYardstick({ tokens, sentences }: Paragraph, { sentence, start }: Time): boolean {
  const at = tokenAt(tokens, start);
  const since = [at, at - 1, at - 2].find((t) => wordAt(tokens, t) === 'since');
  if (since === undefined) return false;
  const from = Math.max(sentences[sentence]?.firstToken ?? 0, since - YARDSTICK_WITHIN);
  for (let t = since - 1; t >= from; t--) {
    const word = wordAt(tokens, t);
    if (word === 'first' || word === 'worst' || word === 'best' || (classOf(word) & Class.negation) !== 0) return true;
    if (word.length > 5 && word.endsWith('est')) return true;
  }
  return false;
}

/** Tokens between a superlative and its "since". */
const YARDSTICK_WITHIN = 20;

/** "Took bribes to fix last year's draw": the draw is of last year. */
const isOwned = ({ text }: Paragraph, { start, end }: Time): boolean => /['’]s$/.test(text.slice(start, end));

/** "The blaze that gutted the warehouse in 2019": the sentence itself tells of another day. @param behind token from which on the "that" may stand. */
function isRelative({ tokens, sentences }: Paragraph, { sentence, start }: Time, behind = 0): boolean {
  const at = tokenAt(tokens, start);
  const from = Math.max((sentences[sentence]?.firstToken ?? 0) + 1, at - RELATIVE_WITHIN, behind);
  return tokens.word.slice(from, at).some((word) => relatives.has(word));
}

const RELATIVE_WITHIN = 10;
const relatives = new Set(['that', 'which', 'who', 'whose']);

const isDated = ({ is: { kind } }: Time): boolean => kind === 'year' || kind === 'date';

const hours = new Set('noon midday midnight dawn daybreak dusk morning afternoon evening night'.split(' '));

/** An hour without its day is one of these days. */
function hasHour({ tokens, sentences }: Paragraph, sentence: number): boolean {
  const { firstToken, lastToken } = sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = firstToken; t < lastToken; t++) if (hours.has(wordAt(tokens, t))) return true;
  return false;
}
