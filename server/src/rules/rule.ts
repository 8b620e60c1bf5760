// Rules: what a desk asks of a draft. A rule is a value; it reads facts and yields findings, and never parses text.
import type { Paragraph } from '../document/paragraph';
import type { Story } from '../document/story';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { HouseRule } from './as-data/spec';
import type { House } from './house';
import type { Options, Values } from './option';
import type { Elsewhere, Related } from './related-locations';
import { type Category, type Kind, type Severity, severities } from './severity';

export { type Kind, type Severity, severities };

/**
 * What a rule's fixes may put into the copy besides spaces; what they take away needs no leave. The engine drops every fix that
 * brings in something else (`engine/vocabulary.ts`).
 * marks: punctuation · character: one character, where a code for it stood · house: a form of the glossary, of a preset or of the
 * base list, or the end mark that is demanded · story: the story's own other spelling or fuller form of the same name or term ·
 * drafts: a spelling that the folder's other drafts have · speaker: who may have said it, by the story; a person chooses it ·
 * words: these and no others.
 */
export type Inserts =
  | 'marks'
  | 'character'
  | 'house'
  | 'story'
  | 'drafts'
  | 'speaker'
  | { readonly words: readonly string[] };

export interface Fix {
  /** What the person reads in the menu: "Remove the sign-off". */
  readonly title: string;
  /** `auto` is safe to apply unseen; `ask` waits for a person to choose. */
  readonly apply: 'auto' | 'ask';
  /** In the offsets of the finding. Apart from one another. */
  readonly edits: readonly TextEdit[];
  /** Who is named as having said it: never more than a possible speaker, so such a fix comes last and a person chooses it. */
  readonly speaker?: string;
}

/** What a rule reports: where, and in desk language why. Offsets are those of the facts that the rule was given. */
export interface Finding extends Span {
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly elsewhere?: readonly Elsewhere[];
  /** The class of claim, say: what a clearance and a `cases.md` note can name. */
  readonly class?: string;
  /** Of characters that the prose leaves out: stands in the place of the finding's own span, related places and fixes. */
  readonly inFile?: InFile;
}

/** What a finding says of the file itself. Offsets into the file. */
export interface InFile extends Span {
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** Kinds of answer to a finding; `engine/reasons.ts` has the words for each. */
export type ClearedAs =
  | 'sourced'
  | 'known-source'
  | 'clear-speaker'
  | 'clear-person'
  | 'known-person'
  | 'meant'
  | 'two-names'
  | 'checked'
  | 'as-sent'
  | 'lifted'
  | 'released'
  | 'only-false-alarm';

interface Meta<O extends Options> {
  /** Names the fault and is the folder's name; reads well after "ignore". */
  readonly id: string;
  /** One sentence, for tables and menus. */
  readonly summary: string;
  readonly category: Category;
  readonly kind: Kind;
  /** Nothing: its fixes only take away, or it has none. */
  readonly inserts: readonly Inserts[];
  /** Default; `off` for a rule that has not reached its target on unseen copy, or a matter of taste. */
  readonly severity: Severity | 'off';
  readonly options: O;
  /** `english` (default) is silent on paragraphs in other languages; furniture rules read `any`. */
  readonly language?: 'english' | 'any';
  /** Asks who stands behind what is said: silent in a story of a kind that needs no sources, opinion, a transcript. */
  readonly asks?: 'sources';
  /** Asks, in its own way, who says so. One answer to that on a sentence answers all such rules. */
  readonly isSourcing?: true;
  /** The judge of claims decides where it asks: without the judge's weights it is silent. */
  readonly isJudged?: true;
  /**
   * What its answer depends on besides draft and settings: the hour, or the other drafts of the folder. Such an answer may be another
   * in the next run, though nobody has touched the draft.
   */
  readonly changesWith?: 'clock' | 'folder';
  /**
   * claim: each finding is a claim that nobody stands behind; views of sources count it so · spelling: its fixes spell a name or a
   * word otherwise, so an editor offers them for all places of the name.
   */
  readonly about?: 'claim' | 'spelling';
  /** The statement that is true where all rules that confirm it are on and find nothing: editors show it with a tick. */
  readonly confirms?: 'claims' | 'names' | 'quotations' | 'leftovers';
  /** What a person who clears it may mean, besides "a false alarm". Default: it is house style. */
  readonly clearedAs?: ClearedAs;
  /** A house's own, as it was written down; nothing of ours. */
  readonly house?: HouseRule;
}

export interface ParagraphRule<O extends Options = Options> extends Meta<O> {
  readonly reads: 'paragraph';
  readonly check: (paragraph: Paragraph, options: Values<O>, house: House) => Iterable<Finding>;
}

export interface StoryRule<O extends Options = Options> extends Meta<O> {
  readonly reads: 'story';
  readonly check: (story: Story, options: Values<O>, house: House) => Iterable<Finding>;
}

export type Rule = ParagraphRule | StoryRule;

/** A rule on one paragraph's facts: asked again only where that paragraph changes. Offsets relative to the paragraph. */
export const paragraphRule = <const O extends Options>(rule: Omit<ParagraphRule<O>, 'reads'>): ParagraphRule => ({
  ...(rule as unknown as ParagraphRule),
  reads: 'paragraph',
});

/** A rule on the whole story. Offsets into the prose. */
export const storyRule = <const O extends Options>(rule: Omit<StoryRule<O>, 'reads'>): StoryRule => ({
  ...(rule as unknown as StoryRule),
  reads: 'story',
});
