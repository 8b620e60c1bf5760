// A form that has an article of its own, "the Netherlands", where it is to stand: as a noun it brings its article; behind a determiner it
// leaves it out, "the Netherlands coach", "his Islamic State past". Where neither is certain, there are two ways, or none.
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, tokenAt, wordAt } from '../../document/token';
import { verbsIn } from '../../language/clause-verbs';
import { closedClass } from '../../language/closed-classes';
import { Class, classesOf, JOINING_OR_VERBAL } from '../../language/word-classes';
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { isKind, isPlace } from '../names/lists';
import { nameWords } from '../transliteration/letters';
import { inText } from '../../text/spelling';

/** What is written now: tokens `[first, last)` of the paragraph, the last perhaps with an ending or a compound's tail. */
export interface Standing {
  readonly first: number;
  readonly last: number;
  /** Offsets into the paragraph of the words themselves. */
  readonly start: number;
  readonly end: number;
}

export const standingAt = ({ tokens }: Paragraph, { start, end }: Span): Standing => ({
  first: tokenAt(tokens, start),
  last: tokenAt(tokens, end - 1) + 1,
  start,
  end,
});

/**
 * The ways to write the form there, the likelier first: several where the text does not tell which.
 * @param form in the case that it would have there. @returns nothing where what is written is no fault.
 */
export function waysWithArticle(facts: Paragraph, standing: Standing, form: string): readonly string[] {
  const { text, tokens } = facts;
  const written = text.slice(standing.start, standing.end);
  const [article = ''] = ARTICLE.exec(form) ?? [];
  if (!article) {
    // "the Ukraine crisis", "the Ukraine-born doctor", "the Ukraine and Russia talks": the article is the crisis's, the doctor's, the talks'
    const isAnothers = (): boolean =>
      isAttributive(facts, standing) ||
      joinsOthers(facts, standing) ||
      isAttributive(facts, withJoined(facts, standing));
    return ARTICLE.test(written) && isAnothers() ? [] : [form];
  }
  const rest = form.slice(article.length);
  const bare = has(tokens, standing.first, Shape.initial) ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
  if (ARTICLE.test(written)) return [form];
  const isEnglish = ENGLISH.test(article);
  if (!isEnglish && inText(bare) !== inText(written)) return [form];
  if (joinsOthers(facts, standing)) return [isEnglish ? bare : form];
  // "the Spiegel", of "Der Spiegel": which of the two articles is to go?
  if (!isEnglish) return wordAt(tokens, standing.first - 1) === 'the' ? [form, written] : [form];
  const attributive = isAttributive(facts, standing);
  switch (contextBefore(facts, standing.first)) {
    case 'determined':
      return [bare];
    case 'perhaps':
      if (attributive) return [bare];
      // "She said that Holland won", "In 1921 Holland voted"; of "some Taleban left", "told her Holland was far" nobody can tell
      return /^(?:that|\d{4})$/.test(wordAt(tokens, standing.first - 1)) ? [form] : ways(written, bare, form);
    case 'described':
      return ways(written, bare, form);
    case 'open':
      return attributive ? ways(written, bare, form) : [form];
  }
}

/** Several: nobody can tell. Where one of them is what stands there, that may be right. */
const ways = (written: string, ...forms: string[]): readonly string[] => (forms.includes(written) ? [] : forms);

const ARTICLE = /^(?:the|der|die|das|le|la|les|el|los|las|il|lo|het) /i;
const ENGLISH = /^the /i;

/** The ways to write another name there, the likelier first, and units of "the " before it that they take in. */
export interface OtherWays {
  readonly article: number;
  readonly texts: readonly string[];
}

/**
 * For another name, of which nobody knows whether it has the article that the one there has or lacks: "the UK" and "Britain", "America" and
 * "US", "the North Atlantic Treaty Organization" and "NATO".
 * @param form in the case that it would have there, without article. @returns no ways where a noun follows that it cannot stand before.
 */
