// What a fix would change, as a unified diff that `patch` and `git apply` read.

/** Nothing where both are the same. Line ends belong to their lines, so a changed one shows. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = group(changes(a, b));
  const body = hunks.map((hunk) => writeHunk(hunk, a, b)).join('');
  const name = path.replace(/^\/+/, '');
  return `--- ${named(`a/${name}`)}\n+++ ${named(`b/${name}`)}\n${body}`;
}

/** As Git writes it: a tab ends a name with a space in it, and one that holds what a line cannot is put in quotation marks. */
function named(name: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const escaped = name.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, (c) => {
    const short = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }[c];
    return short ?? `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

const CONTEXT = 3;

/** Lines `[from, to)` of the old text become `[start, end)` of the new one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Where both differ: the ends they share are left out, and between them each line is paired with its next equal one. */
function changes(a: readonly string[], b: readonly string[]): Change[] {
  const out: Change[] = [];
  const places = new Map<string, number[]>();
  b.forEach((line, i) => {
    const known = places.get(line);
    if (known) known.push(i);
    else places.set(line, [i]);
  });
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const start = { from: i, start: j };
    // fixes change lines where they stand: the next old line that still exists soon ends the change
    let next: number | undefined;
    while (i < a.length && next === undefined) {
      next = places.get(a[i] as string)?.find((at) => at >= j && at - j <= LOOK_AHEAD);
      if (next === undefined) i++;
    }
    j = next ?? b.length;
    out.push({ ...start, to: i, end: j });
  }
  return out;
}

/** Lines that a fix may add in one place before the diff stops looking for the old text's next line. */
const LOOK_AHEAD = 1000;

/** Changes near one another share a hunk. */
function group(all: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of all) {
    const last = hunks.at(-1);
    const before = last?.at(-1);
    if (last && before && change.from - before.to <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function writeHunk(hunk: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const first = hunk[0] as Change;
  const last = hunk.at(-1) as Change;
  const lead = Math.min(CONTEXT, first.from);
  const trail = Math.min(CONTEXT, a.length - last.to);
  const lines: string[] = [];
  let at = first.from - lead;
  for (const { from, to, start, end } of hunk) {
    lines.push(...a.slice(at, from).map((l) => line(' ', l)));
    lines.push(...a.slice(from, to).map((l) => line('-', l)));
    lines.push(...b.slice(start, end).map((l) => line('+', l)));
    at = to;
  }
  lines.push(...a.slice(at, at + trail).map((l) => line(' ', l)));
  const range = (start: number, count: number): string => `${count ? start + 1 : start},${count}`;
  const old = range(first.from - lead, last.to + trail - (first.from - lead));
  const now = range(first.start - lead, last.end + trail - (first.start - lead));
  return `@@ -${old} +${now} @@\n${lines.join('')}`;
}

const line = (sign: string, text: string): string =>
  text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`;
