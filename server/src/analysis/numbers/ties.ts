// What ties a list of parts to the total before it: a colon, "comprising", "of whom", or no more than a comma.
import { data as tieLines } from '../../lexicon/numbers/ties.tsv';
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import type { Quantity } from '../../language/quantities';

/** `all`: the parts leave nothing out; `each` too, and says before each whose it is. `some`: others may be left. `beside`: a comma or "were", behind which the list may simply go on. */
export interface Tie {
  readonly says: 'all' | 'each' | 'some' | 'beside';
  /** The token it begins with, and the one behind it. */
  readonly first: number;
  readonly last: number;
}

/** Words between a total and the tie, at most: "15 people were killed in the fire, …". */
const TIED_WITHIN = 7;

export function tieBehind({ tokens }: Paragraph, { firstToken }: Sentence, total: Quantity): Tie | undefined {
  for (let i = total.last; i <= total.last + TIED_WITHIN; i++) {
    const word = wordAt(tokens, i);
    const from = word === ',' ? i + 1 : i;
    const phrase = phrases()
      .get(wordAt(tokens, from))
      ?.find(({ words }) => words.every((w, k) => wordAt(tokens, from + k) === w));
    if (phrase) return { says: phrase.says, first: i, last: from + phrase.words.length };
    // "Of the 15 dead, nine were men"
    const ofThem = wordAt(tokens, firstToken) === 'of' && total.first - firstToken <= 2;
    if (word === ',') return { says: ofThem ? 'some' : 'beside', first: i, last: i + 1 };
    if (marks.has(word)) return { says: 'all', first: i, last: i + 1 };
    // "The 15 victims were nine men and four women"
    if (copula.has(word) && (has(tokens, i + 1, Shape.number) || numeral.test(wordAt(tokens, i + 1))))
      return { says: 'beside', first: i, last: i + 1 };
    if (!has(tokens, i, Shape.word)) return undefined;
  }
  return undefined;
}

interface Phrase {
  readonly words: readonly string[];
  readonly says: Tie['says'];
}

let known: ReadonlyMap<string, readonly Phrase[]> | undefined;

/** By their first word. */
const phrases = (): ReadonlyMap<string, readonly Phrase[]> => (known ??= readPhrases());

function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const line of tieLines.split('\n')) {
    const [says, text] = line.split('\t') as [Tie['says'], string];
    const words = text.split(' ');
    const first = words[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { says, words }]);
  }
  return byFirst;
}

const marks: ReadonlySet<string> = new Set([':', '(', '—', '–', '--']);
const copula: ReadonlySet<string> = new Set(['were', 'are']);
const numeral = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)$/;
