// Pairs: two people or two bodies whom one sentence puts on one footing, so that "he" or "it" behind them may be either: joined
// ("Paul Kestrel and mine owner Viktor Ansah toured the pit"), or met ("Paul Kestrel received Viktor Ansah").
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Paragraph } from '../../document/paragraph';
import { spanOf } from '../../document/token';
import type { Span } from '../../text/span';
import { attributionsOf } from '../attribution/attribution';
import type { Range } from '../attribution/phrase';
import { is, isMark, isPossessive, type ParagraphWords, readingOf, word } from '../attribution/scope';
import { perParagraph } from '../../document/memo';
import { type Antecedent, antecedentsIn, isNoun } from './antecedents';
import { type Gender, genderOf } from './gender';
import { speakingOf } from './speaker';

/** Offsets are the paragraph's, from the first of the two to the end of their sentence. */
export interface Pair extends Span {
  readonly members: readonly [Member, Member];
}

export interface Member extends Span {
  /** A person's as written, without title; a body's with its article. */
  readonly name: string;
  /** A surname alone tells none. */
  readonly gender: Gender;
  /** An office stands before the name, "Prime Minister Vo Than Lanh": a person, whatever the lexicon knows of the name. */
  readonly titled: boolean;
  /** Several people: "union leaders". */
  readonly plural: boolean;
}

/** In order. */
export const pairsIn: (paragraph: Paragraph) => readonly Pair[] = perParagraph((paragraph) => {
  const r = readingOf(paragraph);
  // who stands alone in a sentence is of no pair there
  const placed = antecedentsIn(paragraph).flatMap((one, i, all) =>
    one.sentence === all[i - 1]?.sentence || one.sentence === all[i + 1]?.sentence || isTwo(r, one)
      ? membersOf(r, one)
      : [],
  );
  let subject: Placed | undefined;
  return placed.flatMap((second, i): Pair[] => {
    if (second.sentence !== subject?.sentence) subject = second.subject ? second : undefined;
    const before = placed[i - 1];
    const joined = before?.sentence === second.sentence && isJoined(r, before.tokens.to, second.tokens.from);
    const first = joined ? before : subject;
    if (!first || first === second) return [];
    if (joined) {
      // "The court jailed Karl Brenn and Otto Falk": two who are no subject stand behind nobody of their kind
      if (!first.subject && ((subject && alike(subject, first)) || isCited(paragraph, first.sentence))) return [];
    } else if (!isMet(r, first.tokens.to, second.tokens.from) || isCited(paragraph, first.sentence)) return [];
    const end = paragraph.sentences[first.sentence]?.end ?? second.end;
    return [{ start: first.start, end, members: [first, second] }];
  });
});

/** Whoever speaks in a sentence, or thinks, goes on speaking behind it. */
const isCited = (paragraph: Paragraph, index: number): boolean =>
  attributionsOf(paragraph).some(
    ({ sentence, type, source }) => sentence === index && type !== 'act' && source !== null,
  );

/** Both people, or both bodies; one or several both. */
const alike = (a: Member, b: Member): boolean =>
  a.plural === b.plural && (a.gender === 'neuter') === (b.gender === 'neuter');

interface Placed extends Member {
  readonly tokens: Range;
  readonly sentence: number;
  readonly subject: boolean;
}

/** "Karl Brenn and Otto Falk": one antecedent as they were read. */
const isTwo = (r: ParagraphWords, { tokens: { from, to } }: Antecedent): boolean => {
  for (let i = from + 1; i < to; i++) if (word(r, i) === 'and') return true;
  return false;
};

