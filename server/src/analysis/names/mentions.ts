// Mentions: where names stand in a paragraph. A mention is a run of capitalised words with the small words and articles inside
// it; titles before it are set apart.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { placeholdersIn } from '../placeholders';
import { Class, classOf } from '../../language/word-classes';
import { classOf as givenClassOf } from '../transliteration/given-names';
import { bare, isArticleWord, servant } from '../transliteration/letters';
import { isGivenBehindFamily } from './formation';
import { isGivenName, isKind, isPlace, isProperAdjective, isSeasonBefore, isSurname, Kind, kindsOf } from './lists';
import { factsOf } from './word-facts';
import { isLoose, isTitleLine } from './title-lines';
import { hasPrefix, isApostrophe, namePart, type Part, wholePart } from './name-part';

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

export interface Mention extends Span {
  readonly words: readonly NameWord[];
  /** Their forms, joined with spaces. */
  readonly name: string;
  /** Titles and offices right before it, in lower case. */
  readonly titles: readonly string[];
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** The articles, small words and end hamzas inside, in order: what tells "ben Khalifa" from "bin Khalifa". */
  readonly particles: string;
  /** An item of an enumeration or a line-up: the words beside it are other people. */
  readonly listed: boolean;
  /** Some word is {@link NameWord.doubtful}. */
  readonly doubtful: boolean;
  /** Behind a word of kin: "her husband Luis Torrell". */
  readonly kinOf: boolean;
  /** Introduced as somebody's kin, or as nobody's: "Hamed Awadi, his cousin", "Faraj Majbadi, no relation". */
  readonly kin: boolean;
}

export const mentionsIn = perParagraph(readMentions);

/** A longer run of capitals is a title or a list, and is read in pieces. */
const MOST_PARTS = 12;

const noPlaceholders: ReadonlyMap<number, number> = new Map();

function readMentions(paragraph: Paragraph): readonly Mention[] {
  const { tokens, sentences } = paragraph;
  const { shape, start: starts, length } = tokens;
  const mentions: Mention[] = [];
  const gaps = placeholdersIn(paragraph);
  const placeholders = gaps.length ? new Map(gaps.map(({ start, end }) => [start, end])) : noPlaceholders;
  const isPlaceholder = ({ start, end }: Span): boolean => end <= (placeholders.get(start) ?? -1);
  let run: Part[] = [];
  let sentence = 0;
  let asked = -1;
  let titled = false;
  const close = (): void => {
    if (run.length === 0) return;
    const mention = mentionOf(paragraph, run, sentence);
    if (mention && !isPlaceholder(mention)) mentions.push(mention);
    run = [];
  };
  for (let i = 0; i < length; i++) {
    const bits = shape[i] as number;
    if (!(bits & Shape.word)) continue;
    const capital = (bits & Shape.capital) !== 0;
    const open = run.length > 0;
    if (!capital && !open && !mayOpen(paragraph, i)) continue;
    if (open && (run.length >= MOST_PARTS || !joins(paragraph, run[run.length - 1] as Part, i))) close();
    while (sentence + 1 < sentences.length && (starts[i] as number) >= (sentences[sentence] as Span).end) sentence++;
    if (sentence !== asked) titled = isTitleLine(paragraph, (asked = sentence));
    if (titled && isLoose(paragraph, i)) {
      close();
      continue;
    }
    const part = (open && !capital && bodyLink(paragraph, i, run)) || partAt(paragraph, i, capital, run.length > 0);
    if (!part) close();
    else {
      run.push(part);
      if (part.closes) close();
    }
  }
  close();
  return mentions;
}

/** Lower-case words that can open a name by themselves. */
const openers = wordList('openers of an Arabic name');

function mayOpen(p: Paragraph, i: number): boolean {
  const word = wordAt(p.tokens, i);
  return hasPrefix(word) || openers.has(word) || isAynName(p, i, word);
}

