// Mentions: where names stand in a paragraph. A mention is a run of capitalised words with the small words and articles inside it,
// titles before it set apart, possessives and compounds ("al-Qaida-linked") cut off.
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { type Span, slice } from '../../text/span';
import { perParagraph } from '../memo';
import { classOf } from '../transliteration/given-names';
import {
  bare,
  comparable,
  fillers,
  isArticle,
  isArticleWord,
  isServant,
  joinedServant,
  servant,
} from '../transliteration/letters';
import { isGivenName, isKind, isPlainWord, isTitle } from './lists';

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
  readonly acronym: boolean;
}

export interface Mention extends Span {
  readonly words: readonly NameWord[];
  /** Titles and offices right before it, in lower case. */
  readonly titles: readonly string[];
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** The single-letter words inside, particles too, as written: what tells "ben Khalifa" from "bin Khalifa". */
  readonly particles: string;
  /** An item of an enumeration or a line-up: the words beside it are other people. */
  readonly listed: boolean;
}

export const mentionsIn = perParagraph(readMentions);

/** A token as part of a run, before the run is closed. */
interface Part extends Span {
  readonly low: string;
  readonly token: number;
  readonly core: number;
  readonly small: boolean;
  readonly possessive: boolean;
}

function readMentions(paragraph: Paragraph): readonly Mention[] {
  const { tokens, text, sentences } = paragraph;
  const mentions: Mention[] = [];
  let run: Part[] = [];
  let sentence = 0;
  const close = (): void => {
    if (run.length) {
      const mention = closed(paragraph, run, sentence);
      if (mention) mentions.push(mention);
      run = [];
    }
  };
  for (let i = 0; i < tokens.length; i++) {
    if (!has(tokens, i, Shape.word)) continue;
    const word = wordAt(tokens, i);
    const capital = has(tokens, i, Shape.capital);
    const start = tokens.start[i] as number;
    const ayn = !capital && isAynName(text, start, word);
    if (!capital && !ayn && run.length === 0 && !mayOpen(word)) continue;
    if (run.length && !joins(paragraph, run, i, start)) close();
    while (sentence + 1 < sentences.length && start >= (sentences[sentence] as Span).end) sentence++;
    const part = ayn ? whole(i, word, start) : namePart(paragraph, i, word, start, capital);
    if (part) {
      if (run.length || !part.small || openers.has(part.low)) run.push(part);
      if (part.possessive) close();
    } else if (isLink(paragraph, i, word, run.length > 0)) {
      run.push({
        start,
        end: tokens.end[i] as number,
        low: word,
        token: i,
        core: start,
        small: true,
        possessive: false,
      });
    } else close();
  }
  close();
  return mentions;
  function joins(p: Paragraph, parts: readonly Part[], i: number, start: number): boolean {
    const last = parts[parts.length - 1] as Part;
    if (has(p.tokens, i, Shape.initial)) return false;
    const end = p.tokens.end[last.token] as number;
    // "Ahmad 'ali": the apostrophe is the next word's first letter
    if (start === end + 2 && isApostrophe(text.charCodeAt(end + 1)) && text.charCodeAt(end) === 32) return true;
    if (start === end + 1) return text.charCodeAt(end) === 32;
    // "J. Smith", "Gen. Smith", "al - Qaida" no
    return (
      start === end + 2 &&
      text.charCodeAt(end) === 46 &&
      text.charCodeAt(end + 1) === 32 &&
      (last.low.length === 1 || isKind(last.low, 'abbreviated'))
    );
  }
}

