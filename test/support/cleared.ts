// Holds what one training asks and an editor clears against what another asks of the same words.
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { useWeights, type Weights } from '../../server/src/analysis/claims/weights';
import { readStory } from '../../server/src/document/read';
import { clearancesFor, type Clearance, withoutCleared } from '../../server/src/engine/clearances';
import { type Linted, lint } from '../../server/src/engine/lint';
import { recommended } from '../../server/src/engine/settings';
import { rules } from '../../server/src/rules/index';
import { readCases } from '../../server/src/rules/case-file';
import { root } from './root';

const folder = path.join(root, 'test/bench/claims/open');

/** Stories of our own in which a desk asks. */
export const stories: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readCases(readFileSync(path.join(folder, name), 'utf8')).map(({ text }) => text))
  .filter((_, i) => i % 3 === 0);

const sourcing = new Set([
  'unattributed-claim',
  'vague-source',
  'anonymous-source',
  'unnamed-media',
  'late-attribution',
]);

export const asked = (text: string): Linted => lint(readStory({ text, format: 'text' }), recommended(rules), rules);

/** The sourcing questions of a story as the weights in use put them, each as what clears it. */
function questions(linted: Linted): { readonly clearance: Clearance; readonly kind: string }[] {
  const named = clearancesFor(linted);
  return linted.findings.flatMap(({ rule, class: kind }, i) =>
    sourcing.has(rule.id) ? [{ clearance: named[i] as Clearance, kind: `${rule.id}: ${kind}` }] : [],
  );
}

/** What became of the questions that the weights in use before had put, once all of them were cleared. */
export interface Anew {
  /** Put again by the others, and of these under another rule or class. */
  readonly again: number;
  readonly otherwise: number;
  /** Put by the others alone. */
  readonly anew: number;
  /** Cleared, and still there. */
  readonly back: readonly string[];
}

export function askedAnew(other: Weights): Anew {
  let [again, otherwise, anew] = [0, 0, 0];
  const back: string[] = [];
  for (const text of stories) {
    useWeights(undefined);
    const first = asked(text);
    const cleared = clearancesFor(first);
    const before = new Map(questions(first).map(({ clearance, kind }) => [clearance.sentence, kind]));
    useWeights(other);
    const now = asked(text);
    for (const { clearance, kind } of questions(now)) {
      if (!before.has(clearance.sentence)) continue;
      again++;
      if (before.get(clearance.sentence) !== kind) otherwise++;
    }
    for (const { clearance, kind } of questions(withoutCleared(now, cleared))) {
      if (before.has(clearance.sentence)) back.push(`${kind} in: ${text.slice(0, 80)}`);
      else anew++;
    }
  }
  useWeights(undefined);
  return { again, otherwise, anew, back };
}
