// "They said", and nobody near is several people: the reader cannot tell who speaks.
import { asksForSources } from '../../analysis/speakers/asked';
import { orphanSpeakers } from '../../analysis/speakers/orphans';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'ambiguous-speaker',
  summary: '“They said”: who? Nobody near is several people.',
  category: 'attribution',
  kind: 'query',
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    for (const { start, end, pronoun, nearest } of orphanSpeakers(story)) {
      const word = story.prose.slice(pronoun.start, pronoun.end);
      const seen = nearest ? ` The nearest is “${nearest.name}”.` : '';
      yield {
        start,
        end,
        message: `Who are “${word.toLowerCase()}”? Nobody in this paragraph or the one before is several people.${seen} Name the speaker.`,
        ...(nearest && {
          related: [{ start: nearest.start, end: nearest.end, message: 'The nearest who could speak.' }],
          fixes: [
            {
              title: `Write “${nearest.name}” for “${word}”`,
              apply: 'ask' as const,
              edits: [{ ...pronoun, text: nearest.name }],
            },
          ],
        }),
      };
    }
  },
});
