// What stands beside an element in its line, and whether a line ends with it.
import type { ParserState, Treatment } from './reading';
import type { Element, TagNode } from './tree';

export const isBlank = (reading: ParserState, node: TagNode): boolean =>
  node.type === 'text'
    ? node.pieces.every(({ start, end, text }) => (text ?? reading.file.slice(start, end)).trim() === '')
    : node.type !== 'element' || reading.treat(node).as === 'nothing';

/** The next node beside it that is more than white space. */
export function nextOf(reading: ParserState, node: TagNode): TagNode | undefined {
  const { parent } = node;
  if (!parent) return undefined;
  const known = reading.nexts.get(parent) ?? nextsOf(reading, parent);
  return parent.children[known[node.index] as number];
}

export function nextsOf(reading: ParserState, parent: Element): readonly number[] {
  const nexts = new Array<number>(parent.children.length);
  let next = parent.children.length;
  for (let at = next - 1; at >= 0; at--) {
    nexts[at] = next;
    if (!isBlank(reading, parent.children[at] as TagNode)) next = at;
  }
  reading.nexts.set(parent, nexts);
  return nexts;
}

export const isBreak = (reading: ParserState, node: TagNode | undefined): boolean =>
  node?.type === 'element' && reading.treat(node).as === 'break';

/** True where the line ends with the node: nothing of it stands behind. */
export function endsHere(reading: ParserState, node: TagNode): boolean {
  for (let at: TagNode | undefined = node; at; at = at.parent) {
    const next = nextOf(reading, at);
    if (next?.type === 'text') return false;
    if (next?.type === 'element') return !inLine.has(reading.treat(next).as);
    const { parent }: TagNode = at;
    if (!parent || !inLine.has(reading.treat(parent).as)) return true;
  }
  return true;
}

export const inLine: ReadonlySet<Treatment['as']> = new Set<Treatment['as']>([
  'inline',
  'quotation',
  'object',
  'picture',
]);

/** True where words stand behind it in its line. */
export function hasWordsBehind(reading: ParserState, node: TagNode): boolean {
  const next = nextOf(reading, node);
  return (
    next?.type === 'text' || (next?.type === 'element' && ['inline', 'quotation'].includes(reading.treat(next).as))
  );
}
