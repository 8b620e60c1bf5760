// Topic: the plain words and the names of each sentence, and how many of them two sentences share: whether one goes on about the same
// thing as another. What near ones share is counted once for all who ask.
import type { Story } from '../document/story';
import { has, recordAt, Shape, type Tokens } from '../document/token';
import { isPlainWord } from '../lexicon/plain-words';
import { perParagraph, perStory } from '../document/memo';
import { perWord } from '../document/word';

/** Sentences are counted as `sentencesOf` does. */
export interface Shared {
  /** How many such words stand in a sentence, each counted once. */
  readonly count: (sentence: number) => number;
  /** How many stand in both; asked of sentences that are no further apart than {@link NEAR}. */
  readonly shared: (a: number, b: number) => number;
}

export interface Matter {
  /** Plain words by their stems: names and small words say nothing about what is told. */
  readonly words: Shared;
  /** Words of names. One that opens the sentence is no proof of a name. */
  readonly names: Shared;
}

export const matterOf = perStory(
  (story: Story): Matter => ({ words: sharing(story, stemsOf), names: sharing(story, namesOf) }),
);

/** Sentences further apart than this are never held against one another. */
export const NEAR = 40;

/** By sentence of the paragraph, its words that count; one may stand there twice. */
type Telling = (paragraph: Story['blocks'][number]['facts']) => readonly (readonly string[])[];

function sharing(story: Story, tellingOf: Telling): Shared {
  const length = story.blocks.reduce((sum, { facts }) => sum + facts.sentences.length, 0);
  const counts = new Uint32Array(length);
  // what a sentence shares with those before it: row by sentence, column by how far before
  const shares = new Uint16Array(length * (NEAR + 1));
  // where each word stands: the sentence, and the place before it in these lists; 0 is none
  const last = new Map<string, number>();
  const sentences = [0];
  const earlier = [0];
  let sentence = 0;
  for (const { facts } of story.blocks) {
    for (const words of tellingOf(facts)) {
      for (const word of words) {
        const before = last.get(word) ?? 0;
        if (before && sentences[before] === sentence) continue;
        last.set(word, sentences.push(sentence) - 1);
        earlier.push(before);
        counts[sentence]!++;
        for (let at = before; at && sentence - (sentences[at] as number) <= NEAR; at = earlier[at] as number)
          shares[sentence * (NEAR + 1) + sentence - (sentences[at] as number)]!++;
      }
      sentence++;
    }
  }
  return {
    count: (of) => counts[of] ?? 0,
    shared: (a, b) => (a < b ? shares[b * (NEAR + 1) + b - a] : shares[a * (NEAR + 1) + a - b]) as number,
  };
}

const small = new Set(
  'announce announces expect about after again against also been before being between both could during each from have having into just more most much only other over said same says since some such than that their them then there these they this those through told under until very were what when where which while will with would announced expected expects quarter company year years month week people'.split(
    ' ',
  ),
);

const STEM = 6;
const LEAST_STEM = 4;
const endings = ['ing', 'ed', 'es', 's'];

/** "killed" and "killing", "bombs" and "bombing" are of one stem. */
const stemOf = perWord((word): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= LEAST_STEM);
  return word.slice(0, Math.min(STEM, word.length - (ending?.length ?? 0)));
});

const isSmall = perWord((word): boolean => word.length <= 3 || small.has(word));
const isPlain = perWord(isPlainWord);

const stemsOf = perParagraph(({ tokens, sentences }): readonly (readonly string[])[] =>
  sentences.map(({ firstToken, lastToken }) => {
    const stems: string[] = [];
    for (let t = firstToken; t < lastToken; t++) if (isTelling(tokens, t)) stems.push(stemOf(recordAt(tokens, t)));
    return stems;
  }),
);

function isTelling(tokens: Tokens, t: number): boolean {
  const word = recordAt(tokens, t);
  if (has(tokens, t, Shape.number)) return word.text.length > 1;
  if (isSmall(word) || !has(tokens, t, Shape.word)) return false;
  return !has(tokens, t, Shape.capital) || (has(tokens, t, Shape.initial) && isPlain(word));
}

const nameOf = perWord((word): string | undefined => (word.length > 2 ? word.replace(/'s$/, '') : undefined));

const namesOf = perParagraph(({ tokens, sentences }): readonly (readonly string[])[] =>
  sentences.map(({ firstToken, lastToken }) => {
    const names: string[] = [];
    for (let t = firstToken; t < lastToken; t++) {
      if (!has(tokens, t, Shape.capital) || has(tokens, t, Shape.initial)) continue;
      const name = nameOf(recordAt(tokens, t));
      if (name) names.push(name);
    }
    return names;
  }),
);
