// How reports name a file: from where the person stands, or in full where it lies elsewhere.
import { inside } from '../config/path';
import { slashes } from './slashes';

/** @param file absolute. */
export function shownAs(file: string, workingFolder: string): string {
  const absolute = slashes(file);
  return inside(slashes(workingFolder), absolute) || absolute;
}
