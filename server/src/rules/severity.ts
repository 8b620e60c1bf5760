// What a rule's findings are, where it is listed and how much they weigh. By themselves, for records and the package's types need no more of a rule.

/** `fix` where something is to be put right, `query` where the desk asks the writer. Never mixed up. */
export type Kind = 'fix' | 'query';

export const severities = ['error', 'warning', 'information'] as const;
export type Severity = (typeof severities)[number];

/** Where a rule is listed. */
export const categories = ['attribution', 'quotations', 'names', 'style', 'furniture', 'facts'] as const;
export type Category = (typeof categories)[number];

/** How much a finding weighs, in a newsroom's words. Settings and records have the severity. */
export const weightInWords = (kind: Kind, severity: Severity): string =>
  severity === 'error' ? 'must not run' : kind === 'fix' ? 'should be fixed' : 'a question';
