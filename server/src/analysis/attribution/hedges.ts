// Hedges inside words that already have a source: "police said he allegedly fled".
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, type Tokens, tokenAt, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { contains, type Span } from '../../text/span';
import { perParagraph } from '../memo';
import { type Attribution, attributionsOf } from './attribution';
import { Class, classOf } from './lexicon';

export interface DoubleHedge extends Span {
  readonly words: string;
  /** Who said it already. */
  readonly source: string;
}

/** In order. Offsets relative to the paragraph. */
export const doubleHedgesIn: (paragraph: Paragraph) => readonly DoubleHedge[] = perParagraph((paragraph) => {
  const attributions = attributionsOf(paragraph);
  const { text } = paragraph;
  return attributions.flatMap((hedge): DoubleHedge[] => {
    const { cue, form } = hedge;
    if (form !== 'adverb' || !cue || hedge.lemma.includes('-')) return [];
    if (isInNounPhrase(paragraph, cue) || isInClauseOfItsOwn(paragraph, cue)) return [];
    const source = sourceOf(hedge, cue, attributions);
    return source
      ? [{ ...cue, words: text.slice(cue.start, cue.end), source: text.slice(source.start, source.end) }]
      : [];
  });
});

/** "From allegedly fraudulent trades", "the allegedly stolen car": it hedges the adjective, and the claim stands. */
function isInNounPhrase({ tokens }: Paragraph, { start }: Span): boolean {
  const before = wordAt(tokens, tokenAt(tokens, start) - 1);
  return (classOf(before) & (Class.determiner | Class.possessive | Class.preposition)) !== 0;
}

const CLAUSE_WITHIN = 5;
const relatives = new Set(['who', 'which', 'whom', 'whose', 'where']);
const joins = new Set(['and', 'but', 'while', 'whereas']);

/** "…, who is reportedly in hiding", "and the bank reportedly refused", "…, reportedly in Lom": the source need not speak for it. */
function isInClauseOfItsOwn({ tokens }: Paragraph, { start }: Span): boolean {
  const at = tokenAt(tokens, start);
  const before = wordAt(tokens, at - 1);
  if (before === ',') return !closesApposition(tokens, at - 1);
  for (let t = at - 1; t >= Math.max(0, at - CLAUSE_WITHIN); t--) {
    const word = wordAt(tokens, t);
    if (relatives.has(word)) return true;
    if (joins.has(word) && !joinsNames(tokens, t)) return t < at - 1;
    if (tagsSpeech(word)) return false;
  }
  return false;
}

/** "Karl and Peter Dunne": one subject. */
const joinsNames = (tokens: Tokens, at: number): boolean =>
  has(tokens, at - 1, Shape.capital) && has(tokens, at + 1, Shape.capital);

/** "Nina Holloway, 44, allegedly moved": the comma before the hedge closes what another opens, and its verb follows. */
function closesApposition(tokens: Tokens, comma: number): boolean {
  if (classOf(wordAt(tokens, comma + 2)) & (Class.preposition | Class.determiner)) return false;
  for (let t = comma - 1; t >= Math.max(0, comma - APPOSITION); t--) {
    const word = wordAt(tokens, t);
    if (word === ',') return true;
    if (relatives.has(word) || joins.has(word) || tagsSpeech(word)) return false;
  }
  return false;
}

/** Tokens of an apposition: an age, an office. */
const APPOSITION = 8;

/** The source of the words that hold the hedge: of a verb, or "according to". */
function sourceOf({ sentence }: Attribution, cue: Span, all: readonly Attribution[]): Span | undefined {
  const said = all.find(
    (a) =>
      a.sentence === sentence &&
      a.source !== null &&
      (a.form === 'verb' ? a.governs !== undefined : a.form === 'phrase') &&
      (a.type === 'indirect' || a.type === 'document') &&
      a.content.some((content) => contains(content, cue)),
  );
  return said?.source ?? undefined;
}
