// Lines of a text file that are syntax, whatever its format: directives, settings, imports, comments, commands, of the programs that
// read the file before its readers do. One shape a kind of line, told by the line alone; what opens a block is no copy to its end.
import { hidden } from './hidden';
import type { Host } from './scan';

/** What a line of one kind looks like, without the white space and the marks of quotes before it. */
export interface LineShape {
  /** Which programs write so. */
  readonly of: string;
  readonly like: readonly string[];
  readonly line: RegExp;
  /** Where Markdown has a meaning of its own for it, only in plain text. */
  readonly host?: Host;
}

export const lineShapes: readonly LineShape[] = [
  {
    of: 'MkDocs: admonitions, tabs, snippets',
    like: ['!!! note "Fares"', '???+ tip inline end "Fares"', '=== "Port"', '--8<-- "fares.md"', '!!!note'],
    line: /^(?:(?:!{3}|\?{3}\+?)[ \t]*[a-z][a-z -]{0,60}(?:"[^"]*"|'[^']*')?$|={3}[!+]?[ \t]+(?:"[^"]*"|'[^']*')$|;?-{1,5}8<-)/,
  },
  {
    of: 'Docusaurus, Pandoc, MyST, VitePress: a frame round blocks',
    like: ['::: tip Fares', ':::note[Fares]{kind="low"}', ':::', ':::: {.port kind="low"}', '::page{src="a"}'],
    line: /^:{2,}[ \t]*(?:[{[]|[a-z][\w-]*(?=$|[ \t[{(])|$)/,
  },
  {
    of: 'Sphinx: directives, targets, substitutions, fields; attributes of AsciiDoc',
    like: [
      '.. note:: "Fares"',
      '.. _port:',
      '.. |pier| image:: a.png',
      '.. [pier] A note',
      ':alt: The pier',
      ':param fare: whole',
    ],
    line: /^(?:\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?:[\w.:-]+::(?:[ \t]|$)|_[^:]*:|\[[^\]]+\])|:!?[a-z][\w.-]*(?:[ \t][\w.*-]+){0,3}!?:(?:[ \t]|$))/i,
  },
  {
    of: 'AsciiDoc: attributes of a block, macros',
    like: [
      '[source,ruby]',
      '[quote, "Ada Okoye"]',
      '[cols="1,2"]',
      '[#pier.low]',
      'image::pier.png["The pier"]',
      'ifdef::port[]',
    ],
    line: /^(?:\[(?:[#.%][\w#.%-]+(?:[,=].*)?|[a-z][\w-]*(?:,\S.*|,?[ \t]*["'].*["']|=.*))\]|[a-z]{2,20}::[^\s[]*\[.*\])$/,
  },
  {
    of: 'Org: keywords',
    like: ['#+TITLE: Fares', '#+begin_quote', '#+attr_html: :width 100'],
    line: /^#\+[a-z][\w-]*(?:\[.*\])?(?::|$|[ \t])/i,
  },
  {
    of: 'CSS, Blade, Doxygen: a word behind an at sign',
    like: ['@import "port.css";', "@include('fares')", '@section("pier", "low")', '@use "sass:math"', '@media print {'],
    line: /^@[a-z][\w-]{0,40}(?: ?\(.*\) ?[;{]?| ["'][^"']*["'];?| .*[;{])$/i,
  },
  {
    of: 'LaTeX: commands at the beginning of a line',
    like: ['\\section{Fares}', '\\includegraphics[width=2cm]{a}', '\\item The pier', '\\maketitle'],
    line: /^\\[a-z]{2,}\*?(?:[[{]|[ \t]|$)/i,
  },
  {
    of: 'shells and other prompts',
    like: ['$ cp "a" b', '>>> print("a")', 'ada@port:~/copy$ ls', 'C:\\copy> dir "a"', 'PS C:\\copy> dir'],
    line: /^(?:\$[ \t]+[a-z./~][\w./~-]*|>>>[ \t]+\S|[\w.-]+@[\w.-]+(?::[\w./~-]*)?[$#%][ \t]|(?:PS )?[a-z]:\\[^>"]*>)(?:[ \t]|$|\S)/i,
    host: 'text',
  },
  {
    of: 'shells, where Markdown quotes nothing',
    like: ['$ cp "a" b', 'ada@port:~/copy$ ls', 'C:\\copy> dir "a"'],
    line: /^(?:\$[ \t]+[a-z./~][\w./~-]*(?=[ \t]|$)|[\w.-]+@[\w.-]+(?::[\w./~-]*)?[$#%][ \t]|(?:PS )?[a-z]:\\[^>"]*>)/i,
    host: 'markdown',
  },
  {
    of: 'C and kin: the preprocessor, the first line of a script, a comment',
    like: ['#include "port.h"', '#!/bin/sh', '// The pier', '#define PIER "low"'],
    line: /^(?:#(?:include|import)[ \t]*["<]|#(?:define|undef|ifdef|ifndef|pragma)[ \t]+\w|#!\/|\/\/[ \t])/,
  },
  {
    of: 'programs: imports and declarations',
    like: [
      'import Pier from "port"',
      "import 'port.css';",
      'const pier = "low";',
      'require "port"',
      'from port import pier',
    ],
    line: /^(?:import [^"']* from ["'][^"']*["'];?$|import ["'][^"']*["'];?$|from [\w.]{1,80} import |(?:export )?(?:const|let|var) [\w$]{1,60} ?=|(?:require|require_relative|include|source) ["'][^"']*["'];?$)/,
  },
  {
    of: 'settings and data: a name and its value',
    like: ['pier = "low"', 'pier="low";', "pier := 'low'", 'pier=low', '"pier": "low",', '"fare": 12'],
    line: /^(?:[a-z_$][\w$.[\]-]{0,60} {0,8}(?:[:+|?]?=|=>) {0,8}(?:"[^"]*"|'[^']*') ?[,;]?|[a-z_][\w.-]{0,60}=\S*|"[^"]{1,80}" ?: ?(?:"[^"]*"|-?\d[\d.e+-]{0,30}|true|false|null|[[{].*) ?,?)$/i,
  },
  {
    of: 'captions of a film: the head and the times of a cue',
    like: ['WEBVTT - The pier', '00:01:02.000 --> 00:01:04.000 align:start', '00:01:02,000 --> 00:01:04,000'],
    line: /^(?:WEBVTT(?:$|[ \t])|(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t])/,
  },
  {
    of: 'logs: a day and a second, then who writes and how grave it is',
    like: [
      '2016-12-07 12:00:01 ERROR "a"',
      '[2016-12-07T12:00:01Z] pier: "a"',
      '[INFO] pier "a"',
      'Dec  7 12:00:01 port sshd[12]: a',
    ],
    line: /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d [\w.-]+ )/,
  },
  {
    of: 'definitions of Markdown, which names no other format',
    like: ['[pier]: http://port.example "The pier"', '[pier]: pier.md', "[pier]: a 'b'"],
    line: /^\[[^\]^][^\]]{0,200}\]: {1,4}(?:(?=[^\s./#:]{0,200}[./#:])\S+|\S{1,200}(?= ["'(]))(?: (?:"[^"]*"|'[^']*'|\([^)]*\)))?$/,
    host: 'text',
  },
  {
    of: 'Markdown: what a short form stands for',
    like: ['*[POL]: Port of Lom'],
    line: /^\*\[[^\]]{1,100}\]: /,
  },
  {
    of: 'pages: the kind of the document',
    like: ['<!DOCTYPE html>', '<?xml version="1.0"?>'],
    line: /^(?:<!DOCTYPE[ \t]|<\?xml[ \t])/i,
  },
];

/** What opens a block of lines, and the line that closes it; a block that is never closed is none. */
interface BlockShape {
  readonly of: string;
  readonly opens: RegExp;
  /** @param mark what the first group found. */
  readonly closes: (mark: string) => string;
  readonly host?: Host;
}

const blockShapes: readonly BlockShape[] = [
  { of: 'code between fences', opens: /^(`{3,9}|~{3,9})[^`~]*$/, closes: (mark) => mark },
  { of: 'Org: code', opens: /^#\+begin_(src|example|export|comment)\b/i, closes: (kind) => `#+end_${kind}` },
  { of: 'Org: a drawer', opens: /^:[A-Z]{2,20}:$/, closes: () => ':end:' },
  { of: 'Obsidian: a comment', opens: /^(%%)$/, closes: () => '%%' },
  { of: 'formulas', opens: /^(\\[([])$/, closes: (mark) => (mark === '\\(' ? '\\)' : '\\]') },
  { of: 'kramdown: a comment, what is no Markdown', opens: /^\{::(comment|nomarkdown)\}$/, closes: () => '{:/' },
  { of: 'AsciiDoc: a comment', opens: /^(\/{4,})$/, closes: (mark) => mark },
  { of: 'keys, signatures', opens: /^-----BEGIN ([A-Z ]{1,40})-----$/, closes: (what) => `-----end ${what}-----` },
  {
    of: 'LaTeX: what is set as it stands',
    opens:
      /^\\begin\{((?:verbatim|lstlisting|minted|equation|align|gather|tabular|tikzpicture|figure|thebibliography)\*?)\}/,
    closes: (name) => `\\end{${name}}`,
  },
  {
    of: 'pages: what is set as it stands, and programs',
    opens: /^<(pre|script|style|textarea|svg|template|math)(?:[ \t][^<>]*)?>/i,
    closes: (name) => `</${name}>`,
    host: 'text',
  },
];

/** The text with its lines of syntax hidden, line ends and indents left standing: as long as before. */
export function withoutSyntaxLines(text: string, host: Host): string {
  const parts: string[] = [];
  const closings = closingsIn(text);
  let from = 0;
  const hide = (start: number, end: number): void => {
    parts.push(text.slice(from, start), hidden(text.slice(start, end)));
    from = end;
  };
  let inTag = false;
  for (let at = 0; at < text.length; ) {
    const start = behindIndent(text, at);
    const end = lineEnd(text, start);
    at = end + 1;
    if (end - start > LONGEST || end - start < 2) {
      inTag = false;
      continue;
    }
    const line = text.slice(start, end).trimEnd();
    // what is written below a tag that is still open is the tag's own
    if (inTag) inTag = !line.includes('>');
    else inTag = OPEN_TAG.test(line);
    if (inTag) continue;
    if (!SIGN.test(line.charAt(0)) && !TELLS.test(line)) continue;
    const block = blockAt(line, host);
    const close = block && closings(block.close, end);
    if (close !== undefined) {
      // a fence is Markdown's own to read
      if (!(host === 'markdown' && block?.isFence)) hide(start, close);
      at = close;
    } else if (isSyntax(line, host)) {
      const whole = DECLARATION.test(line) ? statementEnd(text, start) : end;
      hide(start, whole);
      at = Math.max(at, whole + 1);
    }
  }
  return parts.length ? parts.join('') + text.slice(from) : text;
}

export const isSyntax = (line: string, host: Host): boolean =>
  lineShapes.some(({ line: shape, host: only }) => (only === undefined || only === host) && shape.test(line));

const DECLARATION = /^(?:export |import |const |let |var )/;

/** A declaration goes on to the line where its brackets and its texts are closed; one that never closes is a line. */
function statementEnd(text: string, start: number): number {
  let depth = 0;
  let inText = '';
  const most = Math.min(text.length, start + LONGEST_STATEMENT);
  for (let at = start; at < most; at++) {
    const unit = text.charAt(at);
    if (unit === '\n') {
      if (depth <= 0 && inText !== '`') return at;
      // a text of one line, or an apostrophe among words
      if (inText !== '`') inText = '';
    } else if (inText) {
      if (unit === '\\') at++;
      else if (unit === inText) inText = '';
    } else if ('"\'`'.includes(unit)) inText = unit;
    else if ('([{'.includes(unit)) depth++;
    else if (')]}'.includes(unit)) depth--;
  }
  return most === text.length && depth <= 0 && inText !== '`' ? most : lineEnd(text, start);
}

const LONGEST_STATEMENT = 20_000;

/** What a line of syntax begins with, where that is no letter and no digit. */
const SIGN = /[!?=:.[#@\\$>`~%/"'<*-]/;

/** What it holds where it begins with one. */
const TELLS =
  /[=@]|::|-->|["'];?$|:\\|^(?:import|from|require|include|source|const|let|var|export) |^WEBVTT|\d\d:\d\d:\d\d/;

const OPEN_TAG = /<[a-z][^<>]{0,400}$/i;

/** A longer line is no directive, in UTF-16 units. */
const LONGEST = 500;

function blockAt(line: string, host: Host): { readonly close: string; readonly isFence: boolean } | undefined {
  for (const { opens, closes, host: only } of blockShapes) {
    const found = only === undefined || only === host ? opens.exec(line) : null;
    if (found) return { close: closes(found[1] ?? '').toLowerCase(), isFence: /^[`~]/.test(line) };
  }
  return undefined;
}

/** @returns finds the end of the next line behind an offset that closes a block; a mark of which no more come is looked for once. */
function closingsIn(text: string): (close: string, behind: number) => number | undefined {
  const none = new Set<string>();
  let lower: string | undefined;
  return (close, behind) => {
    if (none.has(close)) return undefined;
    lower ??= text.toLowerCase();
    // letters that are longer in lower case move offsets: then nothing is a block
    if (lower.length !== text.length) return undefined;
    for (let found = lower.indexOf(close, behind); found >= 0; found = lower.indexOf(close, found + close.length)) {
      const end = lineEnd(text, found);
      const opensLine = /(?:^|[\n\r])[ \t>]*$/.test(text.slice(Math.max(behind - 1, found - 80), found));
      if (/^[</\\{]/.test(close) ? opensLine || close.startsWith('<') : opensLine && isAlone(text, found, close, end))
        return end;
    }
    none.add(close);
    return undefined;
  };
}

/** Nothing stands behind the mark but more of it. */
const isAlone = (text: string, at: number, close: string, end: number): boolean =>
  text
    .slice(at + close.length, Math.min(end, at + close.length + 80))
    .replaceAll(close.charAt(close.length - 1), '')
    .trim() === '';

function behindIndent(text: string, at: number): number {
  let start = at;
  while (start < text.length && ' \t>'.includes(text.charAt(start))) start++;
  // a prompt of three is none of a quote
  return text.startsWith('>>> ', start - 4) ? start - 4 : start;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
