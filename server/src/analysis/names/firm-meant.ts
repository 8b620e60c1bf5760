// The firm is meant: what stands beside a surname and says that nobody is called so there, but what is named after somebody.
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { Class, classOf } from '../../language/word-classes';
import { verbForm } from '../../language/verb-forms';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { wordList } from '../../lexicon/word-lists';
import { capitalsWhere } from './capitals-where';
import { formAt, isCapital, isNext } from './called-tokens';
import { isKind } from './lists';
import { doesSomething } from './name-words';
import { owns } from './place-meant';

/**
 * @param first first token of the name. @param end behind its last.
 * @param unseen nobody looks at the place: what may be a firm's is left, whatever the story has of that firm.
 */
export function isFirmAt(story: Story, block: Block, first: number, end: number, unseen = false): boolean {
  if (isInFirm(block, first, end) || isSurelyFirm(block, first, end)) return true;
  return mayBeFirm(block, end, unseen) && (unseen || firmsIn(story).has(formAt(block, end - 1)));
}

/** "Orsk & Lund", "Orsk & Co." */
function isInFirm({ facts: { tokens, text } }: Block, first: number, end: number): boolean {
  const [start, last] = [tokens.start[first] as number, tokens.end[end - 1] as number];
  return (
    /[\p{L}.’'] ?& ?$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^ ?& ?\p{Lu}/u.test(text.slice(last, last + 4))
  );
}

/** "Orsk's shares", "Orsk trucks", "Orsk rose 3 percent", "Orsk said profit rose", "an Orsk burned". */
function isSurelyFirm(block: Block, first: number, end: number): boolean {
  const { tokens } = block.facts;
  const next = wordAt(tokens, end);
  const follows = isNext(block, end - 1) && has(tokens, end, Shape.word);
  if (indefinite.has(wordAt(tokens, first - 1)) && isNext(block, first - 1))
    return !owns(block, end) && (!follows || isDone(next));
  if (!follows) return false;
  if (sold.has(next) && !isCapital(block, end)) return true;
  // "Orsk's said sales fell"
  if (owns(block, end)) return tagsSpeech(next) || traded.has(next);
  const verb = classOf(next) & Class.adverb ? end + 1 : end;
  if (traded.has(wordAt(tokens, verb))) return isByFigure(block, verb);
  return isDone(wordAt(tokens, verb)) && speaksOfMoney(block, verb);
}

const indefinite = new Set(['a', 'an']);
const sold = wordList('what firms sell and have, and people do not');
const traded = wordList('what shares do');
const isDone = (word: string): boolean =>
  doesSomething(word) || tagsSpeech(word) || (verbForm(word) !== undefined && !verbForm(word)?.noun);

/** "rose 3 percent", "fell by 12 cents", "closed at $20"; but "fell 3 meters", "gained 3 percent of the vote" */
function isByFigure({ facts: { tokens, text } }: Block, verb: number): boolean {
  for (let i = verb + 1; i <= verb + REACH; i++) {
    if (!has(tokens, i, Shape.number)) continue;
    const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
    if (MONEY.test(text.slice(Math.max(0, start - 1), start)) || MONEY.test(text.charAt(end))) return true;
    return (
      /%$|^[$£€¥]/.test(wordAt(tokens, i)) || (figures.has(wordAt(tokens, i + 1)) && wordAt(tokens, i + 2) !== 'of')
    );
  }
  return false;
}

const MONEY = /^[$£€¥%]$/;
const figures = wordList('what shares are counted in');
const REACH = 4;

/** "said profit rose", "posted a loss": the sentence's next words; a person says it of "his firm" or of another. */
function speaksOfMoney({ facts: { tokens, sentences } }: Block, verb: number): boolean {
  const { lastToken = verb } = sentences.find((one) => one.firstToken <= verb && verb < one.lastToken) ?? {};
  for (let i = verb + 1; i < Math.min(lastToken, verb + REACH + 1); i++) {
    if (somebodys.has(wordAt(tokens, i)) || has(tokens, i, Shape.capital)) return false;
    if (earned.has(wordAt(tokens, i))) return true;
  }
  return false;
}

const earned = wordList('what firms report');
const somebodys = wordList('words for what is a person’s');

/** What people have and do as well: "Orsk's films", "Orsk rose." */
function mayBeFirm(block: Block, end: number, unseen: boolean): boolean {
  const { tokens } = block.facts;
  const next = wordAt(tokens, end);
  if (!isNext(block, end - 1) || !has(tokens, end, Shape.word)) return false;
  return owns(block, end) ? made.has(next) && !theirs.has(next) : !unseen && traded.has(next);
}

const made = wordList('what firms have and make');
const theirs = wordList('what people have and places do not');

/** Words that the story has as a firm's. */
const firmsIn = capitalsWhere(isCopy, (block, i) => {
  const isNamed = isNext(block, i) && isCapital(block, i + 1) && saysFirm(wordAt(block.facts.tokens, i + 1));
  return isNamed || isInFirm(block, i, i + 1) || isSurelyFirm(block, i, i + 1);
});

const saysFirm = (word: string): boolean =>
  isKind(word.replace(/\.$/, ''), 'company') || isKind(word, 'organisation') || branches.has(word);
const branches = wordList('last words of a firm’s name');
