// After `--fix` a Markdown file is the tree it was, less what was furniture, judged by another parser than the product's own.
//
// COPYDESK_THOROUGH=1 tries a hundred thousand files; COPYDESK_SEED chooses which.
import * as assert from 'node:assert/strict';
import { type Node, Parser } from 'commonmark';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { parse as toml } from 'smol-toml';
import { fixed, fixer, recordOf } from '../support/fixed';
import { furniture, markdownFiles } from '../support/markdown-copy';

const thorough = process.env.COPYDESK_THOROUGH === '1';
/** The same files every time, where nobody asks for others. */
const seed = process.env.COPYDESK_SEED === undefined ? (thorough ? undefined : 32) : Number(process.env.COPYDESK_SEED);
const numRuns = Number(process.env.COPYDESK_RUNS ?? (thorough ? 100_000 : 400));
/** How many files pass for one that is read with all rules, in a long run; in a short one none. */
const EACH = thorough ? 20 : 1;

/** White space and what nobody sees do not count; spellings and marks that a fix may change are one; furniture is nothing. */
function told(words: string): string {
  let left = words
    .normalize('NFC')
    .replace(/[\s\p{Cf}\u0085]+/gu, '')
    .replace(/K[ií]ev/g, 'Kyiv')
    .replaceAll('KIEV', 'KYIV')
    // a page's own code in the copy, of which a fix makes the character
    .replaceAll('&amp;', '&')
    .replace(/&(?:quot|#8217);/g, '')
    // what stands before the words of a wiki link is text to the judge
    .replaceAll('[[Kyiv|', '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(["'])([.,])/g, '$2$1');
  // the row below a table's head
  left = left.replace(/(?<=\|):?-+:?(?=\|)/g, '');
  for (const phrase of phrases) left = left.split(phrase).join('');
  // what agencies' marks stand between, and what is markup to one parser and text to the other
  left = left.replace(/[*_~|()"'`\\[\]<>–—-]|={2,}|#{1,6}/g, '');
  return left;
}

const phrases = furniture.map((phrase) => phrase.replace(/\s+/g, '')).sort((a, b) => b.length - a.length);

interface Branch {
  readonly name: string;
  readonly children: Branch[];
  text: string;
}

/** The tree of a file, its texts joined, without nodes that hold nothing but furniture. */
function treeOf(file: string): string {
  const root: Branch = { name: 'document', children: [], text: '' };
  const stack: Branch[] = [root];
  const walker = new Parser().parse(file).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    const within = stack.at(-1) as Branch;
    const leaf =
      node.type === 'text' || node.type === 'softbreak' || node.type === 'linebreak' || node.literal === '<br>';
    if (node.type === 'document') continue;
    if (leaf) {
      if (within.children.at(-1)?.name !== '') within.children.push({ name: '', children: [], text: '' });
      (within.children.at(-1) as Branch).text += node.type === 'text' ? node.literal : ' ';
    } else if (entering) {
      const one = { name: nameOf(node), children: [], text: '' };
      within.children.push(one);
      if (node.isContainer) stack.push(one);
    } else stack.pop();
  }
  return written(root) ?? '';
}

const nameOf = (node: Node): string =>
  [
    node.type,
    node.level,
    node.type === 'list' ? [node.listType, node.listStart] : '',
    node.destination,
    // what a picture is called is read, where a link leads is not
    node.type === 'image' ? told(node.title ?? '') : node.title,
    // blank lines behind code that is never closed are the code's to the judge, and nobody's to GitHub
    node.type === 'html_block'
      ? pageOf(node.literal ?? '')
      : node.type === 'html_inline'
        ? tagOf(node.literal ?? '')
        : node.literal?.replace(/\n+$/, ''),
    node.info,
  ]
    .map((part) => part ?? '')
    .join('~');

/** A piece of HTML that held furniture alone. */
const EMPTY_HTML = 'html_block~~~~~~';

/** A piece of HTML as a browser reads it, without elements that hold nothing but furniture. */
function pageOf(html: string): string {
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === '#text') return told((node as DefaultTreeAdapterTypes.TextNode).value);
    if (node.nodeName === '#comment') return `<!--${(node as DefaultTreeAdapterTypes.CommentNode).data}-->`;
    const { attrs = [], childNodes = [], tagName } = node as DefaultTreeAdapterTypes.Element;
    const left = childNodes.map(visit).join('');
    if (childNodes.length && (left === '' || isBrokenFurniture(left, childNodes))) return '';
    const said = attrs.map(({ name, value }) => `${name}=${name === 'alt' ? told(value) : value}`).join(' ');
    return `<${tagName} ${said}>${left}</>`;
  };
  const { childNodes } = parseFragment(html);
  const left = childNodes.map(visit).join('');
  return isBrokenFurniture(left, childNodes) ? '' : left;
}

