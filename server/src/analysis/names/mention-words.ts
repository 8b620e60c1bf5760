// The words of a mention: of the parts between its titles and its end those that spell the name, each with what spellings are compared by.
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { bare, servant } from '../transliteration/letters';
import { isGivenBehindFamily } from './formation';
import { isGivenName, isKind, isSeasonBefore, Kind } from './lists';
import { isApostrophe, type Part } from './name-part';

/** One word of a name. Offsets relative to the paragraph; possessive ending and compound tail are outside. */
export interface NameWord extends Span {
  /** What spellings are compared by: lower case, no marks, no article, hyphens closed, "Abdul X" as one. */
  readonly form: string;
  /** Where the letters begin, behind a written article. */
  readonly core: number;
  /** The article as written, with its hyphen or space: "al-", "el ", or nothing. */
  readonly article: string;
  /** A plain English word in lower-case letters. */
  readonly plain: boolean;
  /** First in its sentence and a plain word: a name only where the story says so elsewhere. */
  readonly doubtful: boolean;
  readonly quoted: boolean;
  /** Letters for words, "UN", "BBB-minus", "Calif.": not a spelling. */
  readonly acronym: boolean;
  /** Some entry of the gazetteer begins with it. */
  readonly listed: boolean;
  /** Written with more than its letters: accent, apostrophe, hyphen. */
  readonly dressed: boolean;
}

export const nameOf = (words: readonly NameWord[]): string => words.map(({ form }) => form).join(' ');

export function particlesOf({ text }: Paragraph, run: readonly Part[], first: number, last: number): string {
  let particles = '';
  for (let i = first; i < last; i++) {
    const { small, core, start, end, facts, low } = run[i] as Part;
    if (small || core > start || facts.filler)
      particles += ` ${bare(low)}${small && text.charCodeAt(end) === HYPHEN ? '-' : ''}`;
    else if (i + 1 < last && isApostrophe(text.charCodeAt(end))) particles += " '";
  }
  return particles;
}

export function nameWordsOf(p: Paragraph, run: readonly Part[], first: number, last: number): readonly NameWord[] {
  const words: NameWord[] = [];
  for (let i = first; i < last; i++) {
    const part = run[i] as Part;
    const { form, filler, servant: open } = part.facts;
    if (part.small || filler || !form || isFixed(p, part)) continue;
    const before = i > first ? run[i - 1] : undefined;
    const article = before?.small && before.facts.article ? before.start : part.start;
    const more = i + 1 < last;
    if (!open || !more) words.push(nameWord(p, part, part, form, article, run[i + 1], more));
    else {
      // "Abdul Rahman", "Abd al-Rahman": one word in two or three
      if ((run[i + 1] as Part).small && i + 2 < last) i++;
      const named = run[++i] as Part;
      words.push(nameWord(p, part, named, servant(form, named.facts.form), part.start, undefined, true));
    }
  }
  return words;
}

/** "chicken Kiev", "Peking duck", "the Rape of Nanking": names of things keep a place's old spelling. */
function isFixed({ tokens }: Paragraph, { low, token, facts }: Part): boolean {
  if (!(facts.kinds & Kind['fixed-word'])) return false;
  const before = wordAt(tokens, token - 1);
  const phrase = before === 'of' ? `${wordAt(tokens, token - 2)}-of` : before;
  return isKind(`${phrase}-${low}`, 'fixed') || isKind(`${low}-${wordAt(tokens, token + 1)}`, 'fixed');
}

/** @param more a name goes on behind it, with `next`. */
function nameWord(
  p: Paragraph,
  from: Part,
  to: Part,
  form: string,
  start: number,
  next: Part | undefined,
  more: boolean,
): NameWord {
  const { tokens, text, allCaps } = p;
  const { plain, listed } = from.facts;
  const bits = tokens.shape[from.token] as number;
  // a small word is in a name only where it was found to be one
  const small = (from.facts.kinds & Kind.function) !== 0;
  const opens = !small && !allCaps && (bits & Shape.initial) !== 0 && start === from.start;
  // "Sat Pal Sharma" was read as a name, "Friday said" waits for a Tom Friday
  const alone = opens && ((from.facts.kinds & Kind.calendar) !== 0 ? !more : plain);
  return {
    start,
    end: to.end,
    form,
    core: from.core,
    article: start === from.core ? '' : text.slice(start, from.core),
    plain,
    doubtful: alone && !isGivenBefore(from, more) && !(next && isBeforeName(from, next)),
    quoted: (bits & Shape.quoted) !== 0,
    acronym: !allCaps && isAcronym(p, from),
    listed: listed || form !== from.facts.form,
    dressed: from.low !== form,
  };
}

/** "Autumn Roe", "Sun Yat-sen" */
const isBeforeName = ({ facts: { form, kinds } }: Part, next: Part): boolean =>
  isSeasonBefore(form, next.facts.form) ||
  ((kinds & Kind.chinese) !== 0 && !next.facts.plain && isGivenBehindFamily(next.low));

const SHORT_GIVEN = 4;

/** "Maxim Mokom", "Jaber": a plain word elsewhere, a given name where the table has it or a name follows. */
const isGivenBefore = ({ facts }: Part, more: boolean): boolean =>
  (facts.given && (more || facts.form.length > SHORT_GIVEN)) || (more && isGivenName(facts.form));

const LONGEST_RATING = 4;

function isAcronym({ tokens, text }: Paragraph, { token, start, end, low }: Part): boolean {
  // an abbreviation's own stop
  if (low.length > 1 && (tokens.end[token] as number) > end && text.charCodeAt(end) === STOP) return true;
  if (has(tokens, token, Shape.allCaps)) return true;
  const dash = low.indexOf('-');
  if (dash < 1 || dash > LONGEST_RATING) return false;
  const head = text.slice(start, start + dash);
  return head === head.toUpperCase();
}

const HYPHEN = 45;
const STOP = 46;
