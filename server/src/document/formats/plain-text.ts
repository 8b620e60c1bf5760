// Plain text: paragraphs in whichever layout the desk's system left them, wrapped lines folded into one.
import { lineIndex, positionAt } from '../../text/line-index';
import { type ProseBuilder, proseBuilder } from '../../text/source-map';
import type { Span } from '../../text/span';
import type { Chunk, Draft, Parsed } from '../draft';
import type { Role } from '../role';
import { commentsIn, readComments } from './comments';
import { isSameParagraph, settingOf } from './folding';
import { layoutOf } from './layout';
import { type Line, linesOf } from './lines';
import { linesInDoubt } from './lines-in-doubt';
import { pastedLines } from './pasted';
import { isColumns, type Row, readRow, tableRows } from './tables';
import { plainReader } from './fields/plain';
import { type FrontMatter, plainFrontMatter } from './front-matter';
import { HIDDEN, hidden, OBJECT } from './hidden';
import { withoutSyntaxLines } from './syntax-lines';
import { withoutTemplates } from './templates';
import { isWire, parseWire } from './wire/wire';

export function parsePlainText(draft: Draft): Parsed {
  return isWire(draft.text) ? parseWire(draft, plainReader(parsePlainText)) : readPlain(draft);
}

function readPlain({ text: file, layout: asked }: Draft): Parsed {
  const matter = plainFrontMatter(file, file.charCodeAt(0) === 0xfeff ? 1 : 0);
  const head = matter ? hidden(file.slice(0, matter.end)) : '';
  const seen = head + withoutTemplates(withoutSyntaxLines(file.slice(head.length), 'text'), 'text');
  const all = linesOf(seen);
  const text = withoutPasted(seen, all);
  const { lines, notes } = withoutNotes(text, copyLines(text, all));
  const looks = new Map(lines.map((line) => [line, readRow(text, line)]));
  const rowOf = (line: Line): Row => looks.get(line) as Row;
  const columns = lines.map((line) => isColumns(rowOf(line)));
  const layout =
    asked ??
    layoutOf(
      text,
      lines.filter((_, i) => !columns[i]),
    );
  const groups = layout === 'wrapped' ? paragraphs(text, lines, columns) : lines.map((line) => [line] as const);
  const rows = tableRows(text, groups, rowOf);
  const folds = ["''", '``', HIDDEN].some((mark) => text.includes(mark));
  const prose = proseBuilder(file);
  const comments = readComments();
  const note = (before: Line | undefined): void => {
    for (const { comment, line } of notes.get(before) ?? []) comments.add(comment, prose.length, line);
  };
  const fields = matter ? fieldsAbove(prose, matter) : [];
  const copy = groups.map((group, i): Chunk => {
    const [first] = group;
    note(first);
    if (prose.length) prose.insert('\n');
    const start = prose.length;
    fold(prose, text, group, folds);
    comments.paragraph(start, prose.length);
    const { indent, blankBefore } = first;
    return { kind: rows[i] ? 'table' : 'paragraph', start, end: prose.length, indent, blankBefore };
  });
  note(undefined);
  return {
    ...prose.build(),
    chunks: [...fields, ...copy],
    layout,
    doubtful: linesInDoubt(file, all, 'text'),
    unread: unreadIn(text),
    ...(matter?.date && { date: matter.date }),
    ...(matter?.genre && { genre: matter.genre }),
    ...(matter?.language && { language: matter.language }),
    ...comments.finish(prose.length),
  };
}

/** What front matter says to the desk: who wrote it, where, until when it waits. Its title and summary are a page's. */
function fieldsAbove(prose: ReturnType<typeof proseBuilder>, { copy }: FrontMatter): Chunk[] {
  return copy.flatMap(({ role, data, written }): Chunk[] => {
    const [piece, ...more] = written?.pieces ?? [];
    if (!ofDesks.has(role) || !piece || more.length || piece.text !== undefined) return [];
    if (prose.length) prose.insert('\n');
    const start = prose.length;
    prose.copy(piece.start, piece.end);
    const part = { role, data: { ...data, kind: 'field' } } as const;
    return [{ kind: 'paragraph', start, end: prose.length, part, indent: 0, blankBefore: 0 }];
  });
}

const ofDesks: ReadonlySet<Role> = new Set(['byline', 'dateline', 'embargo', 'restricted']);

