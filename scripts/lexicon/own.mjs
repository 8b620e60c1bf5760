// What no column can say by itself, of the tables that it concerns. By file; each gets the rows and tells of faults.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../steps.mjs';

export const own = {
  'names/gazetteer.tsv': (rows, fault) => {
    for (const row of rows) {
      const [, , , spellings, suggested] = row.cells;
      const list = spellings.split('|');
      const twice = list.find((s, i) => list.indexOf(s) < i);
      if (twice !== undefined) fault(row, `has "${twice}" twice among its spellings`);
      for (const form of suggested?.split(' ').filter(Boolean) ?? []) {
        const [, house, number] = /^([a-z]+)(\d+)$/.exec(form) ?? [];
        if (!house || !list[Number(number) - 1])
          fault(row, `suggests "${form}": a house and the number of a spelling, as "ap1"`);
      }
    }
  },
  'names/given-name-classes.txt': (rows, fault) => {
    const seen = new Map();
    for (const row of rows) {
      for (const name of row.cells[0].split(' ')) {
        const key = name.toLowerCase();
        if (seen.has(key))
          fault(row, `has "${name}", a spelling of ${seen.get(key)} already; one name belongs to one class`);
        seen.set(key, row.cells[0].split(' ')[0]);
      }
    }
  },
  'names/not-variants.tsv': (rows, fault) => {
    const seen = new Set();
    for (const row of rows) {
      const pair = row.cells.slice(0, 2).sort().join(' and ');
      if (row.cells[0] === row.cells[1]) fault(row, 'has one name twice');
      if (seen.has(pair)) fault(row, `has ${pair} a second time`);
      seen.add(pair);
    }
  },
  'usage/base.tsv': (rows, fault) => {
    const replaced = new Set();
    for (const row of rows) {
      const [prefer, instead] = row.cells;
      for (const form of instead.split('|')) {
        if (form === prefer) fault(row, `has "${form}" replace itself`);
        if (replaced.has(form)) fault(row, `replaces "${form}", which another row replaces too`);
        replaced.add(form);
      }
    }
  },
  'usage/terms.tsv': (rows, fault) => {
    for (const row of rows) {
      const ways = row.cells[0].split('|').map((way) => way.split(','));
      if (ways.length < 2) fault(row, 'has one way only; a term needs two, with | between');
      if (ways.some((way) => way.length !== ways[0].length))
        fault(row, 'has more inflections of one way than of another');
    }
  },
  'english/closed-classes.txt': isAskedFor(/\bclosedClass\('([^']+)'/g),
  'english/word-lists.txt': isAskedFor(/\bwordList\('([^']+)'/g),
  'english/irregular-verbs.txt': (rows, fault) => {
    for (const row of rows)
      if (row.cells[0].split(' ').length < 3) fault(row, 'needs three forms: base, past, participle');
  },
  'attribution/verbs.txt': (rows, fault, read) => {
    const frames = new Set(['any', 'clause', 'quote', 'object', 'infinitive', 'person', 'runs', 'passive']);
    const small = new Set(
      (read.get('attribution/grammar.txt')?.rows ?? [])
        .filter(({ cells: [kind] }) => kind === 'preposition' || kind === 'question')
        .flatMap(({ cells }) => cells[1].split(' ')),
    );
    for (const row of rows)
      for (const name of row.cells[0].split('; ')[1]?.split(' ') ?? [])
        if (!frames.has(name) && !small.has(name) && !particles.has(name))
          fault(row, `has the frame "${name}"; it is one of ${[...frames].join(', ')}, or a preposition`);
  },
  'attribution/senses.txt': namesVerbs((row) => [row.cells[0].split(' ')[0]]),
  'attribution/noun-verbs.txt': namesVerbs((row) => row.cells[0].split(' ')),
  'attribution/tones.txt': namesVerbs((row) => row.cells[1].split(' ').map((lemma) => lemma.split('-')[0])),
};

/** Lists that the code asks for by name are there, and those that are there are asked for. */
function isAskedFor(pattern) {
  return (rows, fault) => {
    const asked = askedFor(pattern);
    const named = new Set(rows.map(({ cells }) => cells[0]));
    for (const [name, file] of asked)
      if (!named.has(name)) fault({ number: 1 }, `has nothing called "${name}", which ${file} asks for`);
    for (const row of rows) if (!asked.has(row.cells[0])) fault(row, `has "${row.cells[0]}", which nobody asks for`);
  };
}

/** What the sources name in such a way, with the file that does. */
export function askedFor(pattern) {
  const below = path.join(root, 'server/src');
  const files = readdirSync(below, { recursive: true }).map((name) => String(name).replaceAll(path.sep, '/'));
  return new Map(
    files
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(path.join(below, name), 'utf8').matchAll(pattern)].map((found) => [
          found.slice(1).find(Boolean),
          name,
        ]),
      ),
  );
}

/** The keys of an object that a source makes: `const tests = { sport: … }`. */
export function keysOf(file, name) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const table = new RegExp(`^const ${name}\\b[^]*?^};`, 'm').exec(text)?.[0];
  if (table === undefined) throw new Error(`${file} has no table "${name}"`);
  return [...table.matchAll(/^ {2}'?([a-z-]{2,40})'?[:,]/gm)].map(([, key]) => key);
}

/** Words that verbs take as they take prepositions: "point out", "call attention". */
const particles = new Set(['out', 'up', 'it', 'attention', 'that']);

/** A lemma that is no verb of verbs.txt is dead. */
function namesVerbs(lemmasOf) {
  return (rows, fault, read) => {
    const lemmas = new Set((read.get('attribution/verbs.txt')?.rows ?? []).flatMap(({ cells }) => cells[1].split(' ')));
    for (const row of rows)
      for (const lemma of lemmasOf(row))
        if (!lemmas.has(lemma)) fault(row, `speaks of "${lemma}", which is no verb of attribution/verbs.txt`);
  };
}
