// The blocks of a Markdown file are those that the rules of Markdown make of it: the product's parser held against another.
import * as assert from 'node:assert/strict';
import { Parser } from 'commonmark';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { plainTreeOf } from '../../server/src/document/formats/markdown-tree';
import { markdownFiles } from '../support/markdown-copy';

const seed = process.env.COPYDESK_SEED === undefined ? {} : { seed: Number(process.env.COPYDESK_SEED) };
const numRuns = Number(process.env.COPYDESK_RUNS ?? 500);

/** The blocks of a tree in one line, by the names that CommonMark has for them. */
function byProduct(node: Nodes): string {
  const inner = 'children' in node ? node.children.map(byProduct).join(' ') : '';
  if (node.type === 'root') return inner;
  if (node.type === 'blockquote') return `quote(${inner})`;
  if (node.type === 'list') return `list ${node.ordered ? node.start : '-'}(${inner})`;
  if (node.type === 'listItem') return `item(${inner})`;
  if (node.type === 'heading') return `heading ${node.depth}`;
  return leaves.get(node.type) ?? '';
}

const leaves: ReadonlyMap<string, string> = new Map([
  ['paragraph', 'paragraph'],
  ['code', 'code'],
  ['html', 'html'],
  ['thematicBreak', 'break'],
]);

function byRules(file: string): string {
  const out: string[] = [];
  const walker = new Parser().parse(file).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    const opens = {
      block_quote: 'quote(',
      list: `list ${node.listType === 'ordered' ? node.listStart : '-'}(`,
      item: 'item(',
    }[node.type as string];
    if (opens) out.push(entering ? opens : ')');
    else if (!entering) continue;
    // where definitions stand above a line, nothing is left of the paragraph, and this parser leaves it
    else if (node.type === 'paragraph') out.push(node.firstChild ? 'paragraph' : '');
    else if (node.type === 'heading') out.push(`heading ${node.level}`);
    else if (node.type === 'code_block') out.push('code');
    else if (node.type === 'html_block') out.push('html');
    else if (node.type === 'thematic_break') out.push('break');
  }
  return out.join(' ');
}

const plain = (blocks: string): string =>
  blocks
    .replace(/\s+/g, ' ')
    .replace(/ ?([()]) ?/g, '$1')
    .trim();

describe('Markdown', function () {
  this.timeout(0);

  it('is cut into the blocks that its rules say', () => {
    fc.assert(
      fc.property(markdownFiles, (whole) => {
        const file = whole.replace(/^\ufeff/, '');
        // a tab between a definition's address and its title: the other parser knows blanks alone there, against the rules
        fc.pre(!/\]:[ \t]*[^\s]+[ ]*\t/.test(file));
        assert.equal(plain(byProduct(plainTreeOf(file))), plain(byRules(file)));
      }),
      { numRuns, ...seed },
    );
  });

  for (const [name, file] of [
    ['a list of any number in a quote below a line', 'Ships wait.\n> 10) Ports\n'],
    ['an empty item in a quote below a line', 'Ships wait.\n> -\n> - Ports\n'],
    ['a list of any number in an item below a line', 'Ships wait.\n- 7. Ports\n'],
    ['a list of any number below a quote', '> Ships wait.\n10) Ports\n'],
    ['a tag alone below an item', '- Ships wait.\n<br>\nand wait.\n---\n'],
    ['a tag alone below a quote', '> Ships wait.\n</em>\n'],
    ['a tag alone below a line', 'Ships wait.\n<br>\n'],
    ['a line below definitions', '[ref]: http://x.example\nShips\n---\n'],
  ] as const)
    it(`has ${name} as its rules say`, () => assert.equal(plain(byProduct(plainTreeOf(file))), plain(byRules(file))));
});
