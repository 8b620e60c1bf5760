// Straight and curly: in which of two forms the marks of the story's quotations stand, and which marks stand or change together.
import type { Paragraph, Quotation } from '../document/paragraph';
import { isCopy } from '../document/role';
import type { Block, Story } from '../document/story';
import { hasProgramMarks, isInProse } from '../document/segment/in-prose';
import { spanOf, wordAt } from '../document/token';
import { perParagraph, perStory } from '../document/memo';
import { wordList } from '../lexicon/word-lists';
import { byPosition, firstWhere, shift, type Span } from '../text/span';
import { isDouble, opensWithMark, strayMarks } from './quotation-marks';

export type Form = 'straight' | 'curly';

const forms: ReadonlyMap<string, readonly [Form, 'double' | 'single']> = new Map([
  ['"', ['straight', 'double']],
  ["'", ['straight', 'single']],
  ['“', ['curly', 'double']],
  ['”', ['curly', 'double']],
  ['‘', ['curly', 'single']],
  ['’', ['curly', 'single']],
]);

/** A mark that opens or closes a quotation, in a form that has another. Apostrophes are none. */
export interface QuotationMark {
  /** Prose offsets. */
  readonly at: Span;
  readonly form: Form;
  readonly family: 'double' | 'single';
  readonly side: 'open' | 'close';
  /** Words stand beside it, and no other mark. */
  readonly isAlone: boolean;
}

/**
 * The marks of one quotation, over all paragraphs that it runs through: in order, from the one that opens it to the one that ends
 * it. They are changed together or not at all.
 */
export interface MarkSet {
  readonly marks: readonly QuotationMark[];
  /** It stands in no other. */
  readonly isOutermost: boolean;
}

/**
 * The story's quotations whose marks are certain, in order. Left out are those of paragraphs where a double mark pairs with none or
 * stands within others (there the two forms tell who quotes whom), those that never end, and those that run over several paragraphs
 * and end in another form than they began; and where one that opens paragraph after paragraph is left out, so are all others of the story that do in its form.
 */
export const markSets = perStory((story): readonly MarkSet[] => {
  const inProse = isSetInProse(story);
  const sets = gathered(story).filter(({ marks }) => marks.length > 0 && marks.every(inProse));
  const doubtful = new Set(sets.filter((set) => runsOn(set) && !isCertain(set)).map(formOf));
  return sets
    .filter((set) => isCertain(set) && !(runsOn(set) && doubtful.has(formOf(set))))
    .sort((a, b) => byPosition((a.marks[0] as QuotationMark).at, (b.marks[0] as QuotationMark).at));
});

interface Gathered {
  readonly marks: QuotationMark[];
  readonly isOutermost: boolean;
  /** It ends with a mark of its own. */
  isWhole: boolean;
  /** What pairs with what is certain in all its paragraphs. */
  isRead: boolean;
  paragraphs: number;
}

const formOf = ({ marks }: Gathered): Form | undefined => marks[0]?.form;

const runsOn = ({ paragraphs, isWhole }: Gathered): boolean => paragraphs > 1 || !isWhole;

const isCertain = ({ marks, isWhole, isRead, paragraphs }: Gathered): boolean =>
  isWhole && isRead && (paragraphs === 1 || marks[0]?.form === marks.at(-1)?.form);

const gathered = perStory(({ blocks }: Story): readonly Gathered[] => {
  const all: Gathered[] = [];
  /** The quotation that the paragraph before left open. */
  let open: Gathered | undefined;
  /** The quotations of the paragraphs that it runs through: where one of these is not understood, none is. */
  let run: Gathered[] = [];
  let isRead = true;
  /** Those behind a paragraph whose quotation nobody was seen to close. */
  let since: Gathered[] | undefined;
  const endRun = (): void => {
    if (open) {
      doubt(run);
      since ??= [...run];
    }
    open = undefined;
    run = [];
    isRead = true;
  };
  for (const { role, start, facts } of blocks) {
    if (!isCopy(role)) continue;
    if (!facts.quotations[0]?.continues) endRun();
    if (isRead && !isUnderstood(facts)) {
      isRead = false;
      doubt(run);
    }
    const found: Gathered[] = [];
    for (const quotation of facts.quotations) {
      const isOutermost = quotation.level === 0;
      let set = quotation.continues ? open : undefined;
      if (!set) found.push((set = { marks: [], isOutermost, isWhole: false, isRead, paragraphs: 0 }));
      addMarks(set, facts, quotation, start);
      if (isOutermost) open = quotation.closed || !isDouble(quotation.mark) ? undefined : set;
    }
    all.push(...found);
    run.push(...found);
    since?.push(...found);
    // here ends what was left open before: all between was said inside it
    if (since && strayMarks(facts).length) {
      doubt(since);
      since = undefined;
    }
    if (!open) endRun();
  }
  endRun();
  return all;
});

function doubt(sets: readonly Gathered[]): void {
  for (const set of sets) set.isRead = false;
}

