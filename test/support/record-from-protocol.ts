// Rebuilds the `lint` record from what a client of the server sees, and from nothing else: imports nothing of the server's,
// so that the two answers can be compared as two answers.
import type { Json } from './rpc';

const severities: Record<number, string> = { 1: 'error', 2: 'warning', 3: 'information' };

/** @param text the document as the client has it. */
export function recordFromProtocol(diagnostics: readonly Json[], text: string) {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Json): number => (starts[line] as number) + character;
  const span = ({ start, end }: Json) => ({ start: offset(start), end: offset(end) });
  const [problems, findings] = [true, false].map((isProblem) =>
    diagnostics.filter(({ data }) => (data.kind === 'problem') === isProblem),
  ) as [Json[], Json[]];
  return {
    diagnostics: findings.map(({ code, severity, range, message, relatedInformation = [], data }) => ({
      rule: code,
      kind: data.kind,
      severity: severities[severity],
      ...('class' in data && { class: data.class }),
      ...span(range),
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      message,
      related: relatedInformation.map((one: Json) => ({ ...span(one.location.range), message: one.message })),
      fixes: data.fixes.map(({ title, apply, edits }: Json) => ({
        title,
        apply,
        edits: edits.map((edit: Json) => ({ ...span(edit.range), text: edit.newText })),
      })),
    })),
    problems: problems.map(({ code, message, data }) => ({
      code,
      message,
      ...('line' in data && { line: data.line }),
      ...('column' in data && { column: data.column }),
    })),
  };
}

/** Lines end with LF, CRLF or CR, as the protocol says. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}
