// Clearances that nobody looks at: the file in which they stand is not that of the desk to which their drafts belong.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { folderOf, inside } from '../config/path';
import { clearanceKey } from '../engine/clearances';
import { readClearances } from '../workspace/clearance-file';
import { slashes } from '../workspace/slashes';
import { type Desk, type RootBecause, whyRoot } from './resolve-settings';

export interface Uncounted {
  /** The folder in whose file they stand. */
  readonly home: string;
  /** The folder in whose file those of their drafts are looked for, and why it is that. */
  readonly root: string;
  readonly because: RootBecause;
  readonly count: number;
}

/**
 * Of drafts that are still there, by file and root. What counts in the right file as well is left out.
 * @param homes folders that may have such a file. @param within which drafts are looked at; absolute, with forward slashes.
 */
export async function uncountedIn(
  desk: Desk,
  homes: Iterable<string>,
  within: (file: string) => boolean,
): Promise<Uncounted[]> {
  const found = new Map<string, Uncounted>();
  for (const home of homes)
    for (const line of readClearances(home).all) {
      const draft = slashes(path.resolve(home, line.file));
      // a line may name anything, and what lies elsewhere is not looked for
      if (inside(home, draft) === undefined || !within(draft) || !existsSync(draft)) continue;
      const { resolved, cleared } = await desk.at(draft);
      const { root } = resolved;
      const key = clearanceKey(line);
      if (root === home || cleared.some((one) => clearanceKey(one) === key)) continue;
      const at = `${home}\0${root}`;
      const count = (found.get(at)?.count ?? 0) + 1;
      // a repository stays one, whatever its settings say
      const because = existsSync(path.join(root, '.git')) ? 'git' : whyRoot(resolved);
      found.set(at, { home, root, because, count });
    }
  return [...found.values()];
}

/** Nearest first. */
export function foldersAbove(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; folderOf(at) !== at; ) found.push((at = folderOf(at)));
  return found;
}
