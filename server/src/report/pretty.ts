// The report for a person at a terminal: findings under their draft, the line they stand on, and a summary to act on.
import { NO_WEIGHTS } from '../analysis/claims/claims';
import { isNote, type Problem } from '../document/story';
import type { Diagnostic } from '../engine/diagnostic';
import { unseenFix } from '../engine/unseen';
import { severities } from '../rules/rule';
import { visible } from './escape';
import type { ReportOptions, Report } from './report';
import { columns, wrap } from './wrap';
import { counted } from './counted';

export function prettyReport({ color, width }: ReportOptions): Report {
  const paint = painter(color);
  const total = {
    drafts: 0,
    marked: 0,
    problems: 0,
    fixed: 0,
    fixing: 0,
    fixable: 0,
    baseline: 0,
    error: 0,
    warning: 0,
    information: 0,
  };
  const stopped: string[] = [];
  const told = new Set<string>();
  /** What is wrong with the installation is wrong for every draft, and told once. */
  const notYetTold = ({ code, message }: Problem): boolean => code !== NO_WEIGHTS || told.size < told.add(message).size;
  return {
    draft({ path, text, diagnostics, problems: all, fixed, fixable, baseline }) {
      const problems = all.filter(notYetTold);
      if (text || !all.length) total.drafts++;
      total.fixed += fixed ?? 0;
      if (fixed !== undefined) total.fixing++;
      total.baseline += baseline ?? 0;
      if (!diagnostics.length && !problems.length) return '';
      total.problems += problems.filter((problem) => !isNote(problem)).length;
      if (diagnostics.length) total.marked++;
      if (diagnostics.some(({ severity }) => severity === 'error')) stopped.push(path);
      for (const d of diagnostics) total[d.severity]++;
      // what fixing has left is not put right by more of it
      if (fixed === undefined)
        total.fixable += Math.min(fixable ?? Infinity, diagnostics.filter((d) => unseenFix(d)).length);
      const lines = [
        paint.path(visible(path)),
        ...problems.flatMap((p) => problemLines(p, paint, width)),
        ...diagnostics.flatMap((d) => [
          ...findingLines(d, paint, width),
          ...(text ? context(text, d, paint, width) : []),
        ]),
      ];
      return `${lines.join('\n')}\n\n`;
    },
    tail: () => [...(total.drafts > 1 ? mustNotRun(stopped, width) : []), summary(total, paint, width), ''].join('\n'),
  };
}

type Total = Record<
  'drafts' | 'marked' | 'problems' | 'fixed' | 'fixing' | 'fixable' | 'baseline' | Diagnostic['severity'],
  number
>;

const words: Readonly<Record<Diagnostic['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'query',
};

function findingLines({ line, column, severity, rule, message, class: kind }: Diagnostic, paint: Paint, width: number) {
  const place = `${line}:${column}`.padStart(7);
  const head = `${paint.dim(place)}  ${paint[severity](words[severity])}  ${paint.dim(kind ? `${rule}: ${kind}` : rule)}`;
  return [head, ...indented(message, width)];
}

function problemLines({ line, column, message, severity }: Problem, paint: Paint, width: number): string[] {
  const place = line === undefined ? '' : `${line}:${column ?? 1}`;
  return [
    `${paint.dim(place.padStart(7))}  ${severity === 'note' ? paint.information('note') : paint.error('problem')}`,
    ...indented(message, width),
  ];
}

const indented = (message: string, width: number): string[] =>
  wrap(visible(message), Math.max(20, width - 9)).map((line) => `${' '.repeat(9)}${line}`);

/** The line of the draft round the finding, as much of it as fits, and carets below. */
function context(text: string, { start, end }: Diagnostic, paint: Paint, width: number): string[] {
  const from = lineStart(text, start);
  const to = lineEnd(text, start);
  // indent, an ellipsis at either end, and some characters that take two columns
  const room = Math.max(24, width - 18);
  const marked = Math.min(Math.max(end, start + 1), to) - start;
  const lead = start - from <= room - Math.min(marked, room >> 1) ? from : start - (room >> 2);
  const stop = Math.min(to, lead + room);
  const before = (lead > from ? '…' : '') + visible(text.slice(lead, start)).trimStart();
  const inside = visible(text.slice(start, Math.min(end, stop)));
  const after = visible(text.slice(Math.min(end, stop), stop)) + (stop < to ? '…' : '');
  const pad = ' '.repeat(11);
  return [
    `${pad}${paint.dim(before)}${inside}${paint.dim(after)}`.trimEnd(),
    `${pad}${' '.repeat(columns(before))}${paint.caret('^'.repeat(Math.max(1, columns(inside))))}`,
  ];
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\r\n]/);
  return found < 0 ? text.length : at + found;
}

/** Drafts that are named at the end, for whoever did not read all that stands above. */
const NAMED = 10;

function mustNotRun(paths: readonly string[], width: number): string[] {
  if (!paths.length) return [];
  const more = paths.length - NAMED;
  const names = paths.slice(0, NAMED).map(visible);
  return wrap(`Must not run as it stands: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`, width);
}

/** On one line where it fits, else a sentence a line. */
function summary(total: Total, paint: Paint, width: number): string {
  const { drafts, marked, problems, fixed, fixing, fixable, baseline } = total;
  const found = severities
    .filter((s) => total[s])
    .map((s) => paint[s](s === 'information' ? counted(total[s], 'query', 'queries') : counted(total[s], words[s])));
  const clean = problems ? 'nothing marked' : paint.good('clean');
  const sentences = [
    `${counted(drafts, 'draft')} read${marked ? `, ${marked} marked: ${found.join(', ')}` : `: ${clean}`}.`,
    problems ? `${paint.error(counted(problems, 'problem'))}.` : '',
    fixed ? `${fixed} put right.` : fixing && marked ? 'Nothing here is safe to put right unseen.' : '',
    fixable ? `${fixable} can be put right with --fix.` : '',
    baseline ? `The baseline holds ${counted(baseline, 'finding')}.` : '',
  ].filter(Boolean);
  const line = sentences.join(' ');
  return line.replace(/\x1b\[\d+m/g, '').length > width ? sentences.join('\n') : line;
}

type Paint = Readonly<Record<'path' | 'dim' | 'caret' | 'good' | Diagnostic['severity'], (text: string) => string>>;

function painter(color: boolean): Paint {
  const ink = (open: number, close: number) => (text: string) =>
    color && text ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    path: ink(4, 24),
    dim: ink(2, 22),
    caret: ink(36, 39),
    good: ink(32, 39),
    error: ink(31, 39),
    warning: ink(33, 39),
    information: ink(34, 39),
  };
}
