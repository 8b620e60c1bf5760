// Lexicons: data files with a source for each entry become the strings that ship, comments and sources left out.
//
// A lexicon is a `.txt` or `.tsv` below server/src/lexicon. Lines that start with # are comments; the first comment lines
// must name the source. A module imports `data` from the file itself: `import { data } from './places.txt'`. Every build
// compiles it (scripts/lexicon/plugin.mjs), so nothing that is made of a lexicon is committed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../steps.mjs';
import { shapeOf } from './shapes.mjs';
import { validators } from './validators.mjs';

export const folder = 'server/src/lexicon';

/** Every lexicon, by its path below the folder, with `/` between. */
export const lexicons = () =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => String(name).replaceAll(path.sep, '/'))
    .filter((name) => /\.(?:txt|tsv)$/.test(name))
    .sort();

/** @returns what ships of a lexicon. @throws an error with `file`, `line`, and both in a `sentence`, where an entry is not fit. */
export async function compile(name) {
  const text = readFileSync(path.join(root, folder, name), 'utf8');
  const lines = text.split('\n').map((line, i) => ({ line: line.trimEnd(), number: i + 1 }));
  if (!/^# .*source/im.test(text.split('\n').slice(0, 12).join('\n'))) {
    throw refuse(
      name,
      1,
      'names no source in its opening comment; say where its entries come from and under which licence',
    );
  }
  const entries = lines.filter(({ line }) => line && !line.startsWith('#'));
  const fault = validators[name]?.(entries);
  if (fault) throw refuse(name, fault.line, fault.message);
  if (/^# Encoding: front$/m.test(text)) return frontCoded(entries, name);
  const written = entries.map(({ line }) => line);
  return (await shapeOf(name, written)).join('\n');
}

/** Sorted words of a to z, each as a capital that says how many letters it shares with the one before (A none), and the rest. */
function frontCoded(entries, name) {
  return entries
    .map(({ line: word, number }, i) => {
      const before = entries[i - 1]?.line ?? '';
      if (!/^[a-z]+$/.test(word) || word <= before)
        throw refuse(name, number, `"${word}" is out of order or not plain`);
      let shared = 0;
      while (shared < 25 && shared < before.length && word[shared] === before[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

const refuse = (name, line, message) =>
  Object.assign(new Error(message), {
    file: `${folder}/${name}`,
    line,
    sentence: `${folder}/${name}:${line} ${message}.`,
  });