export function waysOfOther(facts: Paragraph, standing: Standing, form: string): OtherWays {
  const { text, tokens, allCaps } = facts;
  const written = text.slice(standing.start, standing.end);
  if (joinsOthers(facts, standing)) return { article: 0, texts: [form] };
  const before = text.slice(Math.max(0, standing.start - THE.length), standing.start);
  const isBehindThe = before.toLowerCase() === THE;
  if (isAttributive(facts, standing)) {
    // "a UK student", "the United States president": no Britain student, no America president
    const fits =
      isLetters(form) ||
      ((allCaps || !isLetters(written)) && !written.includes(' ')) ||
      !(isLand(form) || isLand(written));
    return { article: 0, texts: fits ? [form] : [] };
  }
  // "the BBC"; of "British Petroleum" and "okay", which have no article, the letters have none
  const needs = (isLetters(form) && !isSpoken(form) && isLand(written)) || isOfKind(form);
  // "the Lom Sound" and "the Strait of Lom", "the United Nations" and "the UN"
  if (isBehindThe)
    return needs || (isLetters(form) && !isSpoken(form))
      ? { article: 0, texts: [form] }
      : { article: THE.length, texts: [form] };
  const has = contextBefore(facts, standing.first) !== 'open';
  if (!needs || has || (isLetters(written) && !isSpoken(written)) || isOfKind(written))
    return { article: 0, texts: [form] };
  const initial = wordAt(tokens, standing.first) !== '' && isInitial(facts, standing.first);
  return { article: 0, texts: [`${initial ? 'The' : 'the'} ${form}`] };
}

const THE = 'the ';
const isInitial = ({ tokens }: Paragraph, first: number): boolean => has(tokens, first, Shape.initial);

/** "America", "National Bank of Lom", and no firm's name. */
const isLand = (name: string): boolean =>
  isPlace(nameWords(name).join(' ')) || isOfKind(name) || countries.has(name.toLowerCase());

const countries = wordList('countries by their letters');

/** "UK", "U.S." */
const isLetters = (form: string): boolean => form.length > 1 && /^\p{Lu}[\p{Lu}.]*$/u.test(form);

/** "NATO", "UNICEF": said as a word, it has no article. "The BBC" is spelled. */
const isSpoken = (letters: string): boolean =>
  letters.length >= SPOKEN && !letters.includes('.') && /[AEIOU]/.test(letters) && !/[^AEIOU]{3}/.test(letters);
const SPOKEN = 4;

/** "The Czech Republic", "the United States", "the Strait of Lom" */
function isOfKind(form: string): boolean {
  const words = form.toLowerCase().split(/\s+/);
  const kind = words[1] === 'of' ? words[0] : words.at(-1);
  return words.length > 1 && kind !== undefined && (isKind(kind, 'place') || kindsWithArticle.has(kind));
}
const kindsWithArticle = wordList('kinds of place that "the" stands before');

/** "Netherlands", of "the Netherlands". */
export const withoutArticle = (form: string): string => form.replace(ARTICLE, '');

/** Only where one of the two has an article is there anything to ask. */
export const hasArticle = (form: string, written: string): boolean => ARTICLE.test(form) || ARTICLE.test(written);

/** "Pro-Holland", "Holland-based", where the form is a part of a word. */
const joinsOthers = ({ text, tokens }: Paragraph, { first, start, end }: Standing): boolean =>
  (tokens.start[first] as number) < start || /^[-‐‑–](?=\p{L})/u.test(text.slice(end, end + 2));

/** With the names that are joined to it: "Ukraine/Russia", "Ukraine and Russia", "Ukraine (and EU)". */
function withJoined({ text, tokens }: Paragraph, standing: Standing): Standing {
  let { end } = standing;
  for (let n = 0; n < MOST_JOINED; n++) {
    const joined = JOINED.exec(text.slice(end, end + LONGEST_JOINED))?.[0];
    if (joined === undefined) break;
    end += joined.length;
  }
  return end === standing.end ? standing : { ...standing, last: tokenAt(tokens, end), end };
}

