// A file with tags read into its elements. The grammar of a tag is htmlparser2's; which element holds which is ours, for every node must
// know where it begins and ends, and whether the file says so or a rule of HTML does.
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { Tokenizer } from 'htmlparser2';
import { OBJECT } from '../hidden';
import { closed, type Value } from './attributes';
import { foreign, impliedBy, isBlock, voids } from './html-rules';
import {
  type Attribute,
  type Characters,
  DEEPEST,
  type Dialect,
  type Element,
  type Fault,
  type Other,
  type Tree,
} from './tree';

/** A tree that grows. Offsets into the text. */
interface Growth {
  readonly text: string;
  readonly isXml: boolean;
  readonly open: Element[];
  /** How many elements of a name are open. */
  readonly names: Map<string, number>;
  /** How many of the open ones follow the rules of XML inside HTML. */
  foreigners: number;
  fault: Fault | undefined;
  /** Where the text was read up to: the tokenizer tells of a code where it ends alone. */
  read: number;
  readonly declared: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** An opening tag that is being read. */
interface Tag {
  readonly start: number;
  readonly name: string;
  readonly attributes: Attribute[];
}

/** Never throws, on any text; in time linear in it. @param declared names of codes that an XML file declares for itself. */
export function treeOf(text: string, dialect: Dialect, declared: ReadonlySet<string> = nothing): Tree {
  const root = newElement(undefined, { name: '', start: 0, attributes: [] }, 0, dialect);
  root.end = root.inner = text.length;
  const isXml = dialect === 'xml';
  const growth: Growth = {
    text,
    isXml,
    open: [root],
    names: new Map(),
    foreigners: 0,
    fault: undefined,
    read: 0,
    declared,
  };
  const reading = tagsInto(growth, () => {
    tokenizer.running = false;
  });
  const tokenizer = new Tokenizer({ xmlMode: isXml, decodeEntities: true }, { ...textInto(growth), ...reading.tags });
  tokenizer.write(text);
  tokenizer.end();
  if (isXml && tokenizer.running) breaksOff(growth, reading.openTag());
  while (growth.open.length > 1) pop(growth, text.length);
  return { root, fault: growth.fault };
}

function breaksOff(growth: Growth, tag: Tag | undefined): void {
  const left = top(growth);
  if (growth.open.length > 1)
    wrong(growth, `opens <${short(left.name)}>, which is never closed: the file breaks off`, left.start);
  else if (tag) wrong(growth, 'opens a tag that breaks off', tag.start);
}

const short = (name: string): string => name.slice(0, 40);
const top = ({ open }: Growth): Element => open[open.length - 1] as Element;

function wrong(growth: Growth, what: string, at: number): void {
  growth.fault ??= { what, at };
}

// ---- elements ------------------------------------------------------------------------------------------------------------

function push(growth: Growth, element: Element): void {
  const { name } = element;
  top(growth).children.push(element);
  growth.open.push(element);
  growth.names.set(name, (growth.names.get(name) ?? 0) + 1);
  if (foreign.has(name)) growth.foreigners++;
}

function pop(growth: Growth, end: number, inner = end): Element {
  const element = growth.open.pop() as Element;
  growth.names.set(element.name, (growth.names.get(element.name) ?? 1) - 1);
  if (foreign.has(element.name)) growth.foreigners--;
  element.end = end;
  element.inner = inner;
  return element;
}

/** @returns false where the file nests too deep to be read on. */
function openElement(growth: Growth, tag: Tag, end: number, closesItself: boolean): boolean {
  const { open, isXml } = growth;
  if (!isXml) {
    const last = impliedBy(tag.name, open);
    while (open.length > last) pop(growth, tag.start);
  }
  if (open.length > DEEPEST) {
    const most = DEEPEST.toLocaleString('en-US');
    wrong(growth, `nests deeper than ${most} elements, and what stands behind was not read`, tag.start);
    return false;
  }
  const element = newElement(top(growth), tag, end, isXml ? 'xml' : 'html');
  if (isXml || growth.foreigners > 0 ? closesItself : voids.has(tag.name)) {
    element.closed = true;
    top(growth).children.push(element);
  } else push(growth, element);
  return true;
}

function closeElement(growth: Growth, name: string, start: number, end: number): void {
  const { open, isXml } = growth;
  const place = placeToClose(name, growth);
  if (place === undefined) {
    if (isXml) wrong(growth, `closes <${short(name)}>, and none is open there`, start);
    addOther(growth, 'other', start, end);
    return;
  }
  while (open.length > place + 1) {
    const left = pop(growth, start);
    if (isXml) wrong(growth, `closes <${short(name)}> while <${short(left.name)}> is open`, start);
  }
  pop(growth, end, start).closed = true;
  growth.read = end;
}

/** Index of the open element that a closing tag closes; nothing where it closes none. */
function placeToClose(name: string, { open, names, isXml }: Growth): number | undefined {
  if (!names.get(name)) return undefined;
  for (let at = open.length - 1; at > 0; at--) {
    const one = (open[at] as Element).name;
    if (one === name) return at;
    // the end of what stands in a line ends no block: `<b><p>Copy</b></p>`
    if (!isXml && !isBlock(name) && isBlock(one)) return undefined;
  }
  return undefined;
}

function tagsInto(growth: Growth, stop: () => void) {
  const { text, isXml } = growth;
  let tag: Tag | undefined;
  let value: Value | undefined;
  const nameAt = (start: number, end: number): string => {
    const name = text.slice(start, end);
    return isXml ? name.slice(name.indexOf(':') + 1) : name.toLowerCase();
  };
  const opened = (end: number, closesItself: boolean): void => {
    if (tag && !openElement(growth, tag, end + 1, closesItself)) stop();
    tag = undefined;
    growth.read = end + 1;
  };
  const tags = {
    onopentagname(start: number, end: number) {
      tag = { start: start - 1, name: nameAt(start, end), attributes: [] };
    },
    onattribname(start: number, end: number) {
      value = { name: text.slice(start, end), start, pieces: [] };
    },
    onattribdata(start: number, end: number) {
      value?.pieces.push({ start, end });
    },
    onattribentity(point: number) {
      value?.pieces.push({ start: -1, end: -1, text: String.fromCodePoint(point) });
    },
    onattribend(quote: number, end: number) {
      if (value) tag?.attributes.push(closed(value, text, end, quote, isXml));
      value = undefined;
    },
    onopentagend: (end: number) => opened(end, false),
    onselfclosingtag: (end: number) => opened(end, true),
    onclosetag(start: number, end: number) {
      const close = text.indexOf('>', end);
      if (close >= 0) closeElement(growth, nameAt(start, end), text.lastIndexOf('<', start), close + 1);
    },
  };
  return { tags, openTag: () => tag };
}

// ---- characters ----------------------------------------------------------------------------------------------------------

function textInto(growth: Growth) {
  const { text, isXml } = growth;
  return {
    isInForeignContext: () => growth.foreigners > 0,
    ontext(start: number, end: number) {
      if (isXml) addNamed(growth, start, end);
      else addText(growth, start, end);
      growth.read = end;
    },
    ontextentity(point: number, end: number) {
      const last = top(growth).children.at(-1);
      // some codes stand for two characters
      if (last?.type === 'text' && last.end === end && last.pieces.length)
        addPiece(last, end, end, String.fromCodePoint(point));
      else addText(growth, growth.read, end, String.fromCodePoint(point));
      growth.read = end;
    },
    oncomment: (start: number, end: number) => addOther(growth, 'comment', text.lastIndexOf('<', start), end + 1),
    oncdata(start: number, end: number, offset: number) {
      // what is no XML knows none of it
      if (!isXml && growth.foreigners === 0) addOther(growth, 'comment', start - VERBATIM.length, end + 1);
      else {
        const node = newText(top(growth), start, true);
        addPiece(node, start, end - offset);
        top(growth).children.push(node);
        growth.read = end + 1;
      }
    },
    ondeclaration: (start: number, end: number) => addOther(growth, 'other', text.lastIndexOf('<', start), end + 1),
    onprocessinginstruction: (start: number, end: number) =>
      addOther(growth, 'other', start - 2, Math.min(text.length, end + 2)),
    onend: () => undefined,
  };
}

const VERBATIM = '<![CDATA[';

function addText(growth: Growth, start: number, end: number, code?: string): void {
  if (start >= end) return;
  const parent = top(growth);
  const last = parent.children.at(-1);
  const goesOn = last?.type === 'text' && !last.isVerbatim && last.end === start;
  const node = goesOn ? last : newText(parent, start, false);
  addPiece(node, start, end, code);
  if (!goesOn) parent.children.push(node);
}

/**
 * The tokenizer knows five names of codes in XML. Those of HTML are declared by nearly every document type of news, which nobody fetches;
 * what a file declares for itself stands for nobody knows how much, and is a thing and no words.
 */
function addNamed(growth: Growth, start: number, end: number): void {
  const { text, declared } = growth;
  let at = start;
  for (const { index, 0: code, 1: name = '' } of text.slice(start, end).matchAll(/&([A-Za-z][\w.-]{0,60});/g)) {
    const from = start + index;
    const read = declared.has(name) ? OBJECT : decodeNamedCharacterReference(name) || OBJECT;
    addText(growth, at, from);
    addText(growth, from, from + code.length, read);
    at = from + code.length;
  }
  addText(growth, at, end);
}

function addOther(growth: Growth, type: Other['type'], start: number, end: number): void {
  const parent = top(growth);
  parent.children.push({ type, start, end, parent, index: parent.children.length });
  growth.read = end;
}

function newElement(
  parent: Element | undefined,
  { name, start, attributes }: Tag,
  opened: number,
  dialect: Dialect,
): Element {
  const index = parent?.children.length ?? 0;
  const at = { start, end: opened, inner: opened, opened };
  return { type: 'element', dialect, name, attributes, parent, children: [], ...at, closed: false, index };
}

const newText = (parent: Element, start: number, isVerbatim: boolean): Characters & { end: number } => ({
  ...{ type: 'text', start, end: start, pieces: [], parent, index: parent.children.length, isVerbatim },
});

function addPiece(node: Characters, start: number, end: number, text?: string): void {
  const last = node.pieces.at(-1);
  if (text === undefined && last && last.text === undefined && last.end === start)
    node.pieces[node.pieces.length - 1] = { start: last.start, end };
  else if (text !== undefined && last?.text !== undefined && start === end)
    node.pieces[node.pieces.length - 1] = { ...last, text: last.text + text };
  else node.pieces.push(text === undefined ? { start, end } : { start, end, text });
  (node as { end: number }).end = end;
}
