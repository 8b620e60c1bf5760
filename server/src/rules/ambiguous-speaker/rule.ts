// "They said", and nobody near is several people; "he said", behind two men named in one breath: the reader cannot tell who speaks.
import { asksForSources } from '../../analysis/speakers/asked';
import { orphanSpeakers } from '../../analysis/speakers/orphans';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'ambiguous-speaker',
  summary: '“They said”, and nobody near is several people; “he said” behind two men: who?',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: ['TK'] }, 'speaker'],
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    for (const { start, end, pronoun, nearest, either } of orphanSpeakers(story)) {
      const word = story.prose.slice(pronoun.start, pronoun.end);
      if (either) {
        yield {
          start,
          end,
          message: `Who is “${word.toLowerCase()}”: ${either[0]} or ${either[1]}? The sentence before it puts both on one footing. Name the speaker.`,
          fixes: either.map((name) => ({
            title: `Write “${name}” for “${word}”`,
            apply: 'ask' as const,
            edits: [{ ...pronoun, text: name }],
          })),
        };
        continue;
      }
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
