// "Won in 1:47.90, three hundredths of a second ahead of …, in 1:47.93": the margin between two times of a race.
import { perParagraphWith } from '../../document/gates';
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, Shape, tokenAt } from '../../document/token';
import { aNumber, figures } from '../../language/quantities';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';

export interface Margin {
  /** "Three thousandths of a second". Relative to the paragraph. */
  readonly told: Span;
  readonly times: readonly [Span, Span];
  /** Seconds between the two. */
  readonly real: number;
}

const aSecond = figures.word((word) => word === 'second' || word === 'seconds');

/** Minutes or hours, seconds, and parts of them: what a stopwatch shows. */
const TIME = /(?<![\d:.,])(?:(\d{1,2}):)?(\d{1,2}):(\d\d[.,]\d{1,3})(?![\d:])/g;
const TOLD =
  /\b(?:(an?|one|two|three|four|five|six|seven|eight|nine|\d{1,3}) (tenth|hundredth|thousandth)s? of a second|(\d{1,3}(?:\.\d{1,3})?) seconds?) (?:ahead|behind|faster|slower|quicker|adrift|out of|off|clear|short of)\b/g;

interface Stopped extends Span {
  readonly seconds: number;
}

/** Margins that are not the difference of the two times of a race in this sentence and the one beside it. Nothing quoted. */
export const marginsThatDiffer = perParagraphWith([aSecond, aNumber], [], (p: Paragraph): readonly Margin[] => {
  const times = [...p.text.matchAll(TIME)].map((match): Stopped => {
    const [whole, hours = '0', minutes = '0', seconds = '0'] = match;
    const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
    return { start: match.index, end: match.index + whole.length, seconds: value };
  });
  if (times.length < 2) return [];
  return [...p.text.matchAll(TOLD)].flatMap((match) => {
    const told = { start: match.index, end: match.index + match[0].replace(/ \S+(?: of)?$/, '').length };
    const pair = timesNear(p, times, told);
    if (!pair || p.quotations.some((q) => q.start < told.start && told.start < q.end)) return [];
    const real = Math.abs(pair[0].seconds - pair[1].seconds);
    const { seconds, step } = secondsOf(match);
    // a number is as exact as it is told
    return real < FAR && Math.abs(real - seconds) > step * ROUNDED ? [{ told, times: pair, real }] : [];
  });
});

/** Two times further apart, in seconds, are not of one race. */
const FAR = 60;
/** Of a step that is rounding, or a little more: times themselves are cut. */
const ROUNDED = 0.75;

const parts: Readonly<Record<string, number>> = { tenth: 0.1, hundredth: 0.01, thousandth: 0.001 };

function secondsOf([, word = '', part = '', figure = '']: RegExpMatchArray): { seconds: number; step: number } {
  if (figure) return { seconds: Number(figure), step: 10 ** -(figure.split('.')[1]?.length ?? 0) };
  const step = parts[part] as number;
  return { seconds: Math.max(1, small.indexOf(word), Number(word) || 0) * step, step };
}

const small = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const as readonly string[];

/** The only two times of the sentence, or of it and the one beside it, of two people. */
function timesNear(
  p: Paragraph,
  times: readonly Stopped[],
  { start, end }: Span,
): readonly [Stopped, Stopped] | undefined {
  const at = p.sentences.findIndex((one) => one.start <= start && start < one.end);
  const mine = within(times, p.sentences[at]);
  if (mine.length === 2) return apart(p, mine) && isOneRace(p, p.sentences[at] as Sentence) ? pairOf(mine) : undefined;
  if (mine.length !== 1) return undefined;
  const beside = [p.sentences[at - 1], p.sentences[at + 1]].filter((one) => within(times, one).length > 0);
  const other = beside[0];
  if (!other || beside.length !== 1) return undefined;
  const all = [...mine, ...within(times, other)];
  const races = [p.sentences[at] as Sentence, other].every((one) => isOneRace(p, one));
  return all.length === 2 && races && isMeasuredFrom(p, end, other) ? pairOf(all) : undefined;
}

const pairOf = ([one, other]: readonly Stopped[]): readonly [Stopped, Stopped] => [one as Stopped, other as Stopped];

const within = (times: readonly Stopped[], sentence: Span | undefined): readonly Stopped[] =>
  sentence ? times.filter(({ start }) => sentence.start <= start && start < sentence.end) : [];

/** A name stands between the two: they are of two people. */
const apart = ({ tokens }: Paragraph, [one, other]: readonly Stopped[]): boolean =>
  tokens.word.some(
    (_, i) =>
      has(tokens, i, Shape.capital) &&
      (tokens.start[i] ?? 0) > (one as Stopped).end &&
      (tokens.start[i] ?? 0) < (other as Stopped).start,
  );

/** Whom it is measured from the sentence names too: "behind the winner" … "The winner", "out of the medals" … "The bronze medallist". */
function isMeasuredFrom({ tokens }: Paragraph, end: number, { firstToken, lastToken }: Sentence): boolean {
  const from = tokenAt(tokens, end);
  const named = tokens.word.slice(from, from + NAMED_WITHIN).filter((word) => word.length >= STEM);
  const stems = new Set(named.map((word) => word.slice(0, STEM)));
  return tokens.word.slice(firstToken, lastToken).some((word) => stems.has(word.slice(0, STEM)));
}

/** Tokens behind the margin, and letters that make two words one. */
const NAMED_WITHIN = 5;
const STEM = 5;

/** Heats, laps and records have times of their own. */
const isOneRace = ({ tokens }: Paragraph, { firstToken, lastToken }: Sentence): boolean =>
  !tokens.word.slice(firstToken, lastToken).some((word) => others.has(word));

const others = wordList('other times of a race');
