// The parts of a story for an editor's outline and breadcrumbs: headline, byline, dateline, lead, sections with what stands in
// them, quotations with who said them, and the furniture round it all.
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { attributionsIn } from '../../analysis/attribution/story';
import { speakersOf } from '../../analysis/speakers/resolve';
import { isProse, type Role } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { type LineIndex, lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { byPosition, overlaps, type Span, shift } from '../../text/span';
import { toRange } from '../convert';
import type { Reading } from '../reading';
import { sectionsIn } from '../sections';
import { readingOf, type Session } from '../session';
import { later, t } from '../words';

export async function outline(session: Session, { textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[]> {
  // editors have an outline of Markdown's headings already
  if (session.drafts.get(textDocument.uri)?.languageId === 'markdown') return [];
  const reading = await readingOf(session, textDocument.uri);
  return reading ? partsOf(reading) : [];
}

/**
 * Every part that is no running copy; of that, the first paragraph below each heading, which says what comes, and what is
 * quoted. What stands in a section is inside it, so that breadcrumbs lead there.
 */
function partsOf({ story, text }: Reading): DocumentSymbol[] {
  const lines = lineIndex(text);
  const { blocks } = story;
  const sections = new Map(sectionsIn(blocks).map(({ heading, last }) => [heading, last]));
  const quotations = quotationsOf(story);
  const top: DocumentSymbol[] = [];
  let section: { readonly last: number; readonly children: DocumentSymbol[] } | undefined;
  let opens = true;
  blocks.forEach((block, i) => {
    if (section && i > section.last) section = undefined;
    const into = section?.children ?? top;
    const quoted = (quotations.get(i) ?? []).map(({ name, ...at }) =>
      symbol(story, lines, at, { name, detail: t('quotation'), kind: SymbolKind.String }),
    );
    if (isProse(block.role) && !opens) {
      into.push(...quoted);
      return;
    }
    const last = sections.get(i);
    const children = last === undefined ? quoted : [];
    const end = last === undefined ? block : (blocks[last] as Block);
    into.push({
      ...symbol(story, lines, { start: block.start, end: end.end }, labelOf(block)),
      selectionRange: toRange(lines, toFile(story.map, block)),
      ...((children.length || last !== undefined) && { children }),
    });
    if (last !== undefined) section = { last, children };
    opens = isProse(block.role) ? false : opens || headings.has(block.role);
  });
  return top;
}

type Label = Pick<DocumentSymbol, 'name' | 'detail' | 'kind'>;

function symbol({ map }: Story, lines: LineIndex, at: Span, label: Label): DocumentSymbol {
  const range = toRange(lines, toFile(map, at));
  return { ...label, range, selectionRange: range };
}

const headings: ReadonlySet<Role> = new Set<Role>(['headline', 'subhead']);

const labels: Readonly<Partial<Record<Role, string>>> = {
  paragraph: later('lead'),
  remnant: later('left from a web page'),
};

/** Other parts are called what records call them. */
function labelled(role: Role): string {
  const label = labels[role];
  return label === undefined ? role : t(label);
}

const labelOf = ({ role, facts: { text } }: Block): Label => ({
  name: cut(text),
  detail: labelled(role),
  kind: headings.has(role) ? SymbolKind.Class : isProse(role) ? SymbolKind.String : SymbolKind.Field,
});

interface Quoted extends Span {
  readonly name: string;
}

/** Tokens of the shortest quotation that is worth a line of its own, its marks counted. */
const SHORTEST = 6;

/** By block, what is quoted there: whole quotations that are somebody's words, each where it begins. Prose offsets. */
function quotationsOf(story: Story): ReadonlyMap<number, readonly Quoted[]> {
  const said = saidIn(story);
  const found = new Map<number, Quoted[]>();
  story.blocks.forEach(({ start, facts }, i) => {
    const spoken = said.get(i) ?? [];
    let next = 0;
    for (const { level, continues, firstToken, lastToken, ...at } of facts.quotations) {
      if (level > 0 || continues || lastToken - firstToken < SHORTEST) continue;
      const quotation = shift(at, start);
      while ((spoken[next]?.end ?? Number.POSITIVE_INFINITY) <= quotation.start) next++;
      const words = spoken[next];
      if (!words || !overlaps(words, quotation)) continue;
      const text = cut(story.prose.slice(quotation.start, quotation.end));
      const all = found.get(i) ?? [];
      all.push({ ...quotation, name: words.name ? `${words.name}: ${text}` : text });
      found.set(i, all);
    }
  });
  return found;
}

/** By block, in order: what is attributed word for word, and to whom. */
function saidIn(story: Story): ReadonlyMap<number, readonly Quoted[]> {
  const speakers = speakersOf(story);
  const said = new Map<number, Quoted[]>();
  attributionsIn(story).forEach(({ type, block, content }, i) => {
    if (type !== 'direct' && type !== 'mixed') return;
    const all = said.get(block) ?? [];
    for (const span of content) all.push({ ...span, name: speakers[i]?.name ?? '' });
    said.set(block, all);
  });
  for (const all of said.values()) all.sort(byPosition);
  return said;
}

/** Longest name in the outline, in UTF-16 units. */
const LONGEST = 60;

function cut(text: string): string {
  const end = text.length > LONGEST ? text.lastIndexOf(' ', LONGEST) : -1;
  return end > 0 ? `${text.slice(0, end)} …` : text.slice(0, LONGEST);
}
