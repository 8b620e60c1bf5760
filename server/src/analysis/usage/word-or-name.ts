// A word or a name: "Turkey prices rose", of birds or of a country? The capital is the sentence's.
import type { Paragraph } from '../../document/paragraph';
import type { Story } from '../../document/story';
import { has, Shape, tokenAt } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { standsAsWord } from '../../text/words';
import type { Span } from '../../text/span';
import { isAttributive, standingAt } from './own-article';

/** Whether the name there may be a common word that opens a sentence: before a noun, or where the story has it in small letters too. @param at in the paragraph. */
export function mayBeCommonWord({ prose }: Story, facts: Paragraph, at: Span): boolean {
  const word = facts.text.slice(at.start, at.end).toLowerCase();
  if (!has(facts.tokens, tokenAt(facts.tokens, at.start), Shape.initial) || !isPlainWord(word)) return false;
  return isAttributive(facts, standingAt(facts, at)) || standsAsWord(prose, word);
}
