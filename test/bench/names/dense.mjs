// Copy dense in names that stand close and are all different: how often is one of them marked? Every mark is wrong.
//
// Each story is read as it was written, and once more with each of its names in a paragraph of its own, where nothing but the letters
// and the first names speak. `open` was read while the rules were tuned, `held` never was.
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
