// A Word file as text: a line a paragraph, so that the number of a line is the paragraph's. What was deleted, comments, fields' codes and
// hidden words are none of it. Loaded on demand.
import type { Problem } from '../../story';
import { withoutDoctype } from '../tags/doctype';
import { attributeOf, type Element, elementsIn, textOf } from '../tags/tree';
import { treeOf } from '../tags/tree-of';
import { MARKS } from './lines';
import { entriesIn, NoZip } from './zip';

/** Never throws. @param name what to call the file in a sentence. */
export function textOfWord(bytes: Uint8Array, name: string): string | Problem {
  try {
    return read(bytes);
  } catch (error) {
    const why = error instanceof NoZip ? error.message : 'it is none that Word could open';
    return {
      code: 'broken-word-file',
      message: `${name} cannot be read as a Word file: ${why}. Open it in Word and save it anew, or save it as plain text.`,
    };
  }
}

function read(bytes: Uint8Array): string {
  // Word locks a file by putting it into one of the old kind
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new NoZip('it is locked by a password, or of the kind before 2007');
  const entries = entriesIn(bytes);
  const part = (name: string): Part | undefined => {
    const found = entries.unpack(name);
    return found && partOf(new TextDecoder().decode(found));
  };
  const main = part('word/document.xml');
  if (!main) throw new NoZip('it holds no word/document.xml');
  const styles = stylesIn(part('word/styles.xml'));
  const lines: string[] = [];
  readBlocks(main, styles, bodyOf(main.root) ?? main.root, lines);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = part(name);
    for (const note of notes ? elementsIn(notes.root) : [])
      if (/^(?:footnote|endnote)$/.test(note.name) && attributeOf(notes!.text, note, 'type') === undefined)
        readBlocks(notes!, styles, note, lines);
  }
  return lines.map((line) => `${line}\n`).join('');
}

interface Part {
  readonly text: string;
  readonly root: Element;
}

function partOf(written: string): Part {
  const { seen: text, declared } = withoutDoctype(written);
  const { root, fault } = treeOf(text, 'xml', declared);
  if (fault) throw new NoZip('its text is no well-formed XML');
  return { text, root };
}

const bodyOf = (root: Element): Element | undefined => [...elementsIn(root)].find(({ name }) => name === 'body');

// ---- blocks --------------------------------------------------------------------------------------------------------------

/** By identifier, what Word calls a style in English, whatever its own language. */
type Styles = ReadonlyMap<string, string>;

function stylesIn(part: Part | undefined): Styles {
  const styles = new Map<string, string>();
  for (const style of part ? elementsIn(part.root) : []) {
    if (style.name !== 'style') continue;
    const id = attributeOf(part!.text, style, 'styleId');
    const name = child(style, 'name');
    const called = name && attributeOf(part!.text, name, 'val');
    if (id && called) styles.set(id, called.toLowerCase());
  }
  return styles;
}

const child = ({ children }: Element, name: string): Element | undefined =>
  children.find((one): one is Element => one.type === 'element' && one.name === name);

const elements = ({ children }: Element): readonly Element[] =>
  children.filter((one): one is Element => one.type === 'element');

function readBlocks(part: Part, styles: Styles, holder: Element, lines: string[]): void {
  for (const block of elements(holder)) {
    if (block.name === 'p') readParagraph(part, styles, block, lines);
    else if (block.name === 'tbl') readTable(part, styles, block, lines);
    else if (!left.has(block.name)) readBlocks(part, styles, block, lines);
  }
}

/** They hold nothing that anybody reads, or what was taken out, or the same again for programs that know less. */
const left: ReadonlySet<string> = new Set(
  'pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr del moveFrom delText instrText delInstrText Fallback'.split(
    ' ',
  ),
);

function readParagraph(part: Part, styles: Styles, paragraph: Element, lines: string[]): void {
  const boxes: Element[] = [];
  const words = wordsIn(part, paragraph, boxes)
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim();
  lines.push(words && markOf(part, styles, paragraph) + words);
  for (const box of boxes) readBlocks(part, styles, box, lines);
}

/** @param boxes what stands in boxes beside it, for later. */
function wordsIn(part: Part, element: Element, boxes: Element[]): string {
  let words = '';
  for (const one of elements(element)) {
    if (one.name === 't') words += textOf(part.text, one);
    else if (one.name === 'tab' || one.name === 'ptab') words += element.name === 'tabs' ? '' : '\t';
    else if (one.name === 'br' || one.name === 'cr') words += ' ';
    else if (one.name === 'noBreakHyphen') words += '-';
    else if (one.name === 'txbxContent') boxes.push(one);
    else if (!left.has(one.name) && !(one.name === 'r' && isHidden(part, one))) words += wordsIn(part, one, boxes);
  }
  return words;
}

/** Hidden, or struck through, as a page's `<s>`. */
function isHidden(part: Part, run: Element): boolean {
  const properties = child(run, 'rPr');
  return (properties ? elements(properties) : []).some(
    (one) =>
      /^(?:vanish|d?strike)$/.test(one.name) && !/^(?:0|false|off)$/.test(attributeOf(part.text, one, 'val') ?? ''),
  );
}

function markOf(part: Part, styles: Styles, paragraph: Element): string {
  const properties = child(paragraph, 'pPr');
  if (!properties) return '';
  const value = (name: string): string | undefined => {
    const found = child(properties, name);
    return found && attributeOf(part.text, found, 'val');
  };
  const id = value('pStyle');
  const style = id === undefined ? '' : (styles.get(id) ?? id.toLowerCase());
  if (/^title$|^heading ?1$/.test(style)) return MARKS.headline;
  if (/^subtitle$|^heading ?\d$/.test(style) || value('outlineLvl') !== undefined) return MARKS.heading;
  if (/quote$|^block text$/.test(style)) return MARKS.quote;
  return child(properties, 'numPr') || /^list (?:bullet|number)/.test(style) ? MARKS.item : '';
}

/** A row a line where its cells are words; what lays out a page is read as it stands. */
function readTable(part: Part, styles: Styles, table: Element, lines: string[]): void {
  for (const row of rowsIn(table)) {
    const cells = elements(row).filter(({ name }) => name === 'tc');
    const held = cells.map((cell) => {
      const own: string[] = [];
      readBlocks(part, styles, cell, own);
      return own.filter(Boolean);
    });
    if (cells.length < 2 || held.some((own) => own.length > 1)) for (const own of held) lines.push(...own);
    else if (held.every((own) => own.length === 0)) lines.push('');
    else lines.push(MARKS.row + held.map(([words = '']) => words.replaceAll('\t', ' ')).join('\t'));
  }
}

const rowsIn = (table: Element): readonly Element[] =>
  elements(table).flatMap((one) =>
    one.name === 'tr' ? [one] : one.name === 'sdt' || one.name === 'sdtContent' ? rowsIn(one) : [],
  );
