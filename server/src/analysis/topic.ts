// Topic: the plain words of a sentence, to tell whether another one goes on about the same thing.
import type { Block, Story, StorySentence } from '../document/story';
import { has, Shape, type Tokens, wordAt } from '../document/token';
import { isPlainWord } from '../lexicon/plain-words';
import { perParagraph } from '../document/memo';

/** Plain words of a sentence by their stems: names and small words say nothing about what is told. */
export function contentWords(story: Story, { at }: { readonly at: StorySentence }): ReadonlySet<string> {
  return stemsOf((story.blocks[at.block] as Block).facts)[at.sentence] ?? new Set();
}

const small = new Set(
  'announce announces expect about after again against also been before being between both could during each from have having into just more most much only other over said same says since some such than that their them then there these they this those through told under until very were what when where which while will with would announced expected expects quarter company year years month week people'.split(
    ' ',
  ),
);

const STEM = 6;

/** "killed" and "killing", "bombs" and "bombing" are of one stem. */
function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= LEAST_STEM);
  return word.slice(0, Math.min(STEM, word.length - (ending?.length ?? 0)));
}

const LEAST_STEM = 4;
const endings = ['ing', 'ed', 'es', 's'];

const stemsOf = perParagraph(({ tokens, sentences }): readonly ReadonlySet<string>[] =>
  sentences.map(({ firstToken, lastToken }) => {
    const stems = new Set<string>();
    for (let t = firstToken; t < lastToken; t++) {
      if (isPlain(tokens, t)) stems.add(stemOf(wordAt(tokens, t)));
    }
    return stems;
  }),
);

function isPlain(tokens: Tokens, t: number): boolean {
  const word = wordAt(tokens, t);
  if (has(tokens, t, Shape.number)) return word.length > 1;
  if (word.length <= 3 || !has(tokens, t, Shape.word) || small.has(word)) return false;
  return !has(tokens, t, Shape.capital) || (has(tokens, t, Shape.initial) && isPlainWord(word));
}

/** Words of the names in a sentence, lower case. One that opens the sentence is no proof of a name. */
export function nameWordsIn(story: Story, { at }: { readonly at: StorySentence }): ReadonlySet<string> {
  return namesOf((story.blocks[at.block] as Block).facts)[at.sentence] ?? new Set();
}

const namesOf = perParagraph(({ tokens, sentences }): readonly ReadonlySet<string>[] =>
  sentences.map(({ firstToken, lastToken }) => {
    const names = new Set<string>();
    for (let t = firstToken; t < lastToken; t++) {
      if (has(tokens, t, Shape.capital) && !has(tokens, t, Shape.initial) && wordAt(tokens, t).length > 2)
        names.add(wordAt(tokens, t).replace(/'s$/, ''));
    }
    return names;
  }),
);

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}
