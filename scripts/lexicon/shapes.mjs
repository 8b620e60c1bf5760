// Which tables ship as something that is made of them (made.ts), so that nobody has to at each start.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../load.mjs';
import { root } from '../steps.mjs';
import { askedFor } from './own.mjs';

/** @param table its schema. @param rows the cells of each. @returns what ships, or nothing where the rows ship as they are. */
export async function shapeOf(table, rows) {
  const cells = Object.values(table.columns);
  const pattern = cells.findIndex(({ is }) => is === 'pattern');
  if (pattern >= 0) {
    const { compilePatterns } = await made();
    const known = cells[pattern].groups ? await groups() : new Map();
    const common = new Set(plainRows('attribution/grammar.txt').flatMap(([, words]) => words.split(' ')));
    return compilePatterns(
      rows.map((row) => [row[pattern], row[0]]),
      known,
      (word) => common.has(word),
    );
  }
  if (table.sorted) {
    const { byWord } = await made();
    return byWord(
      rows.map(([name, words]) => (words === undefined ? ['', name.split(' ')] : [name, words.split(' ')])),
    ).join('\n');
  }
  return shapes[table.file] && shapes[table.file](rows, await made()).then((lines) => lines.join('\n'));
}

const once = (make) => {
  let value;
  return () => (value ??= make());
};

const made = once(() => load('scripts/lexicon/made.ts'));

/** The rows of a table that needs no more than to be cut: "name: words". */
const plainRows = (name) =>
  readFileSync(path.join(root, 'server/src/lexicon', name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(': '));

/** Those of the claims: name to words and phrases. */
const groups = once(async () =>
  (await made()).readGroups(
    plainRows('claims/groups.txt')
      .map((row) => row.join(': '))
      .join('\n'),
  ),
);

/** By file. */
const shapes = {
  'attribution/nouns.txt': async (rows, { byWord, withPlurals }) => byWord(withPlurals(rows)),
  /** With the closed classes: what a word does in a sentence. */
  'attribution/sources.txt': async (rows, { byWord, withPlurals }) =>
    byWord([
      ...plainRows('attribution/grammar.txt').map(([name, words]) => [name, words.split(' ')]),
      ...withPlurals(rows),
    ]),
  'attribution/verbs.txt': async (rows, { speechVerbs }) => speechVerbs(rows),
  'claims/domains.tsv': async (rows, { domainWords }) => domainWords(rows, await groups()),
  /** Those that the code asks for by name; the others are where patterns ask for them. */
  'claims/groups.txt': async (_, { byWord }) => {
    const known = await groups();
    return byWord([...askedFor(/\binGroup\('([a-z-]+)'/g).keys()].map((name) => [name, known.get(name)?.words ?? []]));
  },
  'english/verbs.txt': async (rows, { verbForms }) => verbForms(rows.map((cells) => [cells.join(' ')])),
  'names/gazetteer.tsv': async (rows, { gazetteer }) => gazetteer(rows),
  'names/given-name-classes.txt': async (rows, { givenNames }) => givenNames(rows),
  'names/not-variants.tsv': async (rows, { distinctNames }) => distinctNames(rows),
};
