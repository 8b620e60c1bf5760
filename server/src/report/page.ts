// A page of its own: no script, no font, nothing fetched. Light, dark or high contrast as the reader's system or editor is.
import { GENERATOR } from '../document/formats/tags/generator';
import { inXml } from './escape';

/**
 * Inside VS Code its colours come first, elsewhere the system says which of ours. Everything that a colour says is said by a
 * shape or a word as well. What an editor's theme has for a mark is too pale to be read on some grounds, so no text has its colour.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ink: var(--vscode-editor-foreground, #1d1d1f); --quiet: var(--vscode-descriptionForeground, #5c5c66); --paper: var(--vscode-editor-background, #fff);
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border, #d9d9de)); --mark: var(--vscode-editorWarning-foreground, #9a3412); --wrong: var(--vscode-editorError-foreground, #b42318); --said: var(--vscode-charts-blue, #1d5fa8);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: var(--vscode-editor-foreground, #e6e6ea); --quiet: var(--vscode-descriptionForeground, #a1a1ab); --paper: var(--vscode-editor-background, #1b1b1f);
    --line: var(--vscode-contrastBorder, var(--vscode-panel-border, #3a3a42)); --mark: var(--vscode-editorWarning-foreground, #fdba74); --wrong: var(--vscode-editorError-foreground, #ff9d92); --said: var(--vscode-charts-blue, #7cb7f5);
  }
}
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --line: var(--ink); } }
@media (forced-colors: active) {
  :root { --ink: CanvasText; --quiet: CanvasText; --line: CanvasText; --paper: Canvas; --mark: Highlight; --wrong: CanvasText; --said: CanvasText; }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: var(--vscode-font-size, 1rem)/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
p, caption, figcaption { color: var(--quiet); } caption { text-align: left; }
.gist { color: var(--ink); }
.scroll { overflow-x: auto; container-type: inline-size; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.no, .wrong { font-weight: 600; } .wrong { color: var(--wrong); }
a { color: inherit; text-decoration: underline dotted; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--said)); outline-offset: 2px; }
figure { margin: 1.5rem 0; }
.strip { display: block; width: 100%; height: 5rem; }
.key { display: inline-block; width: .8rem; height: 1.2rem; margin: 0 .35rem 0 0; vertical-align: text-bottom; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0; padding: 0; list-style: none; color: var(--quiet); }
.bar { display: block; width: 5rem; height: .8rem; margin-top: .35rem; }
@container (max-width: 40rem) { .bar { display: none; } th, td { padding-right: .5rem; } }
.named { fill: var(--said); } .unnamed { fill: none; stroke: var(--said); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.alone { fill: var(--mark); } .plain { fill: var(--quiet); opacity: .5; } .ground { stroke: var(--quiet); stroke-width: 1; vector-effect: non-scaling-stroke; }
a:hover rect { fill: var(--ink); }
details { margin-top: .5rem; } summary { color: var(--quiet); cursor: pointer; }
@media print { body { max-width: none; margin: 0; } tr, figure { break-inside: avoid; } }
`;

/** SHA-256 of the style as base64: no other style may work on the page. A test holds the two together. */
export const styleHash = '1OBAGlO/egRdzgwUFpozG6rIP4velWvE0l92T68IJpA=';

/** @param title our own words. */
export const pageHead = (title: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'">
<title>${title}</title>
<style>${style}</style>
<body>
<main>
<h1>${title}</h1>
`;

export const pageTail = '</main>\n</body>\n</html>\n';

/** A stranger's words: escaped, and with a direction of their own. Fit them to be shown with `visible` first. */
export const shown = (text: string): string => `<bdi>${inXml(text)}</bdi>`;

/** @param head columns of numbers begin with `!`. @param rows cells as they stand in the page. */
export const table = (caption: string, head: readonly string[], rows: readonly string[]): string =>
  [
    `<div class="scroll" role="region" aria-label="${inXml(caption)}" tabindex="0"><table>\n<caption>${inXml(caption)}</caption>`,
    `<thead><tr>${head.map(headCell).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>${cells}</tr>`),
    '</tbody></table></div>',
  ].join('\n');

/** A column of drawings has no title: what they show stands in the column before. */
const headCell = (title: string): string =>
  title
    ? `<th scope="col"${title.startsWith('!') ? ' class="number"' : ''}>${title.replace('!', '')}</th>`
    : '<td></td>';
