// Words that somebody paid for, below the label that says so: with "Sponsored content" gone they would run as the desk's own copy.
import { isProse, isShown } from '../document/role';
import { isLabel } from '../document/structure/controls';
import { type Block, type Story, sentencesOf } from '../document/story';
import { has, Shape, wordAt } from '../document/token';
import { clausesOf } from '../language/clauses';
import { isPlainWord } from '../lexicon/plain-words';
import { opensSentences } from '../lexicon/sentence-starters';
import { indexAt } from '../text/span';
import { matterOf, NEAR } from './topic';

/**
 * Whether the label may be all that says of the words below it that they are none of the story's. A label of paid matter, "Sponsored
 * content", says it of whatever comes next; "Advertisement", "Most read" and others mostly mark a place of the page, and the story goes on
 * below it, unless what stands there reads as an advertisement does.
 */
export function headsPaidMatter(story: Story, block: Block): boolean {
  const label = block.facts.text.replace(/[^\p{L} ]/gu, '').trim();
  // "Share", "Print": of nothing below
  if (isLabel(label)) return false;
  const at = nextShown(story, indexAt(story.blocks, block.start));
  return at !== undefined && (PAID.test(label) || readsAsPaid(story, at));
}

const PAID = /^(?:sponsored|paid|promoted|partner)\b/i;

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
  // a story that speaks to its readers goes on doing so
  if (speaksToReader(facts))
    return !story.blocks.slice(0, at).some((one) => isProse(one.role) && speaksToReader(one.facts));
  const clauses = clausesOf(facts);
  const first = clauses[0]?.[0];
  const isCommand = first !== undefined && !first.subject && first.verb.tense === 'present' && first.verb.first === 0;
  if (isCommand || !clauses.flat().some(({ verb }) => verb.form === 'finite')) return true;
  const tells = clauses.flat().some(({ verb }) => verb.tense === 'past' || verb.tense === 'future' || verb.perfect);
  return !tells && !hasQuote(tokens) && !goesOn(story, at);
}

function speaksToReader({ tokens }: Block['facts']): boolean {
  for (let t = 0; t < tokens.length; t++)
    if (!has(tokens, t, Shape.quoted) && READER.test(wordAt(tokens, t))) return true;
  return false;
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
