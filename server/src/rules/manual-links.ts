// Where the links in manuals lead. As they are written they lead to a file of the project; who reads a manual in the editor or in a
// terminal has no such file, and is led to the same page there.

/** The rule or page that a link is about: `../../../../docs/how-claims-are-judged.md`, `../vague-source/docs.md`, `vague-source`. */
export function pageOf(target: string): string {
  const names = target.split('/').flatMap((part) => part.split('.')[0] || []);
  return (names.at(-1) === 'docs' ? names.at(-2) : names.at(-1)) ?? '';
}

/** @param told what stands in the place of a link to a rule or page. */
export const withLinks = (markdown: string, told: (words: string, page: string) => string): string =>
  markdown.replace(LINK, (_, words: string, target: string) => told(words, pageOf(target)));

const LINK = /\[([^[\]]{1,80})\]\(([^()\s]{1,120})\)/g;
