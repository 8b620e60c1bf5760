// A draft with its findings, drawn in the few marks that an extension's page in VS Code lets through.
//
// That page takes pictures from web addresses only: its policy names data: too, but what cleans the page's HTML strips such an
// address from <img>, and a relative one. A <span> may carry colours, from the theme as well. So the README's picture is set
// as copy: the same draft, the same marks, legible in every theme and by a screen reader.
// (Seen in VS Code 1.139.1; test/e2e/window holds it.)

const colours = { error: 'editorError', warning: 'editorWarning', information: 'editorInfo' };

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
    ...rows.map(({ message, rule, severity }) => `| ${cell(message)} | ${badge(rule, severity)} |`),
    '',
  ].join('\n');
}

/** Findings may overlap: a character takes the colour of the gravest one that it lies in. */
function marked(text, diagnostics) {
  const grave = Object.keys(colours);
  const severityAt = (offset) =>
    grave.find((severity) => diagnostics.some((d) => d.severity === severity && d.start <= offset && offset < d.end));
  const edges = new Set([0, text.length, ...diagnostics.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, i) => badge(text.slice(start, cuts[i + 1]), severityAt(start)))
    .join('');
}

const badge = (text, severity) =>
  severity
    ? `<span style="color:var(--vscode-editor-background);background-color:var(--vscode-${colours[severity]}-foreground);border-radius:3px;">${escaped(text)}</span>`
    : escaped(text);

const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A pipe would end the cell. */
const cell = (text) => escaped(text).replaceAll('|', '&#124;');
