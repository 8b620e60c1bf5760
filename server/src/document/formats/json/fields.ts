// The fields of one story in JSON: its copy as fields of a story, and what it says of itself, its day, its language, its kind.
import type { Node } from 'jsonc-parser';
import type { Says } from '../../draft';
import { contentOf, type Field, type FieldPart } from '../fields/field';
import { genreSaid } from '../fields/kinds';
import { heldBy, isNoteHeld } from '../fields/notes';
import { datelineLength } from '../../structure/dateline';
import { isoDay } from '../tags/days';
import { isPicture, isStory } from './items';
import { property, stringOf, valuesAt } from './paths';
import type { Paths, PathsOf } from './shapes';
import { valueAt, type Writer } from './strings';

export interface ItemFields {
  readonly fields: readonly Field[];
  readonly says: Says;
  /** The copy in other words of the same file, which are not read: the value that is, and the first that is not. */
  readonly twice: readonly [Node, Node] | undefined;
}

const parts = ['headline', 'caption', 'subhead', 'byline', 'dateline', 'body', 'credit'] as const;

/** In the order of the file. */
export function fieldsOf(file: string, item: Node, paths: PathsOf, writes: Writer): ItemFields {
  const taken = new Set<Node>();
  const found: { readonly node: Node; readonly part: FieldPart }[] = [];
  const take = (node: Node, part: FieldPart): void => {
    if (taken.has(node) || isAnothers(node, item, paths)) return;
    taken.add(node);
    found.push({ node, part });
  };
  const isShown = isPicture(stringOf(property(item, 'type')));
  for (const part of parts)
    for (const node of copyAt(item, paths[part])) take(node, part === 'subhead' && isShown ? 'caption' : part);
  for (const node of copyAt(item, paths.embargo)) take(node, 'embargo');
  for (const node of copyAt(item, paths.status)) {
    const held = heldBy(stringOf(node) ?? '');
    if (held) take(node, held);
  }
  for (const node of copyAt(item, paths.note)) {
    const role = isNoteHeld(stringOf(node) ?? '');
    if (role) take(node, role);
  }
  const first = (of: Paths): string | undefined => stringOf(copyAt(item, of)[0])?.trim();
  const days = copyAt(item, paths.date).flatMap((node) => isoDay(stringOf(node)) ?? []);
  const says = {
    date: days[0],
    language: first(paths.language),
    genre: isShown && !found.some(({ part }) => part === 'body') ? 'caption' : genreSaid(first(paths.genre)),
  } as const;
  return {
    fields: withoutRepeats(found)
      .sort((a, b) => a.node.offset - b.node.offset)
      .map(({ node, part }) => ({ ...fieldAt(file, node, part, writes), says })),
    says,
    twice: twiceIn(item, paths.body),
  };
}

/** Strings with something in them; of alternatives those of the first that has any. */
function copyAt(item: Node, paths: Paths): readonly Node[] {
  const at = (path: string): readonly Node[] => valuesAt(item, path).filter((node) => stringOf(node)?.trim());
  return paths.flatMap((one) =>
    typeof one === 'string' ? at(one) : (one.map(at).find((nodes) => nodes.length > 0) ?? []),
  );
}

/** It stands in a story among the item's associations, which is read for itself. */
function isAnothers(node: Node, item: Node, paths: PathsOf): boolean {
  for (let at = node.parent; at && at !== item; at = at.parent)
    if (at.type === 'object' && at.parent !== item && isStory(at, paths)) return true;
  return false;
}

function fieldAt(file: string, { offset, length }: Node, part: FieldPart, writes: Writer): Field {
  const isClosed = length > 1 && file.charAt(offset + length - 1) === '"';
  const value = valueAt(file, offset + 1, offset + length - (isClosed ? 1 : 0), writes);
  return { value, content: contentOf(value.text, part === 'body' ? 'copy' : 'line'), part };
}

/** A dateline or headline of its own field that the body opens with is read there. */
function withoutRepeats<Found extends { readonly node: Node; readonly part: FieldPart }>(
  found: readonly Found[],
): Found[] {
  const body = found.find(({ part }) => part === 'body');
  const opening = body ? shown(stringOf(body.node)?.slice(0, 2000) ?? '') : '';
  const own = datelineLength(opening) > 0;
  return found.filter(({ node, part }) => {
    if (part !== 'dateline') return true;
    const words = stringOf(node) ?? '';
    // a place alone says less than the line that the body opens with
    return !bare(opening).startsWith(bare(words)) && !(own && PLACE_ALONE.test(words));
  });
}

/** "Kyiv", "Kyiv, Ukraine". */
const PLACE_ALONE = /^[^\d(–—]+$/;

/** Without tags. */
const shown = (words: string): string => words.replace(/<[^<>]{0,400}>/g, '').trim();
/** Letters and figures alone. */
export const bare = (words: string): string =>
  shown(words)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The field of the body that is read, and one that holds copy and is not. */
function twiceIn(item: Node, body: Paths): readonly [Node, Node] | undefined {
  for (const one of body) {
    const read = copyAt(item, [one]);
    const other = typeof one === 'string' ? [] : copyAt(item, one).filter((node) => !read.includes(node));
    if (read[0] && other[0]) return [read[0], other[0]];
  }
  return undefined;
}