/** "'ali", "'abd": ayn at the head of a given name leaves no capital in strict romanisation. */
function isAynName({ text, tokens }: Paragraph, i: number, word: string): boolean {
  const start = tokens.start[i] as number;
  const before = text.charCodeAt(start - 2);
  if (!isApostrophe(text.charCodeAt(start - 1)) || (before !== SPACE && before !== HYPHEN)) return false;
  return word.startsWith('abd') || givenClassOf(word) !== undefined;
}

const SPACE = 32;
const HYPHEN = 45;
const STOP = 46;
const S = 115;

/** True where the token goes on the run that `last` ends. */
function joins({ tokens, text }: Paragraph, last: Part, i: number): boolean {
  if (has(tokens, i, Shape.initial)) return false;
  const start = tokens.start[i] as number;
  const end = tokens.end[last.token] as number;
  if (text.charCodeAt(end) === SPACE) {
    // one space; or a space and the apostrophe that is the next name's first letter, "Ahmad 'ali"
    return start === end + 1 || (start === end + 2 && isApostrophe(text.charCodeAt(end + 1)));
  }
  // "al-'Ali"
  if (text.charCodeAt(end) === HYPHEN) return last.small && start === end + 2 && isApostrophe(text.charCodeAt(end + 1));
  // "Bara' Qatirji": hamza ends the word, and no plural does
  if (isApostrophe(text.charCodeAt(end)) && start === end + 2 && text.charCodeAt(end + 1) === SPACE)
    return last.low.charCodeAt(last.low.length - 1) !== S && !last.closes;
  // "J. Smith", where the stop is a token of its own
  const stopped = text.charCodeAt(end) === STOP && start === end + 2 && text.charCodeAt(end + 1) === SPACE;
  return stopped && (last.low.length === 1 || (last.facts.kinds & Kind.abbreviated) !== 0);
}

function partAt(p: Paragraph, i: number, capital: boolean, inside: boolean): Part | undefined {
  const word = wordAt(p.tokens, i);
  if (!capital && isAynName(p, i, word)) return wholePart(p, i, false);
  const part = capital || hasPrefix(word) ? namePart(p, i, capital) : undefined;
  if (part) return inside || !part.small || openers.has(part.low) ? part : undefined;
  return isLink(p, i, word, inside) ? wholePart(p, i, true) : undefined;
}

/** "Association of Growers", "Center for the Blind", "Department of Health and Human Services": a body's name goes on behind its noun. */
function bodyLink(p: Paragraph, i: number, run: readonly Part[]): Part | undefined {
  const last = run.at(-1);
  if (!last) return undefined;
  const word = wordAt(p.tokens, i);
  // "the workers' Union of Syria's Assad" is no Union of Syria
  const goesOn =
    isCapitalBehind(p, i) && !(wordAt(p.tokens, i + 1).endsWith("'s") && has(p.tokens, i + 2, Shape.capital));
  const isLinked =
    (bodyLinks.has(word) &&
      isBody(last.low) &&
      (goesOn || (wordAt(p.tokens, i + 1) === 'the' && isCapitalBehind(p, i + 1)))) ||
    (word === 'the' && last.small && bodyLinks.has(last.low) && goesOn) ||
    (word === 'and' && goesOn && run.some(({ small, low }) => small && bodyLinks.has(low)) && areOnlyWords(p, i + 1));
  return isLinked ? wholePart(p, i, true) : undefined;
}

const bodyLinks = wordList('words inside the name of a body');

/** "Telecommunications", "Human Services", and no other body: "the Bank of Lom and Arkel Bank" are two. */
function areOnlyWords({ tokens }: Paragraph, from: number): boolean {
  let i = from;
  for (; has(tokens, i, Shape.capital); i++) {
    const low = wordAt(tokens, i);
    if (!factsOf(low).plain || (isBody(low) && !low.endsWith('s')) || isGivenName(low)) return false;
  }
  return i - from <= MOST_BETWEEN;
}

