// Words that somebody paid for, below the label that says so: with "Sponsored content" gone they would run as the desk's own copy.
import { isShown } from '../document/role';
import { type Block, type Story, sentencesOf } from '../document/story';
import { has, Shape, wordAt } from '../document/token';
import { clausesOf } from '../language/clauses';
import { isPlainWord } from '../lexicon/plain-words';
import { opensSentences } from '../lexicon/sentence-starters';
import { indexAt } from '../text/span';
import { matterOf, NEAR } from './topic';

/**
 * Whether the label may be all that says of the words below it that they are paid for. A label of matter, "Sponsored content", says it of
 * whatever comes next; "Advertisement" mostly marks the place of a picture, and the story goes on below it, unless what stands there
 * reads as an advertisement does.
 */
export function headsPaidMatter(story: Story, block: Block): boolean {
  const kind = kindOf(block.facts.text);
  if (!kind) return false;
  const at = nextShown(story, indexAt(story.blocks, block.start));
  return at !== undefined && (kind === 'matter' || readsAsPaid(story, at));
}

/** "Sponsored content", "Partner stories": what stands below. "Advertisement": a place on the page. */
function kindOf(line: string): 'matter' | 'place' | undefined {
  const label = line.replace(/[^\p{L} ]/gu, '').trim();
  if (/^(?:sponsored|paid|promoted|partner)\b/i.test(label)) return 'matter';
  return /^advert(?:isements?|ising|s)?$/i.test(label) ? 'place' : undefined;
}

/** The next block that a reader sees; labels and furniture between are passed over. */
function nextShown({ blocks }: Story, from: number): number | undefined {
  for (let at = from + 1; at < blocks.length && at - from < MOST_BETWEEN; at++)
    if (isShown((blocks[at] as Block).role)) return at;
  return undefined;
}

const MOST_BETWEEN = 12;

/** It speaks to the reader, is no sentence, or tells of nothing that has happened and of nothing that the story is about. */
function readsAsPaid(story: Story, at: number): boolean {
  const { facts, role } = story.blocks[at] as Block;
  const { tokens } = facts;
  if (tokens.length === 0 || role !== 'paragraph') return false;
  for (let t = 0; t < tokens.length; t++)
    if (!has(tokens, t, Shape.quoted) && READER.test(wordAt(tokens, t))) return true;
  const clauses = clausesOf(facts);
  const first = clauses[0]?.[0];
  const isCommand = first !== undefined && !first.subject && first.verb.tense === 'present' && first.verb.first === 0;
  if (isCommand || !clauses.flat().some(({ verb }) => verb.form === 'finite')) return true;
  const tells = clauses.flat().some(({ verb }) => verb.tense === 'past' || verb.tense === 'future' || verb.perfect);
  return !tells && !hasQuote(tokens) && !goesOn(story, at);
}

const READER = /^(?:you|your|yours|you're|you'll|our|ours)$/;

const hasQuote = (tokens: Block['facts']['tokens']): boolean => {
  for (let t = 0; t < tokens.length; t++) if (has(tokens, t, Shape.quoted)) return true;
  return false;
};

/** It has a name or a word of the story above, or begins with "It" or "The"; it begins with no name that stands nowhere there. */
function goesOn(story: Story, at: number): boolean {
  if (beginsWithStranger(story, at)) return false;
  if (opensSentences(wordAt((story.blocks[at] as Block).facts.tokens, 0))) return true;
  const all = sentencesOf(story);
  const { words, names } = matterOf(story);
  const isTold = (sentence: number): boolean => {
    for (let before = sentence - 1; before >= 0 && sentence - before <= NEAR; before--)
      if ((all[before]?.block ?? at) < at && words.shared(before, sentence) + names.shared(before, sentence) > 0)
        return true;
    return false;
  };
  return all.some(({ block }, sentence) => block === at && isTold(sentence));
}

function beginsWithStranger({ blocks, prose }: Story, at: number): boolean {
  const { start, facts } = blocks[at] as Block;
  const word = wordAt(facts.tokens, 0);
  return has(facts.tokens, 0, Shape.word) && !isPlainWord(word) && !prose.slice(0, start).toLowerCase().includes(word);
}
