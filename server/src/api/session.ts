// A session as whoever uses the library sees it. Types alone.
import type { Problem } from '../document/story';
import type { Clearance, Reason } from '../engine/clearance';
import type { Diagnostic } from '../engine/record';
import type { DeskRecord } from '../records/desk';
import type { NamesRecord } from '../records/names';
import type { SourcesRecord } from '../records/sources';
import type { TextEdit } from '../text/edit';

/** Why a finding is fine, and who says so: kept with the decision, and asked for by nobody here. */
export interface Decision {
  readonly reason: Reason;
  readonly initials?: string;
  /** ISO day. */
  readonly date?: string;
}

/** A finding that somebody has found fine. */
export interface Cleared {
  readonly diagnostic: Diagnostic;
  readonly clearance: Clearance & Partial<Decision>;
}

/** What every fix that is safe unseen would make of the draft. */
export interface SafeFixes {
  /** In the offsets of the text as it is; apart from one another. `edit(edits)` makes them. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly applied: number;
  /** Fixes that undo one another: none of them is made. */
  readonly problems: readonly Problem[];
}

/** Offsets are UTF-16 units from 0 into `text`. What is asked is found out when it is asked for, once for each state of the draft. */
export interface Session {
  readonly text: string;
  /** What a desk would mark, less what was cleared. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  /** Replaces parts of the text. Several edits must stand apart. @throws RangeError where one leaves the text or meets another. */
  edit(edits: TextEdit | readonly TextEdit[]): void;
  /** The text is another. What of it stays need not be told. */
  update(text: string): void;
  /** Those of `diagnostics` that wait, with the newest edit ending at `offset`: the sentence is not yet written, or its quotation. */
  waiting(offset: number): readonly Diagnostic[];
  /** All fixes that are safe unseen, as `copydesk lint --fix` makes them. Changes nothing. */
  safeFixes(): SafeFixes;
  /** Why this finding may be fine, as a desk would say it: the reason, and words for it. The first is a false alarm. */
  reasons(diagnostic: Diagnostic): readonly (readonly [reason: Reason, words: string])[];
  /**
   * Somebody finds it fine: it is not marked again while its sentence keeps its words. @returns what to keep, and to give to `open`
   * as `cleared` another time; no words of the draft are in it. @throws TypeError for a finding that is none of this session's.
   */
  clear(diagnostic: Diagnostic, decision: Decision): Clearance & Decision;
  /** Takes a decision back. */
  askAgain(clearance: Clearance): void;
  /** What was found fine and stands in the draft now. */
  readonly cleared: readonly Cleared[];
  /** Every decision that holds, whether its sentence stands or not. */
  readonly clearances: readonly Clearance[];
  sources(): SourcesRecord;
  names(): NamesRecord;
  /** How the story stands: sources, names, claims that stand alone, findings and parts in one. */
  report(): DeskRecord;
  /** The same as one page of HTML that holds no script and fetches nothing. @param title what the draft is called. */
  reportPage(title?: string): Promise<string>;
}
