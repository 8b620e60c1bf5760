// The parts of a story for an editor's outline: headline, byline, dateline, subheads and the furniture round them.
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { isProse, type Role } from '../../document/role';
import type { Block } from '../../document/story';
import { type LineIndex, lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toRange } from '../convert';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';

export async function outline(session: Session, { textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[]> {
  const draft = session.drafts.get(textDocument.uri);
  // editors have an outline of Markdown's headings already
  if (draft?.languageId === 'markdown') return [];
  const reading = draft && (await session.reading(draft));
  return reading && isRead(reading) ? partsOf(reading) : [];
}

/** Every part that is no running copy; of that, the first paragraph below each heading, which says what comes. */
function partsOf({ story: { blocks, map }, text }: Reading): DocumentSymbol[] {
  const lines = lineIndex(text);
  const parts: DocumentSymbol[] = [];
  let opens = true;
  for (const block of blocks) {
    const running = isProse(block.role);
    if (running && !opens) continue;
    const range = rangeOf(block, map, lines);
    parts.push({
      name: nameOf(block),
      detail: labels[block.role] ?? block.role,
      kind: kindOf(block.role),
      range,
      selectionRange: range,
    });
    opens = running ? false : opens || headings.has(block.role);
  }
  return parts;
}

const rangeOf = (block: Block, map: Reading['story']['map'], lines: LineIndex) => toRange(lines, toFile(map, block));

const headings: ReadonlySet<Role> = new Set<Role>(['headline', 'subhead']);

const labels: Readonly<Partial<Record<Role, string>>> = {
  paragraph: 'lead',
  remnant: 'left from a web page',
  'sign-off': 'sign-off',
};

const kindOf = (role: Role): SymbolKind =>
  headings.has(role) ? SymbolKind.Class : isProse(role) ? SymbolKind.String : SymbolKind.Field;

/** Longest name in the outline, in UTF-16 units. */
const LONGEST = 60;

function nameOf({ facts: { text } }: Block): string {
  const cut = text.length > LONGEST ? text.lastIndexOf(' ', LONGEST) : -1;
  return cut > 0 ? `${text.slice(0, cut)} …` : text.slice(0, LONGEST);
}
