// While a sentence is being written, the desk does not ask about it: which part of a story waits, and why.
import type { Paragraph } from '../document/paragraph';
import type { Story } from '../document/story';
import { abbreviation } from '../lexicon/abbreviations';
import { rules } from '../rules/index';
import { toFile, toProse } from '../text/source-map';
import { isSpace, type Span } from '../text/span';
import type { Diagnostic } from './record';

/** How long a writer rests, in ms, before an unfinished sentence is taken as it stands. */
export const REST = 2000;

/** Fixes are shown at once, save those of marks: a quotation that is being written is open, and no fault. */
export const canWait = ({ kind, rule }: Pick<Diagnostic, 'kind' | 'rule'>): boolean =>
  kind === 'query' || ofQuotations.has(rule);

const ofQuotations: ReadonlySet<string> = new Set(
  rules.filter(({ category }) => category === 'quotations').map(({ id }) => id),
);

/**
 * The span of the file on which queries wait, with the newest edit ending at `edit` (a file offset): its sentence, where that
 * has no end mark yet, or from where its open quotation began. Nothing where the writer is between finished sentences.
 */
export function unfinished({ blocks, map, layout }: Story, text: string, edit: number): Span | undefined {
  const last = lastWritten(text, edit, layout === 'wrapped');
  if (last < 0) return undefined;
  const at = toProse(map, last) + 1;
  const block = blocks.find(({ start, end }) => start < at && at <= end);
  const waits = block && unfinishedIn(block.facts, at - block.start);
  return waits && toFile(map, { start: block.start + waits.start, end: block.start + waits.end });
}

/** Index of the last character before `edit` that is no white space; -1 where the writer has begun a new paragraph. */
function lastWritten(text: string, edit: number, wrapped: boolean): number {
  let breaks = 0;
  for (let at = Math.min(edit, text.length) - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (!isSpace(unit)) return at;
    if (unit === 10 && ++breaks > (wrapped ? 1 : 0)) return -1;
  }
  return -1;
}

function unfinishedIn(paragraph: Paragraph, at: number): Span | undefined {
  const sentence = paragraph.sentences.find(({ start, end }) => start < at && at <= end);
  if (!sentence) return undefined;
  const open = paragraph.quotations.find(({ closed, start }) => !closed && start < at);
  if (open) {
    const first = paragraph.sentences.find(({ end }) => open.start < end) ?? sentence;
    return { start: first.start, end: paragraph.text.length };
  }
  return isEnded(paragraph.text.slice(sentence.start, sentence.end), at === sentence.end) ? undefined : sentence;
}

const closers = new Set(['"', '”', "'", '’', '»', '›', ')', ']', '“', '‘']);

/** True behind an end mark, closing marks passed over. */
function isEnded(sentence: string, writingHere: boolean): boolean {
  let end = sentence.length;
  while (end > 0 && (closers.has(sentence[end - 1] as string) || isSpace(sentence.charCodeAt(end - 1)))) end--;
  const mark = sentence[end - 1];
  if (mark === '!' || mark === '?' || mark === '…') return true;
  return mark === '.' && !(writingHere && mayGoOn(sentence.slice(0, end - 1)));
}

/** "the U", "a toll of 3", "on Oct": with the full stop just typed, these are as likely half written as at their end. */
function mayGoOn(sentence: string): boolean {
  const word = sentence.slice(sentence.lastIndexOf(' ') + 1);
  if (/^\p{P}?(?:\p{L}|\d{1,3})$/u.test(word) || word.includes('.')) return true;
  const known = abbreviation(word.toLowerCase());
  return known !== undefined && (!known.capital || word !== word.toLowerCase());
}
