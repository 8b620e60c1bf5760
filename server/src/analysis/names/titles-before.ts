// Titles before a name: where in a run of capitals the name begins, behind titles, offices and what these are for, a party, and the body that
// somebody speaks for.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { Class, classOf } from '../../language/word-classes';
import { bodyLinks, isBody } from './body-links';
import { isHouseTitle } from './house-titles';
import { isGivenName, isKind, isPlace, isProperAdjective, isSurname, Kind, kindsOf } from './lists';
import type { Part } from './name-part';

/** Index of the part with which the name begins; the run's length where it is titles only. */
export const nameBegins = (p: Paragraph, run: readonly Part[]): number =>
  behindBody(run, behindPortfolio(p, run, behindOpener(p, run, behindTitles(p, run))));

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
      !isTitle(p, run[i - 1] as Part)
    )
      break;
    // "Ministry of Defence": what a body is for is nobody's title
    if (isBody(part.low) && run[i + 1]?.small) break;
    if (isTitle(p, part)) first = i + 1;
    // "Police Superintendent", "Labour MP": a word, and nobody's first name
    else if (isBeforeOffice(p, run, i)) continue;
    else if (!isProperAdjective(part.low) && (!part.facts.plain || isGivenName(part.facts.form))) break;
  }
  return Math.max(first, behindGlued(p, run, first));
}

/** "Lom Mayor Tong", "U.S. Senator Roe": a place or letters before an office, and a name behind it. */
function isBeforeOffice(p: Paragraph, run: readonly Part[], i: number): boolean {
  const { tokens, allCaps } = p;
  const [part, office, name] = run.slice(i, i + 3) as readonly (Part | undefined)[];
  if (!part || !office || !name || !isTitle(p, office) || name.small || isTitle(p, name)) return false;
  if (isGivenName(part.facts.form) && isSurname(office.low)) return false;
  // "UN General Assembly", "U.S. Justice Department"
  if (name.facts.plain && !isGivenName(name.facts.form) && !isSurname(name.facts.form)) return false;
  return isPlace(part.facts.form) || (!allCaps && has(tokens, part.token, Shape.allCaps) && part.low.length > 1);
}

/** "Lib Dem MP Rosa Vane", "Northbank Chief Economist Alan Pope": a party or a house before the office, and a first name behind it. */
function behindGlued(p: Paragraph, run: readonly Part[], first: number): number {
  const { tokens, allCaps } = p;
  for (let i = run.length - 2; i >= first; i--) {
    if (!isOffice(p, run[i] as Part)) continue;
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
function isOffice(p: Paragraph, part: Part): boolean {
  const one = part.low.endsWith('s') ? part.low.slice(0, -1) : part.low;
  return (
    isTitle(p, part) || (classOf(part.low) & Class.person) !== 0 || (kindsOf(one) & (Kind.title | Kind.role)) !== 0
  );
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

/** As every newsroom has them, or as the house lists them. */
const isTitle = (p: Paragraph, { facts, token }: Part): boolean =>
  (facts.kinds & (Kind.title | Kind.role)) !== 0 || isHouseTitle(p, token);