/** The lines that hold something to read: what is hidden alone on its line stands between two paragraphs. */
function copyLines(text: string, all: readonly Line[]): readonly Line[] {
  if (!text.includes(HIDDEN)) return all;
  const lines: Line[] = [];
  let apart = 0;
  for (const line of all) {
    if (!READ.test(text.slice(line.start, line.end))) apart += line.blankBefore + 1;
    else {
      lines.push(apart ? { ...line, blankBefore: line.blankBefore + apart } : line);
      apart = 0;
    }
  }
  return lines;
}

/** The text with rows, programs and logs hidden that were pasted into it. */
function withoutPasted(text: string, lines: readonly Line[]): string {
  const pasted = pastedLines(text, lines);
  if (!pasted.includes(true)) return text;
  let out = '';
  let from = 0;
  for (const [i, { start, end }] of lines.entries()) {
    if (!pasted[i]) continue;
    out += text.slice(from, start) + hidden(text.slice(start, end));
    from = end;
  }
  return out + text.slice(from);
}

const unreadIn = (text: string): readonly Span[] =>
  text.includes(HIDDEN)
    ? Array.from(text.matchAll(RUN), ({ index, 0: run }) => ({ start: index, end: index + run.length }))
    : [];

const RUN = /\ue100+/g;

/** Neither white space nor hidden. */
const READ = /[^\s\ue100]/;

interface Note {
  readonly comment: string;
  /** From 1. */
  readonly line: number;
}

/** The lines that are copy, and the comments to Copydesk that stand before each; those behind the last under `undefined`. */
function withoutNotes(text: string, all: readonly Line[]) {
  const notes = new Map<Line | undefined, Note[]>();
  if (!text.includes('<!--')) return { lines: all, notes };
  const lines: Line[] = [];
  const index = lineIndex(text);
  let waiting: Note[] = [];
  for (const line of all) {
    const content = text.slice(line.start, line.end);
    const [span] = commentsIn(content);
    if (span?.start === 0 && span.end === content.length) {
      waiting.push({ comment: content, line: positionAt(index, line.start).line });
      continue;
    }
    // copy on either side of a comment is two paragraphs
    const apart = waiting.length ? { ...line, blankBefore: line.blankBefore + 1 } : line;
    if (waiting.length) notes.set(apart, waiting);
    waiting = [];
    lines.push(apart);
  }
  if (waiting.length) notes.set(undefined, waiting);
  return { lines, notes };
}

/** The lines of one paragraph. */
type Group = readonly [Line, ...Line[]];

/** Wrapped lines put together. */
function paragraphs(text: string, lines: readonly Line[], columns: readonly boolean[]): Group[] {
  const groups: [Line, ...Line[]][] = [];
  const setting = settingOf(lines);
  for (const [i, line] of lines.entries()) {
    const group = groups[groups.length - 1];
    const prose = group && !columns[i - 1] && !columns[i];
    if (prose && isSameParagraph(text, lines, i - 1, { ...setting, first: group.length === 1 })) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Appends the lines as one: a space for each break, none behind a hyphen or a dash that touches its word. @param folds marks to fold stand in the text. */
function fold(prose: ProseBuilder, text: string, group: Group, folds: boolean): void {
  for (const [i, { start, end }] of group.entries()) {
    const before = group[i - 1];
    if (before && !endsInHyphen(text, before)) prose.insert(' ');
    if (folds) copyFoldingMarks(prose, text, start, end);
    else prose.copy(start, end);
  }
}

const endsInHyphen = (text: string, { end }: Line): boolean =>
  /[\p{L}\p{N}](?:[-‐]|--|[–—])$/u.test(text.slice(Math.max(0, end - 4), end));

/** Old wire systems had no double mark: `''` and ` `` ` stand for one. What is no prose is one object. */
function copyFoldingMarks(prose: ProseBuilder, text: string, start: number, end: number): void {
  let from = start;
  for (let at = start; at < end; at++) {
    const unit = text.charAt(at);
    if (unit === HIDDEN) {
      prose.copy(from, at);
      while (at < end && text.charAt(at) === HIDDEN) at++;
      prose.insert(OBJECT);
    } else if ((unit === "'" || unit === '`') && at + 1 < end && text.charAt(at + 1) === unit) {
      prose.copy(from, at);
      prose.insert('"');
      at += 2;
    } else continue;
    from = at;
    at--;
  }
  prose.copy(from, end);
}
