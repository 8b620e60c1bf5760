// Capitals where they say nothing: a paragraph written in capitals throughout, and which of its words are names all the same.
import { abbreviation } from '../../lexicon/abbreviations';
import { isPlainWord } from '../../lexicon/plain-words';
import { Unit, unitKind } from '../../text/characters';
import { has, Shape, type Tokens, wordAt } from '../token';

/** Words looked at before ordinary copy is told for what it is. */
const SAMPLE = 12;

/** Nearly every letter is upper case, and there are enough of them to tell: at least two words. */
export function isAllCaps(text: string, tokens: Tokens): boolean {
  let upper = 0;
  let lower = 0;
  let words = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!has(tokens, i, Shape.word)) continue;
    words++;
    for (let at = tokens.start[i] as number; at < (tokens.end[i] as number); at++) {
      const kind = unitKind(text.charCodeAt(at));
      if (kind === Unit.upper) upper++;
      else if (kind === Unit.lower) lower++;
    }
    if (words >= SAMPLE && lower > upper) return false;
  }
  return upper > 6 && words > 1 && upper >= 12 * lower;
}

/** Takes {@link Shape.capital} from the words that are plain English, so that it tells names as it does elsewhere. */
export function guessCapitals(tokens: Tokens): void {
  for (let i = 0; i < tokens.length; i++) {
    if (has(tokens, i, Shape.capital) && isPlain(wordAt(tokens, i)))
      tokens.shape[i] = (tokens.shape[i] as number) & ~Shape.capital;
  }
}

function isPlain(word: string): boolean {
  if (word.length === 1) return word === 'a';
  if (word.endsWith('.')) return abbreviation(word.slice(0, -1))?.capital === false;
  return word
    .split('-')
    .every((part) => isPlainWord(part.endsWith("'s") ? part.slice(0, -2) : part.replaceAll("'", '')));
}
