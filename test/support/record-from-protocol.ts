// Rebuilds the `lint` record from what a client of the server sees, and from nothing else: imports nothing of the server's,
// so that the two answers can be compared as two answers.
import type { Json } from './rpc';

const severities: Record<number, string> = { 1: 'error', 2: 'warning', 3: 'information' };

/**
 * @param text the document as the client has it.
 * @param place the document's own URI, and the folder's, with a slash at the end, that paths of other drafts count from.
 */
export function recordFromProtocol(diagnostics: readonly Json[], text: string, { own = '', folder = '' } = {}) {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Json): number => (starts[line] as number) + character;
  const span = ({ start, end }: Json) => ({ start: offset(start), end: offset(end) });
  const lines = ({ start, end }: Json) => ({
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  /** Of what is told of another draft below the folder. */
  const pathOf = ({ location: { uri } }: Json): string =>
    folder && uri.startsWith(folder) && uri !== own ? uri.slice(folder.length) : '';
  const elsewhere = (all: Json[]) => {
    const others = all.filter(pathOf);
    return others.length
      ? { elsewhere: others.map((one) => ({ path: pathOf(one), ...lines(one.location.range), message: one.message })) }
      : {};
  };
  const [problems, findings] = [true, false].map((isProblem) =>
    diagnostics.filter(({ data }) => (data.kind === 'problem') === isProblem),
  ) as [Json[], Json[]];
  return {
    diagnostics: findings.map(({ code, severity, range, message, relatedInformation: all = [], data }) => ({
      rule: code,
      kind: data.kind,
      severity: severities[severity],
      ...('class' in data && { class: data.class }),
      ...span(range),
      ...lines(range),
      message,
      related: [
        ...(data.related ?? []).map((one: Json) => ({ ...span(one.range), message: one.message })),
        ...all.flatMap((one: Json) => (pathOf(one) ? [] : [{ ...span(one.location.range), message: one.message }])),
      ],
      ...elsewhere(all),
      fixes: data.fixes.map(({ title, apply, edits, speaker }: Json) => ({
        title,
        apply,
        edits: edits.map((edit: Json) => ({ ...span(edit.range), text: edit.newText })),
        ...(speaker !== undefined && { speaker }),
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
