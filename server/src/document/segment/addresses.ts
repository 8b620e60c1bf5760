// Addresses in a text: what is written letter for letter, so that nobody reads it as words and no fix may touch it. Links, mail,
// paths, names of files and of things in programs, handles, hashtags.
import { isLetter, Unit, unitKind } from '../../text/characters';
import { once } from '../../text/once';
import { isSpace, type Span } from '../../text/span';

/** In order, apart from one another, without the marks that close a sentence or bracket behind them. One pass. */
export function addressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (let at = signFrom(text, 0); at >= 0; at = signFrom(text, at + 1)) {
    const unit = text.charCodeAt(at);
    if (unit === DOT && !isWordly(text, at + 1)) continue;
    const inMarks =
      unit < 91 && unit !== 60 && unit !== 40 ? undefined : betweenMarks(text, at, found.at(-1)?.end ?? 0);
    if (inMarks) {
      found.push(inMarks);
      at = inMarks.end - 1;
      continue;
    }
    const word = wordAround(text, at, found.at(-1)?.end ?? 0);
    const address = addressIn(text, word);
    if (address) found.push(address);
    at = word.end - 1;
  }
  return found;
}

const DOT = 46;

/** The next sign that an address may hold and few words do; -1 where there is none. */
function signFrom(text: string, from: number): number {
  SIGN.lastIndex = from;
  return SIGN.test(text) ? SIGN.lastIndex - 1 : -1;
}

const SIGN = /[#$%(./:=@\\_<[\uff03\uff20]/g;

/** What ends with a mark of its own: a tag `<port>`, a note's mark `[^port]`, what a program calls with a text, `port("low")`. */
function betweenMarks(text: string, at: number, from: number): Span | undefined {
  const pattern = BETWEEN[text.charAt(at)];
  const found = pattern?.exec(text.slice(at, at + LONGEST_BETWEEN))?.[0];
  if (!found) return undefined;
  let start = at;
  // the name that is called
  if (text[at] === '(') while (start > from && /[\w.$@]/.test(text.charAt(start - 1))) start--;
  return text[at] === '(' && start === at ? undefined : { start, end: at + found.length };
}

const BETWEEN: Readonly<Record<string, RegExp>> = {
  // a share's code is copy, "<GM.N>"; a page's own tags, all in small letters, hang on a sentence and hold no name
  '<': /^<(?![\p{Lu}\d]{1,8}(?:\.[\p{Lu}\d]{1,4})?>)(?=[^>\s\p{Lu}]{0,40}\p{Lu})\/?[\p{L}_][\p{L}\p{N}_.:-]{0,40} ?\/?>/u,
  '[': /^\[\^(?=[^\]]{0,60}[a-z]{2})[^\]\s^]{1,60}\]/i,
  '(': /^\((?:"[^"\n]{0,120}"|'[^'\n]{0,120}')(?:, ?[^()\n]{0,80})?\)/,
};
const LONGEST_BETWEEN = 220;

function isWordly(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isLetter(unit) || unitKind(unit) === Unit.digit;
}

/** What no address holds, in copy: white space, brackets of all kinds but round ones, curly and angled marks, dashes. */
const PARTS = '<>"“”„«»‹›‘’‚[]{}|—–…`\ufffc';

function wordAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && !parts(text, start - 1)) start--;
  let end = at + 1;
  while (end < text.length && !parts(text, end)) end++;
  return { start, end };
}

const parts = (text: string, at: number): boolean => isSpace(text.charCodeAt(at)) || PARTS.includes(text.charAt(at));

