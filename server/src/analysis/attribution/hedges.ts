// Hedges inside words that already have a source: "police said he allegedly fled".
import type { Paragraph } from '../../document/paragraph';
import { tokenAt, wordAt } from '../../document/token';
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
    if (form !== 'adverb' || !cue || hedge.lemma.includes('-') || isInNounPhrase(paragraph, cue)) return [];
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

/** The source of the words that hold the hedge. A relative clause may hedge what somebody else alleges: it is left alone. */
function sourceOf({ sentence }: Attribution, cue: Span, all: readonly Attribution[]): Span | undefined {
  const said = all.find(
    (a) =>
      a.sentence === sentence &&
      a.form === 'verb' &&
      a.source !== null &&
      a.governs !== undefined &&
      (a.type === 'indirect' || a.type === 'document') &&
      a.content.some((content) => contains(content, cue)),
  );
  return said?.source ?? undefined;
}
