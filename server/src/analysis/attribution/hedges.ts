// Hedges inside words that already have a source: "police said he allegedly fled".
import type { Paragraph } from '../../document/paragraph';
import { contains, type Span } from '../../text/span';
import { perParagraph } from '../memo';
import { type Attribution, attributionsOf } from './attribution';

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
    const source = sourceOf(hedge, cue, attributions);
    return source
      ? [{ ...cue, words: text.slice(cue.start, cue.end), source: text.slice(source.start, source.end) }]
      : [];
  });
});

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
