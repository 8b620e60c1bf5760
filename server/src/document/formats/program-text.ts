// Program text in Markdown: code, which is Markdown's own, and the imports and exports of MDX.
import { endsLine } from './lines';
import { blankBehind, closingIn, hide, LONGEST, type Piece, pass, type Scan } from './scan';

/** Code is Markdown's own: braces in it open nothing outside. */
export function codeAt({ text, none }: Scan, at: number): readonly Piece[] {
  let end = at;
  while (text[end] === '`') end++;
  const run = end - at;
  if (run >= 3) {
    const fence = '`'.repeat(run);
    if (none.has(fence)) return pass(end);
    const close = text.indexOf(`\n${fence}`, end);
    if (close < 0) none.add(fence);
    return pass(close < 0 ? end : close + 1 + run);
  }
  const close = closingRun(text, end, run);
  return pass(close ?? end);
}

/** Behind the next run of exactly as many grave accents in the same paragraph. */
function closingRun(text: string, from: number, run: number): number | undefined {
  const most = Math.min(text.length, from + LONGEST);
  for (let at = from; at < most; at++) {
    if (text[at] === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) return undefined;
    if (text[at] !== '`') continue;
    let end = at;
    while (text[end] === '`') end++;
    if (end - at === run) return end;
    at = end;
  }
  return undefined;
}

/** MDX: `import X from "y"`, `export const x = …` at the beginning of a paragraph, and all of it. */
export function programAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  if (!PROGRAM.test(text.slice(at, at + 300)) || !opensParagraph(text, at)) return undefined;
  return hide(Math.min(blankBehind(scan, at), text.length));
}

const PROGRAM =
  /^(?:import (?:["'{*]|[\w$]{1,60}(?:, ?[{*]| from ["']))|export (?:\*|\{|(?:const|let|var|class|function\*?|async function|type|interface) [\w$]{1,60}|default (?:[({[<]|(?:function|class|async)\b|[\w$]{1,60} ?[;(]|[\w$]{1,60}[ \t]*(?:\r|\n|$))))/;

function opensParagraph(text: string, at: number): boolean {
  if (at === 0) return true;
  if (!endsLine(text.charCodeAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - 400), at);
  // behind another such line, or behind a blank one
  return /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) || /(?:^|\n)(?:import|export) [^\n]{0,300}\n$/.test(before);
}

/** Franklin: `@def title = "…"`, or three marks round several lines, at the beginning of a line. */
export function settingAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  if (at > 0 && !endsLine(text.charCodeAt(at - 1))) return undefined;
  const opened = /^@def [\w.]{1,40} *= *(""")?/.exec(text.slice(at, at + 80));
  if (!opened) return undefined;
  const close = opened[1] ? closingIn(scan, at + opened[0].length, '"""') : -1;
  if (close >= 0) return hide(close + 3);
  let end = at;
  while (end < text.length && !endsLine(text.charCodeAt(end))) end++;
  return hide(end);
}
