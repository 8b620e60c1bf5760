// "They said", and nobody near is several people; "he said", behind two men named in one breath: the reader cannot tell who speaks.
import { orphanSpeakers } from '../../analysis/speakers/orphans';
import { strangersIn } from '../../analysis/speakers/strangers';
import { GAP } from '../gap';
import { type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'ambiguous-speaker',
  summary: '“They said”, and nobody near is several people; “he said” behind two men or before any: who?',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: [GAP] }, 'speaker'],
  severity: 'information',
  asks: 'sources',
  clearedAs: 'clear-person',
  options: {},
  *check(story) {
    for (const { start, end, speaker, text, is } of strangersIn(story)) {
      const who = text.toLowerCase();
      yield {
        start,
        end,
        message:
          is === 'pronoun'
            ? `Who is “${who}”? Up to here the story has told of nobody who could be ${who === 'she' ? 'she' : 'he'}. Name the speaker.`
            : `Who is “${text}”? Nobody of that name is brought in anywhere in the story. Give the full name, and who it is.`,
        fixes: [
          is === 'pronoun'
            ? {
                title: `Leave a gap for the speaker: write “${GAP}” for “${text}”`,
                apply: 'ask',
                edits: [{ ...speaker, text: GAP }],
              }
            : {
                title: `Leave a gap for the rest of the name: write “${GAP} ${text}”`,
                apply: 'ask',
                edits: [{ start: speaker.start, end: speaker.start, text: `${GAP} ` }],
              },
        ],
      };
    }
    const asked = new Set<string>();
    for (const { start, end, pronoun, nearest, either } of orphanSpeakers(story)) {
      const word = story.prose.slice(pronoun.start, pronoun.end);
      // a surname of two is asked about once a story
      if (either && !isPronoun(word) && asked.size === asked.add(word).size) continue;
      const write = (name: string): Fix['edits'] => [{ ...pronoun, text: inPlaceOf(word, name) }];
      const gap: Fix = {
        title: `Leave a gap for the speaker: write “${GAP}” for “${word}”`,
        apply: 'ask',
        edits: write(GAP),
      };
      const ifMeant = (name: string): Fix => ({
        title: `If ${inMidSentence(name)} is meant: write “${inPlaceOf(word, name)}” for “${word}”`,
        apply: 'ask',
        edits: write(name),
        speaker: name,
      });
      if (either) {
        yield {
          start,
          end,
          message: isPronoun(word)
            ? `Who is “${word.toLowerCase()}”: ${either[0]} or ${either[1]}? The sentence before it puts both on one footing. Name the speaker.`
            : `Who is “${word}”: ${either[0]} or ${either[1]}? The story has brought in both. Give the full name.`,
          fixes: [gap, ...either.map(ifMeant)],
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
        }),
        // one man is not "they": only a body can be meant
        fixes: [gap, ...(nearest?.isBody ? [ifMeant(nearest.name)] : [])],
      };
    }
  },
});

const isPronoun = (word: string): boolean => /^(?:s?he|it|they)$/i.test(word);

const inMidSentence = (name: string): string => (name.startsWith('The ') ? `the ${name.slice(4)}` : name);

/** "The army" where "They" opened the sentence, "the army" where "they" stood in it. */
const inPlaceOf = (word: string, name: string): string => (/^\p{Lu}/u.test(word) ? name : inMidSentence(name));
