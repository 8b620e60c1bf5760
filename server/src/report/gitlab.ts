// GitLab's code quality report: a JSON array of Code Climate's issues.
import type { Kind, Severity } from '../rules/rule';
import { fingerprintsOf } from './fingerprint';
import type { Report } from './report';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', information: 'info' };

/** Of the eight that Code Climate knows. */
const categories: Readonly<Record<Kind, string>> = { query: 'Clarity', fix: 'Style' };

export function gitlabReport(): Report {
  let written = 0;
  const item = (issue: object): string => `${written++ ? ',' : ''}\n${JSON.stringify(issue)}`;
  return {
    head: '[',
    draft(linted) {
      const { path, diagnostics, problems } = linted;
      const prints = fingerprintsOf(linted);
      const issues = diagnostics.map((d, i) => ({
        type: 'issue',
        description: d.message,
        check_name: d.rule,
        categories: [categories[d.kind]],
        fingerprint: prints[i],
        severity: severities[d.severity],
        location: { path, lines: { begin: d.line, end: d.endLine } },
      }));
      const unread = problems.map(({ code, message, line = 1, severity }, i) => ({
        type: 'issue',
        description: message,
        check_name: code,
        categories: [severity === 'note' ? 'Clarity' : 'Bug Risk'],
        fingerprint: `${path}:${code}:${i}`,
        severity: severity === 'note' ? 'info' : 'blocker',
        location: { path, lines: { begin: line, end: line } },
      }));
      return [...unread, ...issues].map(item).join('');
    },
    tail: () => `${written ? '\n' : ''}]\n`,
  };
}
