// Placeholders: what a writer leaves where a fact is still to come.
import { wordList } from '../lexicon/word-lists';
import type { Paragraph } from '../document/paragraph';
import { has, Shape, spanOf, type Tokens, tokenAt, wordAt } from '../document/token';
import type { Span } from '../text/span';
import { type Need, perParagraphWith, signs } from '../document/gates';
import { perHouse } from '../document/house-words';
import { listed, listedIn } from '../document/listed';

/** A word or mark that some placeholder begins with, or that names what is to come. */
const aGap = signs.word(
  (word) =>
    /^[[(_?]/.test(word) ||
    word === 'lorem' ||
    word === 'come' ||
    (word.length <= 60 && (toCome.test(word) || crosses.test(word))),
);
/** The house has placeholders of its own, and no gate knows what they begin with. */
const aGapOrOwn: Need = (paragraph) => aGap(paragraph) || paragraph.words?.placeholders !== undefined;
const aTicker = signs.word((word) => word === 'tk' || word === "tk's");

/** Sorted, apart from one another. Offsets relative to the paragraph. */
export const placeholdersIn = perParagraphWith([aGapOrOwn], [], (paragraph: Paragraph) =>
  inOrder(paragraph, isNameBehind),
);

/** The same in copy that is not English: there a capital behind “TK” may be any noun's. */
export const placeholdersAbroad = perParagraphWith([aGapOrOwn], [], (paragraph: Paragraph) =>
  inOrder(paragraph, () => false),
);

/** @param goesOn the word at a place is a name that goes on behind it. */
type GoesOn = (tokens: Tokens, i: number) => boolean;

function inOrder(paragraph: Paragraph, goesOn: GoesOn): readonly Span[] {
  const found: Span[] = [];
  for (const span of [
    ...bracketed(paragraph),
    ...bare(paragraph, goesOn),
    ...questioned(paragraph),
    ...ofHouse(paragraph),
  ].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
  }
  return found;
}

/** Those that the house lists, as it writes them. */
const ofHouse = (paragraph: Paragraph): readonly Span[] =>
  paragraph.words ? listedIn(paragraph, ownPlaceholders(paragraph.words)) : [];
const ownPlaceholders = perHouse(({ placeholders = [] }) => listed(placeholders, false));

/** "Thai Kredit (TK)", "TK Steel": the letters are somebody's name here, and so in the whole story. */
export const usesAsName = perParagraphWith([aTicker], false, ({ tokens, allCaps }: Paragraph): boolean => {
  if (allCaps) return false;
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i);
    if (word !== 'tk' && word !== "tk's") continue;
    if (word === "tk's" || isNameBehind(tokens, i) || isNameBefore(tokens, i)) return true;
  }
  return false;
});

/** The same abroad: “die TK”, “laut TK” is somebody, and one still to come stands first or last in its sentence. */
export const usesAsNameAbroad = perParagraphWith([aTicker], false, ({ tokens, allCaps }: Paragraph): boolean => {
  if (allCaps) return false;
  for (let i = 1; i < tokens.length; i++)
    if (wordAt(tokens, i) === 'tk' && has(tokens, i - 1, Shape.word) && !has(tokens, i - 1, Shape.capital)) return true;
  return false;
});

const isNameBehind = (tokens: Tokens, i: number): boolean =>
  has(tokens, i + 1, Shape.capital) && !has(tokens, i + 1, Shape.allCaps);

/** "flight TK 1983" */
const flights = wordList('words for flights');

const personal = wordList('personal titles');

function isNameBefore(tokens: Tokens, i: number): boolean {
  const before = wordAt(tokens, i - 1) === '.' ? i - 2 : i - 1;
  if (personal.has(wordAt(tokens, before))) return true;
  return (
    wordAt(tokens, i - 1) === '(' &&
    wordAt(tokens, i + 1) === ')' &&
    has(tokens, i - 2, Shape.capital) &&
    !has(tokens, i - 2, Shape.initial)
  );
}

/** Of "lorem ipsum", "TK", "to come", "XX", "NN" and "TBC": most words are passed over by their first letter. */
const INITIALS = 'ltxn';
/** "TK", "TKTK", "TK-name", and "TKname" by its capitals, which is no name. */
const toCome = /^(?:tk){1,4}(?:-[a-z-]{1,30}|name|age|date|place|title|number|figure|quote)?$/;
const crosses = /^(?:x{2,8}(?:-year-old)?|nn|tb[cd])$/;
/** No numeral is written so: a name, wherever it stands. */
const rowOfCrosses = /^x{4,8}$/;