/** Furniture, and line breaks that part it from nothing: with it gone there are no two lines, and they go with it. */
const isBrokenFurniture = (left: string, nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): boolean =>
  left.replaceAll(BREAK, '') === '' && nodes.some(holdsWords);

const BREAK = '<br ></>';

function holdsWords(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  if (node.nodeName === '#text') return /\S/.test((node as DefaultTreeAdapterTypes.TextNode).value);
  return ((node as Partial<DefaultTreeAdapterTypes.Element>).childNodes ?? []).some(holdsWords);
}

/** A tag among words; what a picture is called is read. */
const tagOf = (tag: string): string =>
  tag.startsWith('<img ') ? tag.replace(/ alt=(?:"[^"]*"|'[^']*')/, (value) => ` ${told(value)}`) : tag;

/** What front matter says, by another parser of its language. */
function fieldsOf(matter: string): string {
  const inner = matter.replace(/^\ufeff/, '').replace(/^(?:---|\+\+\+)\n|\n(?:---|\+\+\+)\n*$/g, '');
  const said = (value: unknown): unknown =>
    typeof value === 'string'
      ? told(value)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).map(([key, one]) => [
              key,
              typeof one === 'string' && LEFT.has(key) ? one : said(one),
            ]),
          )
        : value;
  try {
    return JSON.stringify(said(inner && (matter.includes('+++') ? toml(inner) : load(inner))));
  } catch {
    // what is no front matter to its own parser keeps its words
    return told(matter);
  }
}

/** Fields that hold no copy. */
const LEFT: ReadonlySet<string> = new Set(['slug', 'image', '0']);

/** Nothing where all that it held was furniture. */
function written({ name, children, text }: Branch): string | undefined {
  if (name === '') return told(text);
  const inner = inPairs(children).map(written);
  const held = children.length > 0;
  const left = inner.filter((one) => one !== undefined && one !== '').join('');
  if (held && left === '' && name !== 'document') return undefined;
  if (name === EMPTY_HTML) return undefined;
  return `<${name}>${left}</>`;
}

/** A pair of tags is a node with what stands between, which the judge leaves apart. */
function inPairs(children: readonly Branch[]): readonly Branch[] {
  const out: Branch[] = [];
  for (const child of children) {
    out.push(child);
    const close = /^html_inline~.*<\/([a-z]+)>/.exec(child.name)?.[1];
    const open = out.findLastIndex(
      ({ name, children: words }) => !words.length && new RegExp(`^html_inline~.*<${close}[ >]`).test(name),
    );
    if (!close || open < 0) continue;
    const [first, ...words] = out.slice(open) as [Branch, ...Branch[]];
    out.length = open;
    out.push({ name: `${first.name}${child.name}`, children: words.slice(0, -1), text: '' });
  }
  return out;
}

const front = /^\ufeff?(?:---\r?\n[\s\S]*?\n---\r?\n|\+\+\+\r?\n[\s\S]*?\n\+\+\+\r?\n|\{\r?\n[\s\S]*?\n\}\r?\n)/;

/** Fails where the fixed file is another tree than the file was. */
function isSameTree(text: string, file: string): void {
  const body = (whole: string): string =>
    whole
      .replace(/\r\n?/g, '\n')
      .replace(front, '')
      .replace(/^\ufeff/, '');
  assert.equal(treeOf(body(text)), treeOf(body(file)));
  const matter = (whole: string): string => fieldsOf(front.exec(whole.replace(/\r\n?/g, '\n'))?.[0] ?? '');
  assert.equal(matter(text), matter(file));
}