/** One antecedent, or the two of "Karl Brenn and Otto Falk": each a person with a name, or a body. */
function membersOf(r: ParagraphWords, { tokens: { from, to }, sentence, subject }: Antecedent): Placed[] {
  const and = r.word.slice(from, to).indexOf('and') + from;
  const ranges =
    and > from
      ? [
          { from, to: and },
          { from: and + 1, to },
        ]
      : [{ from, to }];
  return ranges.flatMap((tokens): Placed[] => {
    const { kind, name, plural, core } = speakingOf(r, tokens);
    // "her Czech counterpart", "Orel's deputy": the name tells which
    const named = genderOf(r, core, kind);
    // "her husband, Peter", "spokeswoman Li Na"
    const lead = wordBefore(r, tokens.from);
    const gender = named === 'unknown' ? genderOf(r, { from: lead, to: lead + 1 }, 'role') : named;
    const tellsWhich = isPossessive(r, tokens.to - 1) || (gender === 'unknown' && isNoun(r, tokens.to));
    const several = plural && kind === 'role';
    if ((plural && !several) || (!several && kind !== 'named' && kind !== 'organisation') || tellsWhich) return [];
    const whole =
      kind === 'named' || several
        ? spanOf(r.tokens, tokens.from, tokens.to)
        : spanOf(r.tokens, bodyFrom(r, tokens.from), tokens.to);
    const { start, end } = spanOf(r.tokens, tokens.from, tokens.to);
    return [
      {
        start,
        end,
        name: kind === 'named' ? name : r.paragraph.text.slice(whole.start, whole.end),
        gender,
        titled: kind === 'named' && hasTitle(r, tokens),
        plural: several,
        tokens,
        sentence,
        subject,
      },
    ];
  });
}

/** The token before a name, past a comma: "the rebel commander, Baba Loko". */
const wordBefore = (r: ParagraphWords, name: number): number => (word(r, name - 1) === ',' ? name - 2 : name - 1);

const hasTitle = (r: ParagraphWords, { from, to }: Range): boolean => {
  for (let i = wordBefore(r, from); i < to - 1; i++) if (is(r, i, Class.person | Class.title)) return true;
  return false;
};

/** Words before a body that tell which: "the finance ministry". */
const LONGEST_BODY = 4;

function bodyFrom(r: ParagraphWords, head: number): number {
  let from = head;
  while (from > head - LONGEST_BODY && isDescription(r, from - 1)) from--;
  return is(r, from - 1, Class.article) ? from - 1 : from;
}

/** A word that may stand before a noun: no mark, no verb, no small word. */
const isDescription = (r: ParagraphWords, i: number): boolean =>
  word(r, i) !== '' &&
  !isMark(r, i) &&
  !is(r, i, Class.determiner | Class.preposition | Class.conjunction | Class.auxiliary);

/** Words that tell who somebody is: "and the owner of the mine, Viktor Ansah". */
const LONGEST_TRADE = 8;

/** "… and mine owner", "…, and her Czech counterpart,", "…, the energy minister, and": what joins two names. */
function isJoined(r: ParagraphWords, from: number, to: number): boolean {
  const closed = word(r, from) === ',' && word(r, from + 1) === 'and';
  const and = closed ? from + 1 : word(r, from) === ',' ? behindApposition(r, from) : from;
  return word(r, and) === 'and' && isTrade(r, and + 1, to);
}

/** The token behind the comma that closes the apposition opened at `comma`. */
function behindApposition(r: ParagraphWords, comma: number): number {
  for (let i = comma + 1; i <= comma + LONGEST_TRADE; i++) if (word(r, i) === ',') return i + 1;
  return comma;
}

/** Nothing but who the next one is stands in `[from, to)`: "mine owner", "the owner of the mine,". */
function isTrade(r: ParagraphWords, from: number, to: number): boolean {
  const apposed = to > from && word(r, to - 1) === ',' && is(r, from, Class.determiner);
  const last = apposed ? to - 1 : to;
  if (last - from > LONGEST_TRADE) return false;
  for (let i = from; i < last; i++)
    if (isMark(r, i) || is(r, i, Class.auxiliary | Class.past) || (!apposed && is(r, i, Class.preposition)))
      return false;
  return true;
}

/** "Received union leader Marcos Antunes", "walked with factory manager Samuel Rono": both took part. `[from, to)` stands between the names. */
function isMet(r: ParagraphWords, from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 1 - LONGEST_TRADE); i--)
    if (companions.has(word(r, i)) || meetings.has(word(r, i)) || (word(r, i) === 'to' && word(r, i - 1) === 'spoke'))
      return isTrade(r, i + 1, to) && isOneClause(r, from, i);
  return false;
}

/** No other clause begins in `[from, to)`: "who met", "after talks with". */
function isOneClause(r: ParagraphWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (is(r, i, Class.question | Class.subordinator | Class.conjunction)) return false;
  return true;
}

const companions = wordList('prepositions of company');

const meetings = wordList('verbs of meeting');
