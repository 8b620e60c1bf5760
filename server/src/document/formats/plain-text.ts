// Plain text: paragraphs in whichever layout the desk's system left them, wrapped lines folded into one.
import { type ProseBuilder, proseBuilder } from '../../text/source-map';
import type { Chunk, Draft, Parsed } from '../draft';
import type { Layout } from '../story';
import { isSameParagraph, isTabular } from './folding';
import { layoutOf, widthOf } from './layout';
import { type Line, linesOf } from './lines';

export function parsePlainText({ text, layout: asked }: Draft): Parsed {
  const lines = linesOf(text);
  const layout = asked ?? layoutOf(text, lines);
  const prose = proseBuilder(text);
  const chunks: Chunk[] = [];
  for (const { kind, group } of paragraphs(text, lines, layout)) {
    const [first] = group as [Line, ...Line[]];
    if (prose.length) prose.insert('\n');
    const start = prose.length;
    fold(prose, text, group);
    chunks.push({ kind, start, end: prose.length, indent: first.indent, blankBefore: first.blankBefore });
  }
  return { ...prose.build(), chunks, layout, cleared: [], problems: [] };
}

interface Group {
  readonly kind: 'paragraph' | 'table';
  readonly group: readonly Line[];
}

function* paragraphs(text: string, lines: readonly Line[], layout: Layout): Iterable<Group> {
  const tabular = isTabular(text, lines);
  const width = layout === 'wrapped' ? widthOf(lines) : 0;
  let group: Line[] = [];
  for (const [i, line] of lines.entries()) {
    group.push(line);
    const kind = tabular[i] ? 'table' : 'paragraph';
    const next = lines[i + 1];
    const goesOn =
      layout === 'wrapped' &&
      next !== undefined &&
      !tabular[i] &&
      !tabular[i + 1] &&
      isSameParagraph(text, lines, i, { width, first: group.length === 1 });
    if (goesOn) continue;
    yield { kind, group };
    group = [];
  }
}

/** Appends the lines as one: a space for each break, none behind a hyphen or a dash that touches its word. */
function fold(prose: ProseBuilder, text: string, group: readonly Line[]): void {
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