/** Lower-case words that can open a name: the article, bin, and compounds with a capital inside. */
const openers = new Set(['al', 'el', 'bin', 'ibn', 'ould']);
const mayOpen = (word: string): boolean => (word.length > 3 ? /[-']/.test(word) : openers.has(word));

/** "'ali", "'abd": ayn at the head of a given name leaves no capital in strict romanisation. */
const isAynName = (text: string, start: number, word: string): boolean =>
  isApostrophe(text.charCodeAt(start - 1)) &&
  text.charCodeAt(start - 2) === 32 &&
  (word.startsWith('abd') || classOf(word) !== undefined);

const isApostrophe = (unit: number): boolean => unit === APOSTROPHE || unit === 0x2018 || unit === 0x2019;

const whole = (token: number, low: string, start: number): Part => ({
  start,
  end: start + low.length,
  low,
  token,
  core: start,
  small: false,
  possessive: false,
});

/** The name inside one token, where there is one. */
function namePart(p: Paragraph, i: number, word: string, start: number, capital: boolean): Part | undefined {
  if (!capital && word.length < 3) return undefined;
  const { tokens, text, allCaps } = p;
  const length = word.length;
  let from = 0;
  // an abbreviation's own stop: "Gen."
  let to = word.endsWith('.') ? length - 1 : length;
  const possessive = word.endsWith("'s");
  if (possessive) to -= 2;
  if (word.includes('-')) {
    const cut = withoutTails(word.slice(0, to), text.slice(start, start + to), allCaps);
    to = cut.endsWith('.') ? cut.length - 1 : cut.length;
    const head = word.indexOf('-');
    if (head > 0 && head < to && isKind(word.slice(0, head), 'head')) from = head + 1;
  } else if (!capital && word.charCodeAt(1) !== APOSTROPHE) return undefined;
  if (to <= from || isOdd(text, start, start + length)) return undefined;
  let core = from;
  const dash = word.indexOf('-', from);
  if (dash > from && dash < to - 1 && isArticle(bare(word.slice(from, dash)), bare(word.slice(dash + 1, to))))
    core = dash + 1;
  else if (!capital && word.charCodeAt(1) === APOSTROPHE) core = 0;
  const capitalAt = capital && from === 0 ? 0 : core === 0 && !capital ? 2 : core;
  if (!isUpper(text.charCodeAt(start + capitalAt)) && !isUpper(text.charCodeAt(start + from))) return undefined;
  const low = word.slice(from, to);
  const initial = has(tokens, i, Shape.initial);
  if (isKind(low, 'calendar') && !isCalendarName(p, i, low)) return undefined;
  if (isKind(low, 'function') && !(isArticleWord(low) && !initial)) return undefined;
  if (allCaps && (low.length < 3 || isPlainWord(low)) && !isTitle(low)) return undefined;
  const small = isArticleWord(low) && isArticle(low, wordAt(tokens, i + 1));
  return { start: start + from, end: start + to, low, token: i, core: start + core, small, possessive };
}

const APOSTROPHE = 39;
const isUpper = (unit: number): boolean => {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const c = String.fromCharCode(unit);
  return c !== c.toLowerCase();
};

/** "al-Qaida-linked", "Riyadh-based": English endings are cut, "Jong-un" stays whole. */
function withoutTails(word: string, raw: string, allCaps: boolean): string {
  let end = word.length;
  for (let dash = word.lastIndexOf('-'); dash > 0; dash = word.lastIndexOf('-', dash - 1)) {
    const tail = word.slice(dash + 1, end);
    const lower = allCaps || !isUpper(raw.charCodeAt(dash + 1));
    if (!lower || !(isKind(tail, 'tail') || (tail.length > 4 && tail.endsWith('ed')))) break;
    end = dash;
  }
  return word.slice(0, end);
}

/** "May" and "June" are names before a capital: "June Allyson", not "May 5". */
const isCalendarName = ({ tokens }: Paragraph, i: number, word: string): boolean =>
  isKind(word, 'calendar-name') && has(tokens, i + 1, Shape.capital);

/** Part of an address, a handle, a path or a number: "@Assad", "example.com". */
function isOdd(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (before === 32 && (after === 32 || after === 44)) return false;
  return isAddressMark(before) || isAddressMark(after) || (after >= 48 && after <= 57);
}

const addressMarks = new Set([...'@#/_\\'].map((c) => c.charCodeAt(0)));
const isAddressMark = (unit: number): boolean => addressMarks.has(unit);

/** A small word inside a name, or opening one, with the name's next word behind it. */
function isLink({ tokens, text }: Paragraph, i: number, word: string, inside: boolean): boolean {
  if (!isKind(word, 'link') || !(inside || openers.has(word))) return false;
  const next = tokens.start[i + 1];
  if (next === undefined || next !== (tokens.end[i] as number) + 1 || !has(tokens, i + 1, Shape.word)) return false;
  return has(tokens, i + 1, Shape.capital) && text.charCodeAt(next - 1) === 32;
}

/** The mention that a run of parts makes, or nothing where only titles and small words were left. */
function closed(p: Paragraph, run: readonly Part[], sentence: number): Mention | undefined {
  let first = 0;
  while (first < run.length && isTitle((run[first] as Part).low)) first++;
  let last = run.length;
  while (last > first && (run[last - 1] as Part).small) last--;
  if (first >= last) return undefined;
  const parts = run.slice(first, last);
  const words = nameWordsOf(p, parts);
  if (!words.length) return undefined;
  const { start } = parts[0] as Part;
  const { end } = parts[parts.length - 1] as Part;
  return {
    start,
    end,
    words,
    titles: run.slice(0, first).map(({ low }) => low),
    sentence,
    particles: parts
      .filter(isParticle)
      .map(({ low }) => bare(low))
      .join(' '),
    listed: isListed(p.text, start, end),
  };
}

const isParticle = ({ small, low, core, start }: Part): boolean => small || core > start || fillers.has(low);

function nameWordsOf(p: Paragraph, parts: readonly Part[]): NameWord[] {
  const words: NameWord[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (part.small || fillers.has(part.low)) continue;
    const before = parts[i - 1];
    const article = before?.small && isArticleWord(before.low) ? before : undefined;
    const next = parts[i + 1];
    const form = comparable(part.low);
    if (!form || isFixed(p, part)) continue;
    if (next && isServant(form)) {
      // "Abdul Rahman", "Abd al-Rahman": one word in two or three
      const named = next.small && parts[i + 2] ? (parts[i + 2] as Part) : next;
      i = parts.indexOf(named);
      words.push(nameWord(p, [part, named], servant(form, comparable(named.low)), undefined, true));
    } else words.push(nameWord(p, [part, part], joinedServant(form), article, next !== undefined));
  }
  return words;
}

/** "chicken Kiev", "Peking duck": names of things keep a place's old spelling. */
const isFixed = ({ tokens }: Paragraph, { low, token }: Part): boolean =>
  isKind(low, 'fixed-word') &&
  (isKind(`${wordAt(tokens, token - 1)}-${low}`, 'fixed') || isKind(`${low}-${wordAt(tokens, token + 1)}`, 'fixed'));

/** "Maxim Mokom", "Jaber": a plain word in other company is a given name where the list of classes has it, or a name follows. */
const isGivenBefore = (form: string, named: boolean): boolean =>
  (classOf(form) !== undefined && (named || form.length > SHORT_GIVEN)) || (named && isGivenName(form));

const SHORT_GIVEN = 4;

function nameWord(
  p: Paragraph,
  [first, last]: readonly [Part, Part],
  form: string,
  article: Part | undefined,
  named: boolean,
): NameWord {
  const { tokens, text, allCaps } = p;
  const plain = isPlainWord(first.low);
  const start = article ? article.start : first.start;
  const whole = { start: first.start, end: last.end };
  return {
    start,
    end: last.end,
    form,
    core: first.core,
    article: text.slice(start, first.core),
    plain,
    doubtful: plain && !allCaps && has(tokens, first.token, Shape.initial) && !article && !isGivenBefore(form, named),
    quoted: has(tokens, first.token, Shape.quoted),
    acronym: !allCaps && isAcronym(slice(text, whole), text.charCodeAt(last.end) === STOP && last.low.length > 1 && isStopped(tokens, last)),
  };
}

/** "UN", "BBB-minus", "Calif.": letters for words, not spellings. */
function isAcronym(raw: string, stopped: boolean): boolean {
  const dash = raw.indexOf('-');
  const head = dash > 0 ? raw.slice(0, dash) : raw;
  return stopped || ((head.length > 1 || dash > 0) && head.length < 5 && head === head.toUpperCase()) || raw === raw.toUpperCase();
}

const STOP = 46;

/** Written with an abbreviation's own stop, not before a sentence's. */
const isStopped = (tokens: Paragraph['tokens'], { token, end }: Part): boolean => (tokens.end[token] as number) > end;

const openMarks = new Set([...',;(:'].map((c) => c.charCodeAt(0)));
const closeMarks = new Set([...',;().0123456789'].map((c) => c.charCodeAt(0)));

function isListed(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text.charCodeAt(before) === 32) before--;
  let after = end;
  while (after < text.length && text.charCodeAt(after) === 32) after++;
  return openMarks.has(text.charCodeAt(before)) && closeMarks.has(text.charCodeAt(after));
}
