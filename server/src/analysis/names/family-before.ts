// A family's name in front that is a word as well, where a sentence begins with it: chains cannot be sure that it is one.
import { type Block, opensSentence, type Story } from '../../document/story';
import { wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { isCapital, isNext, isTitled, spanIn } from './called-tokens';
import { isGivenName, isKind } from './lists';
import type { NameWords } from './name-words';

/**
 * "Sun Yat-sen", "Moon Jae In": a family's name that is a word as well, and a name given in two syllables behind it. Of other words,
 * "An Jung Geun", the story says so where it has the three within a sentence.
 */
export function isFamilyBefore(story: Story, block: Block, first: number, text: string, words: NameWords): boolean {
  const word = wordAt(block.facts.tokens, first - 1);
  if (!isCapital(block, first - 1) || !isNext(block, first - 1) || isTitled(word)) return false;
  const isFamily = isKind(word, 'chinese');
  if (/-/.test(text)) return isFamily;
  if (words.length !== 2 || !words.every(({ form }) => SYLLABLE.test(form))) return false;
  if (familyWords.has(word) || (isFamily && !isGivenName(words[0]?.form ?? ''))) return true;
  return SYLLABLE.test(word) && standsWithin(story, `${spanText(story, block, first - 1)} ${text}`);
}

const spanText = ({ prose }: Story, block: Block, i: number): string => {
  const { start, end } = spanIn(block, i, i + 1);
  return prose.slice(start, end);
};

/** Where it stands behind a word of a sentence: a capital there is a name's. */
function standsWithin(story: Story, words: string): boolean {
  for (let from = story.prose.indexOf(words), looks = 0; from >= 0 && looks < MOST_LOOKS; looks++) {
    const isWord = /\p{Ll} $/u.test(story.prose.slice(Math.max(0, from - 2), from));
    if (isWord && !opensSentence(story, from)) return true;
    from = story.prose.indexOf(words, from + 1);
  }
  return false;
}

const SYLLABLE = /^[^aeiouy]{0,3}[aeiouy]{1,3}[^aeiouy]{0,2}$/;
const familyWords = wordList('family names that are words');

const MOST_LOOKS = 64;
