// GitLab's code quality report: a JSON array of issues.
import type { Severity } from '../rules/rule';
import { fingerprintsOf } from './fingerprint';
import type { Report } from './report';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', information: 'info' };

export function gitlabReport(): Report {
  let written = 0;
  const item = (issue: object): string => `${written++ ? ',' : ''}\n${JSON.stringify(issue)}`;
  return {
    head: '[',
    draft(linted) {
      const { path, diagnostics, problems } = linted;
      const prints = fingerprintsOf(linted);
      const issues = diagnostics.map((d, i) => ({
        description: d.message,
        check_name: d.rule,
        fingerprint: prints[i],
        severity: severities[d.severity],
        location: { path, lines: { begin: d.line, end: d.endLine } },
      }));
      const unread = problems.map(({ code, message, line = 1 }, i) => ({
        description: message,
        check_name: code,
        fingerprint: `${path}:${code}:${i}`,
        severity: 'blocker',
        location: { path, lines: { begin: line } },
      }));
      return [...unread, ...issues].map(item).join('');
    },
    tail: () => `${written ? '\n' : ''}]\n`,
  };
}
