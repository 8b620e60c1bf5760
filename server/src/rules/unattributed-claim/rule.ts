// A claim of a kind that a desk wants sourced, and nobody stands behind it.
import * as v from 'valibot';
import { type Question, questionsOf } from '../../analysis/claims/claims';
import { gapBehind, hasGap } from '../../analysis/claims/gap';
import { type PossibleSpeaker, speakerInReach } from '../../analysis/claims/nearest-sources';
import { type Story, sentencesOf } from '../../document/story';
import { quantitiesIn } from '../../language/quantities';
import type { ClaimClass } from '../../lexicon/claims/load';
import { GAP } from '../gap';
import { option } from '../option';
import { type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'unattributed-claim',
  summary: 'A toll, a battlefield gain, an accusation, a forecast or the like, and no source stands behind it.',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: [GAP, 'said'] }, 'marks', 'speaker'],
  severity: 'information',
  asks: 'sources',
  isSourcing: true,
  isJudged: true,
  about: 'claim',
  confirms: 'claims',
  clearedAs: 'sourced',
  options: {
    eager: option(v.boolean(), false, 'Ask about kinds of claim that are right less often, too.'),
  },
  *check(story, { eager }) {
    for (const question of questionsOf(story, eager)) {
      if (question.about !== 'claim' || hasGap(story, question)) continue;
      const speaker = speakerInReach(story, question.sentence);
      yield {
        ...question.asks,
        class: question.class,
        message: messageFor(story, question),
        ...(speaker && {
          related: [{ ...speaker.at, message: `Cited here, for something else: ${speaker.name}.` }],
        }),
        fixes: fixesFor(story, question, speaker),
      };
    }
  },
});

/** What is claimed, and why that matters where it needs saying. Never whose claim it is: that is what is asked. */
const claimed: Readonly<Record<ClaimClass, readonly [what: string, why?: string]>> = {
  casualty: ['A count of dead or hurt', 'First tolls are often wrong.'],
  territory: ['Ground taken, held or shelled, told as fact'],
  crime: ['A crime told as fact'],
  accusation: ['An accusation in our own voice'],
  cause: ['A cause stated as fact'],
  motive: ['A motive told as fact', 'Nobody sees into a head.'],
  prediction: ['A forecast'],
  intelligence: ['Secret doings told as known'],
  crowd: ['A count of people at an event', 'Crowd figures differ widely.'],
  figure: ['A figure'],
  opinion: ['A judgement in our own voice'],
  event: ['An event told as fact'],
};

function messageFor(story: Story, { class: kind, sentence }: Question): string {
  const [what, why] =
    kind === 'casualty' && !countsIn(story, sentence) ? ['A death or an injury told as fact'] : claimed[kind];
  const remedy = 'Say who says so, or clear this if it was seen or is on record.';
  return [`${what}, and nobody is cited for it.`, why, remedy].filter(Boolean).join(' ');
}

function countsIn(story: Story, index: number): boolean {
  const at = sentencesOf(story)[index];
  const facts = at && story.blocks[at.block]?.facts;
  const sentence = facts?.sentences[at?.sentence ?? 0];
  return facts !== undefined && sentence !== undefined && quantitiesIn(facts, sentence).length > 0;
}

/** A gap first: who said it only the writer knows. None where "said" cannot stand at the end of it. */
function fixesFor(story: Story, question: Question, speaker: PossibleSpeaker | undefined): Fix[] {
  const place = gapBehind(story, question);
  if (!place) return [];
  const { at: end, closing } = place;
  const add = (title: string, who: string): Fix => ({
    title,
    apply: 'ask',
    edits: [{ start: end, end, text: `, ${who} said${closing}` }],
  });
  const gap = add(`Leave a gap for the source: add “, ${GAP} said”`, GAP);
  if (!speaker) return [gap];
  const { name } = speaker;
  return [gap, { ...add(`If ${name} said so: add “, ${name} said”`, name), speaker: name }];
}
