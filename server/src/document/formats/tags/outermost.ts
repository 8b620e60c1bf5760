// What a file with tags is, told by its beginning: a story, what a program has to say of other files, or something else.
import { withoutDoctype } from './doctype';
import { GENERATOR } from './generator';
import type { Element } from './tree';
import { treeOf } from './tree-of';
import { vocabularyOf } from './xml-elements';

/** `report` is nobody's draft; `other` may be anything, and no story is read in it. */
export type Kind = 'story' | 'report' | 'other';

/** Outermost elements of what linters and test harnesses write: Checkstyle's, JUnit's. */
const reports: ReadonlySet<string> = new Set('checkstyle testsuites testsuite'.split(' '));

/** Units in which the outermost element of nearly every file begins: a folder may hold thousands, of which nothing else is asked. */
const NEAR = 2048;

/** @param beginning of an XML file; it may end anywhere. */
export function kindOfXml(beginning: string): Kind {
  const item = outermostOf(beginning.slice(0, beginning.lastIndexOf('>', NEAR) + 1)) ?? outermostOf(beginning);
  if (!item) return 'other';
  return vocabularyOf(item) ? 'story' : reports.has(item.name) ? 'report' : 'other';
}

function outermostOf(beginning: string): Element | undefined {
  const { seen, declared } = withoutDoctype(beginning);
  return treeOf(seen, 'xml', declared).root.children.find((child) => child.type === 'element');
}

/** @param beginning of a page. */
export const kindOfPage = (beginning: string): Kind => (beginning.includes(GENERATOR) ? 'report' : 'story');
