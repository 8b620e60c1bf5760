// A sentence that speaks of a spelling, "This version CORRECTS the spelling of …", says nothing once the house's form stands in it: what
// would change a word there waits for a person. For every rule.
import type { Story } from '../document/story';
import { tokenAt, wordAt } from '../document/token';
import { wordList } from '../lexicon/word-lists';
import type { Finding, Fix } from '../rules/rule';
import { indexAt } from '../text/span';

export function asksWhereSpellingIsTold(story: Story, finding: Finding): Finding {
  const { fixes } = finding;
  if (!fixes?.some((fix) => spells(story, fix))) return finding;
  return { ...finding, fixes: fixes.map((fix): Fix => (spells(story, fix) ? { ...fix, apply: 'ask' } : fix)) };
}

const spells = (story: Story, { edits }: Fix): boolean =>
  edits.some(({ start, text }) => WORD.test(text) && tellsOfSpelling(story, start));

const WORD = /\p{L}{2}/u;

function tellsOfSpelling({ blocks }: Story, at: number): boolean {
  const block = blocks[indexAt(blocks, at)];
  const sentence = block?.facts.sentences.find(({ end }) => block.start + end > at);
  if (!block || !sentence) return false;
  const { tokens } = block.facts;
  const here = tokenAt(tokens, at - block.start);
  const [from, to] = [Math.max(sentence.firstToken, here - NEAR), Math.min(sentence.lastToken, here + NEAR)];
  for (let i = from; i < to; i++) if (i !== here && spellings.has(wordAt(tokens, i))) return true;
  return false;
}

const spellings = wordList('words for a spelling');
/** Words on either side that are looked at. */
const NEAR = 12;
