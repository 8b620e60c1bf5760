// Markdown as a report writes it: tables whose cells hold a stranger's words.

/** A table with its head, and an empty line behind it. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('')
    .concat('\n');

/** Text of one line that reads as it stands: what Markdown or HTML would act on is escaped. */
export const inMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&');
