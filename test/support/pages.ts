// The pages that people read, for tests that hold what they say against the tree. Drafts in Markdown (cases, bench copy) are none.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from './root';

/** Paths from the root, with slashes. */
export const pages: readonly string[] = globSync(['**/*.md'], {
  cwd: root,
  ignore: [
    '**/node_modules/**',
    'out/**',
    'dist/**',
    'release/**',
    '**/cases.md',
    'test/bench/**/*.md',
    'test/samples/**',
    'test/e2e/**',
  ],
}).sort();

export const pageText = (page: string): string => readFileSync(path.join(root, page), 'utf8');

/** The page without its fenced code, line for line. */
export const withoutFences = (text: string): string => {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (!mark) return fence ? '' : line;
      if (!fence) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      return '';
    })
    .join('\n');
};

/** The anchors that GitHub gives a page's headings. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(text).matchAll(/^#{1,6} (.+?) *#*$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}
