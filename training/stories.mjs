// The labelled stories that training learns from, with every reader's marks.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../scripts/steps.mjs';
import { writtenStories } from './written.mjs';

/** As many as desk.jsonl.gz is in. */
const FOLDS = 5;

const stories = (name, fold) =>
  gunzipSync(readFileSync(path.join(root, 'training/data', name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((story) => ({ ...story, ...fold }));

export async function labelledStories() {
  // the second, blind reading of the sentences that the folds were least sure of
  const doubtful = new Map(stories('second.jsonl.gz').map(({ id, read }) => [id, read]));
  const desk = stories('desk.jsonl.gz').map((story) => ({ ...story, read: doubtful.get(story.id) ?? [] }));
  const more = stories('more.jsonl.gz', { fold: -1 });
  // the second, blind reading of some of them
  const again = new Map(stories('again.jsonl.gz').map((story) => [story.id, story.marks]));
  const twice = more.map((story) =>
    again.has(story.id) ? { ...story, readers: 2, marks: [...story.marks, ...again.get(story.id)] } : story,
  );
  // in folds of their own, so that they can be judged by weights that never saw them; the line is not chosen on them
  const briefs = stories('briefs.jsonl.gz').map((story, i) => ({ ...story, fold: i % FOLDS, kind: 'brief' }));
  return { desk, more: twice, briefs, written: await writtenStories() };
}
