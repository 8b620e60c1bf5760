// What the file itself names by its words, so that these stay as they are: headings that a link leads to, short forms that are defined.
import type { Span } from '../../text/span';
import { byPosition } from '../../text/span';

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

/** Where short forms stand that the file says the meaning of, `*[POL]: Port of Lom`: spans of the prose, in order. */
export function abbreviationsIn(file: string, prose: string): readonly Span[] {
  if (!file.includes('*[')) return [];
  const found: Span[] = [];
  const forms = new Set<string>();
  for (const { index, 1: form = '' } of file.matchAll(DEFINED)) {
    const before = file.slice(Math.max(0, index - LONGEST_INDENT), index);
    if (/(?:^|[\n\r])[ \t>]*$/.test(before)) forms.add(form);
  }
  for (const form of [...forms].slice(0, MOST_FORMS))
    for (let start = prose.indexOf(form); start >= 0; start = prose.indexOf(form, start + form.length)) {
      const end = start + form.length;
      if (!WORDLY.test(prose.charAt(start - 1)) && !WORDLY.test(prose.charAt(end))) found.push({ start, end });
    }
  return found.sort(byPosition);
}

const DEFINED = /\*\[([^*[\]\n]{1,100})\]:/g;
const LONGEST_INDENT = 12;
const MOST_FORMS = 200;
const WORDLY = /[\p{L}\p{M}\p{N}]/u;