/** A noun for a body, with which its name begins or ends: "Ministry", "Association". */
const isBody = (low: string): boolean =>
  !mereHeads.has(low) && ((classOf(low) & Class.body) !== 0 || isKind(low, 'organisation') || heads.has(low));
const heads = wordList('heads of the name of a body');
/** "The Government of Japan" is that of Japan, and no other name. */
const mereHeads = wordList('nouns of a body that names none');

/** A small word inside a name, or opening one, with the name's next word right behind it. */
function isLink(p: Paragraph, i: number, word: string, inside: boolean): boolean {
  const { tokens, text } = p;
  if (!(inside || openers.has(word)) || !isKind(word, 'link')) return false;
  const end = tokens.end[i] as number;
  if (text.charCodeAt(end) === HYPHEN && isApostrophe(text.charCodeAt(end + 1)) && isArticleWord(word)) {
    // "al-'Ali": hyphen and apostrophe are tokens of their own
    return (
      tokens.start[i + 3] === end + 2 &&
      (has(tokens, i + 3, Shape.capital) || isAynName(p, i + 3, wordAt(tokens, i + 3)))
    );
  }
  if (tokens.start[i + 1] !== end + 1 || text.charCodeAt(end) !== SPACE) return false;
  // "de la Cruz", "von der Leyen": small words in a row
  return has(tokens, i + 1, Shape.capital) || (isKind(wordAt(tokens, i + 1), 'link') && isCapitalBehind(p, i + 1));
}

/** One blank and a capital behind the token. */
const isCapitalBehind = ({ tokens }: Paragraph, i: number): boolean =>
  tokens.start[i + 1] === (tokens.end[i] as number) + 1 && has(tokens, i + 1, Shape.capital);

/** The mention that a run of parts makes, or nothing where only titles and small words were left. */
function mentionOf(p: Paragraph, run: readonly Part[], sentence: number): Mention | undefined {
  const first = behindBody(run, behindPortfolio(p, run, behindOpener(p, run, behindTitles(p, run))));
  let last = run.length;
  while (last > first && (run[last - 1] as Part).small) last--;
  const words = first < last ? nameWordsOf(p, run, first, last) : none;
  if (words.length === 0 || namesNobody(words)) return undefined;
  const { start } = run[first] as Part;
  const { end } = run[last - 1] as Part;
  return {
    start,
    end,
    words,
    name: nameOf(words),
    titles: first === 0 ? none : run.slice(0, first).map(({ low }) => low),
    sentence,
    particles: particlesOf(p, run, first, last),
    listed: isListed(p.text, start, end),
    doubtful: words.some((w) => w.doubtful),
    kinOf: isKind(wordAt(p.tokens, (run[0] as Part).token - 1), 'kin'),
    kin: words.length > 1 && isKin(p, (run[last - 1] as Part).token),
  };
}

/** A letter alone, "C$", "Plan B"; "p.m.", "TV"; "Co Ltd" without its company. */
const namesNobody = (words: readonly NameWord[]): boolean =>
  (words.length === 1 && LETTER.test((words[0] as NameWord).form)) ||
  words.every(({ form }) => nobodys.has(form) || isKind(form, 'company'));

const LETTER = /^[a-z]$/;
const nobodys = wordList('letters that name nobody');

export const nameOf = (words: readonly NameWord[]): string => words.map(({ form }) => form).join(' ');

const COMMA = 44;
/** Words between the comma and what a person is to another: "his younger", "who is no". */
const MOST_BETWEEN = 3;

function isKin({ tokens, text }: Paragraph, last: number): boolean {
  if (text.charCodeAt(tokens.end[last] as number) !== COMMA) return false;
  for (let i = last + 2; i <= last + 2 + MOST_BETWEEN && has(tokens, i, Shape.word); i++) {
    if (has(tokens, i, Shape.capital)) return false;
    if (isKind(wordAt(tokens, i), 'kin')) return true;
  }
  return false;
}

