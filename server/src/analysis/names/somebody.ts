// Somebody: whether a word that is also a place's, a thing's or a common one is part of a person's name where it stands: Anna Kiev, Mr. Kiev,
// and Kiev alone where the story names her. Whoever would write "Kyiv" there asks here first.
import { wordList } from '../../lexicon/word-lists';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { opensSentences } from '../../lexicon/sentence-starters';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { firstWhere, type Span } from '../../text/span';
import { blockAt, formAt, isCapital, isNext, tokensOf } from './called-tokens';
import { namesOf, type Occurrence } from './forms';
import { isKind, isPlace, isProperAdjective } from './lists';
import type { NameWord } from './mention-words';
import { beforeCapital, isFirstName } from './before-capital';
import { introducedByCalling } from './callings';
import { isNamesake } from './namesake-towns';
import { beginsPlace, isInPartOf, isPlacedAt, owns } from './place-meant';
import { isSomebodysWord } from './somebodys-words';

/** `maybe`: it stands in another name, or where the story may mean somebody as well: nothing is changed there unseen. */
export type Somebody = 'yes' | 'maybe' | 'no';

/** @param at words of the prose, without possessive and compound ending. @param isWord a common word may be meant. */
export function somebodyAt(story: Story, at: Span, isWord = false): Somebody {
  const block = blockAt(story, at.start);
  if (!block) return 'no';
  const here = mentionAround(story, at);
  const own = inItself(story, block, at, here);
  const [first, end] = tokensOf(block, at);
  const form = formAt(block, end - 1);
  // "Odessa, Texas": and "Odessa police", "Odessa Mayor" as well
  if (own !== 'yes' && isNamesake(story, form)) return 'maybe';
  if (own !== undefined) return own;
  const bearer = bearerOf(story, form, here, isWord);
  // "the West" is nobody
  if (bearer === 'no' || wordAt(block.facts.tokens, first - 1) === 'the' || isPlacedAt(block, first, end)) return 'no';
  return bearer === 'yes' && tagsSpeech(wordAt(block.facts.tokens, end)) ? 'yes' : 'maybe';
}

/** Whether the story has somebody of that name, though there all words have capitals. @param at one word. */
export function isBorne(story: Story, at: Span): boolean {
  const block = blockAt(story, at.start);
  if (!block) return false;
  const form = formAt(block, tokensOf(block, at)[1] - 1);
  return isSomebodysWord(story, form) || bearerOf(story, form, mentionAround(story, at), true) !== 'no';
}

// ---- what stands beside it ------------------------------------------------------------------------------------------------

/** What the name itself says, and the words right beside it; nothing where it stands alone. */
function inItself(story: Story, block: Block, at: Span, here: Occurrence | undefined): Somebody | undefined {
  const [first, end] = tokensOf(block, at);
  const [before, behind] = here && here.mention.words.length > 1 ? besides(here, at) : nothingBeside;
  const titled = isTitledAt(block, first);
  // "Sri Lanka" and "Kanye West" whole: no word of another's name stands beside them
  if (end - first > 1 && !before.length && !behind.length) return 'no';
  if (titled) return 'yes';
  if (isInPartOf(block, first)) return 'no';
  // the "Bank of Kiev" has no first name, though somebody is called Bank; it writes its own as it does
  if (before.length && inBodies.has(wordAt(block.facts.tokens, first - 1))) return 'maybe';
  if (before.length) return behindWords(story, block, first, before, here as Occurrence);
  const nicknamed = nicknamedAt(story, at.start);
  if (nicknamed !== undefined) return isFirstName(nicknamed.toLowerCase()) ? 'yes' : 'maybe';
  if (here?.mention.kinOf) return 'yes';
  if (isProse(block.role) && isNext(block, first - 1) && beginsPlace(block, first - 1)) return 'maybe';
  if (isDoubled(story, at) || isBehindFirstName(block, first)) return 'maybe';
  const calling = introducedByCalling(block, first, end);
  if (calling) return calling;
  if (isOfBody(block, first)) return 'maybe';
  const full = beforeCapital(story, block, first, end);
  if (full) return full;
  const { tokens, text } = block.facts;
  if (AGED.test(text.slice(tokens.end[end - 1], (tokens.end[end - 1] as number) + LONGEST_AGE))) return 'yes';
  if (wordAt(tokens, first - 1) === 'the' && families.has(wordAt(tokens, end))) return 'maybe';
  return undefined;
}

const nothingBeside: readonly [readonly NameWord[], readonly NameWord[]] = [[], []];

/** Words of the mention before the place and behind it, in offsets of the prose. */
function besides({ mention, base }: Occurrence, at: Span): typeof nothingBeside {
  const words = mention.words.map((word) => ({ ...word, ...moved(word, base) }));
  return [words.filter((word) => word.end <= at.start), words.filter((word) => word.start >= at.end)];
}

const moved = ({ start, end }: Span, base: number): Span => ({ start: base + start, end: base + end });

/** 'Tom "Spidey" Holland': the word before the nickname. */
function nicknamedAt({ prose }: Story, start: number): string | undefined {
  if (prose[start - 1] !== ' ' || !CLOSING.test(prose.charAt(start - 2))) return undefined;
  const before = prose.slice(Math.max(0, start - LONGEST_NICKNAMED), start - 2);
  const opening = Math.max(...OPENING.map((mark) => before.lastIndexOf(mark)));
  const word =
    before
      .slice(0, Math.max(0, opening - 1))
      .split(/[^\p{L}]/u)
      .at(-1) ?? '';
  return before[opening - 1] === ' ' && /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(before.slice(opening + 1))
    ? word
    : undefined;
}

