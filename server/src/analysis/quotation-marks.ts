// Quotation marks that do not pair, and quotations that are closed although they go on: what the rules on marks read.
//
// A quotation that runs over several paragraphs opens each with a mark and is closed only in the last (AP, Reuters and the
// Guardian alike). So a mark left open is a fault only where the next paragraph does not take the quotation up.
import type { Paragraph, Quotation } from '../document/paragraph';
import { isCopy, isProse } from '../document/role';
import { isAttribute, isGarbledApostrophe, isMisread } from '../document/segment/quotations';
import type { Block } from '../document/story';
import { has, Shape, spanOf, type Tokens, wordAt } from '../document/token';
import { tagsSpeech } from '../lexicon/speech-tags';
import type { Span } from '../text/span';
import { perParagraphWith, signs } from '../document/gates';
import { perStory } from '../document/memo';
import { startsLow, usualMarks } from './quotation-style';

/** Marks that are never apostrophes. */
const doubles: ReadonlySet<string> = new Set(['"', '“', '”', '„', '‟', '«', '»']);

export const isDouble = (mark: string): boolean => doubles.has(mark);

const aDouble = signs.word(isDouble);

/** Tokens of double marks that no quotation opens or closes with. */
export const strayMarks = perParagraphWith([aDouble], [], ({ tokens, quotations }): readonly number[] => {
  const paired = new Set<number>();
  for (const { firstToken, lastToken, closed } of quotations) {
    paired.add(firstToken);
    if (closed) paired.add(lastToken - 1);
  }
  const stray: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (
      has(tokens, i, Shape.mark) &&
      isDouble(wordAt(tokens, i)) &&
      !paired.has(i) &&
      !isInches(tokens, i) &&
      !isAttribute(tokens, i) &&
      !isMisread(tokens, i)
    )
      stray.push(i);
  }
  return stray;
});

/** `12" wide`: a measure, where no quotation is open that it could close. */
const isInches = (tokens: Tokens, i: number): boolean =>
  has(tokens, i - 1, Shape.number) && tokens.end[i - 1] === tokens.start[i];

export interface Unpaired {
  /** The mark. Prose offsets. */
  readonly at: Span;
  /** `open`: never closed. `close`: never opened. `taken-up`: opened a paragraph before, not here. `again`:
   * opens a quotation while one is open that is never closed. `apostrophe`: none at all. */
  readonly fault: 'open' | 'close' | 'taken-up' | 'again' | 'apostrophe';
  readonly mark: string;
  readonly block: Block;
  /** The token of the mark, in its block. */
  readonly token: number;
}

/** Every double mark of the story's copy without its partner; single ones that open, where the story quotes with these. */
export const unpairedMarks = perStory((story): readonly Unpaired[] => {
  const copy = story.blocks.filter(({ role }) => isCopy(role));
  const quotesWithSingle = usualMarks(story) === 'single';
  const next = nextProse(copy);
  return copy.flatMap((block, i) => {
    const following = next[i];
    return [...unpairedIn(block, following), ...(quotesWithSingle ? singlesLeftOpen(block, following) : [])];
  });
});

/** A single mark that opens speech and is never closed; the next paragraph may take it up with a mark of its own. */
function singlesLeftOpen(block: Block, next: Block | undefined): Unpaired[] {
  const { facts } = block;
  if (!isProse(block.role) || (next && opensWithSingle(next.facts))) return [];
  const left = facts.quotations.find(({ level, closed, mark }) => level === 0 && !closed && isSingle(mark));
  const open = left?.firstToken ?? straySingle(facts);
  return open === undefined ? [] : [unpaired(block, open, 'open')];
}

const isSingle = (mark: string): boolean => mark === "'" || mark === '‘';

const opensWithSingle = ({ tokens }: Paragraph): boolean => isSingle(wordAt(tokens, 0));

/** Behind a colon or comma, before a capital: where speech opens and no apostrophe stands. */
function straySingle({ tokens, quotations }: Paragraph): number | undefined {
  for (let i = 1; i < tokens.length; i++) {
    if (!isSingle(wordAt(tokens, i)) || !':,'.includes(wordAt(tokens, i - 1))) continue;
    if (tokens.end[i - 1] === tokens.start[i] || tokens.end[i] !== tokens.start[i + 1]) continue;
    if (!has(tokens, i + 1, Shape.capital) || quotations.some((q) => q.firstToken <= i && i < q.lastToken)) continue;
    return i;
  }
  return undefined;
}

function unpairedIn(block: Block, next: Block | undefined): Unpaired[] {
  const { facts } = block;
  const found = strayMarks(facts).map((token) =>
    unpaired(block, token, isGarbledApostrophe(facts.tokens, token) ? 'apostrophe' : 'close'),
  );
  const runsOn = isProse(block.role) && facts.leavesOpen && next?.facts.quotations[0]?.continues === true;
  for (const quotation of facts.quotations) {
    const { firstToken, lastToken, closed, continues } = quotation;
    if (continues && !opensWithMark(facts, quotation)) found.push(unpaired(block, lastToken - 1, 'taken-up'));
    else if (!closed && isDouble(quotation.mark) && !(runsOn && quotation === lastOutermost(facts))) {
      const inside = facts.quotations.find((one) => opensAgain(facts, quotation, one));
      found.push(inside ? unpaired(block, inside.firstToken, 'again') : unpaired(block, firstToken, 'open'));
    }
  }
  return found;
}

