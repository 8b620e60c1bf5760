// Reviewdog's diagnostic format, a line for each finding. Columns there count UTF-8 bytes.
import { unseenFixes } from '../engine/unseen';
import type { Severity } from '../rules/rule';
import { type LineIndex, lineIndex, positionAt } from '../text/line-index';
import type { Report } from './report';

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', information: 'INFO' };

export const rdjsonlReport = (): Report => ({
  draft({ path, text, diagnostics, problems }) {
    const lines = lineIndex(text);
    const range = ({ start, end }: { start: number; end: number }): object => ({
      start: place(text, lines, start),
      end: place(text, lines, end),
    });
    const source = { name: 'copydesk' };
    return [
      ...problems.map(({ code, message, line = 1, column = 1, severity }) => ({
        message,
        location: { path, range: { start: { line, column } } },
        severity: severity === 'note' ? 'INFO' : 'ERROR',
        source,
        code: { value: code },
      })),
      ...diagnostics.map((d) => ({
        message: d.message,
        location: { path, range: range(d) },
        severity: severities[d.severity],
        source,
        code: { value: d.rule },
        // a suggestion is one click for whoever reviews: only what is safe to apply unseen
        suggestions: unseenFixes([d])
          .filter(({ edits }) => edits.length === 1)
          .flatMap(({ edits }) => edits.map((edit) => ({ range: range(edit), text: edit.text }))),
      })),
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  },
});

function place(text: string, lines: LineIndex, offset: number): { line: number; column: number } {
  const { line } = positionAt(lines, offset);
  return { line, column: utf8Length(text.slice(lines.starts[line - 1], offset)) + 1 };
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