const CLOSING = /["”’')]/;
const OPENING = [...'"“‘\'('];
const LONGEST_NICKNAMED = 48;

/** ", 34," */
const AGED = /^, \d{1,2},/;
const LONGEST_AGE = 6;
const families = wordList('people of one name');

/** "Anna Kiev", "Prince Georgy Lvov"; "Dynamo Kiev" is somebody's or something's. */
function behindWords(
  { prose }: Story,
  block: Block,
  first: number,
  before: readonly NameWord[],
  { mention }: Occurrence,
): Somebody {
  const [opening, last] = [before[0], before.at(-1)] as [NameWord, NameWord];
  const isOpener = before.every(({ form, plain }) => plain && opensSentences(form) && !isFirstName(form));
  if (isOpener && !beginsPlace(block, first - 1) && has(block.facts.tokens, first - before.length, Shape.initial))
    return 'no';
  const named = isProse(block.role) ? [last, opening] : [last];
  if (named.some(({ form }) => isFirstName(form))) {
    const isUnsure = before.some(
      ({ form, doubtful }) => doubtful || isPlace(form) || isProperAdjective(form) || opensSentences(form),
    );
    return isUnsure || (!isProse(block.role) && last.plain) ? 'maybe' : 'yes';
  }
  if (mention.titles.some(isTitle) || INITIALS.test(prose.slice(opening.start, opening.end + 1))) return 'yes';
  if (isProperAdjective(last.form) || isKind(last.form, 'role') || isKind(last.form, 'title')) return 'no';
  if (isPlace(last.form) && before.length === 1) return 'no';
  // what a headline says has capitals as well
  return !isProse(block.role) && last.plain ? 'no' : 'maybe';
}

/** "J.R. Bombay" */
const INITIALS = /^(?:\p{Lu}\.){1,4}$/u;

/** "Lloyd Kiev III", where the mention begins too late. */
const isBehindFirstName = (block: Block, first: number): boolean =>
  isProse(block.role) &&
  !block.facts.allCaps &&
  isNext(block, first - 1) &&
  isCapital(block, first - 1) &&
  !has(block.facts.tokens, first - 1, Shape.initial) &&
  !owns(block, first) &&
  isFirstName(formAt(block, first - 1));

/** "Mr. Kiev", "Mayor Kiev": a title or an office, and no "former" or "foreign". */
function isTitledAt(block: Block, first: number): boolean {
  const before = wordAt(block.facts.tokens, first - 1).replace(/\.$/, '');
  return isNext(block, first - 1) && isCapital(block, first - 1) && isTitle(before);
}

const isTitle = (word: string): boolean =>
  (isKind(word, 'title') || isKind(word, 'role') || addressed.has(word) || cutShort.has(word)) && !offices.has(word);

const inBodies = wordList('words inside the name of a body');
const addressed = wordList('titles of address');
const cutShort = wordList('ranks cut short');
const offices = wordList('words of an office that nobody is called by');

/** "Kiev-Lund": a surname of two, unless both are places. */
function isDoubled({ prose }: Story, { end }: Span): boolean {
  const tail = /^[-‐‑]\p{Lu}[\p{L}’']+/u.exec(prose.slice(end, end + LONGEST_TAIL))?.[0].slice(1);
  if (tail === undefined) return false;
  const form = tail.toLowerCase().replace(/['’]s?$/, '');
  return !isPlace(form) && !isProperAdjective(form);
}

const LONGEST_TAIL = 32;

/** "Bank of Holland" */
const isOfBody = (block: Block, first: number): boolean =>
  wordAt(block.facts.tokens, first - 1) === 'of' &&
  isCapital(block, first - 2) &&
  isKind(wordAt(block.facts.tokens, first - 2), 'company');

// ---- who else bears it ----------------------------------------------------------------------------------------------------

const MOST_LOOKS = 50;

/** Whether the story has somebody of that name elsewhere. @param isWord a common one: "Haj Sindar" is a village. */
function bearerOf(story: Story, form: string, here: Occurrence | undefined, isWord: boolean): Somebody {
  let found: Somebody = 'no';
  for (const other of (namesOf(story).forms.get(form)?.occurrences ?? []).slice(0, MOST_LOOKS)) {
    const block = story.blocks[other.block] as Block;
    // "Mr. al-Kiev" is no Kiev
    if (other.mention === here?.mention || other.word.article) continue;
    const own = inItself(story, block, moved(other.word, other.base), other);
    if (own === 'yes') return 'yes';
    if (own === 'maybe' && isProse(block.role) && (isCalledSo(other) || (!isWord && isFirstOf(other)))) found = 'maybe';
  }
  return found;
}

/** Behind a first name that no list has: "Kanye West", but not "Dynamo Kiev". */
function isCalledSo({ position, words }: Occurrence): boolean {
  const before = words[position - 1];
  return before !== undefined && !before.plain && !before.acronym && !clubs.has(before.form);
}

/** "Odessa A’zion": before a word that is nobody's but a surname, and no more. "Kiev Breweries" is a firm. */
function isFirstOf({ position, words }: Occurrence): boolean {
  const [{ form } = { form: '' }, last] = words;
  if (position > 0 || !(isPlace(form) || isFirstName(form)) || !last || words.length > 2 || last.plain || last.acronym)
    return false;
  return !clubs.has(last.form) && !isPlace(last.form) && !isProperAdjective(last.form) && !isKind(last.form, 'company');
}

const clubs = wordList('words before the town of a club');

// ---- where it stands ------------------------------------------------------------------------------------------------------

/** The mention that holds the words, if they are read as part of a name. */
function mentionAround(story: Story, at: Span): Occurrence | undefined {
  const { mentions } = namesOf(story);
  const found = mentions[firstWhere(mentions, ({ base, mention }) => base + mention.end >= at.end)];
  return found && found.base + found.mention.start <= at.start ? found : undefined;
}
