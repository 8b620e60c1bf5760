// Expanding the selection the way copy is built: word, quotation, sentence, paragraph.
import type { Position, Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { Paragraph } from '../../document/paragraph';
import { tokenAt } from '../../document/token';
import { lineIndex } from '../../text/line-index';
import { toFile, toProse } from '../../text/source-map';
import { shift, type Span } from '../../text/span';
import { toOffset, toRange } from '../convert';
import { isInside } from '../positions';
import { isRead, type Session } from '../session';

export async function selectionRanges(
  session: Session,
  { textDocument, positions }: SelectionRangeParams,
): Promise<SelectionRange[]> {
  const draft = session.drafts.get(textDocument.uri);
  const reading = draft && (await session.reading(draft));
  if (!reading || !isRead(reading)) return positions.map((at) => ({ range: { start: at, end: at } }));
  const lines = lineIndex(reading.text);
  const { story } = reading;
  return positions.map((position: Position) => {
    const at = toProse(story.map, toOffset(lines, position, reading.text));
    const block = story.blocks.find(({ start, end }) => start <= at && at <= end);
    const spans = block ? around(block.facts, at - block.start).map((span) => shift(span, block.start)) : [];
    const whole: SelectionRange = { range: toRange(lines, { start: 0, end: reading.text.length }) };
    return nested(
      spans.map((span) => toRange(lines, toFile(story.map, span))),
      position,
      whole,
    );
  });
}

/** What holds the place, widest first. */
function around({ tokens, sentences, quotations, text }: Paragraph, at: number): Span[] {
  const holds = ({ start, end }: Span): boolean => start <= at && at <= end;
  const i = tokenAt(tokens, at);
  const word = { start: tokens.start[i] ?? at, end: tokens.end[i] ?? at };
  const parts = [
    { start: 0, end: text.length },
    ...sentences.filter(holds),
    ...quotations.filter(holds),
    ...quotations.map(({ inner }) => inner).filter(holds),
    ...(holds(word) ? [word] : []),
  ];
  return parts.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Each range inside the one before; what crosses is left out. */
function nested(ranges: readonly Range[], position: Position, whole: SelectionRange): SelectionRange {
  let parent = whole;
  for (const range of ranges) {
    if (
      !isInside(range, parent.range) ||
      isInside(parent.range, range) ||
      !isInside({ start: position, end: position }, range)
    )
      continue;
    parent = { range, parent };
  }
  return parent;
}
