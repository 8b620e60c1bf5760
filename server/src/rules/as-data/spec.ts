// A house's own rule as it is written down: what it looks for, where, and what it says. Data and nothing else.
import type { Category, Kind, Severity } from '../severity';

/** Parts of a story that a rule may keep to. `lead` is the first paragraph; `body` every paragraph, the lead among them. */
export const scopes = ['headline', 'subhead', 'lead', 'body', 'caption', 'table'] as const;
export type Scope = (typeof scopes)[number];

/** Whether words inside quotation marks are meant. */
export const quotations = ['outside', 'inside', 'anywhere'] as const;
export type Quotations = (typeof quotations)[number];

/** As `houseRules` of copydesk.json and the head of a page in `house/` have it. */
export interface HouseRuleEntry {
  readonly kind: Kind;
  /** What the writer reads: `{found}` stands for the words in the copy, `{replacement}` for what the house writes. */
  readonly message: string;
  /** Default: `warning` of a fix, `information` of a query. */
  readonly severity?: Severity | 'off';
  /** One sentence for tables and menus; the message where there is none. */
  readonly summary?: string;
  readonly category?: Category;
  readonly phrases?: readonly string[];
  /** What stands for each phrase: `{ "in order to": "to" }`; of several a person chooses one. They are looked for as `phrases` are. */
  readonly replace?: Readonly<Record<string, string | readonly string[]>>;
  /** In the project's own pattern language, `language/patterns.ts`. */
  readonly patterns?: readonly string[];
  /** Phrases in which the rule is silent: "Greek tragedy". */
  readonly exceptions?: readonly string[];
  /** Classes of the rule's own for its patterns: `<name>` stands for these words. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly scope?: Scope | readonly Scope[];
  readonly quotations?: Quotations;
  /** `exact`: letters as the phrase has them. */
  readonly case?: 'any' | 'exact';
  /** What is written instead; nothing at all where it is empty. */
  readonly replacement?: string;
  /** A fix goes in unseen though it is another word. */
  readonly bulk?: boolean;
  /** Markdown: what it asks, why, when to clear it. */
  readonly manual?: string;
}

/** A rule where it was written down. */
export interface HouseRule extends HouseRuleEntry {
  readonly id: string;
  /** The page or settings file that holds it. Absolute, forward slashes; nothing where a program gave it. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
}
