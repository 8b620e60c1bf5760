// What a feed's item says of itself in its proper fields: its language, and what kind of copy it is.
import type { Says } from '../../draft';
import type { Genre } from '../../story';
import { genreSaid } from '../fields/kinds';
import { dayIn } from './xml-days';
import { attributeOf, type Element, elementsIn, textOf } from './tree';

/** What an item, or the file's only one, says of itself. */
export const saysOf = (text: string, item: Element): Says => ({
  date: dayIn(text, item),
  language: languageIn(text, item),
  genre: kindIn(text, item),
});

/** BCP 47: NewsML's own element, else the outermost `xml:lang`. */
export function languageIn(text: string, root: Element): string | undefined {
  let around: string | undefined;
  for (const element of elementsIn(root)) {
    if (element.name === 'language') return attributeOf(text, element, 'tag') ?? around;
    if (element.name === 'Language') return attributeOf(text, element, 'FormalName') ?? around;
    if (roots.has(element.name)) around ??= attributeOf(text, element, 'lang');
  }
  return around;
}

const roots: ReadonlySet<string> = new Set(['newsMessage', 'newsItem', 'NewsML', 'NewsItem', 'nitf', 'html']);

/** By its name, else by the last word of its code: `genre:Opinion`. */
function kindIn(text: string, root: Element): Genre | undefined {
  for (const element of elementsIn(root)) {
    const code =
      element.name === 'genre'
        ? (attributeOf(text, element, 'qcode') ?? attributeOf(text, element, 'literal'))
        : element.name === 'Genre'
          ? attributeOf(text, element, 'FormalName')
          : element.name === 'tobject.property'
            ? attributeOf(text, element, 'tobject.property.type')
            : undefined;
    if (code === undefined && element.name !== 'genre') continue;
    const found = genreSaid(textOf(text, element)) ?? genreSaid(code?.slice(code.lastIndexOf(':') + 1));
    if (found) return found;
  }
  return undefined;
}
