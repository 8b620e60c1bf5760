// A line for each finding, as compilers write it: for Vim’s quickfix, Emacs’s compilation buffer, grep, and whatever reads these.
import { visible } from './escape';
import type { Report } from './report';

/** `path:line:column: severity: message [rule]`, and nothing besides: what is counted or summed up is no place to go to. */
export const conciseReport = (): Report => ({
  draft: ({ path, diagnostics, problems }) =>
    [
      ...problems.map(({ code, message, line = 1, column = 1, severity }) =>
        lineOf(path, line, column, severity ?? 'error', message, code),
      ),
      ...diagnostics.map((d) => lineOf(path, d.line, d.column, d.severity, d.message, d.rule)),
    ].join(''),
});

const lineOf = (path: string, line: number, column: number, severity: string, message: string, rule: string): string =>
  `${visible(path)}:${line}:${column}: ${severity}: ${visible(message)} [${rule}]\n`;
