// A rule's manual as it is shown. The desk's marks in its examples are CriticMarkup, which Markdown knows nothing of: here they
// become what a reader takes for a mark.

/** Examples of copy, each its own. The first line may name settings. */
const EXAMPLE = /^```text.*\n([\s\S]*?)^```$/gm;

/** In the order in which CriticMarkup is taken apart: words asked about, put right, taken out; then what is said of them. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/\{==([\s\S]*?)==\}/g, '<mark>$1</mark>'],
  [/\{~~([\s\S]*?)~&#62;([\s\S]*?)~~\}/g, '<del>$1</del> <ins>$2</ins>'],
  [/\{--([\s\S]*?)--\}/g, '<del>$1</del>'],
  [/\{&#62;&#62;([\s\S]*?)&#60;&#60;\}/g, ' <em>($1)</em>'],
];

/** @param markdown as the desk keeps it. @returns the same, with its examples as HTML, which Markdown allows. */
export const shownPage = (markdown: string): string =>
  markdown.replace(
    EXAMPLE,
    (_, copy: string) => `<blockquote>\n${lines(marked(escaped(copy.trimEnd())))}\n</blockquote>`,
  );

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

const marked = (text: string): string => marks.reduce((now, [mark, html]) => now.replace(mark, html), text);

/** An empty line would end the HTML. */
const lines = (text: string): string => text.replaceAll('\n', '<br>\n');
