// What hangs on a sentence's end and belongs to no word: marks of notes, [1] and ¹ and †, emphasis that is written out, tags. The stop
// stands before them, and so does whatever is put at the sentence's end.

/** Units that one mark takes at most, from its opening bracket on. */
const LONGEST_NOTE = 40;
const LONGEST_TAG = 80;
/** Marks in a row. */
const MOST = 8;

/**
 * Behind all marks that stand, without a space, at `at`; `at` where there are none.
 * @param numbers a bare number is one too: "… people.12 The". Not behind an abbreviation: "No.12".
 */
export function behindReferences(text: string, at: number, numbers = true): number {
  let end = at;
  for (let i = 0; i < MOST; i++) {
    const next = behindOne(text, end, numbers);
    if (next === end) break;
    end = next;
  }
  return end;
}

/** The sentence's stop in `[start, end)` where nothing but such marks stands behind it; nothing where there is none. */
export function stopBefore(text: string, start: number, end: number): number | undefined {
  const from = Math.max(start + 1, end - LONGEST_TAG * 2);
  for (let stop = text.lastIndexOf('.', end - 1); stop >= from; stop = text.lastIndexOf('.', stop - 1))
    if (behindReferences(text, stop + 1) >= end) return stop;
  return undefined;
}

function behindOne(text: string, at: number, numbers: boolean): number {
  const mark = text[at];
  if (mark === undefined || mark === ' ') return at;
  if (MARKS.has(mark)) return at + 1;
  if (mark === '[') return behindLink(text, behindBracket(text, at, ']', LONGEST_NOTE));
  if (mark === '(') {
    const end = behindBracket(text, at, ')', LONGEST_NUMBER + 2);
    return NOTE.test(text.slice(at + 1, Math.max(at + 1, end - 1))) ? end : at;
  }
  if (mark === '<') return behindTags(text, at);
  return numbers ? behindNumber(text, at) : at;
}

const MARKS = new Set('¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ*†‡§¶_~^');
const NOTE = /^(?:[0-9]{1,3}|[a-z])$/;
const LONGEST_NUMBER = 3;

/** Behind the bracket that closes the one at `at`; `at` where none does on this line, near enough. */
function behindBracket(text: string, at: number, closing: string, longest: number): number {
  for (let i = at + 1; i < Math.min(text.length, at + longest); i++) {
    if (text[i] === closing) return i > at + 1 ? i + 1 : at;
    if (text[i] === '\n' || text[i] === text[at]) return at;
  }
  return at;
}

/** "[1](#note-1)" in a file that is not read as Markdown. */
function behindLink(text: string, at: number): number {
  if (text[at - 1] !== ']' || text[at] !== '(') return at;
  const end = behindBracket(text, at, ')', LONGEST_TAG);
  return text.slice(at, end).includes(' ') ? at : end;
}

/** Behind a tag, and others behind white space: "</p> <p>". */
function behindTags(text: string, at: number): number {
  if (!/^<\/?[a-zA-Z]/.test(text.slice(at, at + 3))) return at;
  const end = behindBracket(text, at, '>', LONGEST_TAG);
  if (end === at) return at;
  let next = end;
  while (next < end + 4 && text[next] === ' ') next++;
  return next > end && text[next] === '<' ? Math.max(end, behindTags(text, next)) : end;
}

/** One to three figures with nothing behind them that goes on. */
function behindNumber(text: string, at: number): number {
  let end = at;
  while (end < at + LONGEST_NUMBER + 1 && isFigure(text, end)) end++;
  const open = text[at - 1] === '>' || text[at - 1] === '^';
  const goesOn = !open && !/^[\s<[]?$/.test(text.slice(end, end + 1));
  const before = text[at - 1] === '.' && isFigure(text, at - 2);
  return end === at || end > at + LONGEST_NUMBER || goesOn || before ? at : end;
}

const isFigure = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
};
