// The notes of a release: the version's part of the changelog.

/** @param changelog parts under `## <version>`. @returns Markdown, or nothing where the changelog does not know the version. */
export function notesOf(changelog, version) {
  const [, ...parts] = changelog.split(/^## /m);
  const part = parts.find((one) => one.split(/\s/, 1)[0] === version);
  return part && `## ${part.trimEnd()}\n`;
}
