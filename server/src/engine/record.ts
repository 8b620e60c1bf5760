// The record of a draft: what every report, editor and program gets. Types alone, for the package's own too.
import type { Problem } from '../document/story';
import type { Elsewhere } from '../rules/related-locations';
import type { Kind, Severity } from '../rules/severity';
import type { LineRange } from '../text/line-index';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text; line, column from 1. */
export interface Diagnostic extends LineRange {
  readonly rule: string;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly class?: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly related: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** Places in other drafts, where these are compared. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes: readonly {
    readonly title: string;
    readonly apply: 'auto' | 'ask';
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
    /** Who is named as having said it. Only the writer knows whether it was so: such a fix comes last, and is never made unseen. */
    readonly speaker?: string;
  }[];
}

/** One draft's answer. */
export interface LintRecord {
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
}
