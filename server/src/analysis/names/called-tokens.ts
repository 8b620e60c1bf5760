// Tokens where somebody may be called by a word that is one: what stands beside "May", "Porter" or "Sun" tells a person from a month or a
// thing, or does not.
import type { Block, Story } from '../../document/story';
import { opensSentence } from '../../document/story';
import { perStory } from '../../document/memo';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { Form } from '../../language/morphology';
import { isPlainWord } from '../../lexicon/plain-words';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { indexAt, type Span } from '../../text/span';
import { comparable } from '../transliteration/letters';
import { isKind, isPlace, isProperAdjective } from './lists';
import { isSaidOfMonths } from './month-names';
import { doesSomething } from './name-words';

/** Whether a word of a name, by itself, is somebody there. `maybe`: nothing says so, and nothing says that it is a month or a word. */
export type Called = 'yes' | 'maybe' | 'no';

/** @param i first token of the word. @param end behind its last. @param isSurname somebody is called so by everybody. */
export function isCalled(story: Story, block: Block, i: number, end: number, isSurname: boolean): Called {
  const { tokens, allCaps } = block.facts;
  const before = wordAt(tokens, i - 1);
  if (isDate(block, i) || (isPlace(formAt(block, i)) && WHERE.test(before))) return 'no';
  const low = bareWord(block, end - 1);
  const isMonth = isKind(low, 'calendar');
  const isWord = isMonth || isPlainWord(low) || isProperAdjective(low);
  // "Paris said": somebody called Paris, or the French; a story that writes "in Paris" means the place as well
  if (!isSurname && placedWords(story).has(formAt(block, end - 1))) return 'maybe';
  if (allCaps) return isWord ? (isSurname && !isMonth ? 'yes' : 'maybe') : 'yes';
  const titled = isNext(block, i - 1) && isTitled(before);
  if (isNext(block, i - 1) && isCapital(block, i - 1) && !titled && !has(tokens, i - 1, Shape.initial)) return 'no';
  const owns = /'s?$/.test(wordAt(tokens, end - 1));
  if (isNext(block, end - 1) && isCapital(block, end) && !owns) return 'no';
  if (titled) return 'yes';
  if (isMonth) return isMonthCalled(story, block, i, end, owns);
  if (acted(block, end)) return 'yes';
  if (!opensSentence(story, block.start + (tokens.start[i] as number)))
    return isSurname || !ARTICLE.test(before) ? 'yes' : 'no';
  if (!isWord || owns) return 'yes';
  // "Young people": the word itself
  return isSurname && !has(tokens, end, Shape.word) ? 'maybe' : 'no';
}

/** A month or a day stands alone: what is said of it, or done with it, is done by people; the rest is told by how the story dates. */
function isMonthCalled(story: Story, block: Block, i: number, end: number, owns: boolean): Called {
  const { tokens } = block.facts;
  const low = bareWord(block, i);
  const [before, next] = [wordAt(tokens, i - 1), wordAt(tokens, end)];
  const day = isDay(low);
  const dated = datedWords(story).has(low);
  if (acted(block, end) && !(day && AT.test(before))) return dated && isSaidOfMonths(next) ? 'maybe' : 'yes';
  if (!day && isAddressed(block, i)) return 'yes';
  if (opensSentence(story, block.start + (tokens.start[i] as number)) && MODAL.test(next)) return 'no';
  return !day && !dated && (owns || WEAK.test(before)) ? 'yes' : 'maybe';
}

/** A verb that has somebody before it, right behind the name: "May sat", "Porter also". */
function acted({ facts: { tokens } }: Block, end: number): boolean {
  const next = wordAt(tokens, end);
  const verb = verbForm(next);
  return doesSomething(next) || tagsSpeech(next) || ((verb?.forms ?? 0) & Form.past) !== 0;
}

/** "told May", "met May", "with May", "said May": no month stands there. */
const isAddressed = ({ facts: { tokens } }: Block, i: number): boolean => {
  const before = wordAt(tokens, i - 1);
  return (
    WITH.test(before) || (((verbForm(before)?.forms ?? 0) & Form.past) !== 0 && !has(tokens, i - 1, Shape.capital))
  );
};

