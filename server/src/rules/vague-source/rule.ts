// "Experts say" and "it is believed" give a claim the look of support and keep the reader from judging it.
import { questionsOf } from '../../analysis/claims/claims';
import { heaviestWord, weighedMost } from '../../analysis/claims/tell';
import { anonymityIn } from '../../analysis/speakers/anonymity';
import { asksForSources } from '../../analysis/speakers/asked';
import { weakSourcesIn } from '../../analysis/speakers/weak-sources';
import { doubleHedgesIn } from '../../analysis/wording/double-hedges';
import { perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import { sentencesOf } from '../../document/story';
import { overlaps, type Span, shift } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'vague-source',
  summary: 'Experts, critics, “it is believed”: nobody in particular stands behind it.',
  category: 'attribution',
  kind: 'query',
  severity: 'information',
  inserts: [],
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    const sentences = sentencesOf(story);
    const known = weakSourcesIn(story);
    const unnamed = anonymityIn(story);
    for (const { sentence, about, head } of questionsOf(story)) {
      const at = sentences[sentence] as Span;
      const weak = known.find((one) => overlaps(one, at));
      // of people and media without a name other rules ask
      if (about !== 'source' || weak?.kind === 'anonymous' || weak?.kind === 'media') continue;
      if (unnamed.some((one) => overlaps(one, at))) continue;
      if (weak)
        yield { start: weak.start, end: weak.end, message: (weak.kind === 'hidden' ? byWhom : whichOf)(weak.words) };
      else {
        // “is widely regarded as”: no list knows it
        const word = heaviestWord(story, sentence, head) ?? { ...at, words: 'This sentence' };
        // "police said he is alleged to have": who says so is told, and `double-hedge` asks about the other
        if (hedgesIn(story).some((one) => overlaps(one, word))) continue;
        const weighed = weighedMost(story, sentence, head, word.words.toLowerCase());
        yield { start: word.start, end: word.end, message: `${byWhom(word.words)} ${weighed}`.trimEnd() };
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

const byWhom = (words: string): string =>
  `By whom? “${words}” hides who says so. Name the source, or say that it could not be confirmed.`;
