// Words that an entry of the house speaks of, where they stand: whether they are what it means, and how sure that is.
import { tokensOf } from '../../analysis/names/called-tokens';
import { isInLongerName } from '../../analysis/names/longer-name';
import { isBesideState } from '../../analysis/names/place-meant';
import { isAnotherThing } from '../../analysis/usage/another-thing';
import { areLettersMeant } from '../../analysis/usage/letters-meant';
import type { PhraseMatch } from '../../analysis/usage/phrases';
import { isPlaceShown } from '../../analysis/usage/place-shown';
import { mayBeCommonWord } from '../../analysis/usage/word-or-name';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { wordList } from '../../lexicon/word-lists';
import { shift, type Span, slice } from '../../text/span';
import { isSigned } from '../datelines';
import { isCapitals, isCommon, isUnlike, type StyleEntry } from './entries';
import {
  fitsAt,
  isBehindHour,
  isInName,
  isMeant,
  isMeantBy,
  isSign,
  isToldInProse,
  joinsNames,
  standsApart,
} from './standing';

export interface Met {
  readonly story: Story;
  readonly block: Block;
  readonly match: PhraseMatch<StyleEntry>;
  readonly value: StyleEntry;
  /** In the prose. */
  readonly place: Span;
  readonly written: string;
  /** Only names have capitals here: in prose, and in a cell, a caption and a summary as in a sentence. */
  readonly running: boolean;
  /** With a capital that may be a name's. */
  readonly named: boolean;
  /** A common word that has such a capital. */
  readonly common: boolean;
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

export function metAt(story: Story, block: Block, match: PhraseMatch<StyleEntry>): Met {
  const { role, facts, data } = block;
  const { value } = match;
  const place = shift({ start: match.start, end: match.end }, block.start);
  const written = slice(story.prose, place);
  const isBeside = role === 'table' || role === 'caption' || (role === 'subhead' && data?.kind === 'field');
  const named = !facts.allCaps && CAPITALISED.test(written) && !value.listed;
  const common = isCommon(value) && named;
  return { story, block, match, value, place, written, running: isProse(role) || isBeside, named, common };
}

/** Whether the words can be those that the entry is about. */
export function isEntrys({ block: { role, facts }, match, value, written, running, common }: Met): boolean {
  const { start, end, quoted, initial, firstToken } = match;
  // "Jim Gray/Agency"
  if (common && isSigned(role)) return false;
  // a capital within a sentence is a name's: "Mr. Gray", "Scotland Yard"
  if (quoted || (running && ((common && !initial) || isInName(facts, firstToken, end, value.prefer)))) return false;
  if (isSign(written, value.prefer) && (!standsApart(facts.text, match) || joinsNames(facts.text, match))) return false;
  if (value.capitals ? !running : !value.small && !isMeant(value.prefer, written)) return false;
  if (value.hour && !isBehindHour(facts, firstToken, start)) return false;
  // "Us", "La La Land": letters are written in capitals
  return !value.letters || isCapitals(written);
}

/** "Labour won": the sentence's first word, and a party. */
const parties = wordList('parties of one word');

/** Nothing else can be meant, so that the entry's form may be put there unseen. @param text what would be. */
export function isSurely(met: Met, text: string): boolean {
  const { story, block, match, value, place, written, running, named, common } = met;
  const { facts } = block;
  const { firstToken } = match;
  // the house writes a name for it, or letters: "LGBTQ" for "gay", and Mr. Gay
  const unlike = isUnlike(value) && named && running;
  return (
    isMeantBy(value, written, text, facts.allCaps) &&
    !(value.place && !isPlaceShown(story, place, value.form?.bulk)) &&
    !(value.body && isAnotherThing(block, ...tokensOf(block, place))) &&
    !(facts.allCaps && isCommon(value) && !value.form?.bulk && !isToldInProse(story, facts, firstToken, written)) &&
    !unlike &&
    !(common && parties.has(written.toLowerCase())) &&
    !(value.name && isBesideState(block, firstToken)) &&
    !(value.stopped && !areLettersMeant(story, place)) &&
    !(!isCommon(value) && !isCapitals(written) && mayBeCommonWord(story, facts, match)) &&
    fitsAt(facts, firstToken, value.replaced) &&
    !((value.name || common) && isInLongerName(story, place, value.other))
  );
}
