// Tolls: how many people a story says were killed, hurt, held or freed, each with the range of numbers that it allows.
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber, figures } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { data as fateLines } from '../../lexicon/numbers/tolls.tsv';
import { nounsFor } from './kinds-of-people';
import { type Quantity, quantitiesIn } from '../../language/quantities';

export interface Toll extends Quantity {
  /** "killed", "hurt", "held", "freed". */
  readonly fate: string;
  /** "The 12 dead": told before, and meant to be known. */
  readonly known: boolean;
}

/** "Killed", "dead". */
const aFate = figures.word((word) => lexicon().before.has(word) || lexicon().behind.has(word));

/** In order of place. Nothing inside quotation marks: that count is the speaker's. */
export const tollsOf = perParagraphWith([aFate, aNumber], [], (paragraph: Paragraph): readonly Toll[] =>
  inSentences(paragraph, (sentence) =>
    quantitiesIn(paragraph, sentence).flatMap((quantity) => {
      const { first, kind, vague } = quantity;
      if (kind !== 'count' || vague || has(paragraph.tokens, first, Shape.quoted)) return [];
      const fate = fateOf(paragraph, sentence, quantity);
      return fate === undefined ? [] : [{ ...quantity, fate, known: isKnown(paragraph, quantity) }];
    }),
  ),
);

/** Words between a count and its fate, at most: "12 people, police said, had been killed" is left alone. */
const FATE_WITHIN = 5;

function fateOf({ tokens }: Paragraph, { lastToken }: Sentence, { first, last }: Quantity): string | undefined {
  const { before, behind, nouns } = lexicon();
  let i = last;
  for (const end = Math.min(lastToken, last + FATE_WITHIN); i < end; i++) {
    const word = wordAt(tokens, i);
    const fate = behind.get(word);
    // "12 killed 3": the fate of the others
    if (fate !== undefined) return has(tokens, i + 1, Shape.number) ? undefined : fate;
    if (!nouns.has(word) && !linking.has(word)) break;
  }
  // "killed 12 days later" counts no people; a headline leaves the noun out: "Blast kills 12"
  const next = wordAt(tokens, last);
  if (!nouns.has(next) && i === last && last < lastToken && !bareBehind.has(next)) return undefined;
  return before.get(wordAt(tokens, first - 1));
}

/** All of them, by a word for all: "the three children killed" may be some. */
function isKnown({ tokens }: Paragraph, { first, last }: Quantity): boolean {
  const { behind, totals } = lexicon();
  const next = wordAt(tokens, last);
  return /^(?:the|those|these)$/.test(wordAt(tokens, first - 1)) && (behind.has(next) || totals.has(next));
}

const linking = wordList('links to a fate');
/** Behind a bare count, in a headline's manner. */
const bareBehind = wordList('words behind a bare toll');

interface Lexicon {
  readonly before: ReadonlyMap<string, string>;
  readonly behind: ReadonlyMap<string, string>;
  /** Kinds of people, and words for all of them. */
  readonly nouns: ReadonlySet<string>;
  readonly totals: ReadonlySet<string>;
}
let known: Lexicon | undefined;

function lexicon(): Lexicon {
  if (known) return known;
  const before = new Map<string, string>();
  const behind = new Map<string, string>();
  for (const line of fateLines.split('\n')) {
    const [fate, first, then] = line.split('\t') as [string, string, string];
    for (const word of first.split(' ')) before.set(word, fate);
    for (const word of then.split(' ')) behind.set(word, fate);
  }
  const totals = nounsFor('total');
  return (known = { before, behind, nouns: new Set([...totals, ...nounsFor('part')]), totals });
}
