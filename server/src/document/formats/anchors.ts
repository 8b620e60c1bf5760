// The headings that a link of the file leads to: their words make the address, so these stay as they are.

/** What the file's own links and references name behind a hash, as {@link anchorOf} has it. */
export function anchorsNamed(file: string): ReadonlySet<string> {
  const named = new Set<string>();
  if (!file.includes('#')) return named;
  for (const [, written = ''] of file.matchAll(NAMED)) {
    named.add(anchorOf(decoded(written)));
    // of several headings with the same words the second is "port-1"
    named.add(anchorOf(decoded(written.replace(/[-_]\d{1,3}$/, ''))));
  }
  named.delete('');
  return named;
}

/** In a link's target, an attribute, a wiki link, a definition. A heading's own mark has a space behind it. */
const NAMED = /(?:[("'<[|=/]|: |[\w)]|\[\[ ?)#([^\s)"'\]>|}#]{1,200})/g;

/** Generators differ in case and in what they put for spaces and signs, not in letters and figures. */
export const anchorOf = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** A heading with a name of its own, `# Port {#lom}`, is found by that. */
export const isNamedItself = (heading: string): boolean => /\{[^{}\n]{0,100}#[\w-]/.test(heading);
