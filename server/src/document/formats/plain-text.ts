// Plain text: paragraphs in whichever layout the desk's system left them, wrapped lines folded into one.
import { type ProseBuilder, proseBuilder } from '../../text/source-map';
import type { Chunk, Draft, Parsed } from '../draft';
import { isSameParagraph, settingOf } from './folding';
import { layoutOf } from './layout';
import { type Line, linesOf } from './lines';
import { isColumns, tableRows } from './tables';

export function parsePlainText({ text, layout: asked }: Draft): Parsed {
  const lines = linesOf(text);
  const columns = lines.map((line) => isColumns(text, line));
  const layout =
    asked ??
    layoutOf(
      text,
      lines.filter((_, i) => !columns[i]),
    );
  const groups = layout === 'wrapped' ? paragraphs(text, lines, columns) : lines.map((line) => [line] as const);
  const rows = tableRows(text, groups);
  const prose = proseBuilder(text);
  const chunks = groups.map((group, i): Chunk => {
    const [{ indent, blankBefore }] = group;
    if (i > 0) prose.insert('\n');
    const start = prose.length;
    fold(prose, text, group);
    return { kind: rows[i] ? 'table' : 'paragraph', start, end: prose.length, indent, blankBefore };
  });
  return { ...prose.build(), chunks, layout, cleared: [], problems: [] };
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

/** Appends the lines as one: a space for each break, none behind a hyphen or a dash that touches its word. */
function fold(prose: ProseBuilder, text: string, group: Group): void {
  for (const [i, { start, end }] of group.entries()) {
    const before = group[i - 1];
    if (before && !endsInHyphen(text, before)) prose.insert(' ');
    copyFoldingMarks(prose, text, start, end);
  }
}

const endsInHyphen = (text: string, { end }: Line): boolean =>
  /[\p{L}\p{N}](?:[-‐]|--|[–—])$/u.test(text.slice(end - 4, end));

/** Old wire systems had no double mark: `''` and ` `` ` stand for one. */
function copyFoldingMarks(prose: ProseBuilder, text: string, start: number, end: number): void {
  let from = start;
  for (let at = start; at + 1 < end; at++) {
    const unit = text.charCodeAt(at);
    if ((unit !== 39 && unit !== 96) || text.charCodeAt(at + 1) !== unit) continue;
    prose.copy(from, at);
    prose.insert('"');
    at++;
    from = at + 1;
  }
  prose.copy(from, end);
}
