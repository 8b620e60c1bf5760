// A draft with its findings, drawn in the few marks that an extension's page in VS Code lets through.
//
// That page takes pictures from web addresses only: its policy names data: too, but what cleans the page's HTML strips such an
// address from <img>, and a relative one; colours that a README asks for are refused as well. A <mark> is shown. So the
// picture is set as copy: the same draft, the same marks, legible in every theme and by a screen reader.
// (Seen in VS Code 1.139.1; test/e2e/window holds it.)

/** @param text the draft. @param diagnostics of its lint record. @returns HTML on its own lines, as Markdown allows it. */
export function figure(text, diagnostics) {
  const first = (rule) => diagnostics.findIndex((d) => d.rule === rule);
  const rows = diagnostics.filter(({ rule }, i) => first(rule) === i);
  return [
    '<blockquote>',
    marked(text.trimEnd(), diagnostics).replaceAll('\n', '<br>\n'),
    '</blockquote>',
    '',
    '| what the desk says | rule |',
    '|---|---|',
    ...rows.map(({ message, rule }) => `| ${cell(message)} | \`${rule}\` |`),
    '',
  ].join('\n');
}

/** Findings may overlap: what lies in any of them is marked. */
function marked(text, diagnostics) {
  const edges = new Set([0, text.length, ...diagnostics.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  const isMarked = (offset) => diagnostics.some(({ start, end }) => start <= offset && offset < end);
  return cuts
    .slice(0, -1)
    .map((start, i) => [start, escaped(text.slice(start, cuts[i + 1]))])
    .map(([start, piece]) => (isMarked(start) ? `<mark>${piece}</mark>` : piece))
    .join('');
}

const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A pipe would end the cell. */
const cell = (text) => escaped(text).replaceAll('|', '&#124;');
