// Folding: what a reader of the draft may put away: sections, lists, tables, furniture, front matter, wrapped paragraphs, and
// quotations that run over several lines.
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { isProse, type Role } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { lineIndex, positionAt } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import type { Span } from '../../text/span';
import type { Reading } from '../reading';
import { isContent, sectionsIn } from '../sections';
import { readingOf, type Session } from '../session';

export async function foldingRanges(session: Session, { textDocument }: FoldingRangeParams): Promise<FoldingRange[]> {
  const reading = await readingOf(session, textDocument.uri);
  return reading ? upTo(session.client.mostFolds, nested(foldsIn(reading))) : [];
}

/** Spans of the file. */
interface Fold extends Span {
  readonly kind?: FoldingRangeKind;
}

function foldsIn({ story, text }: Reading): FoldingRange[] {
  const lines = lineIndex(text);
  const lineOf = (offset: number): number => positionAt(lines, offset).line - 1;
  return partsOf(story, text).map(({ start, end, kind }) => ({
    startLine: lineOf(start),
    endLine: lineOf(Math.max(start, end - 1)),
    ...(kind && { kind }),
  }));
}

function partsOf(story: Story, text: string): Fold[] {
  const { blocks, map } = story;
  const from = (first: Block, last: Block): Span => toFile(map, { start: first.start, end: last.end });
  return [
    ...frontMatter(story, text),
    ...sectionsIn(blocks).map(({ heading, last }) => from(blocks[heading] as Block, blocks[last] as Block)),
    ...runs(blocks, ({ role }) => listed.get(role)).map(([first, last]) => from(first, last)),
    ...runs(blocks, furniture(blocks)).map(([first, last]) => ({
      ...from(first, last),
      kind: FoldingRangeKind.Comment,
    })),
    ...runs(blocks, ({ line }) => line).map(([first, last]) => from(first, last)),
    ...quotations(blocks).map((quotation) => toFile(map, quotation)),
  ];
}

const listed: ReadonlyMap<Role, Role> = new Map<Role, Role>([
  ['item', 'item'],
  ['table', 'table'],
]);

/** Lines of furniture with no copy on them: a dateline shares its line with the lead. */
function furniture(blocks: readonly Block[]): (block: Block) => true | undefined {
  const told = new Set(blocks.filter(({ role }) => isContent(role)).map(({ line }) => line));
  return ({ line }) => (told.has(line) ? undefined : true);
}

/** First and last of the blocks that follow each other with the same key; those without a key are left out. */
function runs(blocks: readonly Block[], keyOf: (block: Block) => unknown): [Block, Block][] {
  const found: [Block, Block][] = [];
  let before: unknown;
  for (const block of blocks) {
    const key = keyOf(block);
    const run = found.at(-1);
    if (key !== undefined && key === before && run) run[1] = block;
    else if (key !== undefined) found.push([block, block]);
    before = key;
  }
  return found;
}

/** From the first mark to the last of each, over all the paragraphs that it runs on through. Prose offsets. */
function quotations(blocks: readonly Block[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { role, start, facts } of blocks) {
    if (!isProse(role)) continue;
    for (const quotation of facts.quotations) {
      if (quotation.level > 0) continue;
      const running = quotation.continues ? found.at(-1) : undefined;
      if (running) running.end = start + quotation.end;
      else found.push({ start: start + quotation.start, end: start + quotation.end });
    }
  }
  return found;
}

/** Between fences at the head of Markdown. In plain text such lines are paragraphs like all others. */
function frontMatter({ blocks, map }: Story, text: string): Span[] {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  const close = opening ? text.indexOf('\n---', opening[0].length - 1) : -1;
  if (close < 0) return [];
  const end = close + '\n---'.length;
  const copy = blocks.find(({ role }) => role !== 'headline');
  return copy && toFile(map, copy).start < end ? [] : [{ start: 0, end }];
}

interface Nested {
  readonly range: FoldingRange;
  readonly depth: number;
}

/** Over more than one line, one for each first line, and none that crosses another: a client would guess. Widest first. */
function nested(ranges: readonly FoldingRange[]): Nested[] {
  const found: Nested[] = [];
  const around: FoldingRange[] = [];
  let first = -1;
  for (const range of [...ranges].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)) {
    while (around.length && (around.at(-1) as FoldingRange).endLine < range.startLine) around.pop();
    const outer = around.at(-1);
    if (range.endLine <= range.startLine || range.startLine === first || (outer && outer.endLine < range.endLine))
      continue;
    found.push({ range, depth: around.length });
    around.push(range);
    first = range.startLine;
  }
  return found;
}

/** Where a client takes no more, the outer ones. */
function upTo(most: number, folds: readonly Nested[]): FoldingRange[] {
  const kept = folds.length > most ? [...folds].sort((a, b) => a.depth - b.depth).slice(0, most) : folds;
  return kept.map(({ range }) => range);
}
