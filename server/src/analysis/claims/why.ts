// Why: what the judge makes of a sentence, told so that a person sees why it is asked about, or why it is not.
import type { ClaimClass } from '../../lexicon/claims/load';
import { readStory } from '../../document/read';
import { type Story, sentencesOf } from '../../document/story';
import type { Span } from '../../text/span';
import { claimsOf } from './claims';
import { classOf } from './class-of';
import { headFor, judge, judgementsOf } from './judge';
import { evidenceTold, heaviest, type WeighedText } from './tell';
import { type About, heads, type Weights, weights } from './weights';

export interface SilenceReason extends Span {
  readonly about: About;
  readonly class: ClaimClass;
  /** answered: somebody stands behind its claims; unsure: the sum is below the line, which says nothing of whether a source is needed. */
  readonly asked: 'asked' | 'eagerly' | 'answered' | 'unsure';
  /** What weighed most for a question, and against it. */
  readonly for: readonly WeighedText[];
  readonly against: readonly WeighedText[];
  /** What every sentence starts from, and what all smaller pieces come to. In thousandths of a logit. */
  readonly base: number;
  readonly rest: number;
  /** Whether a source in the sentence would silence the question. */
  readonly endsWithSource: boolean;
}

/** The same of the sentence that stands at an offset into the prose. */
export function whyAt(story: Story, offset: number): SilenceReason | undefined {
  const index = sentencesOf(story).findIndex(({ start, end }) => start <= offset && offset <= end);
  return index < 0 ? undefined : whyOf(story, index);
}

/** Undefined where the sentence is not judged: no running copy, another genre, no weights. Offsets into the prose. */
export function whyOf(story: Story, index: number): SilenceReason | undefined {
  const by = weights();
  const judgement = judgementsOf(story)[index];
  const at = sentencesOf(story)[index];
  if ('problem' in by || !judgement || !at) return undefined;
  const { sum } = judgement;
  const asked = standing(story, index, sum, by);
  // of what is silent, a person wants to know why nobody asks whose claim it is
  const about = isPut(asked) ? judgement.about : 'claim';
  const head = headFor(judgement, about);
  const told = evidenceTold(story, index, head);
  const [speaksFor, against] = [heaviest(told, true), heaviest(told, false)];
  const place = heads.indexOf(head);
  const base = by.start[place] as number;
  const shown = [...speaksFor, ...against].reduce((all, { weight }) => all + weight, 0);
  const sourced = withSource(story, at);
  return {
    start: at.start,
    end: at.end,
    about,
    class: classOf(story, index),
    asked,
    for: speaksFor,
    against,
    base,
    rest: (judgement.sums[place] as number) - shown - base,
    endsWithSource: (judge(sourced, by)[index]?.sum ?? 0) < by.asks,
  };
}

/** A question is put, by every desk or by one that asks eagerly. */
export const isPut = (asked: SilenceReason['asked']): boolean => asked === 'asked' || asked === 'eagerly';

function standing(
  story: Story,
  index: number,
  sum: number,
  by: Pick<Weights, 'asks' | 'asksEagerly'>,
): SilenceReason['asked'] {
  if (sum >= by.asks) return 'asked';
  if (sum >= by.asksEagerly) return 'eagerly';
  return claimsOf(story)[index]?.some(({ status }) => status === 'sourced') ? 'answered' : 'unsure';
}

/** What stands behind a sentence's last word. */
const ENDS = '.!?"”’\') \n';

/** The story with "police said" at the end of the sentence. */
function withSource({ prose, date }: Story, { start, end }: Span): Story {
  let last = end;
  while (last > start && ENDS.includes(prose.charAt(last - 1))) last--;
  const text = prose.slice(start, last);
  return readStory({
    text: `${prose.slice(0, start)}${text}, police said.${prose.slice(end)}`,
    format: 'text',
    ...(date !== undefined && { date }),
  });
}
