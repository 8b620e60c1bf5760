// Lexicons: data files with a source for each entry become the strings that ship, comments and sources left out.
//
// A lexicon is a `.txt` or `.tsv` below server/src/lexicon. Lines that start with # are comments; the first comment lines
// must name the source. A module imports `data` from the file itself: `import { data } from './places.txt'`. Every build
// compiles it (scripts/lexicon/plugin.mjs), so nothing that is made of a lexicon is committed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../load.mjs';
import { root } from '../steps.mjs';
import { readRows } from './rows.mjs';
import { shapeOf } from './shapes.mjs';

export const folder = 'server/src/lexicon';

/** Every lexicon, by its path below the folder, with `/` between. @param below where the folder lies. */
export const lexicons = (below = path.join(root, folder)) =>
  readdirSync(below, { recursive: true })
    .map((name) => String(name).replaceAll(path.sep, '/'))
    .filter((name) => /\.(?:txt|tsv)$/.test(name))
    .sort();

let schemas;

/** The schema of each, by its name. */
export const tables = async () =>
  (schemas ??= load(`${folder}/schemas.ts`, []).then(
    (module) => new Map(module.tables().map((table) => [table.file, table])),
  ));

/** The card of the weights stands within so many characters. */
const CARD = 4000;

/**
 * What ships of a lexicon. Its rows are held against its schema; what they say of other lexicons is held against those by
 * `npm run generate` (scripts/lexicon/check.mjs).
 * @throws an error with `file`, `line`, and both in a `sentence`, where an entry is not fit.
 */
export async function compile(name) {
  const text = readFileSync(path.join(root, folder, name), 'utf8');
  // no table: what training/encode.ts wrote, held by a sum of its own
  if (/^# Encoding: weights$/m.test(text.slice(0, CARD)))
    return text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .join('\n');
  const table = (await tables()).get(name);
  if (!table) throw refuse(name, { line: 1, message: 'has no schema in schemas.ts, which says what its columns are' });
  const { rows, faults } = readRows(table, text);
  if (faults[0]) throw refuse(name, faults[0]);
  if (/^# Encoding: front$/m.test(text)) return frontCoded(rows, name);
  // examples are for the checks
  const last = Object.values(table.columns).findLastIndex(({ is }) => is !== 'example');
  const lists = table.lists ? joined(rows) : rows.map(({ cells }) => cells.slice(0, last + 1));
  try {
    return (await shapeOf(table, lists)) ?? lists.map((cells) => cells.join(table.between)).join('\n');
  } catch (error) {
    throw refuse(name, { line: 1, message: `cannot be compiled: ${error.message}` });
  }
}

/** Rows that begin alike, as one. */
function joined(rows) {
  const lists = new Map();
  for (const { cells } of rows) {
    const [kind, words] = cells;
    lists.set(kind, lists.has(kind) ? `${lists.get(kind)} ${words}` : words);
  }
  return [...lists];
}

/** Sorted words of a to z, each as a capital that says how many letters it shares with the one before (A none), and the rest. */
function frontCoded(rows, name) {
  return rows
    .map(({ cells: [word], number }, i) => {
      const before = rows[i - 1]?.cells[0] ?? '';
      if (!/^[a-z]+$/.test(word) || word <= before)
        throw refuse(name, { line: number, message: `has "${word}", which is out of order or not plain` });
      let shared = 0;
      while (shared < 25 && shared < before.length && word[shared] === before[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

export const refuse = (name, { line, message }) =>
  Object.assign(new Error(message), {
    file: `${folder}/${name}`,
    line,
    sentence: `${folder}/${name}:${line} ${message}.`,
  });
