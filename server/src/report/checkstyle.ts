// Checkstyle’s XML: what Jenkins’s warnings plugin, editors’ bridges and many a dashboard read.
import type { Severity } from '../rules/rule';
import { inXml } from './escape';
import type { Report } from './report';

/** Of the four that Checkstyle knows. */
const severities: Readonly<Record<Severity | 'note', string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  note: 'info',
};

/** Each draft is a file, one in which nothing was found too: so that what was read can be told from what was not. */
export const checkstyleReport = (): Report => ({
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  draft({ path, diagnostics, problems }) {
    const told = [
      ...problems.map(({ code, message, line = 1, column, severity }) =>
        errorAt(line, column, severities[severity ?? 'error'], message, code),
      ),
      ...diagnostics.map((d) => errorAt(d.line, d.column, severities[d.severity], d.message, d.rule)),
    ];
    return `  <file name="${inXml(path)}">\n${told.join('')}  </file>\n`;
  },
  tail: () => '</checkstyle>\n',
});

function errorAt(line: number, column: number | undefined, severity: string, message: string, rule: string): string {
  const at = column === undefined ? `line="${line}"` : `line="${line}" column="${column}"`;
  return `    <error ${at} severity="${severity}" message="${inXml(message)}" source="copydesk.${inXml(rule)}"/>\n`;
}
