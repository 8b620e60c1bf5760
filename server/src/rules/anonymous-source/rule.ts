// "Sources said" tells a reader nothing about who, how many, or why they hide.
import { sourceQuestionsOf } from '../../analysis/claims/source-questions';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'anonymous-source',
  summary: 'A bare “source”, or somebody who stays unnamed, and no reason for it is told.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  asks: 'sources',
  isSourcing: true,
  isJudged: true,
  clearedAs: 'known-source',
  options: {},
  *check(story) {
    for (const { kind, start, end, words } of sourceQuestionsOf(story)) {
      if (kind !== 'anonymous' && kind !== 'unexplained') continue;
      yield { start, end, message: (kind === 'anonymous' ? whoIs : whyUnnamed)(words) };
    }
  },
});

const whoIs = (words: string): string =>
  `“${words}” says little about who that is. Describe the source as closely as the promise allows: how many, placed where, and why unnamed.`;

const whyUnnamed = (words: string): string =>
  `“${words}”: a reader is not told why. Say why the source stays unnamed, as far as the promise allows.`;
