// Quotations of a paragraph: which marks pair, by what stands on either side of each and by what is open.
//
// Double marks (straight, curly, low, guillemets) are always marks, save inches. Single ones are marks only in pairs: an
// apostrophe looks the same, so a single mark that finds no partner was one.
import { wordList } from '../../lexicon/word-lists';
import { Unit, unitKind } from '../../text/characters';
import type { Mark, Quotation } from '../paragraph';
import { has, Shape, type Tokens, wordAt } from '../token';

/** Marks that can close what the other opens. A writer's straight may close a curly one. */
type Family = 'double' | 'single' | 'angle' | 'angle-single';

const families: Readonly<Record<string, Family>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  "''": 'double',
  '``': 'double',
  '«': 'angle',
  '»': 'angle',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '`': 'single',
  '‹': 'angle-single',
  '›': 'angle-single',
};

/** A token that may be a quotation mark, and which way it faces. */
interface Facing {
  readonly token: number;
  readonly mark: string;
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Closes by its place, but an apostrophe ("the workers' union") or inches ("a 12\" pipe") would stand so too. */
  readonly weak: boolean;
  /** Opens by its place, before a year cut short ("the summer of '97"): inside single marks, where no other opens, an apostrophe. */
  readonly elides: boolean;
}

interface Open {
  readonly mark: Facing;
  readonly continues: boolean;
}

/** Deeper marks are not paired: no copy nests so far, and a hostile one must not cost more than its length. */
const DEPTH = 12;

/** @param running the paragraph before left a quotation open. */
export function quotationsIn(text: string, tokens: Tokens, running: boolean): Quotation[] {
  const marks = facingMarks(text, tokens);
  if (!marks.length) return [];
  const found: Quotation[] = [];
  const open: Open[] = [];
  const close = ({ mark, continues }: Open, by: Facing | undefined): void => {
    found.push(quotation(text, tokens, mark, by, continues));
  };
  if (running && closesWhatRanIn(marks)) {
    const by = marks[0] as Facing;
    found.push({
      ...quotation(text, tokens, by, by, true),
      start: 0,
      inner: { start: 0, end: tokens.start[by.token] as number },
      firstToken: 0,
    });
    marks.shift();
  }
  for (const [i, mark] of marks.entries()) {
    const at = lastOpen(open, mark.family);
    if (
      mark.closes &&
      at >= 0 &&
      (!mark.opens || at === open.length - 1) &&
      !(mark.weak && (hasBetter(marks, i) || isAcross(open, at)))
    ) {
      // what was opened inside and never closed ends here; a single mark among it was an apostrophe
      while (open.length > at + 1) {
        const inside = open.pop() as Open;
        if (inside.mark.family !== 'single') close(inside, mark);
      }
      close(open.pop() as Open, mark);
    } else if (mark.opens && open.length < DEPTH && !(mark.elides && open.at(-1)?.mark.family === 'single')) {
      open.push({ mark, continues: running && mark.token === 0 && !found.length });
    }
  }
  for (const left of open) if (isLeftOpen(left, tokens)) close(left, undefined);
  return nest(found);
}

/** True where the last quotation runs to the paragraph's end without its closing mark, and nothing opens behind it. */
export function leavesOpen(quotations: readonly Quotation[]): boolean {
  let last: Quotation | undefined;
  for (const quotation of quotations) if (quotation.level === 0) last = quotation;
  if (!last || last.closed) return false;
  return !quotations.some(
    (q) => q.level === 1 && q.start > (last as Quotation).start && q.mark === last?.mark && q.closed,
  );
}

function quotation(
  text: string,
  tokens: Tokens,
  { token, mark }: Facing,
  by: Facing | undefined,
  continues: boolean,
): Quotation {
  const closed = by !== undefined && by.family === families[mark];
  const lastToken = by ? by.token + (closed ? 1 : 0) : tokens.length;
  const end = closed ? (tokens.end[by.token] as number) : by ? (tokens.start[by.token] as number) : text.length;
  return {
    start: tokens.start[token] as number,
    end,
    inner: { start: tokens.end[token] as number, end: closed ? (tokens.start[by.token] as number) : end },
    mark: mark as Mark,
    level: 0,
    closed,
    continues,
    firstToken: token,
    lastToken,
  };
}