/** A whole sentence inside, in the same marks, and closed: it was meant to open, and the one before was to be closed. */
const opensAgain = ({ tokens }: Paragraph, outer: Quotation, inner: Quotation): boolean =>
  inner.firstToken > outer.firstToken &&
  inner.level === outer.level + 1 &&
  inner.mark === outer.mark &&
  inner.closed &&
  has(tokens, inner.firstToken + 1, Shape.capital) &&
  /^[.?!]$/.test(wordAt(tokens, inner.firstToken - 1)) &&
  !saysBetween(tokens, outer.firstToken, inner.firstToken);

/** "The road is open, he said. "We …": the first of the two lacks its end. */
function saysBetween(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tagsSpeech(wordAt(tokens, i))) return true;
  return false;
}

function unpaired(block: Block, token: number, fault: Unpaired['fault']): Unpaired {
  const { start, end } = spanOf(block.facts.tokens, token, token + 1);
  return {
    block,
    token,
    fault,
    mark: wordAt(block.facts.tokens, token),
    at: { start: block.start + start, end: block.start + end },
  };
}

export const opensWithMark = ({ tokens }: Paragraph, { firstToken, mark }: Quotation): boolean =>
  wordAt(tokens, firstToken) === mark;

const lastOutermost = ({ quotations }: Paragraph): Quotation | undefined =>
  quotations.findLast(({ level }) => level === 0);

/** For each block the next one behind it that is prose. */
function nextProse(blocks: readonly Block[]): (Block | undefined)[] {
  const next: (Block | undefined)[] = [];
  let following: Block | undefined;
  for (let i = blocks.length - 1; i >= 0; i--) {
    next[i] = following;
    if (isProse((blocks[i] as Block).role)) following = blocks[i];
  }
  return next;
}

/** A quotation whose closing mark stands although the next paragraph goes on with it. */
export interface ClosedEarly {
  /** The last word and the closing mark. Prose offsets. */
  readonly at: Span;
  readonly mark: Span;
  /** The mark that opens the next paragraph. */
  readonly next: Span;
}

/**
 * Paragraphs that end with a closing mark while the next is nothing but a quotation, with no word of who says it: by the
 * convention a reader takes it for somebody else. A question and its answer are two speakers.
 */
export const closedEarly = perStory(({ blocks }): readonly ClosedEarly[] => {
  const found: ClosedEarly[] = [];
  const prose = blocks.filter(({ role }) => isProse(role));
  let speaking = false;
  for (const [i, { facts, start }] of prose.entries()) {
    const last = lastOutermost(facts);
    const next = prose[i + 1];
    // somebody speaks in this paragraph: it says who, or goes on with one that did
    speaking = last !== undefined && (!isWhole(facts) || last.continues || speaking) && endsInQuotation(facts, last);
    const opening = next && statement(next.facts, prose[i + 2]);
    if (!speaking || !last || !opening || opening.mark !== last.mark) continue;
    if (startsLow(facts, last) || asksOrBreaksOff(facts, last)) continue;
    const lastWord = facts.tokens.start[lastWordOf(facts, last)] ?? last.inner.end;
    found.push({
      at: { start: start + lastWord, end: start + last.end },
      mark: { start: start + last.inner.end, end: start + last.end },
      next: { start: next.start + opening.start, end: next.start + opening.inner.start },
    });
  }
  return found;
});

function lastWordOf({ tokens }: Paragraph, { firstToken, lastToken }: Quotation): number {
  let i = lastToken - 1;
  while (i > firstToken && has(tokens, i, Shape.mark)) i--;
  return i;
}

/** True where the paragraph is one quotation and nothing else. */
const isWhole = ({ quotations, tokens }: Paragraph): boolean =>
  quotations[0]?.firstToken === 0 && quotations[0].lastToken === tokens.length;

/** Tokens, marks counted, from which on a quotation is more than a reply. */
const LEAST = 6;

/** The quotation that the whole paragraph is, where it says something and ends, here or in the paragraph behind. */
function statement(facts: Paragraph, behind: Block | undefined): Quotation | undefined {
  const [only] = facts.quotations;
  if (!only || !isWhole(facts) || only.continues || only.lastToken < LEAST) return undefined;
  return only.closed || behind?.facts.quotations[0]?.continues ? only : undefined;
}

const endsInQuotation = ({ tokens }: Paragraph, { closed, lastToken }: Quotation): boolean =>
  closed && lastToken === tokens.length;

/** A question, or words broken off: somebody answers. */
function asksOrBreaksOff({ text }: Paragraph, { inner }: Quotation): boolean {
  return '?-—–…'.includes(text.charAt(inner.end - 1)) || text.endsWith('...', inner.end);
}
