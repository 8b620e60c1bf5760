// The notes of a release: the version's part of the changelog, for a page that stands beside the files and away from the project.
import { reachable } from '../package/readme.mjs';

/**
 * @param changelog parts under `## <version>`.
 * @param address of the project on the web, as `repository` in package.json has it; nothing where it has none.
 * @returns Markdown, or nothing where the changelog does not know the version.
 */
export function notesOf(changelog, version, address) {
  const [, ...parts] = changelog.split(/^## /m);
  const part = parts.find((one) => one.split(/\s/, 1)[0] === version);
  return part && reachable(withoutWraps(`## ${part.trimEnd()}\n`), address);
}

/** Each entry and paragraph on one line, however it was wrapped: pages of releases break a line where the text does. */
export const withoutWraps = (text) => text.replace(/(?<=\S)\n {0,2}(?=\S)(?!(?:[-*+]|#+) |\|)/g, ' ');