/** Sorted by start, each with the number of quotations that hold it. */
function nest(found: Quotation[]): Quotation[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const holders: Quotation[] = [];
  return found.map((quotation) => {
    while (holders.length && (holders[holders.length - 1] as Quotation).end <= quotation.start) holders.pop();
    const placed = { ...quotation, level: holders.length };
    holders.push(placed);
    return placed;
  });
}

const closesWhatRanIn = (marks: readonly Facing[]): boolean => {
  const first = marks.find(({ family }) => family !== 'single');
  return first !== undefined && first === marks[0] && first.closes && !first.opens;
};

/** A double mark that nobody closed still opens a quotation. A single one only where no apostrophe could stand. */
const isLeftOpen = ({ mark }: Open, tokens: Tokens): boolean =>
  mark.family !== 'single' || (mark.token === 0 && mark.mark !== '’' && tokens.length > 3);

function lastOpen(open: readonly Open[], family: Family): number {
  for (let i = open.length - 1; i >= 0; i--) if ((open[i] as Open).mark.family === family) return i;
  return -1;
}

/** Another kind of mark stands open inside: `'He said, "the dogs' kennel" …'`. What may be an apostrophe closes nothing there. */
const isAcross = (open: readonly Open[], at: number): boolean =>
  open.slice(at + 1).some(({ mark }) => mark.family !== 'single');

/** True where the next mark of the family, before another opens, closes beyond doubt: then this weak one was none. */
function hasBetter(marks: readonly Facing[], from: number): boolean {
  const { family } = marks[from] as Facing;
  for (let i = from + 1; i < marks.length && i < from + 8; i++) {
    const mark = marks[i] as Facing;
    if (mark.family !== family) {
      // a double mark that closes ends all that was open inside
      if (family === 'single' && mark.closes && !mark.opens) return false;
      continue;
    }
    if (mark.opens || !mark.weak) return mark.closes && !mark.opens;
  }
  return false;
}

function facingMarks(text: string, tokens: Tokens): Facing[] {
  const marks: Facing[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.shape[i] !== Shape.mark) continue;
    const family = families[tokens.word[i] as string];
    if (!family || quotesNothing(tokens, i)) continue;
    const elides = family === 'single' && /^\d\d$/.test(wordAt(tokens, i + 1)) && tokens.start[i + 1] === tokens.end[i];
    marks.push({ ...facing(text, tokens, i, family), elides });
  }
  return marks;
}

/** A double mark that is no quotation mark by what it touches. */
const quotesNothing = (tokens: Tokens, i: number): boolean =>
  isGarbledApostrophe(tokens, i) || isAttribute(tokens, i) || isMisread(tokens, i);

/** "â€“" and "â€”", whose last character is a quotation mark: one of three bytes read in the wrong encoding. */
export const isMisread = (tokens: Tokens, i: number): boolean =>
  tokens.end[i - 1] === tokens.start[i] && wordAt(tokens, i - 1).endsWith('€');

/** `<a href="…" id="…">`: the value of pasted markup. */
export function isAttribute(tokens: Tokens, i: number): boolean {
  if (wordAt(tokens, i) !== '"') return false;
  if (wordAt(tokens, i - 1) === '=' && tokens.end[i - 1] === tokens.start[i]) return true;
  const next = wordAt(tokens, i + 1);
  const touches = tokens.end[i] === tokens.start[i + 1];
  return touches
    ? next === '>' || next === '/>'
    : wordAt(tokens, i + 2) === '=' && tokens.end[i + 1] === tokens.start[i + 2];
}

/** `China"s`: a double mark where an apostrophe belongs. It quotes nothing. */
export function isGarbledApostrophe(tokens: Tokens, i: number): boolean {
  const touches = tokens.end[i - 1] === tokens.start[i] && tokens.start[i + 1] === tokens.end[i];
  return touches && wordAt(tokens, i) === '"' && endings.has(wordAt(tokens, i + 1)) && has(tokens, i - 1, Shape.word);
}

