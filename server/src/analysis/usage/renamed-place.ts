// Renamed places: a house writes Myanmar for Burma. Of the place as it is today nothing is lost by that; of its past, of what is called after
// it and of what it is only the first word of, the old name may be the right one.
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { isPlace } from '../names/lists';
import { nameWords } from '../transliteration/letters';
import { isAttributive, standingAt, withoutArticle } from './own-article';

/** Whether the entry is one of a place's names for another; letters and common words are none. @param instead as the entry has it. */
export function renamesPlace(prefer: string, instead: string): boolean {
  const [own, other] = [withoutArticle(prefer), withoutArticle(instead)];
  if (![own, other].every((form) => NAME.test(form))) return false;
  return isPlace(nameWords(own).join(' ')) && !isPlainWord(other.toLowerCase());
}

const NAME = /^\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}?\p{Ll}{2,})*$/u;

/** Whether the sentence is of the place itself and of today. @param at in the paragraph. */
export function isOfToday(facts: Paragraph, at: Span): boolean {
  const { tokens, sentences } = facts;
  const standing = standingAt(facts, at);
  if (isAttributive(facts, standing) || isInTitle(facts, standing.first)) return false;
  const sentence = sentences.find(({ lastToken }) => standing.first < lastToken);
  for (let i = sentence?.firstToken ?? 0; i < (sentence?.lastToken ?? 0); i++)
    if (YEAR.test(wordAt(tokens, i)) || past.has(wordAt(tokens, i))) return false;
  return true;
}

/** "The Treaty of Tientsin", "the Black Hole of Calcutta" */
const isInTitle = ({ tokens }: Paragraph, first: number): boolean =>
  wordAt(tokens, first - 1) === 'of' && has(tokens, first - 2, Shape.capital);

const YEAR = /^(?:1\d|20)\d\d(?:s|['’]s)?$/;
const past = wordList('words for a time long past');
