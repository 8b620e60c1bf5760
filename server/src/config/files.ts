// Files that configuration stands in, as their holder gives them: a disk, or an editor's client.
import type { Problem } from '../document/story';
import { inside, nameOf } from './path';

/** What configuration asks of whoever holds the files. Paths or URIs, absolute, with forward slashes. */
export interface Files {
  /** The file's text; nothing where there is none; a problem where it is there and cannot be read. */
  read(path: string): string | Problem | undefined | Promise<string | Problem | undefined>;
  /** The path with every symbolic link followed; nothing where there is no such file. */
  real(path: string): string | undefined | Promise<string | undefined>;
  /** Why a path that leads to no file is there all the same: a link to nowhere, a folder that may not be looked into. */
  broken?(path: string): Problem | undefined | Promise<Problem | undefined>;
  /** Names of the files in a folder, in order; none where there is no such folder. */
  names?(folder: string): readonly string[] | Promise<readonly string[]>;
  /** True where settings further up do not count: the workspace folder, a folder that holds `.git`. */
  isRoot(folder: string): boolean | Promise<boolean>;
  /** Where the search ends if no root is found: the working folder, say. */
  fallbackRoot(folder: string): string;
}

/** A problem of a settings file. */
export interface SettingsProblem extends Problem {
  readonly path: string;
}

/** Said behind what is wrong with a file that holds settings. */
export const NOT_COUNTED = 'Until then it does not count.';

/** Whether the path, all links followed, lies below the root. */
export async function liesInside(files: Files, root: string, path: string): Promise<boolean> {
  const real = await files.real(path);
  return real !== undefined && inside((await files.real(root)) ?? root, real) !== undefined;
}

/** Why there is no file where something stands, if anything does. */
export async function brokenAt(files: Files, path: string): Promise<readonly SettingsProblem[]> {
  const problem = await files.broken?.(path);
  return problem ? [{ ...problem, path, message: `${problem.message} ${NOT_COUNTED}` }] : [];
}

export const leadsOut = (path: string, root: string): SettingsProblem => ({
  code: 'outside-root',
  path,
  message: `${nameOf(path)} is a link that leads outside ${root}, so it does not count. Put a file there instead.`,
});

/** What stands under the key, made where it is missing. */
export function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The same of what is asked for. A failure is not kept: the next need asks again. */
export const keptUnlessFailed = <T>(map: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> =>
  kept(map, key, () => {
    const asked = ask();
    asked.catch(() => {
      if (map.get(key) === asked) map.delete(key);
    });
    return asked;
  });
