// A claim of a kind that a desk wants sourced, and nobody stands behind it.
import * as v from 'valibot';
import { type Claim, claimsOf, questionIn, SPEAKS, SPEAKS_EAGERLY } from '../../analysis/claims/claims';
import { type NearSource, sourcesNear } from '../../analysis/claims/near';
import type { Story } from '../../document/story';
import type { ClaimClass } from '../../lexicon/claims/load';
import type { Span } from '../../text/span';
import { option } from '../option';
import { type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'unattributed-claim',
  summary: 'A toll, a battlefield gain, an accusation, a forecast or the like, and no source stands behind it.',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: ['TK', 'said'] }, 'marks', 'speaker'],
  severity: 'information',
  options: {
    eager: option(v.boolean(), false, 'Ask about kinds of claim that are right less often, too.'),
  },
  *check(story, { eager }) {
    for (const [sentence, claims] of claimsOf(story).entries()) {
      const claim = questionIn(claims, eager ? SPEAKS_EAGERLY : SPEAKS);
      if (!claim) continue;
      const near = sourcesNear(story, sentence);
      const nearest = near[0];
      yield {
        ...claim.asks,
        class: claim.class,
        message: `${asks[claim.class]} ${searched(nearest)}`,
        ...(nearest && { related: [{ ...nearest.at, message: 'The nearest source in the story.' }] }),
        fixes: fixesFor(story, claim, near),
      };
    }
  },
});

/** What is claimed, and the question to the writer. */
const asks: Readonly<Record<ClaimClass, string>> = {
  casualty: 'A count of dead or hurt that nobody gives. First tolls are often wrong: whose is it?',
  territory: 'Ground taken, held or shelled, told as fact. Who says so?',
  crime: 'A crime told as fact. Who says that it happened this way?',
  accusation: 'An accusation in our own voice. Who makes it?',
  cause: 'A cause stated as fact. Who found it?',
  motive: 'A motive: nobody sees into a head. Who gives this reason?',
  prediction: 'A forecast that nobody makes. Who expects it?',
  intelligence: 'Secret doings told as known. Who knows it, and how?',
  crowd: 'A count of people at an event. Crowd figures differ widely: who counted?',
  figure: 'A figure that nobody gives. Whose is it?',
  opinion: 'A judgement in our own voice. Whose is it?',
  event: 'Something that we did not see, told with no source. Who says it happened?',
};

function searched(nearest: NearSource | undefined): string {
  if (!nearest) return 'The story names no source. Add one, or clear this if it was seen or is on record.';
  return `No source is cited for it; the nearest in the story, ${nearest.name}, is cited ${where(nearest.distance)}. Add the source, or clear this if it was seen or is on record.`;
}

function where(distance: number): string {
  if (distance === 0) return 'in this sentence, but for something else';
  const away = Math.abs(distance) === 1 ? 'one sentence' : `${Math.abs(distance)} sentences`;
  return `${away} ${distance < 0 ? 'before' : 'after'}`;
}

const OFFERED = 2;

/** Each source near by as a choice, and a gap to be filled: which of them said it only the writer knows. */
function fixesFor(story: Story, { asks: at }: Claim, near: readonly NearSource[]): Fix[] {
  const end = beforeEndMark(story.prose, at);
  const add = (title: string, who: string): Fix => ({
    title,
    apply: 'ask',
    edits: [{ start: end, end, text: `, ${who} said` }],
  });
  return [
    ...near.slice(0, OFFERED).map(({ name }) => add(`If ${name} said so: add “, ${name} said”`, name)),
    add('Leave a gap for the source: add “, TK said”', 'TK'),
  ];
}

function beforeEndMark(prose: string, { start, end }: Span): number {
  let at = end;
  while (at > start && '.!?;:… '.includes(prose[at - 1] as string)) at--;
  return at;
}
