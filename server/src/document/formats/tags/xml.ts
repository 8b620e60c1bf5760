// NITF, NewsML-G2 and NewsML 1.2: a feed's item as prose, every character mapped to where it stands in the file. Loaded on demand.
import type { Draft, Parsed } from '../../draft';
import type { Problem } from '../../story';
import { faultTold } from './faults';
import { judgeOf } from './judge';
import { readTags } from './reader';
import { lineIndex, positionAt } from '../../../text/line-index';
import { type Element, elementsIn, type Tree } from './tree';
import { treeOf } from './tree-of';
import { isEscapedPage, vocabularyOf, xmlElements } from './xml-elements';
import { saysOf } from './xml-says';
import { withoutDoctype } from './doctype';
import { withPages } from './xml-pages';

export function parseXml({ text: file }: Draft): Parsed {
  const { seen, declared } = withoutDoctype(file);
  const tree = withPages(seen, treeOf(seen, 'xml', declared));
  const item = tree.root.children.find((child) => child.type === 'element');
  const known = item && vocabularyOf(item);
  const { prose, map, chunks, texts, comments } = readTags(
    seen,
    { ...tree.root, children: known ? [item] : [] },
    xmlElements(seen, tree.root),
  );
  const { cleared, problems } = comments.finish(prose.length);
  const told = faultTold(file, tree.fault);
  return {
    ...{ prose, map, chunks, layout: 'blank-lines', cleared, doubtful: [] },
    ...(known && saysOf(seen, tree.root)),
    problems: [...(told.length ? told : known ? escapedIn(seen, tree.root) : [unknown(item)]), ...problems],
    markup: {
      texts,
      named: [],
      judge: () => judgeOf(file, tree, (part, dialect) => readPart(part, dialect, declared)),
    },
  };
}

/** A part of the file, as the whole was read. */
const readPart = (part: string, dialect: Element['dialect'], declared: ReadonlySet<string>): Tree =>
  withPages(part, treeOf(part, dialect, declared));

/** A page that is written with codes for its tags is read by nobody here, and that is told. */
function escapedIn(text: string, root: Element): Problem[] {
  const found = [...elementsIn(root)].find((element) => isEscapedPage(text, element));
  if (!found) return [];
  const { line, column } = positionAt(lineIndex(text), found.start);
  const message = `The text of <${found.name}> (line ${line}) is a page that is written with codes for its tags, &lt;p&gt;, and was not read. Have it sent as XML or between <![CDATA[ and ]]>.`;
  return [{ code: 'unread-page', message, line, column }];
}

const unknown = (item: Element | undefined): Problem => ({
  code: 'unknown-xml',
  message: `This XML holds no story that is read: its outermost element is ${item ? `<${item.name.slice(0, 40)}>` : 'missing'}, and nitf, newsItem, newsMessage or NewsML is wanted.`,
  line: 1,
});
