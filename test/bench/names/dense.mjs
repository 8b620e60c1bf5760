// Copy dense in names that stand close and are all different: how often is one of them marked? Every mark is wrong.
//
// Each story is read as it was written, and once more with each of its names in a paragraph of its own, where nothing but the letters
// and the first names speak. `open` was read while the rules were tuned, `held` never was, `long` was once marks had been counted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { entitiesOf, marks, read } from './read.mjs';

const storiesOf = (name) =>
  readFileSync(path.join(import.meta.dirname, 'dense', `${name}.txt`), 'utf8')
    .replace(/^#.*\n/gm, '')
    .split(/^---$/m)
    .map((story) => story.trim());

const apart = (story) =>
  entitiesOf(read(story))
    .map(({ mentions: [first] }) => `The report names ${first.text} on another page.`)
    .join('\n\n');

/** @returns stories, and how many of them hold a mark: as written, and taken apart. */
export function dense(name) {
  const stories = storiesOf(name);
  const marked = (texts) => texts.filter((text) => marks(text).length > 0).length;
  return { stories: stories.length, written: marked(stories), apart: marked(stories.map(apart)) };
}

/** The inconsistencies of `seeds.tsv`, each set alone into its story. @returns how many were set and found, and those that were not. */
export function seeded() {
  const stories = storiesOf('long');
  const seeds = readFileSync(path.join(import.meta.dirname, 'dense/seeds.tsv'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const missed = seeds.filter(([n, stands, written]) => {
    const before = stories[n - 1];
    if (before.split(stands).length !== 2) throw new Error(`seeds.tsv: "${stands}" stands not just once in story ${n}`);
    const start = before.indexOf(stands);
    const text = before.replace(stands, written);
    return !marks(text).some((mark) => mark.start < start + written.length && mark.end > start);
  });
  return { set: seeds.length, found: seeds.length - missed.length, missed: missed.map(([, , written]) => written) };
}