describe('a Markdown file after --fix', function () {
  this.timeout(0);

  // kinds that chance has found
  const copy = 'Ships wait outside, the port said on Monday.\n\n';
  const named: readonly (readonly [string, string, string])[] = [
    ['a break and a sign-off, alone in a piece', `${copy}<br>  \nEndi\n`, copy],
    ['a break behind a sign-off', `${copy}<p><em>-30- <br></em></p>\n`, copy],
    ['a break before a sign-off in marks', `${copy}<br>\n*<em>(END)</em>*\n`, copy],
    [
      'a picture in a line',
      `${copy}- [ ] <figure><img src="Kiev.png" alt="Old Kiev"></figure>\n`,
      `${copy}- [ ] <figure><img src="Kiev.png" alt="Old Kyiv"></figure>\n`,
    ],
    [
      'marks in what a picture says',
      `${copy}![<em>*Outside Kiev, ships wait.*</em>The harbour waits.](Kiev.png)\n`,
      `${copy}![<em>*Outside Kyiv, ships wait.*</em>The harbour waits.](Kiev.png)\n`,
    ],
    [
      'a title in a piece that some read as HTML',
      `<Callout type="Kiev" x={"Kiev"}>\nShe left. ![[The harbour at Kiev will wait][ref]](a.png "Kiev") He left.\n</Callout>\n\nHe said “we go” and stayed. He said “we go” and stayed.\n`,
      `<Callout type="Kiev" x={"Kiev"}>\nShe left. ![[The harbour at Kyiv will wait][ref]](a.png "Kiev") He left.\n</Callout>\n\nHe said “we go” and stayed. He said “we go” and stayed.\n`,
    ],
    [
      'an element of MDX in a point stays',
      `${copy}- [ ] <Callout x={"Kiev"}>\n  Advertisement\n  </Callout>\n`,
      `${copy}- [ ] <Callout x={"Kiev"}>\n  Advertisement\n  </Callout>\n`,
    ],
    ['a break among words stays', `${copy}<p>Ships wait.<br>Endi</p>\n`, `${copy}<p>Ships wait.<br></p>\n`],
    ['a break alone stays', `${copy}<p><br></p>\n\nEndi\n`, `${copy}<p><br></p>\n`],
  ];
  for (const [name, file, left] of named)
    it(`is the tree it was: ${name}`, () => {
      const { text } = fixed(file, 'markdown');
      assert.equal(text.trimEnd(), left.trimEnd());
      isSameTree(text, file);
    });
  it('is another tree where more than furniture is gone', () => {
    const gone: readonly (readonly [string, string])[] = [
      [`${copy}<p><br></p>\n`, copy],
      [`${copy}<p>Ships wait.<br>Endi</p>\n`, `${copy}<p>Ships wait.</p>\n`],
      [`${copy}<p>Endi<br><img src="a.png"></p>\n`, copy],
    ];
    for (const [file, left] of gone) assert.throws(() => isSameTree(left, file), file);
  });

  it('is the tree it was, less its furniture; and a second run changes nothing', () => {
    const fix = fixer('markdown');
    let files = 0;
    fc.assert(
      fc.property(markdownFiles, (file) => {
        const { text } = fix(file);
        assert.equal(fix(text).text, text, 'a second run changes something');
        // with the rules that cannot change a file, as the product asks them all
        if (++files % EACH === 0) assert.equal(fixed(file, 'markdown').text, text, 'another rule changes something');
        isSameTree(text, file);
      }),
      { numRuns, ...(seed !== undefined && { seed }), verbose: 1 },
    );
  });

  it('differs only inside fixes that were told', () => {
    fc.assert(
      fc.property(markdownFiles, (file) => {
        for (const { rule, fixes } of recordOf(file, 'markdown').diagnostics) {
          for (const { edits } of fixes) {
            for (const { start, end, text } of edits) {
              assert.ok(start >= 0 && start <= end && end <= file.length, `${rule} ${start}-${end}`);
              assert.ok(!/[\ue100-\ue102\ufffc]/.test(text));
            }
          }
        }
      }),
      { numRuns: Math.min(numRuns, 1000), ...(seed !== undefined && { seed }) },
    );
  });
});
