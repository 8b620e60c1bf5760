// A contentious lead whose source comes paragraphs later.
import * as v from 'valibot';
import { coverOf } from '../../analysis/carry/carry';
import { voicesOf } from '../../analysis/voices';
import { claimsOf, SPEAKS } from '../../analysis/claims/claims';
import { isProse } from '../../document/role';
import { type Story, sentencesOf } from '../../document/story';
import type { ClaimClass } from '../../lexicon/claims/load';
import { option } from '../option';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'late-attribution',
  summary: 'A contentious lead, and the source that stands behind it comes paragraphs later.',
  category: 'attribution',
  kind: 'query',
  severity: 'information',
  options: {
    paragraphs: option(
      v.pipe(v.number(), v.integer(), v.minValue(1)),
      2,
      'Paragraphs below the lead in which its source may come.',
    ),
  },
  *check(story, { paragraphs }) {
    const sentences = sentencesOf(story);
    const lead = sentences.findIndex(({ block }) => isProse(story.blocks[block]?.role ?? 'paragraph'));
    const at = sentences[lead];
    const cover = coverOf(story)[lead];
    if (!at || cover?.why !== 'lead redeemed below') return;
    const source = sentences[cover.sentence];
    const claim = (claimsOf(story)[lead] ?? []).find(
      ({ class: cls, status, uncovered }) => contentious.has(cls) && status === 'sourced' && uncovered >= SPEAKS,
    );
    if (!source || !claim) return;
    const below = paragraphsBetween(story, at.block, source.block);
    if (below <= paragraphs) return;
    const speaker = voicesOf(story)[cover.sentence]?.reports[0]?.speaker.name || 'The source';
    yield {
      start: at.start,
      end: at.end,
      class: claim.class,
      message: `A contentious lead needs its source in it or just below: ${speaker} comes ${below} paragraphs later. Name the source here.`,
      related: [{ start: source.start, end: source.end, message: 'The source of the lead.' }],
    };
  },
});

/** What a desk will not let stand bare at the top of a story. */
const contentious: ReadonlySet<ClaimClass> = new Set(['casualty', 'territory', 'crime', 'accusation', 'intelligence']);

const paragraphsBetween = ({ blocks }: Story, from: number, to: number): number =>
  blocks.slice(from + 1, to + 1).filter(({ role }) => isProse(role)).length;
