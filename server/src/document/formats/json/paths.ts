// Paths to fields of JSON: `headline`, `bodies[].value`, `content[type=text].words`, `associations.*.caption`.
import type { Node } from 'jsonc-parser';

/** One step: a name, its beginning with `*` behind it, or `*` for any; and of a list those elements that are meant. */
interface Step {
  readonly name: string;
  readonly picks: readonly Pick[];
}

/** `[]`, `[0]`, `[role=main]`. */
type Pick = { readonly any: true } | { readonly index: number } | { readonly name: string; readonly is: string };

/** Most steps that anybody means. */
const LONGEST = 20;

/** The values that the path leads to, in the order of the file. */
export function valuesAt(node: Node, path: string): readonly Node[] {
  let found: readonly Node[] = [node];
  for (const step of stepsOf(path)) found = found.flatMap((one) => take(one, step));
  return found;
}

/** The property of that name; of two the last, as most programs have it. */
export const property = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.findLast(({ children: [key] = [] }) => key?.value === name)?.children?.[1]
    : undefined;

export const stringOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;

const known = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  let steps = known.get(path);
  if (!steps) {
    steps = path.split('.').slice(0, LONGEST).map(stepOf);
    if (known.size > 500) known.clear();
    known.set(path, steps);
  }
  return steps;
}

function stepOf(written: string): Step {
  const [name = '', ...rest] = written.split('[');
  return { name: name.trim(), picks: rest.map((one) => pickOf(one.replace(/\]$/, '').trim())) };
}

function pickOf(written: string): Pick {
  if (written === '' || written === '*') return { any: true };
  if (/^\d{1,6}$/.test(written)) return { index: Number(written) };
  const equals = written.indexOf('=');
  return equals < 0 ? { any: true } : { name: written.slice(0, equals).trim(), is: written.slice(equals + 1).trim() };
}

function take(node: Node, { name, picks }: Step): readonly Node[] {
  let found: readonly Node[];
  if (name === '') found = [node];
  else if (name === '*') found = childrenOf(node);
  else if (name.endsWith('*')) found = beginning(node, name.slice(0, -1));
  else found = [property(node, name)].filter((one) => one !== undefined);
  for (const pick of picks) found = found.flatMap((one) => picked(one, pick));
  return found;
}

const beginning = ({ type, children = [] }: Node, name: string): readonly Node[] =>
  type === 'object'
    ? children.flatMap(({ children: [key, value] = [] }) => (value && String(key?.value).startsWith(name) ? value : []))
    : [];

/** The elements of a list, the values of an object. */
export function childrenOf({ type, children = [] }: Node): readonly Node[] {
  if (type === 'array') return children;
  return type === 'object' ? children.flatMap(({ children: [, value] = [] }) => value ?? []) : [];
}

function picked(node: Node, pick: Pick): readonly Node[] {
  if (node.type !== 'array') return [];
  const all = node.children ?? [];
  if ('any' in pick) return all;
  if ('index' in pick) return all.slice(pick.index, pick.index + 1);
  return all.filter((one) => String(property(one, pick.name)?.value) === pick.is);
}
