// States of mind that the copy tells as its own knowledge: "the minister believes that", with no "said" in the sentence.
import { tokenAt, wordAt } from '../../document/token';
import type { Paragraph } from '../../document/paragraph';
import type { Span } from '../../text/span';
import { perParagraph } from '../memo';
import { isName } from '../speakers/speaker';
import { type Attribution, attributionsOf } from './attribution';
import { Class, classOf } from './lexicon';
import { readingOf } from './scope';
import { hasTone } from './tones';

export interface MindRead extends Span {
  readonly words: string;
  readonly source: string;
}

/** In order; the span is the verb. Offsets relative to the paragraph. */
export const mindsReadIn: (paragraph: Paragraph) => readonly MindRead[] = perParagraph((paragraph) => {
  const attributions = attributionsOf(paragraph);
  return attributions.flatMap((a): MindRead[] => {
    const { cue, source, sentence } = a;
    if (!cue || !source || !readsMind(a) || !isSomebody(paragraph, source)) return [];
    if (attributions.some((other) => other !== a && other.sentence === sentence && other.type !== 'attitude'))
      return [];
    const { text } = paragraph;
    return [{ ...cue, words: text.slice(cue.start, cue.end), source: text.slice(source.start, source.end) }];
  });
});

const readsMind = ({ type, form, governs, lemma }: Attribution): boolean =>
  type === 'attitude' && form === 'verb' && governs === 'clause' && hasTone(lemma, 'mind');

/** A person by name or pronoun: what a crowd, a market or a government believes is shorthand for what it says. */
function isSomebody(paragraph: Paragraph, { start, end }: Span): boolean {
  const { tokens } = paragraph;
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, end - 1);
  if (first === last && (wordAt(tokens, first) === 'he' || wordAt(tokens, first) === 'she')) return true;
  return isName(readingOf(paragraph), last) && (classOf(wordAt(tokens, last)) & (Class.body | Class.outlet)) === 0;
}
