// The ledger as a page of its own: no script, no font, nothing fetched; light or dark as the reader's system is.
import { inXml, visible } from '../escape';
import type { Sheet } from '../sheet';
import type { SourcesRecord } from '../sources';
import { type LoneClaim, type SourceLine, summaryOf } from './summary';

const style = `
:root { color-scheme: light dark; --ink: #1d1d1f; --quiet: #5c5c66; --line: #d9d9de; --paper: #fff; --mark: #9a3412; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6ea; --quiet: #a1a1ab; --line: #3a3a42; --paper: #1b1b1f; --mark: #fdba74; }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; }
p, caption { color: var(--quiet); } caption { text-align: left; }
div { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.no { color: var(--mark); }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; } }
`;

export const htmlLedger: Sheet<SourcesRecord> = {
  head: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who says what</title>
<style>${style}</style>
<h1>Who says what</h1>
`,
  page(record, path, text) {
    const { counts, sources, alone, problems } = summaryOf(record, text);
    return [
      '<section>',
      `<h2>${shown(visible(path))}</h2>`,
      `<p>${counts}</p>`,
      ...problems.map((message) => `<p class="no">${shown(message)}</p>`),
      ...(sources.length ? [cited(sources)] : []),
      ...(alone.length ? [claims(alone)] : []),
      '</section>\n',
    ].join('\n');
  },
  tail: '</html>\n',
};

const cited = (sources: readonly SourceLine[]): string =>
  table(
    'Sources, in the order in which the story cites them',
    ['Who', 'Kind', 'Named', '!Times', 'How cited', 'Sentences'],
    sources.map(
      (s) =>
        `<th scope="row">${shown(s.name)}</th><td>${s.kind}</td><td${s.named === 'no' ? ' class="no"' : ''}>${s.named}</td><td class="number">${s.times}</td><td>${s.cited}</td><td>${s.sentences.join(', ')}</td>`,
    ),
  );

const claims = (alone: readonly LoneClaim[]): string =>
  `<h3>Nobody stands behind</h3>\n${table(
    'Claims of a kind that a desk wants sourced',
    ['!Line', 'Claim', 'Words'],
    alone.map((c) => `<td class="number">${c.line}</td><td>${c.class}</td><td>${shown(c.words)}</td>`),
  )}`;

/** @param head columns of numbers begin with `!`. */
const table = (caption: string, head: readonly string[], rows: readonly string[]): string =>
  [
    `<div><table>\n<caption>${caption}</caption>`,
    `<thead><tr>${head.map((title) => `<th scope="col"${title.startsWith('!') ? ' class="number"' : ''}>${title.replace('!', '')}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>${cells}</tr>`),
    '</tbody></table></div>',
  ].join('\n');

/** A stranger's words: escaped, and with a direction of their own. */
const shown = (text: string): string => `<bdi>${inXml(text)}</bdi>`;
