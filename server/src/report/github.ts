// GitHub's workflow commands: findings as annotations on the lines of a pull request.
import type { Severity } from '../rules/rule';
import { unseenShown, visible } from './escape';
import type { Report } from './report';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/** Properties in the order in which GitHub's own library writes them. */
export const githubReport = (): Report => ({
  draft: ({ path: file, diagnostics, problems }) =>
    [
      ...problems.map(({ code, message, line = 1, column = 1, severity }) =>
        command(severity === 'note' ? 'notice' : 'error', { title: code, file, line, col: column }, message),
      ),
      ...diagnostics.map((d) => {
        // a last column is only read on one and the same line
        const last = d.line === d.endLine && { endColumn: d.endColumn };
        const place = { file, line: d.line, endLine: d.endLine, col: d.column, ...last };
        return command(commands[d.severity], { title: d.rule, ...place }, d.message);
      }),
    ].join(''),
});

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${inData(visible(message))}\n`;
}

const inData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => unseenShown(inData(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
