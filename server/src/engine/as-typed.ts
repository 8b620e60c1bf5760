// As typed: a fix that writes a word which stands in the story writes it unit for unit as it stands there, so that a story whose accents
// are characters of their own keeps one spelling of them.
import type { Story } from '../document/story';
import { asTyped } from '../text/source-map';

/**
 * What a fix writes, in the units of the draft, or of the house's glossary for a word that the draft has not.
 * @param file that was read into the story.
 */
export function inUnitsOf(
  { map, prose }: Pick<Story, 'map' | 'prose'>,
  file: string,
  house?: ReadonlyMap<string, string>,
): (text: string) => string {
  let words: ReadonlyMap<string, string> | undefined;
  const known = (): ReadonlyMap<string, string> => {
    if (words) return words;
    const found = new Map<string, string>();
    for (const { prose: at, length, takes } of map.runs) {
      if (takes === undefined || prose[at] === ' ') continue;
      const span = wordAround(prose, at, at + length);
      const read = prose.slice(span.start, span.end);
      if (!found.has(read)) found.set(read, asTyped(map, prose, file, span));
    }
    return (words = found);
  };
  return (text) => (isPlain(text) ? text : text.replace(WORD, (word) => known().get(word) ?? house?.get(word) ?? word));
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PART = /[\p{L}\p{M}\p{N}]/u;

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Longest word looked for on either side, in UTF-16 units. */
const LONGEST = 60;

function wordAround(text: string, from: number, to: number) {
  let start = from;
  let end = to;
  while (start > 0 && from - start < LONGEST && PART.test(text[start - 1] as string)) start--;
  while (end < text.length && end - to < LONGEST && PART.test(text[end] as string)) end++;
  return { start, end };
}
