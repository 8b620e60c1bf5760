// "Experts say" and "it is believed" give a claim the look of support and keep the reader from judging it.
import { sourceQuestionsOf } from '../../analysis/claims/source-questions';
import { doubleHedgesIn } from '../../analysis/wording/double-hedges';
import { perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import { overlaps, type Span, shift } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'vague-source',
  summary: 'Experts, critics, “it is believed”: nobody in particular stands behind it.',
  category: 'attribution',
  kind: 'query',
  severity: 'information',
  asks: 'sources',
  inserts: [],
  isSourcing: true,
  isJudged: true,
  clearedAs: 'known-source',
  options: {},
  *check(story) {
    for (const { kind, start, end, words } of sourceQuestionsOf(story)) {
      if (kind === 'vague') yield { start, end, message: whichOf(words) };
      else if (kind === 'listed') yield { start, end, message: whoOfList(words) };
      else if (kind === 'hidden') yield { start, end, message: saysWho(words) };
      else if (kind === 'nothing') yield { start, end, message: NOBODY };
      else if (kind === 'word') {
        // "police said he is alleged to have": who says so is told, and `double-hedge` asks about the other
        if (hedgesIn(story).some((one) => overlaps(one, { start, end }))) continue;
        // “is widely regarded as”: no list knows it
        yield { start, end, message: saysWho(words) };
      }
    }
  },
});

const hedgesIn = perStory(({ blocks }): readonly Span[] =>
  blocks.flatMap(({ facts, start, role }) =>
    isProse(role) ? doubleHedgesIn(facts).map((at) => shift(at, start)) : [],
  ),
);

const whichOf = (words: string): string =>
  `Who? “${words}” could be anybody, and nobody of that kind is named near by. Name one, or say how many and where from.`;

const whoOfList = (words: string): string =>
  `Who? “${words}”: this house lists such a source as a weak one. Name somebody, or say how many and where from.`;

const NOBODY =
  'Who says so? Nobody in particular stands behind this. Name the source, or say that it could not be confirmed.';

const saysWho = (words: string): string =>
  `Who says so? “${words}” does not tell. Name the source, or say that it could not be confirmed.`;
