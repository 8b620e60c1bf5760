// A contentious lead whose source comes paragraphs later.
import * as v from 'valibot';
import { accountOfLead } from '../../analysis/claims/account';
import { coverOf } from '../../analysis/carry/carry';
import { voicesOf } from '../../analysis/voices';
import { contentious } from '../../analysis/claims/claims';
import { looksOf } from '../../analysis/claims/evidence/claims';
import { isProse } from '../../document/role';
import { type Story, sentencesOf } from '../../document/story';
import { option } from '../option';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'late-attribution',
  summary: 'A contentious lead, and the source that stands behind it comes paragraphs later.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  asks: 'sources',
  isSourcing: true,
  clearedAs: 'sourced',
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
    const repeated = coverOf(story)[lead];
    const account = accountOfLead(story);
    const cover = repeated?.why === 'lead redeemed below' ? repeated : account;
    if (!at || !cover) return;
    const source = sentences[cover.sentence];
    const bare = (looksOf(story)[lead] ?? []).find(
      ({ candidate, exits }) => contentious.has(candidate.class) && !exits.length && !saysWho(story, lead),
    );
    const alleged = account?.alleged && !saysWho(story, lead) ? 'accusation' : undefined;
    const cls = bare?.candidate.class ?? alleged;
    if (!source || !cls) return;
    const below = paragraphsBetween(story, at.block, source.block);
    if (below <= paragraphs) return;
    const speaker = voicesOf(story)[cover.sentence]?.reports[0]?.speaker.name || 'The source';
    yield {
      start: at.start,
      end: at.end,
      class: cls,
      message: `A contentious lead needs its source in it or just below: ${speaker} comes ${below} paragraphs later. Name the source here.`,
      related: [{ start: source.start, end: source.end, message: 'The source of the lead.' }],
    };
  },
});

const saysWho = (story: Story, sentence: number): boolean => {
  const voices = voicesOf(story)[sentence];
  return voices !== undefined && (voices.says || voices.spoken || voices.reports.length > 0);
};

const paragraphsBetween = ({ blocks }: Story, from: number, to: number): number =>
  blocks.slice(from + 1, to + 1).filter(({ role }) => isProse(role)).length;
