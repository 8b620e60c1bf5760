// Where the stories of a JSON file stand: the file itself, or objects in its lists.
import type { Node } from 'jsonc-parser';
import { childrenOf, property, stringOf, valuesAt } from './paths';
import type { Paths, PathsOf } from './shapes';

/** Objects looked at, and how deep they stand: a story stands near the top, and all else is somebody's data. */
const MOST = 20_000;
const DEEPEST = 6;

/** The outermost objects that have a headline or a body, in order; in their associations other stories may stand. */
export function itemsIn(root: Node, paths: PathsOf): readonly Node[] {
  const items: Node[] = [];
  let looked = 0;
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST || looked++ > MOST) return;
    if (node.type === 'object' && holds(node, [...paths.headline, ...paths.body])) {
      items.push(node);
      const others = property(node, 'associations');
      for (const one of others ? childrenOf(others) : []) if (isStory(one, paths)) visit(one, depth + 1);
    } else for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(root, 0);
  return items;
}

/** Text of its own, not a picture that goes with another. */
export const isStory = (node: Node, paths: PathsOf): boolean =>
  holds(node, paths.body) && !isPicture(stringOf(property(node, 'type')));

export const isPicture = (type: string | undefined): boolean =>
  /^(?:picture|image|photo|graphic|video|audio)$/i.test(type ?? '');

const holds = (node: Node, paths: Paths): boolean =>
  paths.flat().some((path) => valuesAt(node, path).some((one) => stringOf(one)?.trim()));
