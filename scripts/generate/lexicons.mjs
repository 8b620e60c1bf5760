// Lexicons: data files with a source for each entry become string constants, comments and sources left out.
//
// A lexicon is a `.txt` or `.tsv` below server/src/lexicon. Lines that start with # are comments; the first comment lines
// must name the source. `server/src/lexicon/<folder>/<name>.txt` becomes the constant in `…/<folder>/<name>.data.ts`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../load.mjs';
import { compilers } from './compilers.mjs';
import { validators } from './validators.mjs';

const folder = 'server/src/lexicon';

/** @returns [file, text] pairs. @throws an error with a `sentence` where an entry is not fit to ship. */
export function lexicons() {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => /\.(?:txt|tsv)$/.test(name))
    .sort()
    .map((name) => compile(name.replaceAll(path.sep, '/')));
}

function compile(name) {
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
  const written = entries.map(({ line }) => line);
  const words = compilers[name]?.(written) ?? written;
  const body = /^# Encoding: front$/m.test(text) ? frontCoded(words, name) : words.join('\n');
  return [
    `${folder}/${name.replace(/\.(?:txt|tsv)$/, '.data.ts')}`,
    `// Generated from ${path.posix.basename(name)} by \`npm run generate\`; change that.\nexport const data =\n  ${JSON.stringify(body)};\n`,
  ];
}

/** Sorted words of a to z, each as a capital that says how many letters it shares with the one before (A none), and the rest. */
function frontCoded(words, name) {
  return words
    .map((word, i) => {
      const before = words[i - 1] ?? '';
      if (!/^[a-z]+$/.test(word) || word <= before) throw refuse(name, i + 1, `"${word}" is out of order or not plain`);
      let shared = 0;
      while (shared < 25 && shared < before.length && word[shared] === before[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

const refuse = (name, line, message) =>
  Object.assign(new Error(message), { sentence: `${folder}/${name}:${line} ${message}.` });
