// Sentences that break off or run into the next: a colon with nothing behind it, a paragraph without its stop, "its fire Even if".
import { wordList } from '../../lexicon/word-lists';
import { perStory } from '../../document/memo';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { hasThingBehind } from '../../document/markup';
import type { Block, Story } from '../../document/story';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { attributionsOf } from '../attribution/attribution';
import { isLower, isNext, plain, type Slip, slipAt } from './slip';

/** A slip in the block of that index of the story. */
export interface InBlock {
  readonly block: Block;
  readonly slip: Slip;
}

export const brokenSentences = perStory((story: Story): readonly InBlock[] => {
  const ends = endsItsParagraphs(story);
  return story.blocks.flatMap((block, i): InBlock[] => {
    if (block.role !== 'paragraph' || !isEnglish(block.facts) || block.facts.allCaps) return [];
    const next = story.blocks.slice(i + 1, i + 3).find(({ role }) => role !== 'remnant');
    // code, a picture, a film: what a colon announces need not be copy
    const end = hasThingBehind(story, block.end) ? undefined : breaksOff(block.facts, story.blocks[i - 1], next, ends);
    return [...runsOn(block.facts), ...(end ? [end] : [])].map((slip) => ({ block, slip }));
  });
});

/** Word tokens from which on a paragraph is no label. */
const SENTENCE = 8;
/** Tokens from which on one sentence is no heading. */
const LINE = 16;
/** Of ten paragraphs, those that end with a mark where the story keeps to it. */
const MOST = 0.8;

/** The story's paragraphs end with a mark: lists, verses and tables do not. */
function endsItsParagraphs({ blocks }: Story): boolean {
  let all = 0;
  let ended = 0;
  for (const { role, facts } of blocks) {
    if (role !== 'paragraph' || facts.tokens.length < SENTENCE) continue;
    all++;
    if (has(facts.tokens, facts.tokens.length - 1, Shape.mark)) ended++;
  }
  return all > 3 && ended >= MOST * all;
}

function breaksOff(
  facts: Paragraph,
  previous: Block | undefined,
  next: Block | undefined,
  ends: boolean,
): Slip | undefined {
  const { tokens, leavesOpen } = facts;
  const last = tokens.length - 1;
  if (last < SENTENCE || leavesOpen) return undefined;
  const mark = wordAt(tokens, last);
  if (mark === ':') {
    return isFollowed(facts, next)
      ? undefined
      : slipAt(facts, last - 1, last + 1, 'unfinished', 'Nothing stands behind the colon');
  }
  if (mark === ',') {
    return next && !opensAnew(next.facts)
      ? undefined
      : slipAt(facts, last - 1, last + 1, 'unfinished', 'The paragraph ends on a comma');
  }
  if (!ends || !has(tokens, last, Shape.word) || facts.text.endsWith('.') || (next && !opensAnew(next.facts)))
    return undefined;
  if (!endsWell(previous) || (next && !endsWell(next))) return undefined;
  if (!isSentence(facts)) return undefined;
  const edit = { start: tokens.end[last] as number, end: tokens.end[last] as number, text: '.' };
  return slipAt(facts, last, last + 1, 'no-end', 'The sentence has no end mark', edit);
}

/** Between neighbours that end with a mark a paragraph without one is no item of a list. */
const endsWell = (block: Block | undefined): boolean =>
  block?.role === 'paragraph' && /[.?!…][)"”’']*$/.test(block.facts.text);

/** Something is introduced that stands there; where words were promised, somebody else does not speak in ours first. */
function isFollowed(facts: Paragraph, next: Block | undefined): boolean {
  if (!next || next.role === 'headline' || next.role === 'subhead') return false;
  if (next.role !== 'paragraph' || !promisesWords(facts)) return true;
  const { quotations, sentences, text } = next.facts;
  if (quotations[0]?.start === 0 || !opensAnew(next.facts)) return true;
  const first = sentences[0];
  if (!first || /^\p{Lu}[\p{L}. ]{1,40}:/u.test(text)) return true;
  return !attributionsOf(next.facts).some(
    ({ sentence, cue, source, form }) => sentence === 0 && cue && source && form === 'verb',
  );
}

/** "He said:", "in a statement:", "went on to address the refugees:"; no list's "the following:". */
function promisesWords(facts: Paragraph): boolean {
  const sentence = facts.sentences.length - 1;
  const { firstToken, lastToken } = facts.sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let i = firstToken; i < lastToken; i++) if (listing.has(wordAt(facts.tokens, i))) return false;
  return (
    attributionsOf(facts).some((a) => a.sentence === sentence && a.cue && a.type !== 'attitude') || saysStatement(facts)
  );
}

const saysStatement = ({ tokens }: Paragraph): boolean => wordAt(tokens, tokens.length - 2) === 'statement';
const listing = wordList('words that open a list');

const opensAnew = ({ text }: Paragraph): boolean => /^\p{Lu}/u.test(text);

/** It opens with a capital, mostly in small letters, and has a verb that says what somebody did. */
function isSentence({ tokens, text, sentences }: Paragraph): boolean {
  // a line over a part of the story is short and alone; a signature stands behind a dash
  if ((sentences.length < 2 && tokens.length < LINE) || /["”] ?[—–-] ?\p{Lu}/u.test(text)) return false;
  if (!/^["“‘']?\p{Lu}/u.test(text)) return false;
  let small = 0;
  for (let i = 0; i < tokens.length; i++) if (isLower(tokens, i)) small++;
  return small * 2 > tokens.length;
}

/** "Its fire Even if we", "southern Africa But during": a capital that only a sentence's beginning has, and no stop before it. */
function runsOn(facts: Paragraph): Slip[] {
  const { tokens } = facts;
  const found: Slip[] = [];
  for (let i = 2; i < tokens.length - 1; i++) {
    if (!has(tokens, i, Shape.capital) || !openers.has(wordAt(tokens, i)) || has(tokens, i, Shape.initial)) continue;
    if (!isLower(tokens, i - 1) || !isNext(tokens, i - 1) || !isLower(tokens, i + 1) || !isNext(tokens, i)) continue;
    if (!plain(recordAt(tokens, i - 1)) || small.has(wordAt(tokens, i - 1)) || isTitled(tokens, i)) continue;
    found.push(slipAt(facts, i - 1, i + 1, 'run-on', 'A sentence begins here, and the one before has no end mark'));
  }
  return found;
}

const openers = wordList('plain capitals behind a lost stop');
const small = wordList('words before a title');

/** "A film called It follows": capitals stand near, so this may be a title. */
const isTitled = (tokens: Tokens, i: number): boolean =>
  has(tokens, i + 2, Shape.capital) || has(tokens, i - 2, Shape.capital);
