// "A 30th-round pick in the fifth round": one thing with two places in one row.
import { perParagraphWith } from '../../document/gates';
import { inSentences, type Paragraph } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens, wordAt } from '../../document/token';
import { figures } from '../../language/quantities';
import { numberLexicon } from '../../lexicon/numbers/load';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';

/** A place in a row: "the 30th round", "third-floor". Relative to the paragraph. */
interface Place extends Span {
  readonly value: number;
  readonly row: string;
  /** The token behind it. */
  readonly last: number;
}

export interface TwoPlaces {
  readonly told: Place;
  readonly again: Place;
}

const rows = wordList('rows in which things have one place');
const aRow = figures.word((word) => rows.has(word) || rows.has(word.slice(word.indexOf('-') + 1)));

/** One thing with two places in one row: "a 30th-round pick in the fifth round". Nothing inside quotation marks. */
export const placesThatFight = perParagraphWith([aRow], [], (p: Paragraph): readonly TwoPlaces[] =>
  inSentences(p, ({ firstToken, lastToken }) => {
    const found: TwoPlaces[] = [];
    for (let i = firstToken; i < lastToken; i++) {
      const told = has(p.tokens, i, Shape.quoted) ? undefined : placeAt(p.tokens, i);
      const again = told && placeBehind(p.tokens, told.last, lastToken);
      if (told && again && again.row === told.row && again.value !== told.value) found.push({ told, again });
    }
    return found;
  }),
);

/** Nouns that may stand between the two: "round draft pick in the". */
const NOUNS = 2;

function placeBehind(tokens: Tokens, from: number, end: number): Place | undefined {
  for (let i = from + 1; i <= from + NOUNS && i < end - 2; i++) {
    if (!has(tokens, i - 1, Shape.word)) return undefined;
    if (/^(?:in|on|at)$/.test(wordAt(tokens, i)) && wordAt(tokens, i + 1) === 'the') return placeAt(tokens, i + 2);
  }
  return undefined;
}

/** "Third round", "third-round", "30th round". */
function placeAt(tokens: Tokens, i: number): Place | undefined {
  const word = wordAt(tokens, i);
  const dash = word.indexOf('-');
  const row = dash > 0 ? word.slice(dash + 1) : wordAt(tokens, i + 1);
  if (!rows.has(row)) return undefined;
  const value = ordinalOf(dash > 0 ? word.slice(0, dash) : word);
  const last = dash > 0 ? i + 1 : i + 2;
  return value === undefined ? undefined : { value, row, last, ...spanOf(tokens, i, last) };
}

function ordinalOf(word: string): number | undefined {
  const figure = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word);
  return figure ? Number(figure[1]) : numberLexicon().words.get(word)?.get('ordinal');
}