/** Behind titles and offices, and the adjectives before them: "Russian Foreign Minister Sergei Lavrov". */
function behindTitles(p: Paragraph, run: readonly Part[]): number {
  let first = 0;
  for (let i = 0; i < run.length; i++) {
    const part = run[i] as Part;
    // "Mark Singer": a noun for somebody that stands where a surname does
    if (
      i > first &&
      i === run.length - 1 &&
      isGivenName((run[i - 1] as Part).facts.form) &&
      !isTitle(run[i - 1] as Part)
    )
      break;
    // "Ministry of Defence": what a body is for is nobody's title
    if (isBody(part.low) && run[i + 1]?.small) break;
    if (isTitle(part)) first = i + 1;
    // "Police Superintendent", "Labour MP": a word, and nobody's first name
    else if (isBeforeOffice(p, run, i)) continue;
    else if (!isProperAdjective(part.low) && (!part.facts.plain || isGivenName(part.facts.form))) break;
  }
  return Math.max(first, behindGlued(p, run, first));
}

/** "Lom Mayor Tong", "U.S. Senator Roe": a place or letters before an office, and a name behind it. */
function isBeforeOffice({ tokens, allCaps }: Paragraph, run: readonly Part[], i: number): boolean {
  const [part, office, name] = run.slice(i, i + 3) as readonly (Part | undefined)[];
  if (!part || !office || !name || !isTitle(office) || name.small || isTitle(name)) return false;
  if (isGivenName(part.facts.form) && isSurname(office.low)) return false;
  // "UN General Assembly", "U.S. Justice Department"
  if (name.facts.plain && !isGivenName(name.facts.form) && !isSurname(name.facts.form)) return false;
  return isPlace(part.facts.form) || (!allCaps && has(tokens, part.token, Shape.allCaps) && part.low.length > 1);
}

/** "Lib Dem MP Rosa Vane", "Northbank Chief Economist Alan Pope": a party or a house before the office, and a first name behind it. */
function behindGlued({ tokens, allCaps }: Paragraph, run: readonly Part[], first: number): number {
  for (let i = run.length - 2; i >= first; i--) {
    if (!isOffice(run[i] as Part)) continue;
    const next = run[i + 1] as Part;
    // "Mary King Roe": a surname may be an office's word
    const isName =
      (i + 2 < run.length && isGivenName(next.facts.form)) ||
      (!allCaps && has(tokens, (run[i] as Part).token, Shape.allCaps));
    return isName && !next.small ? i + 1 : first;
  }
  return first;
}

/** A title, of one or of several; a noun for somebody: "Ranking Member", "Board Chair", "Senators". */
function isOffice(part: Part): boolean {
  const one = part.low.endsWith('s') ? part.low.slice(0, -1) : part.low;
  return isTitle(part) || (classOf(part.low) & Class.person) !== 0 || (kindsOf(one) & (Kind.title | Kind.role)) !== 0;
}

/** "Baker Ida Moll" at a sentence's head: a word, and a first name behind it. */
function behindOpener({ tokens }: Paragraph, run: readonly Part[], first: number): number {
  const [opener, given] = [run[first], run[first + 1]];
  // "Republican Rosa Adler"
  if (opener && given && partisans.has(opener.low) && isGivenName(given.facts.form) && run.length - first > 2)
    return first + 1;
  if (!opener || !given || run.length - first < 3 || !has(tokens, opener.token, Shape.initial)) return first;
  const isWord = opener.facts.plain && !isGivenName(opener.facts.form);
  return isWord && isGivenName(given.facts.form) ? first + 1 : first;
}

