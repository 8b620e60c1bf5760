// Left behind: words of a renamed name that stand where no mention of it was found: in a compound, "the Merkel-Macron plan", or in a plural.
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { overlaps, type Span } from '../../text/span';
import { comparable } from '../transliteration/letters';
import { type CalledName, calledIn } from './called';
import { isKind, isPlace, isProperAdjective } from './lists';

/** @param changed comparable words of the name that are spelled anew. */
export function leftBehind(story: Story, { mentions, maybe }: CalledName, changed: ReadonlySet<string>): Span[] {
  const own: readonly Span[] = [...mentions, ...maybe];
  const others = calledIn(story).flatMap((one) => one.mentions);
  const found: Span[] = [];
  for (const { role, start: base, facts } of story.blocks) {
    if (!isCopy(role)) continue;
    const { tokens } = facts;
    for (let i = 0; i < tokens.length; i++) {
      if (!has(tokens, i, Shape.word) || !holds(facts, i, changed)) continue;
      const at = { start: base + (tokens.start[i] as number), end: base + (tokens.end[i] as number) };
      if (own.some((one) => overlaps(one, at))) continue;
      // somebody else's own name; a compound of the two is asked about
      if (!isCompound(wordAt(tokens, i)) && others.some((one) => overlaps(one, at) && isTheirs(one.text))) continue;
      found.push(at);
    }
  }
  return found;
}

function holds({ tokens, allCaps }: Block['facts'], i: number, changed: ReadonlySet<string>): boolean {
  if (!allCaps && !has(tokens, i, Shape.capital)) return false;
  const word = wordAt(tokens, i).replace(OWNED, '');
  const parts = word.split(/[-‐‑–/]/);
  if (parts.length > 1) return parts.some((part) => changed.has(comparable(part)));
  const form = comparable(word);
  const isName = (one: string): boolean =>
    one.length > 2 &&
    changed.has(one) &&
    !isPlainWord(one) &&
    !isPlace(one) &&
    !isProperAdjective(one) &&
    !isKind(one, 'calendar');
  return isName(form) || isName(form.replace(/e?s$/, '')) || isName(form.replace(/s$/, ''));
}

/** A name of several words; what is set in capitals may go on in capitals. */
const isTheirs = (text: string): boolean => text.includes(' ') && text !== text.toUpperCase();

const OWNED = /['’]s?$/;
const isCompound = (word: string): boolean => /[-‐‑–/]/.test(word);
