// One act on two days: "the deal was reached on Thursday" below "the deal, reached on Tuesday"; one that has happened and is to come.
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { perParagraphWith } from '../../document/gates';
import { perStory } from '../../document/memo';
import { figures } from '../../language/quantities';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { shift, type Span } from '../../text/span';
import { type Time, timesOf } from './times';

/** An act that happens once, and when; offsets over "adopted on Wednesday". */
interface Act extends Span {
  /** What was done to what: "law adopted". */
  readonly of: string;
  readonly when: Time['is'] | 'ahead';
  /** A place stands behind it: there may be several such acts. */
  readonly placed: boolean;
  /** As the story writes the time. */
  readonly time: Span;
}

/** Offsets into the prose. */
export interface FightingDays {
  readonly again: Span;
  readonly told: Span;
  /** The time as it stands in each; absent where the act is told as still to come. */
  readonly times: readonly [told: Span, again: Span];
  readonly ahead: boolean;
}

/** Each act of which the story has two days, or a day and a plan. */
export const fightingDaysOf = perStory(({ blocks }: Story): readonly FightingDays[] => {
  const first = new Map<string, Act>();
  const found: FightingDays[] = [];
  for (const { role, start, facts } of blocks) {
    if (!isProse(role)) continue;
    for (const act of actsOf(facts)) {
      const placed = { ...act, ...shift(act, start), time: shift(act.time, start) };
      const told = first.get(act.of);
      if (!told) first.set(act.of, placed);
      else if (differ(told.when, act.when) && !(told.placed && act.placed))
        found.push({
          again: placed,
          told,
          times: [told.time, placed.time],
          ahead: act.when === 'ahead' || told.when === 'ahead',
        });
    }
  }
  return found;
});

function differ(a: Act['when'], b: Act['when']): boolean {
  if (a === 'ahead' || b === 'ahead') return a !== b;
  if (a.kind === 'weekday' && b.kind === 'weekday') return a.weekday !== b.weekday && !a.turned && !b.turned;
  if (a.kind === 'year' && b.kind === 'year') return a.year !== b.year;
  if (a.kind !== 'date' || b.kind !== 'date' || a.day === undefined || b.day === undefined) return false;
  return a.year === b.year && (a.month !== b.month || a.day !== b.day);
}

const acts = wordList('acts that happen once');
const anAct = figures.word((word) => acts.has(word));
const NEAR = 3;

/** "The law was adopted on Wednesday", "the deal, reached on Tuesday", "the pact will be signed next week". */
const actsOf = perParagraphWith([anAct], [], (p: Paragraph): readonly Act[] => {
  const { tokens } = p;
  const found: Act[] = [];
  for (let i = 2; i < tokens.length; i++) {
    if (!acts.has(wordAt(tokens, i)) || has(tokens, i, Shape.quoted)) continue;
    const act = actAt(p, i);
    if (act) found.push(act);
  }
  return found;
});

function actAt(p: Paragraph, verb: number): Act | undefined {
  const { tokens } = p;
  const before = wordAt(tokens, verb - 1);
  const ahead = before === 'be' && wordAt(tokens, verb - 2) === 'will';
  if (!ahead && !/^(?:was|were|,)$/.test(before)) return undefined;
  const noun = verb - (ahead ? 3 : 2);
  if (!isDefinite(p, noun)) return undefined;
  const time = timesOf(p).find(({ start }) => {
    const at = tokenAt(tokens, start);
    return at > verb && at - verb <= NEAR;
  });
  if (!time || isByOthers(p, verb, time)) return undefined;
  const { is, start, end } = time;
  const of = `${wordAt(tokens, noun)} ${wordAt(tokens, verb)}`;
  const span = {
    start: tokens.start[verb] ?? start,
    end,
    placed: /^(?:in|at)$/.test(wordAt(tokens, tokenAt(tokens, end))),
  };
  if (ahead)
    return is.kind === 'phrase' && is.when === 'coming'
      ? { of, when: 'ahead', time: { start, end }, ...span }
      : undefined;
  return is.kind === 'phrase' ? undefined : { of, when: is, time: { start, end }, ...span };
}

/** "The law", "this deal": the one that the story is about, and no "new" or "second" one. */
function isDefinite({ tokens }: Paragraph, noun: number): boolean {
  return has(tokens, noun, Shape.word) && /^(?:the|this|that)$/.test(wordAt(tokens, noun - 1));
}

/** "by the lower house": somebody else may do it again. */
function isByOthers({ tokens, sentences }: Paragraph, verb: number, { start, end }: Span): boolean {
  const sentence = sentences.find((one) => one.start <= start && start < one.end);
  const behind = tokenAt(tokens, end);
  const words = tokens.word.slice(verb + 1, Math.min(sentence?.lastToken ?? behind, behind + 3));
  return words.includes('by');
}
