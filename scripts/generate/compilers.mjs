// What a lexicon's entries are made of when they are compiled, so that nobody has to at each start. By file; each gets the
// entries and returns what ships.
import { load } from '../load.mjs';

const { bare, nameWords } = await load('server/src/analysis/transliteration/letters.ts');

export const compilers = {
  /** Behind each entry, the comparable words of its spellings. */
  'names/gazetteer.tsv': (lines) =>
    lines.map((line) => {
      const columns = line.split('\t');
      const words = new Set(columns[3].split('|').map((spelling) => nameWords(spelling).join(' ')));
      return [...columns.slice(0, 4), columns[4] ?? '', [...words].filter(Boolean).join('|')].join('\t');
    }),
  'names/given-name-classes.txt': (lines) => lines.map(bare),
  /** The letters of the two alone. */
  'names/not-variants.tsv': (lines) =>
    lines.map((line) => {
      const [a, b] = line.split('\t').map((name) => nameWords(name).join(''));
      return a < b ? `${a} ${b}` : `${b} ${a}`;
    }),
};
