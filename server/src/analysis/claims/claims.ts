// Claims of a story: for each sentence what a desk would want sourced, and whether somebody stands behind it. The judge decides; here
// is only said where a question is put and why one is not.
import type { Block, Problem, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import type { ClaimClass } from '../../lexicon/claims/load';
import type { Span } from '../../text/span';
import { perStory } from '../../document/memo';
import { coverBeside } from '../carry/carry';
import { coverInWords } from '../carry/cover';
import { voicesOf } from '../voices';
import { looksOf } from './evidence/claims';
import { type Reading, readingsOf } from './evidence/reading';
import { classOf } from './class-of';
import { headFor, judgementsOf } from './judge';
import { evidenceTold, heaviest, type WeighedText } from './tell';
import { type About, type Head, weights } from './weights';

export type ClaimStatus = 'sourced' | 'unsourced' | 'exempt';

/** Offsets into the prose, over the words that make the claim. */
export interface Claim extends Span {
  readonly class: ClaimClass;
  readonly status: ClaimStatus;
  /** Who it is sourced to and how; that nobody is; or that the desk is not sure enough to ask, and what spoke most against it. */
  readonly why: string;
  /** Index of its sentence, as `sentencesOf` counts. */
  readonly sentence: number;
  /** What weighed most, for the question where one is put and against it where none is. */
  readonly evidence: readonly WeighedText[];
}

/** A question to put to a sentence. */
export interface Question {
  readonly sentence: number;
  readonly about: About;
  /** What speaks most for it. */
  readonly head: Head;
  readonly class: ClaimClass;
  /** What a finding marks: the sentence, or the clause where the rest of the sentence is somebody's. Prose offsets. */
  readonly asks: Span;
}

/** The questions that the judge puts, in order of place. @param eager those that are right less often, too. */
export const questionsOf = (story: Story, eager = false): readonly Question[] => (eager ? eagerly : byDefault)(story);

const byDefault = perStory((story: Story) => questionsFrom(story, 'asks'));
const eagerly = perStory((story: Story) => questionsFrom(story, 'asksEagerly'));

function questionsFrom(story: Story, threshold: 'asks' | 'asksEagerly'): Question[] {
  const by = weights();
  if ('problem' in by) return [];
  const from = by[threshold];
  return judgementsOf(story).flatMap((judgement, sentence) => {
    const reading = readingsOf(story)[sentence];
    if (!reading || !judgement || judgement.sum < from) return [];
    const { about } = judgement;
    const head = headFor(judgement, about);
    return [{ sentence, about, head, class: classOf(story, sentence), asks: askedIn(reading) }];
  });
}

/** That the judge has no weights and nothing is judged: a fault of the installation, whatever the draft. */
export function withoutWeights(): Problem[] {
  const by = weights();
  return 'problem' in by ? [{ code: NO_WEIGHTS, message: by.problem }] : [];
}

export const NO_WEIGHTS = 'no-weights';

/** The claims of each sentence of the story, those that are asked about and those that are not. Indexed as `sentencesOf`. */
export const claimsOf = perStory((story: Story): readonly (readonly Claim[])[] => {
  const by = weights();
  return readingsOf(story).map((reading, sentence) => {
    const judgement = judgementsOf(story)[sentence];
    const looks = looksOf(story)[sentence] ?? [];
    if (!reading || !judgement || 'problem' in by) return [];
    const asked = judgement.about === 'claim' && judgement.sum >= by.asks;
    if (!asked && !looks.length) return [];
    const judged = classOf(story, sentence);
    const look = looks.find(({ candidate }) => candidate.class === judged) ?? looks[0];
    const cls = asked ? judged : (look?.candidate.class ?? judged);
    const at = look ? shifted(reading, look.candidate) : askedIn(reading);
    const told = evidenceTold(story, sentence, headFor(judgement, 'claim'));
    const evidence = heaviest(told, asked);
    const stated = { class: cls, sentence, evidence, ...at };
    if (asked) return [{ ...stated, status: 'unsourced' as const, why: 'nobody stands behind it' }];
    const behind = whoIsBehind(reading);
    if (behind) return [{ ...stated, status: 'sourced' as const, why: behind }];
    return [{ ...stated, status: 'exempt' as const, why: unsure(evidence) }];
  });
});

/** The sum lies below the line: that says nothing of whether the claim needs a source. */
const unsure = ([most]: readonly WeighedText[]): string =>
  most ? `not sure enough to ask; most against it: ${most.text}` : 'not sure enough to ask';

/** Who stands behind it, in the sentence or in one close by, and how. */
function whoIsBehind({ story, index, cited, voices }: Reading): string | undefined {
  const nameIn = (of: number): string | undefined =>
    voicesOf(story)[of]?.reports.find(({ speaker }) => speaker.name)?.speaker.name;
  if (cited || voices.spoken) {
    const name = nameIn(index);
    return name ? `sourced in the sentence: ${name}` : 'sourced in the sentence';
  }
  const cover = coverBeside(story)[index];
  return cover && `${coverInWords[cover.why]}: ${nameIn(cover.sentence) ?? 'the speaker there'}`;
}

/** What a desk will not let stand bare at the top of a story. */
export const contentious: ReadonlySet<ClaimClass> = new Set([
  'casualty',
  'territory',
  'crime',
  'accusation',
  'intelligence',
]);

const shifted = ({ block }: Reading, { start, end }: Span): Span => ({
  start: start + block.start,
  end: end + block.start,
});

/** The sentence; its clause where another part of it is somebody's own act or words. */
function askedIn({ voices, block, facts, sentence, own }: Reading): Span {
  const { at } = voices;
  if (!voices.reports.length && !voices.local.length) return { start: at.start, end: at.end };
  const { tokens } = facts;
  const run = longestRun(own);
  let first = sentence.firstToken + run.first;
  let last = sentence.firstToken + run.last;
  for (let t = first; t < last; t++)
    if (wordAt(tokens, t) === ';' || (wordAt(tokens, t) === ',' && joins(tokens, t + 1))) {
      if (t - first > last - t) last = t;
      else first = joins(tokens, t + 1) ? t + 2 : t + 1;
    }
  while (first < last && (has(tokens, first, Shape.mark) || (first > sentence.firstToken && joins(tokens, first))))
    first++;
  while (last > first && has(tokens, last - 1, Shape.mark)) last--;
  // what neither begins nor ends where a clause does reads like a slip of the marker
  const whole =
    (first === sentence.firstToken || isBoundary(tokens, first - 1)) &&
    (last >= sentence.lastToken - 1 || isBoundary(tokens, last));
  if (!whole || last - first < LEAST_CLAUSE) return { start: at.start, end: at.end };
  const endsHere = last >= sentence.lastToken - 1;
  return {
    start: first === sentence.firstToken ? at.start : block.start + (tokens.start[first] as number),
    end: endsHere ? at.end : block.start + (tokens.end[last - 1] as number),
  };
}

/** A run of fewer words is no clause. */
const LEAST_CLAUSE = 4;

/** A mark or a word between two clauses. */
const isBoundary = (tokens: Block['facts']['tokens'], t: number): boolean =>
  /^[,;:–—-]$/.test(wordAt(tokens, t)) || joins(tokens, t);

const joins = (tokens: Block['facts']['tokens'], t: number): boolean =>
  /^(?:and|but|while|whereas)$/.test(wordAt(tokens, t));

/** Tokens `[first, last)` of the writer's longest own words. */
function longestRun(own: Uint8Array): { first: number; last: number } {
  let best = { first: 0, last: 0 };
  for (let first = 0; first < own.length; first++) {
    if (!own[first]) continue;
    let last = first;
    while (last < own.length && own[last]) last++;
    if (last - first > best.last - best.first) best = { first, last };
    first = last;
  }
  return best;
}
