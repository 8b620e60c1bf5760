// Reports of several jobs as one: for pages that take a single SARIF log or a single list of issues.
import type { Severity } from '../rules/rule';

/** As much of SARIF 2.1.0 as `report/sarif.ts` writes. */
export interface SarifLog {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly columnKind: string;
  readonly results: readonly SarifResult[];
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly object[];
  }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning' | 'note';
}

/** One run: results in the order of the logs, each rule described once, what several jobs could not read told once. */
export function mergedLog(logs: readonly SarifLog[]): SarifLog {
  const [first] = logs as readonly [SarifLog, ...SarifLog[]];
  const runs = logs.flatMap((log) => log.runs);
  const rules = [...new Map(runs.flatMap((run) => run.tool.driver.rules).map((rule) => [rule.id, rule])).values()];
  const place = new Map(rules.map(({ id }, i) => [id, i]));
  const notes = runs.flatMap((run) => run.invocations.flatMap((i) => i.toolExecutionNotifications));
  const told = [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
  return {
    version: first.version,
    $schema: first.$schema,
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        results: runs.flatMap((run) =>
          run.results.map((result) => ({ ...result, ruleIndex: place.get(result.ruleId) as number })),
        ),
        tool: { driver: { name: 'copydesk', rules } },
        invocations: [
          {
            executionSuccessful: runs.every((run) => run.invocations.every((i) => i.executionSuccessful)),
            toolExecutionNotifications: told,
          },
        ],
      },
    ],
  };
}

const levels: Readonly<Record<SarifResult['level'], Severity>> = {
  error: 'error',
  warning: 'warning',
  note: 'information',
};

/** What decides the exit code. */
export interface Outcome {
  readonly severities: readonly Severity[];
  /** Something could not be read. */
  readonly troubled: boolean;
}

export const outcomeOfLog = ({ runs }: SarifLog): Outcome => ({
  severities: runs.flatMap(({ results }) => results.map(({ level }) => levels[level])),
  troubled: runs.some(({ invocations }) => invocations.some((i) => !i.executionSuccessful)),
});

/** As much of GitLab's issues as decides. */
export interface Issue {
  readonly fingerprint: string;
  readonly severity: string;
}

const issueSeverities: Readonly<Record<string, Severity>> = {
  critical: 'error',
  minor: 'warning',
  info: 'information',
};

/** Each issue once: what several jobs could not read has one fingerprint. */
export const mergedIssues = (reports: readonly (readonly Issue[])[]): Issue[] => [
  ...new Map(reports.flat().map((issue) => [issue.fingerprint, issue])).values(),
];

export const outcomeOfIssues = (issues: readonly Issue[]): Outcome => ({
  severities: issues.flatMap(({ severity }) => issueSeverities[severity] ?? []),
  troubled: issues.some(({ severity }) => severity === 'blocker'),
});
