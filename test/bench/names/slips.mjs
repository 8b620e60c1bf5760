// Slips of the key set into real stories: a surname that stands bare at second reference loses, doubles, swaps or changes a letter. Is
// the misspelled place marked? One slip a story, chosen by the story's number, so that every run sets the same ones.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { entitiesOf, isPlainWord, marks, read } from './read.mjs';

const vowel = (c) => 'aeiou'.includes(c);
const other = (c, n) => {
  const letters = vowel(c) ? 'aeiou' : 'bdfgklmnprstvz';
  return letters[(letters.indexOf(c) + 1 + (n % 3)) % letters.length];
};

/** By kind: the word with a slip at `i`; the word itself where the kind does not fit. */
export const kinds = {
  swap: (w, i) => w.slice(0, i) + w[i + 1] + w[i] + w.slice(i + 2),
  'lose a vowel': (w, i) => (vowel(w[i]) ? w.slice(0, i) + w.slice(i + 1) : w),
  'lose a consonant': (w, i) => (vowel(w[i]) ? w : w.slice(0, i) + w.slice(i + 1)),
  double: (w, i) => w.slice(0, i) + w[i] + w.slice(i),
  'wrong vowel': (w, i, n) => (vowel(w[i]) ? w.slice(0, i) + other(w[i], n) + w.slice(i + 1) : w),
  'wrong consonant': (w, i, n) => (vowel(w[i]) ? w : w.slice(0, i) + other(w[i], n) + w.slice(i + 1)),
};

const SHORTEST = 5;

/** @param file of stories, a line each, gzipped. @returns by kind, how many slips were set and how many found. */
export function slipsIn(file) {
  const tally = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { set: 0, found: 0 }]));
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  for (const [n, line] of lines.entries()) {
    // layout taken off, so that offsets are those of the text
    const text = read(JSON.parse(line).text).prose;
    const slip = slipFor(text, n);
    if (!slip) continue;
    const { kind, start, end, written } = slip;
    tally[kind].set++;
    const copy = text.slice(0, start) + written + text.slice(end);
    if (marks(copy).some((m) => m.text.includes(written) || m.end === start + written.length)) tally[kind].found++;
  }
  return tally;
}

/** The last bare surname of a person who was introduced in full. */
function slipFor(text, n) {
  const story = read(text);
  if (story.prose !== text) return undefined;
  const bare = entitiesOf(story).flatMap(({ type, mentions }) => {
    const [full] = mentions;
    const short = mentions.filter((m) => m.tie === 'short form' && !m.quoted && full.text.endsWith(` ${m.text}`));
    return type === 'person' && full.full ? short.slice(-1) : [];
  });
  // "Young", "Sharp": with a letter less a word of the language is often another one, which a key cannot tell
  const fit = bare.filter(
    ({ text: name }) => name.length >= SHORTEST && /^[A-Z][a-z]+$/.test(name) && !isPlainWord(name.toLowerCase()),
  );
  const place = fit[n % fit.length];
  if (!place) return undefined;
  const names = Object.keys(kinds);
  for (let k = 0; k < names.length; k++) {
    const kind = names[(n + k) % names.length];
    const inner = place.text.length - 3;
    for (let j = 0; j < inner; j++) {
      const i = 1 + ((n + j) % inner);
      const written = kinds[kind](place.text, i, n);
      if (written !== place.text && !text.includes(written)) return { ...place, kind, written };
    }
  }
  return undefined;
}
