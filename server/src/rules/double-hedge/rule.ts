// Police do not say that he allegedly did: they say that he did. One hedge is enough, and the source is the better one.
import { doubleHedgesIn } from '../../analysis/wording/double-hedges';
import { isProse } from '../../document/role';
import { paragraphRule } from '../rule';

export const rule = paragraphRule({
  id: 'double-hedge',
  summary: '“Police said he allegedly”: the source is hedge enough.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  clearedAs: 'meant',
  options: {},
  *check(paragraph) {
    if (!isProse(paragraph.role)) return;
    for (const { start, end, words, source, removable, isAnothers } of doubleHedgesIn(paragraph)) {
      const behind = paragraph.text[end] === ' ';
      const edit = { start: behind ? start : Math.max(0, start - 1), end: behind ? end + 1 : end, text: '' };
      yield {
        start,
        end,
        message: isAnothers
          ? `“${words}” in the words of “${source}”: whose doubt is it? If somebody else reported it, say who; if the source is sure, the attribution is enough.`
          : `“${words}” hedges what “${source}” already says. The attribution is enough.`,
        fixes: removable ? [{ title: `Remove “${words}”`, apply: 'ask' as const, edits: [edit] }] : [],
      };
    }
  },
});
