// dist/lexicons.js: gives a lexicon by its name from lexicons.mjs beside it, which is read when the first is asked for. So nobody
// pays for a list that a draft does not need, and the programs themselves are half as long. The browser's worker has this inside, and
// is given the text; the library's build for browsers imports it.

/** Where each begins in the file, and how long it is. The build puts it in. */
const index = INDEX;
/** Stands before the four digits of a unit beyond ASCII. */
const beyond = BEYOND;
let all;

/** @returns its entries, a line each. */
module.exports = (name) => {
  // one byte a character: what is beyond that is escaped
  all ??= TEXT;
  const [start, length] = index[name];
  const text = all.slice(start, start + length);
  const [first, ...others] = text.split(beyond);
  return first + others.map((part) => String.fromCharCode(parseInt(part.slice(0, 4), 16)) + part.slice(4)).join('');
};
