// A path that a person wrote as a folder's, with a slash at its end, or where only a folder will do: whether it is one, and what else.
import * as path from 'node:path';
import { problem } from '../document/decode';
import type { Problem } from '../document/story';
import { kindAt, unlikeAFile } from './regular-file';

/** "drafts/": whoever writes the slash means a folder. */
export const saysFolder = (named: string): boolean => named.endsWith('/') || named.endsWith(path.sep);

/** Why the name, written as a folder's, leads to none; nothing where it does, cannot be looked at, or is not written so. */
export const unlikeItsSlash = (named: string): Problem | undefined =>
  saysFolder(named) && !kindAt(path.resolve(named)).fault
    ? noFolder(named, 'Leave out the slash at its end to have it read.')
    : undefined;

/** Why there is no folder; nothing where there is one. @param otherwise what to do where something else stands there, a sentence. */
export function noFolder(named: string, otherwise: string): Problem | undefined {
  const { stat, fault } = kindAt(path.resolve(named));
  if (fault || stat?.isDirectory()) return fault;
  const name = saysFolder(named) ? named.slice(0, -1) : named;
  return stat
    ? problem('no-folder', `${name} is ${unlikeAFile(stat) ?? 'a file'}, not a folder. ${otherwise}`)
    : problem('missing-folder', `There is no folder ${name}. Check the name.`);
}
