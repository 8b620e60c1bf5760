// A rule's manual as it is shown. The desk's marks in its examples are CriticMarkup, which Markdown knows nothing of: here they
// become what a reader takes for a mark.

/** What opens and closes an example of copy, on lines of their own. The first may name settings. */
const OPENS = '```text';
const CLOSES = '```';

/** @param markdown as the desk keeps it. @returns the same, its settings last and its examples as HTML, which Markdown allows. */
export function shownPage(markdown: string): string {
  const shown: string[] = [];
  let example: string[] | undefined;
  for (const line of settingsLast(markdown).split('\n')) {
    if (!example && line.startsWith(OPENS)) example = [];
    else if (example && line === CLOSES) {
      shown.push(`<blockquote>\n${marked(escaped(example.join('\n').trimEnd()))}\n</blockquote>`);
      example = undefined;
    } else (example ?? shown).push(line);
  }
  return [...shown, ...(example ? [OPENS, ...example] : [])].join('\n');
}

/** Who opens a manual wants to know why a desk asks: what can be set stands below that, and not above it. */
function settingsLast(markdown: string): string {
  const [begins, ends] = [
    markdown.search(/^[a-z-]+ · (?:must not run|should be fixed|a question)/m),
    markdown.search(/^## /m),
  ];
  if (begins < 0 || ends < begins) return markdown;
  const weight = markdown.slice(begins, ends).trimEnd();
  return `${markdown.slice(0, begins)}${markdown.slice(ends).trimEnd()}\n\n## Settings\n\n${weight}\n`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** CriticMarkup once it is escaped: words asked about, put right, taken out, and what is said of them. An empty line would end the HTML. */
const marks: ReadonlyMap<string, string> = new Map([
  ['{==', '<mark>'],
  ['==}', '</mark>'],
  ['{~~', '<del>'],
  ['~&#62;', '</del> <ins>'],
  ['~~}', '</ins>'],
  ['{--', '<del>'],
  ['--}', '</del>'],
  ['{&#62;&#62;', ' <em>('],
  ['&#60;&#60;}', ')</em>'],
  ['\n', '<br>\n'],
]);

const marked = (text: string): string => [...marks].reduce((now, [mark, html]) => now.replaceAll(mark, html), text);