/** "National Association of Counties Rosa Adler": behind a body that goes on stands whoever speaks for it. */
function behindBody(run: readonly Part[], first: number): number {
  const link = run.findIndex(({ small, low }) => small && bodyLinks.has(low));
  if (link <= first) return first;
  for (let i = link + 2; i < run.length - 1; i++) {
    const { facts, small } = run[i] as Part;
    if (!small && !facts.plain && isGivenName(facts.form) && !(run[i - 1] as Part).small) return i;
  }
  return first;
}

const partisans = wordList('one of a party');

/** "minister for Women and Equalities Nina Moll", "Secretary of State Nina Moll": the office's words stop where the first name stands. */
function behindPortfolio(p: Paragraph, run: readonly Part[], first: number): number {
  let given = first;
  const isForename = (i: number): boolean => isGivenName(run[i]?.facts.form ?? '');
  // "Social Care Ivan Roe": of two first names behind the office's words the one that is a word is theirs
  const begins = (i: number): boolean =>
    isForename(i) && !(i > first && i + 2 < run.length && isForename(i + 1) && !run[i + 1]?.facts.plain);
  // "Chancellor of the Exchequer Nigel Lawson": one word that no list has, and a name in full
  const [own, forename, surname] = run.slice(first) as readonly (Part | undefined)[];
  if (
    own &&
    forename &&
    surname &&
    run.length - first === 3 &&
    isGivenName(forename.facts.form) &&
    !surname.facts.plain
  )
    given++;
  while (given < run.length - 1 && (run[given] as Part).facts.plain && !begins(given)) given++;
  if (given === first || given >= run.length - 1) return first;
  return isOfPortfolio(p, (run[first] as Part).token) ? given : first;
}

/** Tokens of "minister for Food, Rural Affairs and the". */
const LONGEST_OFFICE = 10;

/** "Minister of" right before the token, or further off where "and" and commas join what the office is for. */
function isOfPortfolio({ tokens }: Paragraph, at: number): boolean {
  for (let i = at - 1; i > at - LONGEST_OFFICE && i > 0; i--) {
    const word = wordAt(tokens, i);
    // "Secretary of State for Work and Pensions" has two
    if (
      officeLinks.has(word) &&
      (!has(tokens, i - 1, Shape.capital) ||
        isKind(wordAt(tokens, i - 1), 'role') ||
        headsOf.has(wordAt(tokens, i - 1)))
    )
      return isKind(wordAt(tokens, i - 1), 'role') || headsOf.has(wordAt(tokens, i - 1));
    if (officeLinks.has(word)) continue;
    if (!officeJoins.has(word) && !has(tokens, i, Shape.capital)) return false;
  }
  return false;
}

const headsOf = wordList('heads of an office that no title is');
const officeLinks = wordList('words between an office and what it is for');
const officeJoins = wordList('words inside what an office is for');

const none: readonly never[] = [];
const isTitle = ({ facts }: Part): boolean => (facts.kinds & (Kind.title | Kind.role)) !== 0;

function particlesOf({ text }: Paragraph, run: readonly Part[], first: number, last: number): string {
  let particles = '';
  for (let i = first; i < last; i++) {
    const { small, core, start, end, facts, low } = run[i] as Part;
    if (small || core > start || facts.filler)
      particles += ` ${bare(low)}${small && text.charCodeAt(end) === HYPHEN ? '-' : ''}`;
    else if (i + 1 < last && isApostrophe(text.charCodeAt(end))) particles += " '";
  }
  return particles;
}

function nameWordsOf(p: Paragraph, run: readonly Part[], first: number, last: number): readonly NameWord[] {
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

const openMarks = new Set([...',;(:'].map((c) => c.charCodeAt(0)));
const closeMarks = new Set([...',;().0123456789'].map((c) => c.charCodeAt(0)));

function isListed(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text.charCodeAt(before) === SPACE) before--;
  if (!openMarks.has(text.charCodeAt(before))) return false;
  let after = end;
  while (after < text.length && text.charCodeAt(after) === SPACE) after++;
  return closeMarks.has(text.charCodeAt(after));
}
