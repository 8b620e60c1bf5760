// The article that goes along: where other words come to stand right behind the story's own "a" or "an", and begin with another sound,
// that becomes the other one. "A Swaziland player" is an Eswatini player.
import type { Block, Story } from '../../document/story';
import { has, Shape, type Tokens, tokenAt, wordAt } from '../../document/token';
import { collide, type TextEdit } from '../../text/edit';
import { byPosition, indexAt, shift } from '../../text/span';
import { isArticle, otherArticle, type Sound, soundOf } from './articles';
import { touches } from './slip';

export interface Along {
  /** The edits given, and those of the articles before them. In order where any was added. */
  readonly edits: readonly TextEdit[];
  /** False where an article stands before words whose sound is not known for sure: it stays as it is. */
  readonly sure: boolean;
}

/** @param edits of one fix, in offsets of the prose. */
export function articlesAlong(story: Story, edits: readonly TextEdit[]): Along {
  let sure = true;
  const articles: TextEdit[] = [];
  for (const edit of edits) {
    const found = articleBefore(story, edit);
    if (found === 'unsure') sure = false;
    else if (found && !edits.some((one) => collide(one, found))) articles.push(found);
  }
  return { edits: articles.length ? [...articles, ...edits].sort(byPosition) : edits, sure };
}

/** True where the change makes "an" of "a", or "a" of "an", and nothing else. */
export const isOtherArticle = (before: string, text: string): boolean =>
  /^an?$/i.test(before) && /^an?$/i.test(text) && before.length !== text.length;

/** The article before an edit: a token of its block. */
interface Before {
  readonly block: Block;
  readonly at: number;
}

function articleBefore(story: Story, edit: TextEdit): TextEdit | 'unsure' | undefined {
  // most changes stand behind another word: no paragraph is looked into for them
  if (!BEHIND_ARTICLE.test(story.prose.slice(Math.max(0, edit.start - LONGEST), edit.start + 1))) return undefined;
  const index = indexAt(story.blocks, edit.start);
  const block = story.blocks[index];
  if (!block) return undefined;
  const { tokens, text, allCaps } = block.facts;
  const [start, end] = [edit.start - block.start, edit.end - block.start];
  const first = firstFrom(tokens, start);
  const found = first === 0 ? articleAbove(story, index) : articleIn(block, first, start);
  if (!found) return undefined;
  const now = edit.text.trim() === '' ? text.slice(tokens.start[firstFrom(tokens, end)]) : edit.text.trimStart();
  const before = text.slice(tokens.start[first], (tokens.start[first] as number) + MOST_READ);
  if (beginAlike(before, now)) return undefined;
  const sound = soundOf(now.slice(0, MOST_READ), allCaps);
  const own = found.block.facts;
  const written = soundIn(own.tokens, found.at);
  if (sound === undefined || (sound !== written && !isSurely(found, block))) return 'unsure';
  if (sound === written) return undefined;
  const other = otherArticle(own, found.at);
  return { ...other, ...shift(other, found.block.start) };
}

function articleIn(block: Block, first: number, start: number): Before | undefined {
  const { tokens } = block.facts;
  const at = articleOf(tokens, first);
  const isBefore = at !== undefined && tokens.end[at] !== undefined && (tokens.start[at] as number) < start;
  return isBefore ? { block, at } : undefined;
}

/** In plain text a line that ends with an article goes on in the next one, though each line is a paragraph there. */
function articleAbove({ blocks, markup }: Story, index: number): Before | undefined {
  const [block, here] = [blocks[index - 1], blocks[index]];
  // points and cells begin anew
  if (markup || !block || [block, here].some((one) => one?.role === 'item' || one?.role === 'table')) return undefined;
  const at = block.facts.tokens.length - 1;
  return /^an?$/.test(wordAt(block.facts.tokens, at)) ? { block, at } : undefined;
}

/** No letter of a name or a list. The head of a cell is one of a sentence too. */
function isSurely({ block: { facts }, at }: Before, next: Block): boolean {
  const opens = has(facts.tokens, at, Shape.initial) || facts.text[(facts.tokens.start[at] as number) - 1] === '\t';
  return isArticle(facts.tokens, at, opens, next.facts !== facts);
}

/** "a ", "an (": and what the change begins with, a space where that goes with a word. */
const BEHIND_ARTICLE = /(?:^|[^\p{L}\p{N}])[Aa][Nn]?[*_”"’']{0,3}\s{0,2}[^\p{L}\p{N}]{0,3}.?$/u;
const LONGEST = 10;
/** Units of the new words that are read at most. */
const MOST_READ = 60;

function firstFrom(tokens: Tokens, offset: number): number {
  let i = tokenAt(tokens, offset);
  while (i < tokens.length && (tokens.start[i] as number) < offset) i++;
  return i;
}

/** The token of the article right before the word, or before the mark that opens it. */
function articleOf(tokens: Tokens, first: number): number | undefined {
  let at = has(tokens, first - 1, Shape.mark) && touches(tokens, first - 1) ? first - 2 : first - 1;
  // emphasis in a file where nobody reads it, and marks round the article: "**A** man", "A **man**", “a” man
  for (let i = 0; i < MOST_STARS && /^(?:[*_]+|[”"’'])$/.test(wordAt(tokens, at)); i++) at--;
  const word = wordAt(tokens, at);
  return (word === 'a' || word === 'an') && (!touches(tokens, at) || /^[*_”"’']/.test(wordAt(tokens, at + 1)))
    ? at
    : undefined;
}

const MOST_STARS = 6;

const soundIn = (tokens: Tokens, article: number): Sound => (wordAt(tokens, article) === 'an' ? 'vowel' : 'consonant');

/**
 * Words that are the same to the ear where they begin: by their first letter, where that has one sound, else by four letters. "House"
 * and "hour", "unit" and "until", "MP" and "man" are not told apart by one.
 */
function beginAlike(before: string, now: string): boolean {
  const [a, b] = [firstWord(before), firstWord(now)];
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return a === b || !isShouted(a) === !isShouted(b);
  if (isShouted(a) || isShouted(b) || !one || !other) return false;
  const size = /^[bcdfgjklmnpqrstvwz]/.test(one) ? 1 : 4;
  return one.slice(0, size) === other.slice(0, size);
}

const firstWord = (text: string): string =>
  (/^[^\p{L}\p{N}]{0,2}([\p{L}\p{N}\p{M}'’.-]+)/u.exec(text)?.[1] ?? '')
    .normalize('NFD')
    .replace(/['’]s$|[^\p{L}\p{N}]/gu, '');

/** A letter by itself, or capitals: read letter by letter, perhaps. */
const isShouted = (word: string): boolean => word.length < 2 || (word === word.toUpperCase() && /\p{L}/u.test(word));
