// What a rule's findings are, and how much they weigh. By themselves, for records and the package's types need no more of a rule.

/** `fix` where something is to be put right, `query` where the desk asks the writer. Never mixed up. */
export type Kind = 'fix' | 'query';

export const severities = ['error', 'warning', 'information'] as const;
export type Severity = (typeof severities)[number];

/** How much a finding weighs, in a newsroom's words. Settings and records have the severity. */
export const weightInWords = (kind: Kind, severity: Severity): string =>
  severity === 'error' ? 'must not run' : kind === 'fix' ? 'should be fixed' : 'a question';
