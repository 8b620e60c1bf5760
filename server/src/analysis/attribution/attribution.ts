// Attributions of a paragraph: who is said to say, show, decide or want what. A sentence may hold several.
import { inSentences, isEnglish, type Paragraph } from '../../document/paragraph';
import type { Span } from '../../text/span';
import { perParagraphAnd } from '../../document/kept';
import { perParagraph } from '../../document/memo';
import { cuesIn } from './cues';
import { toAttributions } from './spans';
import { readScopes, type Scope } from './scope';

/**
 * direct: the content is quoted · mixed: some of it is · indirect: none is · document: a text, a poll, pictures say it ·
 * act: the doing is the saying ("vetoed", "claimed responsibility") · attitude: what somebody thinks, wants or feels.
 */
export type AttributionType = 'direct' | 'indirect' | 'mixed' | 'document' | 'act' | 'attitude';

/** How the attribution is made. `quotation` has no cue of its own: the marks alone say that the words are somebody's. */
export type AttributionForm =
  | 'verb'
  | 'passive'
  | 'noun'
  | 'adjective'
  | 'phrase'
  | 'adverb'
  | 'label'
  | 'block'
  | 'quotation';

/** One attribution. Spans are relative to the paragraph. */
export interface Attribution {
  /** Index of its sentence in the paragraph: that of the cue, or of the quoted words. */
  readonly sentence: number;
  readonly type: AttributionType;
  readonly form: AttributionForm;
  readonly cue: Span | null;
  /** The noun phrase that names who is cited, or null where none stands in the sentence. */
  readonly source: Span | null;
  /** What is attributed. May be empty ("declined to comment"). */
  readonly content: readonly Span[];
  /** The verb's dictionary form ("point-out" with its particle), the noun, or the phrase; '' for a quotation without a cue. */
  readonly lemma: string;
  /** Of a verb: a clause ("claimed that the …", "…, he claimed"), a quotation, or a phrase ("claimed asylum"). */
  readonly governs?: 'clause' | 'phrase' | 'quotation';
}

/** In order of place. Cues are read in English only, quotations in any language. */
export const attributionsOf: (paragraph: Paragraph) => readonly Attribution[] = perParagraph((paragraph) =>
  read(paragraph),
);

/** The same where the story tells that those tokens are names. */
export const attributionsCalled = (paragraph: Paragraph, called: readonly number[]): readonly Attribution[] =>
  called.length === 0 ? attributionsOf(paragraph) : withCalled(paragraph, called);

const withCalled = perParagraphAnd(read);

function read(paragraph: Paragraph, called?: readonly number[]): readonly Attribution[] {
  const scopes = readScopes(paragraph, called);
  const english = isEnglish(paragraph);
  return inSentences(paragraph, (_, i) => {
    const scope = scopes[i] as Scope;
    return toAttributions(scope, english ? cuesIn(scope) : []);
  });
}
