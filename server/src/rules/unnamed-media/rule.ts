// What another newsroom found out is that newsroom's: name it.
import { sourceQuestionsOf } from '../../analysis/claims/source-questions';
import { askedSourcesIn } from '../../analysis/speakers/weak-sources';
import { byPosition } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'unnamed-media',
  summary: 'Local media, reports, the press: which?',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  asks: 'sources',
  isSourcing: true,
  clearedAs: 'known-source',
  options: {},
  *check(story) {
    const asked = askedSourcesIn(story).filter(({ kind }) => kind === 'media');
    const judged = sourceQuestionsOf(story).filter(({ kind }) => kind === 'media');
    // of the same media once, but where the judge asks again
    const others = judged.filter(({ start }) => !asked.some((one) => one.start === start));
    for (const { start, end, words } of [...asked, ...others].sort(byPosition))
      yield {
        start,
        end,
        message: `Which? “${words}” names no outlet. Name at least one, so that the reader knows whose report it is.`,
      };
  },
});
