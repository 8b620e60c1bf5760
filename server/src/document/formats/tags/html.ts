// HTML: a page or a piece of one as prose, every character mapped to where it stands in the file. Loaded on demand.
import type { Draft, Parsed } from '../../draft';
import { htmlElements } from './html-elements';
import { judgeOf } from './judge';
import { dayOf, kindOfPage, pageOf } from './page';
import { partData } from './parts';
import { faultTold } from './faults';
import { readTags } from './reader';
import { treeOf } from './tree-of';
import { languageIn } from './xml-says';
import { withoutPrograms } from './programs';

export function parseHtml({ text: file }: Draft): Parsed {
  const seen = withoutPrograms(file.startsWith('\ufeff') ? ` ${file.slice(1)}` : file);
  const tree = treeOf(seen, 'html');
  const page = pageOf(seen, tree.root);
  const { prose, map, chunks, texts, comments } = readTags(seen, tree.root, htmlElements(seen, page, partData));
  const { cleared, problems } = comments.finish(prose.length);
  const date = dayOf(seen, tree.root, page);
  const language = languageIn(seen, tree.root);
  const genre = kindOfPage(seen, tree.root);
  const title = page.title && chunks.find(({ kind }) => kind === 'heading');
  return {
    ...{ prose, map, chunks, layout: 'blank-lines', cleared, doubtful: [] },
    ...(date && { date }),
    ...(language && { language }),
    ...(genre && { genre }),
    problems: [...faultTold(file, tree.fault), ...problems],
    markup: {
      texts,
      named: [],
      ...(title && { title: { start: title.start, end: title.end } }),
      judge: () => judgeOf(file, tree, (part) => treeOf(withoutPrograms(part), 'html')),
    },
  };
}
