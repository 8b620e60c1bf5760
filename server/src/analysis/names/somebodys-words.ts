// Somebody's words: common words that the story calls somebody by, though nobody of the name stands there in full: "Gray, a nurse, slept",
// "said Gray", "GRAY: I did not go". One story, one answer: what is somebody's once stays in all of it.
import { perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { wordList } from '../../lexicon/word-lists';
import { formAt, isCapital, isNext } from './called-tokens';
import { isKind, isSurname } from './lists';
import { owns } from './place-meant';

/** @param form comparable word. */
export const isSomebodysWord = (story: Story, form: string): boolean => wordsIn(story).has(form);

const wordsIn = perStory(({ blocks }: Story): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const block of blocks) {
    if (!isProse(block.role)) continue;
    for (let i = 0; i < block.facts.tokens.length; i++)
      if (has(block.facts.tokens, i, Shape.capital) && isSomebodys(block, i)) found.add(formAt(block, i));
  }
  return found;
});

function isSomebodys(block: Block, i: number): boolean {
  const { tokens, allCaps } = block.facts;
  const opens = has(tokens, i, Shape.initial);
  if (has(tokens, i, Shape.allCaps)) return opens && SPEAKER.test(behind(block, i));
  if (allCaps || isBeside(block, i - 1) || isBeside(block, i)) return false;
  // "said Gray", of a surname; a body or a thing may have its capital anywhere
  if (!opens) return isSurname(formAt(block, i)) || tagsSpeech(wordAt(tokens, i - 1)) || isOfSomebody(block, i);
  return isOfSomebody(block, i);
}

/** Another capital stands behind it: the two are a longer name. A sentence's first word has one anyway. */
const isBeside = (block: Block, i: number): boolean =>
  isNext(block, i) && isCapital(block, i + 1) && isCapital(block, i) && !has(block.facts.tokens, i, Shape.initial);

/** ", a nurse,", ", 41,", "said", "slept", "'s mother": no common word has these behind it, where no article is before it. */
function isOfSomebody(block: Block, i: number): boolean {
  const { tokens } = block.facts;
  if (articles.has(wordAt(tokens, i - 1))) return false;
  const [next, more] = [wordAt(tokens, i + 1), wordAt(tokens, i + 2)];
  if (owns(block, i + 1)) return isKind(next, 'kin') || theirs.has(next);
  if (APPOSED.test(behind(block, i))) return true;
  // "Advisors said"
  if (!isNext(block, i) || (wordAt(tokens, i).endsWith('s') && !isSurname(formAt(block, i)))) return false;
  return tagsSpeech(next) || doneByPeople.has(next) || (BE.test(next) && doneToPeople.has(more));
}

function behind({ facts: { tokens, text } }: Block, i: number): string {
  const end = tokens.end[i] as number;
  return text.slice(end, end + LONGEST);
}

const LONGEST = 12;
const SPEAKER = /^: \S/;
const APPOSED = /^, (?:\d{1,2},|(?:a|an) \p{L})/u;
const BE = /^(?:is|was|be|been|being)$/;
const articles = wordList('articles');
const theirs = wordList('what people have and places do not');
const doneByPeople = wordList('what people do and places do not');
const doneToPeople = wordList('what is done to people');