const endings = wordList('endings behind an apostrophe');

function facing(text: string, tokens: Tokens, token: number, family: Family): Omit<Facing, 'elides'> {
  const mark = tokens.word[token] as string;
  const start = tokens.start[token] as number;
  const end = tokens.end[token] as number;
  const before = side(text, start - 1, -1);
  const after = side(text, end, 1);
  const digit = start > 0 && unitKind(text.charCodeAt(start - 1)) === Unit.digit;
  // `… my word' ",`: behind a mark that a comma follows nothing is quoted
  const shut = family === 'double' && isComma(text, end) && before === 'space';
  const mayOpen = !shut && after !== 'space' && before !== 'word' && !(before === 'end' && after === 'end');
  const mayClose = (shut || before !== 'space') && before !== 'opener' && (after !== 'word' || before === 'end');
  const weak =
    before === 'word' &&
    (family === 'single'
      ? after === 'space' || (after === 'end' && isClipped(wordAt(tokens, token - 1)))
      : digit && mark === '"' && after === 'space');
  const handed = hand[mark];
  if (family === 'angle' || family === 'angle-single')
    return { token, mark, family, weak: false, ...angle(mark, mayOpen, mayClose) };
  if (handed === 'opens')
    return { token, mark, family, weak: false, opens: !mayClose || mayOpen, closes: mayClose && !mayOpen };
  if (handed === 'closes') {
    const opens = mayOpen && !mayClose && family === 'double';
    return { token, mark, family, weak, opens, closes: !opens };
  }
  if (family === 'single')
    return { token, mark, family, weak, opens: mayOpen && !mayClose, closes: mayClose && !mayOpen };
  const either = mayOpen === mayClose;
  return { token, mark, family, weak, opens: mayOpen || either, closes: mayClose || either };
}

/** A comma, or a stop that is none of three. */
const isComma = (text: string, at: number): boolean =>
  text.charAt(at) === ',' || text.charAt(at) === ';' || (text.charAt(at) === '.' && text.charAt(at + 1) !== '.');

/** "The farmers'?", "sittin',": a word that an apostrophe may end. */
const isClipped = (word: string): boolean => word.endsWith('s') || (word.length > 4 && word.endsWith('in'));

const hand: Readonly<Record<string, 'opens' | 'closes'>> = {
  '“': 'opens',
  '„': 'opens',
  '‟': 'opens',
  '``': 'opens',
  '‘': 'opens',
  '‚': 'opens',
  '‛': 'opens',
  '`': 'opens',
  '”': 'closes',
  '’': 'closes',
};

/** Guillemets point outwards in French and inwards in German: the side that touches the words decides, then the point. */
function angle(mark: string, mayOpen: boolean, mayClose: boolean): { opens: boolean; closes: boolean } {
  const outward = mark === '«' || mark === '‹';
  const opens = mayOpen === mayClose ? outward : mayOpen;
  return { opens, closes: !opens };
}

/** What a mark touches: nothing, an opening bracket or dash, the end of a phrase, or a word. */
type Side = 'space' | 'opener' | 'end' | 'word';

const OPENERS = '([{–—―-/“‘«„‚‹$£€';
const ENDS = '.,;:!?…)]}”’»›';

/** Other marks beside it are looked through: in `shot,'"` both close. */
function side(text: string, from: number, step: 1 | -1): Side {
  let at = from;
  for (let k = 0; k < 3 && (text.charCodeAt(at) === 34 || text.charCodeAt(at) === 39); k++) at += step;
  if (at < 0 || at >= text.length) return 'space';
  const kind = unitKind(text.charCodeAt(at));
  if (kind === Unit.space || kind === Unit.invisible) return 'space';
  const character = text.charAt(at);
  if (OPENERS.includes(character)) return 'opener';
  return ENDS.includes(character) ? 'end' : 'word';
}