const JOINED = /^(?: ?[/–—-] ?|,? (?:and|or|&) |, )(?:the )?\p{Lu}[\p{L}.’'-]*|^ \([^()]{1,60}\)/u;
const MOST_JOINED = 6;
const LONGEST_JOINED = 70;

/**
 * - `determined`: "the", "his", "Roe's", in front of it and of what describes it
 * - `perhaps`: a word that may be a determiner, or stand by itself: "that", "two", "her"
 * - `described`: an adjective or a name, and no determiner before it
 * - `open`: nothing of its own phrase
 */
type Before = 'determined' | 'perhaps' | 'described' | 'open';

function contextBefore(facts: Paragraph, first: number): Before {
  const { tokens, sentences } = facts;
  const sentence = sentences.find(({ lastToken }) => first < lastToken);
  const from = sentence?.firstToken ?? 0;
  for (let i = first - 1; i >= from && i >= first - LONGEST_PHRASE; i--) {
    const isNext = i === first - 1;
    const kind = wordKindOf(facts, i, from, sentence?.lastToken ?? tokens.length);
    if (kind === 'adjective') continue;
    if (kind === 'determined') return 'determined';
    if (kind === 'perhaps') return isNext ? 'perhaps' : 'determined';
    return isNext ? 'open' : 'described';
  }
  return first > from ? 'described' : 'open';
}

const LONGEST_PHRASE = 5;

function wordKindOf(
  { tokens }: Paragraph,
  i: number,
  from: number,
  to: number,
): 'adjective' | 'determined' | 'perhaps' | 'other' {
  const word = wordAt(tokens, i);
  if (has(tokens, i, Shape.number) || numerals.has(word)) return 'perhaps';
  if (has(tokens, i, Shape.mark)) return 'other';
  const classes = classesOf(recordAt(tokens, i));
  if (unsure.has(word) || word === 'her') return 'perhaps';
  // "Which Taleban fled?", but "the club which Holland beat"
  if (has(tokens, i, Shape.initial) && /^(?:which|what)$/.test(word)) return 'perhaps';
  if (/['’]s$/.test(word)) return classes & Class.contraction ? 'other' : 'determined';
  if (classes & (Class.determiner | Class.possessive | Class.article)) return 'determined';
  if (classes & CLOSED || word === 'to') return 'other';
  if (verbsIn(tokens, from, to).some(({ first, last }) => first <= i && i < last)) return 'other';
  return 'adjective';
}

/** "That Holland won", "some Holland fans". */
const unsure = closedClass('pronominal determiners');
const numerals = wordList('small numerals');

const CLOSED = JOINING_OR_VERBAL | Class.subject | Class.object | Class.adverb | Class.time;

/** "Holland fans", "AP reporter Ann Roe": a noun follows that the name stands before. */
export function isAttributive({ text, tokens, sentences }: Paragraph, { first, last, end }: Standing): boolean {
  if (text[end] !== ' ' || tokens.start[last] !== end + 1) return false;
  if (!has(tokens, last, Shape.word)) return false;
  const word = wordAt(tokens, last);
  const classes = classesOf(recordAt(tokens, last));
  if (classes & (CLOSED | Class.determiner | Class.possessive) || word === 'to' || looksLikeAdverb(word)) return false;
  const sentence = sentences.find(({ lastToken }) => first < lastToken);
  const verbs = verbsIn(tokens, sentence?.firstToken ?? 0, sentence?.lastToken ?? tokens.length);
  // "Holland talks failed": what has a verb right behind it was none
  const own = verbs.findIndex((verb) => verb.first === last);
  return own < 0 || (verbs[own + 1]?.first === verbs[own]?.last && verbs[own + 1]?.form === 'finite');
}