const WITH = /^(?:with|against)$/;
const WEAK = /^(?:to|for|than|and|but|that|when|while|if|because)$/;
/** "May I go?", "May the best win" */
const MODAL = /^(?:i|you|he|she|it|we|they|the|a|an|this|that|god|all)$/;
const AT = /^(?:on|by|since|until|till|from|last|next|this|every|late|early)$/;
const ARTICLE = /^(?:the|a|an|this|that|these|those|no|every|any)$/;
const WHERE = /^(?:in|at|near|from|to|into|across|outside|around)$/i;

/** Where a place of somebody's name is more likely the place. */
export const isWhere = (word: string): boolean => WHERE.test(word);

const isDay = (low: string): boolean => /day$/.test(low) || low === 'sun';

/** Months and days that the story writes as such. */
const datedWords = perStory(({ blocks }: Story): ReadonlySet<string> => {
  const dated = new Set<string>();
  for (const block of blocks)
    for (let i = 0; i < block.facts.tokens.length; i++) if (isDate(block, i)) dated.add(bareWord(block, i));
  return dated;
});

/** Names of places that the story puts behind "in", "at", "from". */
const placedWords = perStory(({ blocks }: Story): ReadonlySet<string> => {
  const placed = new Set<string>();
  for (const block of blocks)
    for (let i = 1; i < block.facts.tokens.length; i++) {
      const form = WHERE.test(wordAt(block.facts.tokens, i - 1)) && isCapital(block, i) ? formAt(block, i) : '';
      if (isPlace(form)) placed.add(form);
    }
  return placed;
});

/** "in May", "May 5", "April and May": the month. */
export function isDate(block: Block, i: number): boolean {
  const { tokens } = block.facts;
  if (!isKind(bareWord(block, i), 'calendar')) return false;
  if (/^\p{L}{2,4}\.$/u.test(wordAt(tokens, i)) && has(tokens, i + 1, Shape.number)) return true;
  const [before, next] = [wordAt(tokens, i - 1), wordAt(tokens, i + 1)];
  const beside = (at: number): boolean => isKind(bareWord(block, at), 'calendar');
  if (/^(?:and|or|to|through|-|–)$/.test(before) && beside(i - 2)) return true;
  if (/^(?:and|or|to|through|-|–)$/.test(next) && beside(i + 2)) return true;
  return has(tokens, i + 1, Shape.number) || has(tokens, i - 1, Shape.number) || MONTH.test(before);
}

const MONTH =
  /^(?:in|during|since|until|till|last|next|this|early|late|mid|every|each|throughout|on|before|after|between|through)$/;

export const isTitled = (word: string): boolean => {
  const bare = word.replace(/\.$/, '');
  return isKind(bare, 'title') || isKind(bare, 'role');
};

export const isCapital = ({ facts: { tokens, allCaps } }: Block, i: number): boolean =>
  has(tokens, i, Shape.word) && (allCaps || has(tokens, i, Shape.capital));

/** One space between the token and the next. */
export const isNext = ({ facts: { tokens, text } }: Block, i: number): boolean => {
  const end = tokens.end[i];
  return end !== undefined && tokens.start[i + 1] === end + 1 && text.charCodeAt(end) === 32;
};

const bareWord = ({ facts: { tokens } }: Block, i: number): string => wordAt(tokens, i).replace(/(?:'s?|\.)$/, '');

/** What the token is compared by, without a possessive ending. */
export const formAt = ({ facts: { tokens } }: Block, i: number): string =>
  comparable(wordAt(tokens, i).replace(/'s?$/, ''));

export const blockAt = ({ blocks }: Story, offset: number): Block | undefined => blocks[indexAt(blocks, offset)];

/** First token, and behind the last one. */
export function tokensOf({ start, facts: { tokens } }: Block, at: Span): [number, number] {
  const first = tokenAt(tokens, at.start - start);
  let last = first;
  while (last < tokens.length && (tokens.start[last] as number) + start < at.end) last++;
  return [first, last];
}

export const spanIn = ({ start, facts: { tokens } }: Block, first: number, last: number): Span => ({
  start: start + (tokens.start[first] as number),
  end: start + (tokens.end[last - 1] as number),
});
