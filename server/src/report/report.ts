// A report: how findings are written down. One module for each format; text goes out draft by draft, so memory stays flat.
import type { LintRecord } from '../engine/diagnostic';
import type { Rule, Severity } from '../rules/rule';

/** One draft's answer, with what a report needs to show where. */
export interface Linted extends LintRecord {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  /** The file, as it was linted. Empty where it could not be read. */
  readonly text: string;
  /** How many findings were put right before these were left. */
  readonly fixed?: number;
  /** How many findings would be put right, where nothing was. */
  readonly fixable?: number;
  /** How many findings of the draft somebody has taken for the baseline. */
  readonly baseline?: number;
  /** Its place among all drafts of a run, from 0, where several jobs share them. */
  readonly index?: number | undefined;
}

export interface Report {
  readonly head?: string;
  /** What is written for one draft, which may be nothing. */
  draft(linted: Linted): string;
  /** What is written when all drafts are through. */
  tail?(): string;
}

/** What a report may depend on besides the findings. */
export interface ReportOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** Every rule of ours, for reports that describe them. */
  readonly rules: readonly Pick<Rule, 'id' | 'summary' | 'category' | 'kind' | 'severity'>[];
  /** The houses' own rules, of all drafts that were read by then. */
  readonly own?: () => readonly Rule[];
  /** Severities that fail the run. */
  readonly failing: readonly Severity[];
  /** Which job of how many, such as `1/4`. */
  readonly shard?: string | undefined;
}
