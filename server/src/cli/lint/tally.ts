// The tally: counts what was found, for the exit code and `--stats`; `--quiet` leaves out what does not fail the run.
import { isNote } from '../../document/story';
import type { LintRecord } from '../../engine/diagnostic';
import { type Severity, severities } from '../../rules/rule';
import type { Arguments } from '../arguments';
import { counted } from '../../report/counted';

export interface Tally {
  /** Severities that fail the run. */
  readonly failing: readonly Severity[];
  /** Counts the record and returns what of it is to be reported. */
  count(record: LintRecord, text: string): LintRecord;
  /** Counts what another tally has counted. */
  add(counts: Counts): void;
  /** Something could not be read or written. */
  trouble(): void;
  counts(): Counts;
  exitCode(): number;
  stats(milliseconds: number): string;
}

/** What was counted, as plain data. */
export interface Counts {
  readonly drafts: number;
  /** UTF-16 units read. */
  readonly units: number;
  readonly perRule: ReadonlyMap<string, number>;
  /** Where rules threw, each place once. */
  readonly threw: ReadonlySet<string>;
  readonly failed: boolean;
  readonly troubled: boolean;
}

export function createTally(args: Arguments): Tally {
  const failOn = args.value('fail-on') ?? 'error';
  const failing: readonly Severity[] = severities.slice(0, severities.indexOf(failOn as Severity) + 1);
  const shown = failing.length ? failing : ['error'];
  const perRule = new Map<string, number>();
  const threw = new Set<string>();
  let failed = false;
  let troubled = false;
  let drafts = 0;
  let units = 0;
  const spoke = (rule: string, times = 1): void => void perRule.set(rule, (perRule.get(rule) ?? 0) + times);
  return {
    failing,
    count({ diagnostics, problems }, text) {
      drafts++;
      units += text.length;
      for (const { rule, severity } of diagnostics) {
        spoke(rule);
        failed ||= failing.includes(severity);
      }
      troubled ||= problems.some((problem) => !isNote(problem));
      for (const { stack } of problems) if (stack !== undefined) threw.add(stack);
      return {
        diagnostics: args.has('quiet') ? diagnostics.filter((d) => shown.includes(d.severity)) : diagnostics,
        problems,
      };
    },
    add(counts) {
      drafts += counts.drafts;
      units += counts.units;
      for (const [rule, times] of counts.perRule) spoke(rule, times);
      for (const stack of counts.threw) threw.add(stack);
      failed ||= counts.failed;
      troubled ||= counts.troubled;
    },
    trouble() {
      troubled = true;
    },
    counts: () => ({ drafts, units, perRule, threw, failed, troubled }),
    exitCode: () => (troubled ? 2 : failed ? 1 : 0),
    stats(milliseconds) {
      const rate = units / 1e6 / (milliseconds / 1000);
      const rows = [...perRule].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [
        `${counted(drafts, 'draft')}, ${(units / 1e6).toFixed(2)} million characters, ${Math.round(milliseconds)} ms, ${rate.toFixed(1)} million characters a second`,
        ...rows.map(([rule, n]) => `${String(n).padStart(8)}  ${rule}`),
        ...threw,
        '',
      ].join('\n');
    },
  };
}
