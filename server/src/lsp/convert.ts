// From records to the protocol. Every field of a record is there, so that an editor's answer and the command line's can be compared.
import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
  type Diagnostic as Shown,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Problem } from '../document/story';
import type { Diagnostic, LintRecord } from '../engine/diagnostic';
import { ownRule } from '../rules/own-rule';
import type { Severity } from '../rules/rule';
import { type LineIndex, type LineRange, lineIndex, rangeAt } from '../text/line-index';
import type { Span } from '../text/span';
import { type DiagnosticData, manualUri } from './protocol/diagnostics';

export const source = 'copydesk';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

const severityNames = Object.fromEntries(
  Object.entries(severities).map(([name, number]) => [number, name as Severity]),
) as Readonly<Partial<Record<DiagnosticSeverity, Severity>>>;

/**
 * The record's diagnostics, then its problems: what could not be read is said where the reader looks.
 * @param uriOf another draft that a diagnostic speaks of.
 */
export function toShown(
  { diagnostics, problems }: LintRecord,
  uri: string,
  text: string,
  uriOf: (path: string) => string = (path) => path,
): Shown[] {
  const lines = lineIndex(text);
  return [...diagnostics.map((d) => shownDiagnostic(d, uri, lines, uriOf)), ...problems.map(shownProblem)];
}

/**
 * Whether an editor lists the related places of a finding below it, a line each: a list of twice the length is read by nobody. Where two
 * places contradict one another, that is what a person goes to, unless both are seen at once. The related place of a claim is somebody
 * who is cited for something else: the menu has it. Where a name is spelled otherwise, its definition, references and hover tell.
 */
const isListed = (d: Diagnostic, lines: LineIndex): boolean =>
  ownRule(d.rule)?.about === undefined && d.related.some((one) => rangeAt(lines, one).line !== rangeAt(lines, d).line);

function shownDiagnostic(d: Diagnostic, uri: string, lines: LineIndex, uriOf: (path: string) => string): Shown {
  const beside = isListed(d, lines) ? [] : d.related;
  const related = [
    ...(beside.length ? [] : d.related).map((r) => ({
      location: { uri, range: toRange(lines, r) },
      message: r.message,
    })),
    ...(d.elsewhere ?? []).map((e) => ({ location: { uri: uriOf(e.path), range: rangeOf(e) }, message: e.message })),
  ];
  const data: DiagnosticData = {
    kind: d.kind,
    ...(d.class !== undefined && { class: d.class }),
    ...(beside.length && { related: beside.map((r) => ({ range: toRange(lines, r), message: r.message })) }),
    fixes: d.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((e) => toEdit(lines, e)) })),
  };
  return {
    range: toRange(lines, d),
    severity: severities[d.severity],
    code: d.rule,
    codeDescription: { href: manualUri(d.rule) },
    source,
    message: d.message,
    ...(related.length && { relatedInformation: related }),
    data,
  };
}

/**
 * The record that {@link toShown} was made from: the other end of the protocol.
 * @param uri of the draft. @param pathOf another draft, as reports show it.
 */
export function fromShown(
  shown: readonly Shown[],
  uri: string,
  text: string,
  pathOf: (uri: string) => string,
): LintRecord {
  const lines = lineIndex(text);
  const span = ({ start, end }: Range): Span => ({
    start: toOffset(lines, start, text),
    end: toOffset(lines, end, text),
  });
  const diagnostics: Diagnostic[] = [];
  const problems: Problem[] = [];
  for (const { code, message: said, severity, range, relatedInformation = [], data } of shown) {
    const message = typeof said === 'string' ? said : said.value;
    const { kind, class: named, fixes, line, column, stack, related: beside = [] } = data as DiagnosticData;
    if (kind === 'problem') {
      problems.push({
        code: String(code),
        message,
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(severity === DiagnosticSeverity.Information && { severity: 'note' as const }),
        ...(stack !== undefined && { stack }),
      });
      continue;
    }
    const isHere = ({ location }: DiagnosticRelatedInformation): boolean => location.uri === uri;
    const elsewhere = relatedInformation
      .filter((r) => !isHere(r))
      .map(({ location, message }) => ({ path: pathOf(location.uri), ...linesOf(location.range), message }));
    diagnostics.push({
      rule: String(code),
      kind,
      severity: severityNames[severity ?? DiagnosticSeverity.Information] ?? 'information',
      ...(named !== undefined && { class: named }),
      ...span(range),
      ...linesOf(range),
      message,
      related: [
        ...beside.map((r) => ({ ...span(r.range), message: r.message })),
        ...relatedInformation.filter(isHere).map((r) => ({ ...span(r.location.range), message: r.message })),
      ],
      ...(elsewhere.length && { elsewhere }),
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...span(edit.range), text: edit.newText })),
      })),
    });
  }
  return { diagnostics, problems };
}

const rangeOf = ({ line, column, endLine, endColumn }: LineRange): Range => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});

const linesOf = ({ start, end }: Range): LineRange => ({
  line: start.line + 1,
  column: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** A problem where it is, or at the top of the file. */
export function shownProblem({ code, message, line, column, severity, stack }: Problem): Shown {
  const position = { line: (line ?? 1) - 1, character: (column ?? 1) - 1 };
  const data: DiagnosticData = {
    kind: 'problem',
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(stack !== undefined && { stack }),
    fixes: [],
  };
  return {
    range: { start: position, end: position },
    severity: severity === 'note' ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    code,
    source,
    message,
    data,
  };
}

/** A place beyond its line or the text counts as the end of that: clients may be a change ahead. */
export function toOffset({ starts }: LineIndex, { line, character }: Range['start'], text: string): number {
  const start = starts[line] ?? text.length;
  const next = starts[line + 1];
  const end = next === undefined ? text.length : next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
  return Math.min(start + character, end);
}

export const toRange = (lines: LineIndex, span: Span): Range => rangeOf(rangeAt(lines, span));

export const toEdit = (lines: LineIndex, edit: Span & { readonly text: string }): TextEdit => ({
  range: toRange(lines, edit),
  newText: edit.text,
});
