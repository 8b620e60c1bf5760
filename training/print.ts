// The print of the evidence: by which it is seen that the stories are read otherwise than when the weights were learned.
import type { Example } from './examples';

const DIGITS = 4;

/** Four digits a story, in the order of the stories: of all that the judge learns from in it. */
export function printOf(examples: readonly Example[]): string {
  const stories = new Map<string, number>();
  for (const { story, start, keys, own, said, meaning, ownWords } of examples) {
    const told = JSON.stringify([start, [...keys].sort(), own, said, meaning, ownWords]);
    let hash = stories.get(story) ?? 0x811c9dc5;
    for (let i = 0; i < told.length; i++) hash = Math.imul(hash ^ told.charCodeAt(i), 0x01000193);
    stories.set(story, hash);
  }
  return [...stories.values()].map((hash) => (hash >>> 16).toString(16).padStart(DIGITS, '0')).join('');
}

/** The share of stories whose evidence is another. */
export function changed(before: string, now: string): number {
  const stories = Math.max(before.length, now.length) / DIGITS;
  let others = 0;
  for (let i = 0; i < stories; i++) {
    const at = i * DIGITS;
    if (before.slice(at, at + DIGITS) !== now.slice(at, at + DIGITS)) others++;
  }
  return others / Math.max(1, stories);
}
