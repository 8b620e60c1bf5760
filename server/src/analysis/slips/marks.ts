// Marks that cannot stand where they do: two stops, a comma behind a space, a small letter behind a full stop.
import { wordList } from '../../lexicon/word-lists';
import { perParagraph } from '../../document/memo';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { isLower, isNext, plain, type Slip, slipAt, touches } from './slip';

export const misplacedMarks: (paragraph: Paragraph) => readonly Slip[] = perParagraph((paragraph) => {
  const { tokens } = paragraph;
  const found: Slip[] = [];
  if (!isEnglish(paragraph)) return found;
  for (let i = 1; i < tokens.length; i++) {
    if (!has(tokens, i, Shape.mark)) continue;
    const slip = stopsAt(paragraph, i) ?? spaceBefore(paragraph, i) ?? smallBehind(paragraph, i);
    if (slip) found.push(slip);
  }
  return found;
});

const stops: ReadonlySet<string> = new Set(['.', ',', ';', ':']);

/** "..", ",,", "a.m..", "the end.,": one of them is too many. */
function stopsAt(paragraph: Paragraph, i: number): Slip | undefined {
  const { tokens } = paragraph;
  const mark = wordAt(tokens, i);
  const before = wordAt(tokens, i - 1);
  if (mark === '..' && isEndOfWord(tokens, i - 1) && !touchesNext(tokens, i))
    return slipAt(paragraph, i, i + 1, 'stops', 'Two stops stand here', replace(tokens, i, i + 1, '.'));
  if (!stops.has(mark)) return undefined;
  if (
    mark === '.' &&
    before.length > 2 &&
    before.endsWith('.') &&
    touches(tokens, i - 1) &&
    has(tokens, i - 1, Shape.word)
  )
    return slipAt(
      paragraph,
      i,
      i + 1,
      'stops',
      'The stop of the abbreviation ends the sentence too',
      replace(tokens, i, i + 1, ''),
    );
  if (!stops.has(before) || i < 2 || !isEndOfWord(tokens, i - 2) || touchesNext(tokens, i)) return undefined;
  // "Messrs., "
  if (before === '.' && mark === ',' && !plain(recordAt(tokens, i - 2))) return undefined;
  // "U.S. Web.," is a name's
  if (before === '.' && mark === ',' && !isLower(tokens, i - 2)) return undefined;
  if (before === ':' || mark === ':' || wordAt(tokens, i + 1) === ']') return undefined;
  return slipAt(paragraph, i - 1, i + 1, 'stops', 'Two stops stand here');
}

const isEndOfWord = (tokens: Tokens, i: number): boolean =>
  touches(tokens, i) && (has(tokens, i, Shape.word | Shape.number) || /^["”’')]$/.test(wordAt(tokens, i)));

const touchesNext = (tokens: Tokens, i: number): boolean =>
  touches(tokens, i) && has(tokens, i + 1, Shape.word | Shape.number);

const replace = (
  tokens: Tokens,
  first: number,
  last: number,
  text: string,
): { start: number; end: number; text: string } => ({
  start: tokens.start[first] as number,
  end: tokens.end[last - 1] as number,
  text,
});

/** "The talks , he said": a space between two letters' word and its comma or stop. */
function spaceBefore(paragraph: Paragraph, i: number): Slip | undefined {
  const { tokens } = paragraph;
  const mark = wordAt(tokens, i);
  if ((mark !== ',' && mark !== '.') || touchesNext(tokens, i) || !isNext(tokens, i - 1)) return undefined;
  if (!has(tokens, i - 1, Shape.word) || has(tokens, i - 1, Shape.number)) return undefined;
  // "waits . . . and waits": an ellipsis as some houses set it
  if (wordAt(tokens, i + 1) === '.') return undefined;
  const edit = { start: tokens.end[i - 1] as number, end: tokens.start[i] as number, text: '' };
  return slipAt(
    paragraph,
    i - 1,
    i + 1,
    'space',
    `A space stands before the ${mark === ',' ? 'comma' : 'full stop'}`,
    edit,
  );
}

/** "… to know. but was not": a sentence has ended, and the next has no capital. */
function smallBehind(paragraph: Paragraph, i: number): Slip | undefined {
  const { tokens } = paragraph;
  if (
    paragraph.allCaps ||
    wordAt(tokens, i) !== '.' ||
    !isLower(tokens, i - 1) ||
    !touches(tokens, i - 1) ||
    !isNext(tokens, i)
  )
    return undefined;
  if (!isLower(tokens, i + 1) || !plain(recordAt(tokens, i - 1)) || !plain(recordAt(tokens, i + 1))) return undefined;
  if (wordAt(tokens, i - 1).length < 3 || shortened.has(wordAt(tokens, i - 1))) return undefined;
  return slipAt(paragraph, i - 1, i + 2, 'lower-case', 'A sentence has ended, and the next word has no capital');
}

const shortened = wordList('words cut short with a stop');
