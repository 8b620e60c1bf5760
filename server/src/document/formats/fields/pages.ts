// The words of a field that is a page or a feed, as chunks and markup, in offsets of its own value.
import { parsePlainText } from '../plain-text';
import { withoutDoctype } from '../tags/doctype';
import { htmlElements } from '../tags/html-elements';
import { judgeOf } from '../tags/judge';
import { pageOf } from '../tags/page';
import { partData } from '../tags/parts';
import { withoutPrograms } from '../tags/programs';
import { readTags } from '../tags/reader';
import type { Element, Tree } from '../tags/tree';
import { treeOf } from '../tags/tree-of';
import { vocabularyOf, xmlElements } from '../tags/xml-elements';
import { withPages } from '../tags/xml-pages';
import type { ReadField, ReadWords } from './field';
import { plainReader } from './plain';

const readPlain = plainReader(parsePlainText);

/** Whatever a value holds. */
export const readAny: ReadWords = (words, content, lineOf) => {
  if (content === 'page') return readPage(words, lineOf);
  return content === 'feed' ? readFeed(words, lineOf) : readPlain(words, content, lineOf);
};

function readPage(words: string, lineOf: (offset: number) => number): ReadField {
  const seen = withoutPrograms(words);
  const tree = treeOf(seen, 'html');
  const page = { ...pageOf(seen, tree.root), title: undefined };
  const read = readTags(seen, tree.root, htmlElements(seen, page, partData), lineOf);
  return {
    ...read,
    ...read.comments.finish(read.prose.length),
    doubtful: [],
    fault: tree.fault,
    judge: () => judgeOf(words, tree, (part) => treeOf(withoutPrograms(part), 'html')),
  };
}

function readFeed(words: string, lineOf: (offset: number) => number): ReadField {
  const { seen, declared } = withoutDoctype(words);
  const treeIn = (part: string, dialect: Element['dialect']): Tree => withPages(part, treeOf(part, dialect, declared));
  const tree = treeIn(seen, 'xml');
  const item = tree.root.children.find((child) => child.type === 'element');
  const known = item && vocabularyOf(item);
  const read = readTags(seen, { ...tree.root, children: known ? [item] : [] }, xmlElements(seen, tree.root), lineOf);
  return {
    ...read,
    ...read.comments.finish(read.prose.length),
    doubtful: [],
    fault: tree.fault,
    judge: () => judgeOf(words, tree, treeIn),
  };
}
