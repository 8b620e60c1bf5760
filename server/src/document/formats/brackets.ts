// Spans of a line that other programs read: tags in square brackets, the target of a link where nothing reads Markdown, commands of
// LaTeX, comments, code between grave accents.
import { closingIn, hide, type Piece, pass, type Scan } from './scan';

/** `[gallery ids="1"]`, `[url="x"]`, `[/url]`, `[%key "a"%]`, `[% a %]`: what bulletin boards and blogs have for tags. A bracket of copy holds words. */
export function bracketAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  if (text[at + 1] === '%') {
    const end = closingIn(scan, at + 2, '%]');
    return end < 0 ? undefined : hide(end + 2);
  }
  const tag = TAG.exec(text.slice(at, at + LONGEST_TAG))?.[0];
  if (!tag) return undefined;
  const end = at + tag.length;
  // in Markdown these are words of a link
  return text[end] === '(' || text[end] === ':' ? undefined : hide(end);
}

const TAG =
  /^\[(?:\/[a-z][\w-]{0,30}|[a-z][\w-]{0,30}(?:=(?:"[^"\]\n]{0,200}"|'[^'\]\n]{0,200}'|[^\]\s]{1,200})|(?: [\w-]{1,30}(?:=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^"'\]\s]{1,200}))){1,12}| ?\/)[ /]{0,2})\]/i;
const LONGEST_TAG = 1000;

/** In plain text: `](target "title")`, which belongs to the words in brackets before it and is none of them. */
export function targetAt({ text, host }: Scan, at: number): readonly Piece[] | undefined {
  if (host !== 'text' || text[at + 1] !== '(') return undefined;
  const target = TARGET.exec(text.slice(at, at + LONGEST_TAG))?.[0];
  return target ? [{ end: at + 1 }, ...hide(at + target.length)] : undefined;
}

/** An address is told by itself, wherever it stands. */
const TARGET =
  /^\]\((?!#[\w-]{1,80}\)|\w{2,10}:\/\/[^\s()]{1,400}\)|www\.[^\s()]{1,400}\))(?:<[^>\n]{0,400}>|[^\s()]{1,400})(?: (?:"[^"\n]{0,400}"|'[^'\n]{0,400}'))?\)/;

/** `\emph{…}`, `\href[a]{b}{c}`, `\begin{a} … \end{a}`. */
export function latexAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  const found = COMMAND.exec(text.slice(at, at + LONGEST_TAG));
  if (!found) return undefined;
  const [command, name, argument] = found;
  const end = at + command.length;
  if (name !== 'begin' || !argument) return hide(end);
  const close = closingIn(scan, end, `\\end{${argument}}`);
  return hide(close < 0 ? end : close + argument.length + 6);
}

const COMMAND =
  /^\\([a-z]{2,30})\*?(?:\[[^\][\n]{0,200}\]){0,3}\{([^{}\n]{0,400})(?:\{[^{}\n]{0,200}\}[^{}\n]{0,200}){0,4}\}(?:\{[^{}\n]{0,400}\}){0,4}/i;

/** `%% … %%` of Obsidian, in a line. */
export function remarkAt({ text }: Scan, at: number): readonly Piece[] | undefined {
  const remark = REMARK.exec(text.slice(at, at + LONGEST_TAG))?.[0];
  return remark ? hide(at + remark.length) : undefined;
}

const REMARK = /^%%[^%\n]{1,800}%%/;

/** `<!-- … -->` in plain text, but for those that speak to Copydesk, which are read elsewhere. */
export function commentAt({ text, none }: Scan, at: number): readonly Piece[] | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  const end = none.has('-->') ? -1 : text.indexOf('-->', at + 4);
  if (end < 0) none.add('-->');
  if (end < 0 || /^<!--\s*copydesk-/.test(text.slice(at, at + 40))) return pass(at + 4);
  return hide(end + 3);
}

/** `<pre>` and kin: up to the tag that closes it, blank lines or none. */
export function elementAt({ text, none }: Scan, at: number, name: string): number | undefined {
  const close = `</${name}>`;
  if (none.has(close)) return undefined;
  const end = text.indexOf(close, at);
  if (end < 0) none.add(close);
  return end < 0 ? undefined : end + close.length;
}

/** `a` between grave accents in plain text: one word of a program or a few, where no apostrophe or quotation mark could be meant. */
export function codeSpanAt({ text }: Scan, at: number): readonly Piece[] | undefined {
  if (!/^$|[\s([{|>*_:]/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const code = CODE.exec(text.slice(at, at + 300))?.[0];
  return code ? hide(at + code.length) : undefined;
}

const CODE = /^(?:`[^`'\s][^`'\n]{0,200}`|``[^`'\s]{1,200}``)(?![\p{L}\p{N}`'])/u;
