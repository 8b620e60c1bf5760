// The words that a picture's template is given: `{{< figure caption="…" >}}`, `{% include image.html alt="…" %}`. The template is no prose, these are captions.
import type { ProseBuilder } from '../../text/source-map';
import { shift, type Span } from '../../text/span';
import { type Growing, grow } from '../markup';
import { copyWords, withoutPrograms } from './front-matter-copy';
import { HIDDEN } from './hidden';
import { isCaption } from './markdown-pictures';
import { opensProgram } from './templates';

/** A value between its marks. Offsets into the file. */
export interface TagWords extends Span {
  readonly mark: string;
}

/**
 * @param seen the file with templates hidden. @param within where tags are looked for, one by one: what stands between `{% raw %}` and its
 * end is hidden in one piece and shown as it is written.
 */
export function tagWordsIn(file: string, seen: string, within: Span): readonly TagWords[] {
  if (!seen.slice(within.start, within.end).includes(HIDDEN)) return [];
  const found: TagWords[] = [];
  for (const { 0: run, index } of seen.slice(within.start, within.end).matchAll(RUN)) {
    const start = within.start + index;
    // a mark that closes it at the head of a line is one of Markdown's too
    const tag = file.slice(start, start + LONGEST);
    if (opensProgram(tag)) continue;
    for (const one of valuesIn(tag, run.length)) found.push({ ...shift(one, start), mark: one.mark });
  }
  return found;
}

/** A tag may go on over lines, whose ends stay. */
const RUN = /\ue100+(?:\s+\ue100+)*/g;
const LONGEST = 4000;

/** @param within units in which a tag opens. */
function valuesIn(tag: string, within: number): readonly TagWords[] {
  const found: TagWords[] = [];
  let from = 0;
  for (const { 0: opened, index } of tag.matchAll(OPENS)) {
    if (index < from) continue;
    if (index >= within) break;
    const close = tag.indexOf(opened[1] === '%' ? '%}' : '}}', index);
    if (close < 0) break;
    const inside = tag.slice(index + opened.length, close);
    const ofPicture = PICTURE.test(inside.slice(0, NAME));
    for (const { 0: given, 1: name = '', 2: mark = '', 3: words = '', index: at } of inside.matchAll(GIVEN)) {
      if (!(name === 'title' ? ofPicture : true) || !isCaption(words)) continue;
      const end = index + opened.length + at + given.length - 1;
      found.push({ start: end - words.length, end, mark });
    }
    from = close;
  }
  return found;
}

const OPENS = /\{\{[<%]-?(?!\s*\/)|\{%-?\s*(?=\w)/g;
/** The title of anything else is what the template makes of it. */
const PICTURE = /figure|fig|image|img|photo|picture|gallery|video|media/i;
const NAME = 60;
const GIVEN = /(?<![\w-])(caption|alt|title)\s{0,4}=\s{0,4}(["`'])((?:(?!\2)[^\\\r\n]|\\.){1,2000})\2/g;

/** Writes the words to the prose; they stay with their template or go as words alone. */
export function readTagWords(
  file: string,
  { start, end, mark }: TagWords,
  { prose, texts, within }: { readonly prose: ProseBuilder; readonly texts: Growing[]; readonly within: Growing },
): void {
  const own = grow(undefined, 'fixed', { start, end }, prose.length);
  own.parent = within;
  const text = grow(own, 'text', { start, end }, prose.length);
  const words = withoutPrograms(file.slice(start, end));
  let from = 0;
  for (const { 0: code, index } of mark === '`' ? [] : words.matchAll(/\\./g)) {
    copyWords(prose, words.slice(from, index), start + from);
    prose.decoded(start + index, start + index + code.length, code.slice(1));
    from = index + code.length;
  }
  copyWords(prose, words.slice(from), start + from);
  text.prose = own.prose = { start: own.prose.start, end: prose.length };
  text.write = (by) => (MORE_THAN_WORDS.test(by) || by.includes(mark) ? undefined : by);
  texts.push(text);
}

/** Characters with a meaning to a template, to Markdown inside it, or to the page. */
const MORE_THAN_WORDS = /["`\\{}<>%$[\]*_&|\r\n]/;
