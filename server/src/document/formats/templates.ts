// What stands in a text file and is no prose: templates, shortcodes, maths, wiki links, attribute lists, program text in Markdown.
//
// These belong to programs that run before or beside Markdown, so they are found before the file is parsed and hidden from
// every later reader behind characters of the private use area, one for each of theirs: no offset moves, no mark of theirs
// is taken for Markdown's, no word of theirs for copy.
import { bracketAt, codeSpanAt, commentAt, elementAt, latexAt, remarkAt, targetAt } from './brackets';
import { bracketedMathsAt, mathsAt, wikiAt } from './formulas';
import { codeAt, programAt, settingAt } from './program-text';
import { hidden } from './hidden';
import { blankBehind, closingBehind, closingIn, type Host, hide, LONGEST, type Piece, pass, type Scan } from './scan';

/** The text with all of it hidden, line ends left standing: as long as before. */
export function withoutTemplates(text: string, host: Host): string {
  if (!/[{<$[\\`]|%%|^(?:im|ex)port /m.test(text)) return text;
  const scan: Scan = { text, host, none: new Set(), places: new Map(), blank: -1, pairs: undefined };
  const parts: string[] = [];
  let from = 0;
  const opening = OPENING[host];
  for (let at = 0; ; ) {
    opening.lastIndex = at;
    const open = opening.exec(text);
    if (!open) break;
    at = open.index;
    const found = foreignAt(scan, at);
    if (!found) {
      at++;
      continue;
    }
    parts.push(text.slice(from, at));
    from = at;
    for (const { end, by, isCopy } of found) {
      const piece = text.slice(from, end);
      parts.push(by ? hidden(piece, by) : isCopy ? withoutTemplates(piece, host) : piece);
      from = end;
    }
    at = from;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** What {@link foreignAt} knows. */
const OPENING: Readonly<Record<Host, RegExp>> = { text: /[{<[\]$\\`%]/g, markdown: /[{<[$\\`@ie%]/g };

function foreignAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text, host } = scan;
  switch (text.charAt(at)) {
    case '{':
      return bracesAt(scan, at);
    case '<':
      return angleAt(scan, at);
    case '[':
      return (text[at + 1] === '[' ? wikiAt(scan, at) : undefined) ?? bracketAt(scan, at);
    case ']':
      return targetAt(scan, at);
    case '%':
      return text[at + 1] === '%' ? remarkAt(scan, at) : undefined;
    case '$':
      return mathsAt(scan, at);
    case '\\':
      if (text[at + 1] === '(' || text[at + 1] === '[') return bracketedMathsAt(scan, at);
      return latexAt(scan, at) ?? (host === 'markdown' ? pass(Math.min(at + 2, text.length)) : undefined);
    case '`':
      return host === 'markdown' ? codeAt(scan, at) : codeSpanAt(scan, at);
    case '@':
      return host === 'markdown' && text.startsWith('def ', at + 1) ? settingAt(scan, at) : undefined;
    case 'i':
    case 'e':
      return host === 'markdown' && (text.startsWith('import ', at) || text.startsWith('export ', at))
        ? programAt(scan, at)
        : undefined;
    default:
      return undefined;
  }
}

// ---- braces ------------------------------------------------------------------------------------------------------------

/** Longer opening marks first. */
const braces: readonly (readonly [open: string, close: string])[] = [
  ['{{{', '}}}'],
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{!--', '--}}'],
  ['{{/*', '*/}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
];

/** An editor's marks in a draft: the words between them are copy, or a note. */
const CRITIC = /^\{(?:==|\+\+|--|~~|>>)/;

function bracesAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  if (CRITIC.test(text.slice(at, at + 3))) return pass(at + 3);
  const block = blockOf(scan, at);
  if (block !== undefined) return hide(block);
  for (const [open, close] of braces) {
    if (!text.startsWith(open, at)) continue;
    const end = TAG_OF_SEVERAL.test(text.slice(at, at + 24))
      ? tagEnd(scan, at + open.length, open, close)
      : closingIn(scan, at + open.length, close);
    if (end >= 0) return hide(end + close.length);
  }
  const end = pairsOf(scan).get(at);
  return end === undefined || end - at > LONGEST ? undefined : hide(end);
}

/** A tag with a name: its values may be paragraphs. */
const TAG_OF_SEVERAL = /^\{[{%][<%]?-? ?[a-z][\w./-]{1,20}[\s]/;

/** Whole passages are given to some as values. In UTF-16 units. */
const LONGEST_OF_SEVERAL = 40_000;

/** Where it closes, before another of its kind opens. */
function tagEnd(scan: Scan, from: number, open: string, close: string): number {
  const end = closingBehind(scan, from, close, LONGEST_OF_SEVERAL);
  return end < blankBehind(scan, from) || !scan.text.slice(from, end).includes(open) ? end : -1;
}

/** Each brace that is closed in its paragraph, with the offset behind its partner. */
function pairsOf(scan: Scan): ReadonlyMap<number, number> {
  if (scan.pairs) return scan.pairs;
  const { text } = scan;
  const pairs = new Map<number, number>();
  let open: number[] = [];
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) {
      if (blank) open = [];
      if (unit !== 13 || text.charCodeAt(at + 1) !== 10) blank = true;
    } else if (unit === OPENS) open.push(at);
    else if (unit === CLOSES) {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, at + 1);
    }
    if (unit > 32) blank = false;
  }
  scan.pairs = pairs;
  return pairs;
}

const OPENS = 123;
const CLOSES = 125;

/** Tags between which stands program text, maths or a comment. */
const BLOCK_TAG =
  /^\{[{%][<%]?-? *(raw|verbatim|comment|highlight|code|codeblock|math|katex|mermaid|javascript|stylesheet|style|script|schema)(?![\w./])/;

/** Whether such a tag opens the text: nothing in it is a template’s own. */
export const opensProgram = (text: string): boolean => BLOCK_TAG.test(text.slice(0, 32));

/** Behind `{% endraw %}` or `{{< /highlight >}}`, where such a tag opens at `at`. */
function blockOf({ text, none }: Scan, at: number): number | undefined {
  const name = BLOCK_TAG.exec(text.slice(at, at + 32))?.[1];
  if (!name) return undefined;
  const liquid = text[at + 1] === '%';
  // the name of the closing tag is enough: what stands before it is the tag's own opening
  for (const word of liquid ? [`end${name}`] : [`/${name}`]) {
    if (none.has(word)) continue;
    const close = closingTag(text, at + 2, word, liquid ? '%}' : '}}');
    if (close !== undefined) return close;
    none.add(word);
  }
  return undefined;
}

function closingTag(text: string, from: number, word: string, close: string): number | undefined {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!/\{[{%][<%]?-? *$/.test(text.slice(Math.max(0, at - 8), at))) continue;
    const end = text.slice(at, at + 40).indexOf(close);
    if (end >= 0) return at + end + close.length;
  }
  return undefined;
}

// ---- angle brackets ------------------------------------------------------------------------------------------------------

/** Elements whose content nobody reads as words. */
export const isCodeElement = (name: string): boolean => codeElements.has(name.toLowerCase());

const codeElements: ReadonlySet<string> = new Set(
  'code pre kbd samp var tt script style svg math textarea template'.split(' '),
);

function angleAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text, host } = scan;
  if (text[at + 1] === '%' || text[at + 1] === '?') {
    const close = `${text[at + 1]}>`;
    const end = closingIn(scan, at + 2, close);
    return end < 0 ? undefined : hide(end + 2);
  }
  if (host === 'markdown') {
    // a fragment of JSX; every other tag is Markdown's to read
    const fragment =
      /^<\/?>/.exec(text.slice(at, at + 3))?.[0] ?? FOREIGN_TAG.exec(text.slice(at, at + LONGEST_TAG))?.[0];
    return fragment ? hide(at + fragment.length) : undefined;
  }
  const comment = commentAt(scan, at);
  if (comment) return comment;
  const tag = TAG.exec(text.slice(at, at + LONGEST));
  if (!tag) return undefined;
  const [whole, name = ''] = tag;
  if (isCodeElement(name)) {
    const end = elementAt(scan, at, name);
    if (end !== undefined) return hide(end);
  }
  return whole.includes('=') && at + whole.length < blankBehind(scan, at) ? hide(at + whole.length) : undefined;
}

/** A tag in plain text: with an attribute, it was pasted from a page. "<GM.N>" is a share's name. */
const TAG = /^<([@#a-z][\w:.@-]{0,40})(?:[ \r\n][^<>]{0,1000})?>/i;

/** A tag that is none to Markdown: a name with signs in it, or an expression for an attribute. */
const FOREIGN_TAG =
  /^<(?:[@#][\w.-]{1,40}|[a-z]\w{0,40}[:._][\w:.-]{1,40}(?= [^<>]{0,1000}=)|[a-z][\w-]{0,40}(?= [^<>]{0,1000}\{\.\.\.))[^<>]{0,1000}>/i;
const LONGEST_TAG = 1100;
