// What a lexicon's entries are made of when they are compiled, so that nobody has to at each start.
import { load } from '../load.mjs';

/** @param lines the entries as written. @returns what ships. */
export async function shapeOf(name, lines) {
  const shape = shapes[name];
  return shape ? shape(lines, await (letters ??= load('server/src/analysis/transliteration/letters.ts', []))) : lines;
}

let letters;

/** By file. */
const shapes = {
  /** Behind each entry, the comparable words of its spellings. */
  'names/gazetteer.tsv': (lines, { nameWords }) =>
    lines.map((line) => {
      const columns = line.split('\t');
      const words = new Set(columns[3].split('|').map((spelling) => nameWords(spelling).join(' ')));
      return [...columns.slice(0, 4), columns[4] ?? '', [...words].filter(Boolean).join('|')].join('\t');
    }),
  'names/given-name-classes.txt': (lines, { bare }) => lines.map(bare),
  /** The letters of the two alone. */
  'names/not-variants.tsv': (lines, { nameWords }) =>
    lines.map((line) => {
      const [a, b] = line.split('\t').map((name) => nameWords(name).join(''));
      return a < b ? `${a} ${b}` : `${b} ${a}`;
    }),
};
