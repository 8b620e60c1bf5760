// Titles given: which titles and offices a story gives to somebody, so that "Captain Cook" is no Jim Cook whom it calls a baker.
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { blockAt, isCapital, isNext, isTitled, tokensOf } from './called-tokens';
import { sexOfGivenName } from './lists';
import { wordsInFull } from './name-words';
import type { Named } from './people';

/** A title stands before the token that the story does not give to this one: it may be anybody's of the name. "Mr." is everybody's. */
export function isAnothersTitle(story: Story, block: Block, first: number, one: Named): boolean {
  const { tokens } = block.facts;
  const at = first - 1;
  if (!isNext(block, at) || !isCapital(block, at)) return false;
  const title = bare(wordAt(tokens, at));
  if (isOfOtherSex(title, one)) return true;
  if (courtesies.has(title) || (!isTitled(title) && !storms.has(title))) return false;
  return !titlesOf(story, one).some((given) => areOneTitle(given, title));
}

/** "Mrs. Lund", of an Erik Lund whom nobody calls so: his wife, or somebody else. */
function isOfOtherSex(title: string, { words, mentions }: Named): boolean {
  const sex = title === 'mr' ? 'male' : women.has(title) ? 'female' : undefined;
  if (!sex || mentions.some(({ text, titles }) => wordsInFull(text).length > 1 && titles.map(bare).includes(title)))
    return false;
  const given = words.slice(0, -1).flatMap(({ form }) => sexOfGivenName(form) ?? []);
  return given.length > 0 && given.every((one) => one !== sex);
}

const women = wordList('titles of women');
const courtesies = wordList('titles of everybody');
const storms = wordList('what is called by a first name');

const known = new WeakMap<Named, readonly string[]>();

/** Before or behind the name in full: "Gen. Nora Lund", "the general, Nora Lund", "Nora Lund, a general". */
function titlesOf(story: Story, one: Named): readonly string[] {
  const had = known.get(one);
  if (had) return had;
  const titles = titlesGiven(story, one.mentions);
  known.set(one, titles);
  return titles;
}

/** Titles and offices beside the mentions in full. */
export function titlesGiven(story: Story, mentions: Named['mentions']): readonly string[] {
  const full = mentions.filter(({ text }) => wordsInFull(text).length > 1 || /\p{L} \p{L}/u.test(text));
  const found = full.flatMap((mention) => {
    const block = blockAt(story, mention.start);
    return [...mention.titles, ...(block ? titlesBeside(block, ...tokensOf(block, mention)) : [])];
  });
  return [...new Set(found.map(bare))];
}

function titlesBeside(block: Block, first: number, end: number): string[] {
  const { tokens, text, sentences } = block.facts;
  const { firstToken = 0, lastToken = tokens.length } =
    sentences.find((one) => one.firstToken <= first && first < one.lastToken) ?? {};
  const found: string[] = [];
  const take = (from: number, to: number): void => {
    for (let i = Math.max(firstToken, from); i < Math.min(lastToken, to); i++)
      // "Nora Lund, whom President Vane named": his
      if (isTitled(wordAt(tokens, i)) && (!has(tokens, i, Shape.capital) || i < first)) found.push(wordAt(tokens, i));
  };
  take(first - BEFORE, first);
  const last = tokens.end[end - 1] as number;
  if (text.slice(last, last + 2) === ', ' || becomes.has(wordAt(tokens, end))) take(end, end + BEHIND);
  return found;
}

const becomes = wordList('verbs before what somebody is');
const BEFORE = 3;
const BEHIND = 10;

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** "Gen." and "general", "Sgt." and "sergeant": the short form has some of the letters, from the first on. */
export function areOneTitle(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length > LONGEST_CUT || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

const LONGEST_CUT = 4;