function* bare({ tokens, allCaps, text }: Paragraph, goesOn: GoesOn): Iterable<Span> {
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i);
    if (!INITIALS.includes(word.charAt(0))) continue;
    if (word === 'lorem' && wordAt(tokens, i + 1) === 'ipsum') yield spanOf(tokens, i, i + 2);
    else if (word.length > 60) continue;
    else if (toCome.test(word) && (word.startsWith('tktk') || (isUpper(text, tokens, i, 2) && !allCaps))) {
      if ((!goesOn(tokens, i) && !flights.has(wordAt(tokens, i - 1))) || word.startsWith('tktk'))
        yield spanOf(tokens, i, i + 1);
    } else if (
      crosses.test(word) &&
      isUpper(text, tokens, i, 2) &&
      !allCaps &&
      (isGap(tokens, i) || rowOfCrosses.test(word))
    )
      yield spanOf(tokens, i, i + 1);
    else if (/^xx{1,2}$/.test(word) && units.has(wordAt(tokens, i + 1))) yield spanOf(tokens, i, i + 1);
    else if (
      word === 'to' &&
      wordAt(tokens, i + 1) === 'come' &&
      !allCaps &&
      isUpper(text, tokens, i, 2) &&
      isUpper(text, tokens, i + 1, 4)
    ) {
      if (has(tokens, i - 1, Shape.allCaps) && wordAt(tokens, i - 1) !== 'more') yield spanOf(tokens, i - 1, i + 2);
    }
  }
}

const isUpper = (text: string, tokens: Tokens, i: number, letters: number): boolean => {
  const start = tokens.start[i] ?? 0;
  const head = text.slice(start, start + letters);
  return head === head.toUpperCase();
};

const units = wordList('units behind a gap');

const articles = wordList('articles before a gap');

/** "for XX days", "$XX million": between plain words, where no numeral, film or size stands. */
function isGap(tokens: Tokens, i: number): boolean {
  const before = wordAt(tokens, i - 1);
  const plainBefore =
    i > 0 && has(tokens, i - 1, Shape.word) && !has(tokens, i - 1, Shape.capital) && !articles.has(before);
  const plainAfter = has(tokens, i + 1, Shape.word) && !has(tokens, i + 1, Shape.capital);
  return (
    /^[$£€]$/.test(before) ||
    (plainBefore &&
      (plainAfter || /^[.,]?$/.test(wordAt(tokens, i + 1))) &&
      !/^(?:chromosomes?|century|rated)$/.test(wordAt(tokens, i + 1)))
  );
}

const openers = wordList('openers of a placeholder');
const alone = wordList('facts to come');

/** "[FIRST NAME]": which one is to come. */
const which = wordList('which fact is to come');
const orders = wordList('orders to the desk');

/** "[NAME TO COME]", "[link]", "(TK)", "[insert figure]": square brackets, or round ones around the words themselves. */
function* bracketed({ text, tokens }: Paragraph): Iterable<Span> {
  for (let i = 0; i < tokens.length; i++) {
    const close = wordAt(tokens, i) === '[' ? ']' : wordAt(tokens, i) === '(' ? ')' : '';
    if (!close) continue;
    let end = i + 1;
    while (end < tokens.length && end - i < 9 && wordAt(tokens, end) !== close) end++;
    if (wordAt(tokens, end) !== close || end === i + 1) continue;
    const words = Array.from({ length: end - i - 1 }, (_, k) => wordAt(tokens, i + 1 + k));
    const waits = words.at(-2) === 'to' && words.at(-1) === 'come' && words[0] !== 'more';
    // "[link]", "[NAME?]", "(age?)"
    const asked = words.length === 2 && words[1] === '?' && (alone.has(words[0] ?? '') || words[0] === 'sp');
    const named = alone.has(words.at(-1) ?? '') && words.slice(0, -1).every((word) => which.has(word));
    const square = close === ']' && (openers.has(words[0] ?? '') || named);
    // "(CHECK SPELLING)", "(add age)", "(date tk)"
    const ordered =
      (words.length === 2 && orders.has(words[0] ?? '') && (alone.has(words[1] ?? '') || words[1] === 'spelling')) ||
      (words.length === 2 && words[1] === 'tk' && alone.has(words[0] ?? ''));
    const round =
      close === ')' &&
      words.length === 1 &&
      /^(?:(?:tk){1,4}|cq)$/.test(words[0] ?? '') &&
      isUpper(text, tokens, i + 1, 2) &&
      // "Congressional Quarterly (CQ)" spells itself; a name before "(CQ)" is what was checked
      (words[0] === 'cq' ? !wordAt(tokens, i - 1).startsWith('q') : !isNameBefore(tokens, i + 1));
    if (waits || asked || square || round || ordered) yield spanOf(tokens, i, end + 1);
  }
}

/** "said ?? people", "is ___ metres long": marks where a word should stand. "___" by itself parts two items. */
function* questioned({ text, tokens }: Paragraph): Iterable<Span> {
  for (const { index, 0: found } of text.matchAll(/(?:\?{2,6}(?![^\s.,;)])|(?<=[\p{L}$£€] ?)_{3,20}(?= \p{Ll}))/gu)) {
    const at = tokenAt(tokens, index);
    if ((index > 0 && !/[\s$£€(]/.test(text[index - 1] as string)) || has(tokens, at, Shape.quoted)) continue;
    yield { start: index, end: index + found.length };
  }
}