function addMarks(set: Gathered, facts: Paragraph, quotation: Quotation, base: number): void {
  const add = (token: number, side: 'open' | 'close'): void => {
    const known = forms.get(wordAt(facts.tokens, token));
    if (!known) return;
    const at = spanOf(facts.tokens, token, token + 1);
    const isAlone = !forms.has(facts.text.charAt(side === 'open' ? at.end : at.start - 1));
    set.marks.push({ at: shift(at, base), form: known[0], family: known[1], side, isAlone });
  };
  set.paragraphs++;
  if (opensWithMark(facts, quotation)) add(quotation.firstToken, 'open');
  if (!quotation.closed) return;
  add(quotation.lastToken - 1, 'close');
  set.isWhole = true;
}

const DOUBLE = /["“”]/g;

/** Every double mark opens or closes a quotation, and none stands within another: there the two forms tell who quotes whom. */
function isUnderstood(facts: Paragraph): boolean {
  const { text, quotations } = facts;
  let known = 0;
  for (const quotation of quotations) {
    if (!isDouble(quotation.mark)) continue;
    if (quotation.level > 0) return false;
    known += (opensWithMark(facts, quotation) ? 1 : 0) + (quotation.closed ? 1 : 0);
  }
  return known === (text.match(DOUBLE)?.length ?? 0);
}

export interface Habit {
  readonly form: Form;
  /** The others are few: a person would see at once which of the two the story is set in. */
  readonly isClear: boolean;
  /** A reader has both before his eyes: one paragraph has them. */
  readonly isSeen: boolean;
}

/**
 * The form of quotation marks (straight or curly) that the story uses most; of equally many, the one used first. A story with
 * curly apostrophes is set in curly marks, whatever was pasted in, and nobody can know which of the two is to go. `undefined`
 * where the story has one form only.
 */
export const habit = perStory((story): Habit | undefined => {
  const { blocks } = story;
  const all = gathered(story).flatMap((set) => set.marks);
  if (!isMixed(all)) return undefined;
  const marks = all.filter(isSetInProse(story));
  const curly = marks.filter(({ form }) => form === 'curly').length;
  const straight = marks.length - curly;
  if (!isMixed(marks)) return undefined;
  const isSeen = blocks.some(({ facts }) => /"/.test(facts.text) && /[“”]/.test(facts.text));
  const most = curly === straight ? (marks[0] as QuotationMark).form : curly > straight ? 'curly' : 'straight';
  if (most === 'straight' && hasCurlyApostrophes(story)) return { form: 'curly', isClear: false, isSeen };
  return { form: most, isClear: Math.min(curly, straight) * 2 <= Math.max(curly, straight), isSeen };
});

const isMixed = (marks: readonly QuotationMark[]): boolean => marks.some(({ form }) => form !== marks[0]?.form);

/** No mark of something that a program may read, `title:"Port"`, or of a field's value, whose own marks stand round it. */
function isSetInProse({ blocks, prose, markup, doubtful }: Story): (mark: QuotationMark) => boolean {
  const programs = new Map<Block, boolean>();
  return ({ at, side }) => {
    if (at.start < (markup?.title?.end ?? 0)) return false;
    const line = doubtful[firstWhere(doubtful, (one) => one.end > at.start)];
    if (line && line.start <= at.start) return false;
    const block = blocks[firstWhere(blocks, (one) => one.end > at.start)] as Block;
    const text = prose.slice(block.start, block.end);
    if (!programs.has(block)) programs.set(block, hasProgramMarks(text));
    return !programs.get(block) && isInProse(text, shift(at, -block.start), side === 'open' ? '“' : '”');
  };
}

/** Apostrophes that show how a story is set. */
const LEAST_APOSTROPHES = 3;
const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;

function hasCurlyApostrophes({ blocks }: Story): boolean {
  let curly = 0;
  let straight = 0;
  for (const { role, facts } of blocks) {
    if (!isCopy(role)) continue;
    curly += apostrophesIn(facts).curly;
    straight += apostrophesIn(facts).straight;
  }
  return curly >= LEAST_APOSTROPHES && straight * 2 <= curly;
}

const apostrophesIn = perParagraph(({ text }) => {
  const all = text.match(APOSTROPHE) ?? [];
  const curly = all.filter((mark) => mark === '’').length;
  return { curly, straight: all.length - curly };
});

/** The copy tells of such marks, "straight quotes", "quotation marks": what stands in some may be what it tells. */
export const tellsOfMarks = perStory((story: Story): boolean => story.blocks.some(({ facts }) => namesMarks(facts)));

const namesMarks = perParagraph(
  ({ text, tokens }: Paragraph): boolean =>
    /quot|commas/i.test(text) &&
    tokens.word.some((word, i) => marks.has(word) && i > 0 && kinds.has(tokens.word[i - 1] as string)),
);
const marks = wordList('marks by name');
const kinds = wordList('before marks by name');
