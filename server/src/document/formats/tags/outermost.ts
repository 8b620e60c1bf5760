// What a file with tags is, told by its beginning: a story, what a program has to say of other files, or something else.
import { withoutDoctype } from './doctype';
import { GENERATOR } from './generator';
import { treeOf } from './tree-of';
import { vocabularyOf } from './xml-elements';

/** `report` is nobody's draft; `other` may be anything, and no story is read in it. */
export type Kind = 'story' | 'report' | 'other';

/** Outermost elements of what linters and test harnesses write: Checkstyle's, JUnit's. */
const reports: ReadonlySet<string> = new Set('checkstyle testsuites testsuite'.split(' '));

/** @param beginning of an XML file; it may end anywhere. */
export function kindOfXml(beginning: string): Kind {
  const { seen, declared } = withoutDoctype(beginning);
  const item = treeOf(seen, 'xml', declared).root.children.find((child) => child.type === 'element');
  if (!item) return 'other';
  return vocabularyOf(item) ? 'story' : reports.has(item.name) ? 'report' : 'other';
}

/** @param beginning of a page. */
export const kindOfPage = (beginning: string): Kind => (beginning.includes(GENERATOR) ? 'report' : 'story');
