// Tables whose lines are sorted: what stands behind a key is found by halving the text. Nothing is read before it is asked for, so a
// table of ten thousand words costs a start nothing.

/**
 * What stands behind the key and its tab, or `undefined`.
 * @param text lines `key<TAB>value` in the order of their keys' UTF-16 units.
 */
export function lineOf(text: string, key: string): string | undefined {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const start = text.lastIndexOf('\n', (low + high) >> 1) + 1;
    // a line that begins before what is left was looked at already
    const from = Math.max(start, low);
    const order = compare(text, from, key);
    const end = endOfLine(text, from);
    if (order === 0) return text.slice(from + key.length + 1, end);
    if (order < 0) low = end + 1;
    else high = from - 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** How the key of the line that begins at `from` stands to another: before it, behind it, or 0. */
function compare(text: string, from: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const order = text.charCodeAt(from + i) - key.charCodeAt(i);
    // behind the end of the text there is no unit at all
    if (order !== 0) return Number.isNaN(order) ? -1 : order;
  }
  const next = text.charCodeAt(from + key.length);
  return next === TAB || next === NEWLINE || Number.isNaN(next) ? 0 : 1;
}

const TAB = 9;
const NEWLINE = 10;

/** Another word made of this one: "tried" and `3y`, three letters off its end and a "y", is "try". The build writes endings. */
export const withEnding = (word: string, ending: string): string =>
  word.slice(0, word.length - Number.parseInt(ending, 10)) + ending.replace(/^\d+/, '');