function addressIn(text: string, { start, end }: Span): Span | undefined {
  const opening = /^(?:[('*_,;:!?]|~~)*/.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0;
  const from = start + opening;
  const to = withoutStops(text, from, end);
  if (to <= from || to - from > LONGEST) return to > from ? { start: from, end: to } : undefined;
  const word = text.slice(from, to);
  const scheme = SCHEME.exec(word);
  if (scheme) return { start: from + scheme.index, end: to };
  const sign = /[@#＠＃]/.exec(word);
  // "by@x": a handle is one behind a mark too; "&#x2019;" is a letter's number
  if (sign && word[sign.index - 1] !== '&' && tagged().test(word.slice(sign.index))) {
    const before = word.slice(0, sign.index);
    if (/^[^\p{L}\p{N}]*$/u.test(before))
      return { start: from + sign.index, end: from + sign.index + length(tagged(), word.slice(sign.index)) };
  }
  if (isMail(word) || isPath(word) || isFile(word)) return { start: from, end: to };
  // what opens or closes it is its own: ":lom:", "port()", "$LOM"
  const whole = text.slice(start, end).replace(/[.,;!?'*~]{1,10}$/, '');
  if (isIdentifier(whole)) return { start, end: start + whole.length };
  return undefined;
}

const LONGEST = 2000;

const length = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

const SCHEME =
  /(?<![a-z\d])[a-z][a-z\d+-]{0,20}:\/\/|(?:mailto|tel|sms|javascript|urn|doi):(?=[\w+])|www\.(?=[\p{L}\d])/iu;

/** "@desk", "@desk@example.social", "#harbour". "#1" is a number. */
const tagged = once(
  () =>
    /^(?:[@＠][\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@-]*[\p{L}\p{M}\p{N}_]|[@＠][\p{L}\p{N}_]|[#＃][\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_-]*)/u,
);

function isMail(word: string): boolean {
  const at = word.indexOf('@');
  return (
    at > 0 && word.includes('.', at) && /^[^\s@]{1,80}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}$/u.test(word)
  );
}

/** "/home/desk", "~/copy", "../a", "C:\copy", "\\server\share", "example.org/news": not "and/or", "9/11", "AFP/Getty". */
function isPath(word: string): boolean {
  if (/^(?:[A-Za-z]:[\\/]|\\\\[\p{L}\d]|~\/|\.{1,2}\/)/u.test(word)) return true;
  if (/^\/[\p{L}\p{N}_.@-]{1,80}(?:\/|$)/u.test(word)) return /\/./.test(word.slice(1)) || /\d|[._-]/.test(word);
  if (/^[\p{L}\d_.-]{1,60}\\[\p{L}\d_.\\-]{1,200}$/u.test(word)) return true;
  const slash = word.indexOf('/');
  if (
    slash > 0 &&
    /^\p{Ll}[\p{Ll}\d_-]{0,40}(?:\.[\p{Ll}\d_-]{1,40}){1,4}\/[\p{L}\d]/u.test(word) &&
    !SHORTENED.test(word)
  )
    return true;
  return (
    slash > 0 && /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.[a-z]{2,10}(?::\d{1,5})?$/iu.test(word.slice(0, slash))
  );
}

/** "a.m./p.m.", "e.g./i.e.": abbreviations. */
const SHORTENED = /^[a-z]\.[a-z]\.?\/[a-z]\.[a-z]\b/;

/**
 * A name in a program or on a network: "port_of_lom", "LOM=3", "$LOM", "%LOM%", "\\lom", "lom()", ":lom:", "r/lom", "lom:8080",
 * "lom:/copy", "desk@lom:copy/a.git".
 */
function isIdentifier(word: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]{0,80}(?:_[\p{L}\p{M}\p{N}.-]{1,80}){1,20}(?:=\S{0,200})?$/u.test(word) ||
    /^\p{L}[\p{L}\p{N}.-]{0,80}(?:\(\)|:\d{2,5}|:[/~]\S{1,200})$/u.test(word) ||
    /^(?:\$\p{Lu}[\p{Lu}_]{2,40}|%[\p{L}_]{1,40}%|\\\p{L}{1,40}|:[\p{L}\p{N}_+-]{2,40}:|[ru]\/[\p{L}\p{N}_]{2,40})$/u.test(
      word,
    ) ||
    /^[\p{L}\p{N}._-]{1,60}@[\p{L}\p{N}.-]{1,60}:\S{1,200}$/u.test(word)
  );
}

export const isFile = (word: string): boolean => FILE.test(word);

/**
 * A name with an ending that files have, or what is left of one behind an address's first words: "final.docx". Endings that are words or
 * companies' too ("Amazon.com", "Node.js") are none.
 */
const FILE =
  /^[^\s]{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|bmp|ico|heic|psd|ai|eps|mp[34]|m4[av]|mov|avi|webm|mkv|wav|ogg|flac|pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|tsv|md|mdx|markdown|html?|xhtml|xml|json|ya?ml|toml|ini|css|scss|tsx?|jsx?|mjs|cjs|py|rb|php|sh|exe|dll|zip|gz|tgz|tar|rar|7z|iso|dmg|apk|eml|log|sql|db|epub|mobi|wire|ttf|woff2?)$/iu;

/** Behind the last character that may end an address: a closing bracket only where it was opened inside. */
function withoutStops(text: string, from: number, end: number): number {
  let to = end;
  let opened = 0;
  for (let at = from; at < end; at++) {
    if (text[at] === '(') opened++;
    else if (text[at] === ')') opened--;
  }
  for (; to > from; to--) {
    const last = text.charAt(to - 1);
    if (last === ')' && opened < 0) opened++;
    else if (!".,;:!?'*_~".includes(last)) break;
  }
  // a possessive is the sentence's own
  const tail = text.slice(Math.max(from, to - 2), to);
  return tail === "'s" ? to - 2 : to;
}
