// Where a page in Markdown keeps copy beside its paragraphs: fields, cells, pieces of HTML, pictures. Read on its own characters, and
// changed as its place has to be written, or not at all.
import * as assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { readYaml } from '../../server/src/document/formats/front-matter-yaml';
import { fixed, recordOf } from '../support/fixed';
import { fixAs, lintAs, storyOf } from '../support/formats';

const body = 'The port shut, the mayor said.\n';
const page = (piece: string): string => `# Port shut\n\n${body}\n${piece}\n`;
const matter = (fields: string): string => `---\n${fields}\n---\n\n${body}`;

/** What the placeholder's finding covers, and the words round it. */
function marked(file: string): string[] {
  return recordOf(file, 'markdown')
    .diagnostics.filter(({ rule }) => rule === 'placeholder')
    .map(({ start, end }) => file.slice(Math.max(0, start - 4), end));
}

describe('Markdown as sites write it', () => {
  const read: readonly string[] = [
    ...['<!-- a note --> Dues: TK are due.', '<!--\na note\n--> Dues: TK', '| a | b |\n|---|---|\n| Dues: TK | 4 |'],
    ...['<p>Dues: TK are due.</p>', '<div>\n  <p class="x">Dues: TK</p>\n</div>', '<p><em>(Dues: TK)</em></p>'],
    ...['<figure><img src="a.png"><figcaption>Dues: TK</figcaption></figure>', '<blockquote>Dues: TK</blockquote>'],
    ...['<table><tr><td>Dues: TK</td><td>4</td></tr></table>', '<details><summary>Dues: TK</summary></details>'],
    ...['<aside>Dues: TK</aside>', '<ul><li>One<li>Dues: TK</ul>', '> <p>One\n> Dues: TK</p>', '- <div>Dues: TK</div>'],
    ...['![Dues: TK](a.png)', '![A *view*, Dues: TK](a.png)', '![a](a.png "Dues: TK")', '[![Dues: TK](a.png)](b.html)'],
    ...['![Dues: TK][pier]\n\n[pier]: a.png', '![Dues: TK](a.png)\n*Below it*', 'It is shut. ![Dues: TK](a.png)'],
    ...['<img src="a.png" alt="Dues: TK">', '<a href="b.html"><img src="a.png" alt="Dues: TK"></a>'],
    ...[
      '<Callout kind="low" fare={dues}>\n  Dues: TK\n</Callout>',
      '<Tabs>\n<Tab>One</Tab>\n<Tab>Dues: TK</Tab>\n</Tabs>',
    ],
    ...['<Steps>\n1. One\n2. Dues: TK\n</Steps>', '<figcaption>\n\nDues: TK\n\n</figcaption>'],
  ];
  for (const piece of read)
    it(`is read where it stands: ${piece}`, () => assert.deepEqual(marked(page(piece)), ['es: TK']));

  for (const key of ['summary', 'description', 'dek', 'subtitle', 'excerpt', 'standfirst', 'lede', 'caption', 'title'])
    it(`is read in a field: ${key}`, () => {
      assert.deepEqual(marked(matter(`${key}: Dues, TK`)), ['es, TK']);
      assert.deepEqual(
        marked(matter(`${key}: Dues, TK`).replaceAll('---', '+++').replace(': Dues, TK', ' = "Dues, TK"')),
        ['es, TK'],
      );
    });

  const fields: readonly (readonly [string, string])[] = [
    ['title: >\n  Port shut\n  es, TK', 'es, TK'],
    ['summary: |-\n    One.\n\n    es, TK', 'es, TK'],
    ['dek: "Port \\"shut\\" and\n  es, TK"', 'es, TK'],
    ["dek: 'The port''s es, TK'", 'es, TK'],
    ['dek: Port shut\n  es, TK # not yet', 'es, TK'],
    ['cover:\n  image: a.png\n  alt: es, TK', 'es, TK'],
    ['images:\n- src: a.png\n  caption: one\n- src: b.png\n  caption: es, TK', 'es, TK'],
  ];
  for (const [yaml, found] of fields)
    it(`is marked on its own words: ${yaml}`, () => assert.deepEqual(marked(matter(yaml)), [found]));

  it('is read in JSON and TOML through their escapes', () => {
    assert.deepEqual(marked('{\n"dek": "A \\"pier\\" \\u2013 es, TK"\n}\n\nShut.\n'), ['es, TK']);
    assert.deepEqual(marked("+++\n[cover]\ncaption = '''\nOne\nes, TK'''\n+++\n\nShut.\n"), ['es, TK']);
  });

  const unread: readonly string[] = [
    ...[
      '<!-- TK -->',
      '<script>TK</script>',
      '<pre>TK</pre>',
      '<p hidden>TK</p>',
      '<p data-a="TK">One.</p>',
      '<nav>TK</nav>',
    ],
    ...[
      '<Callout fare={TK}>One</Callout>',
      '<p><code>TK</code> One.</p>',
      '![TK.png](a.png)',
      '<Code>\n```\nTK\n```\n</Code>',
    ],
    ...['<blockquote class="twitter-tweet"><p>TK</p>— Ed (@ed)</blockquote>', '<p>[One](TK)</p>'],
  ];
  for (const piece of unread) it(`is left unread: ${piece}`, () => assert.deepEqual(marked(page(piece)), []));
  for (const yaml of ['slug: TK', 'nav:\n  description: TK', 'tags: [TK]', 'layout: TK', '# dek: TK', 'image: TK.png'])
    it(`is left unread in front matter: ${yaml}`, () => assert.deepEqual(marked(matter(yaml)), []));

  const changed: readonly (readonly [string, string])[] = [
    [matter('dek: >\n  Old\n  Kiev'), matter('dek: >\n  Old\n  Kyiv')],
    [matter('dek: "A \\"Kiev\\" and Kiev"'), matter('dek: "A \\"Kiev\\" and Kyiv"')],
    [page('<p>Kiev &amp; near <b>Kiev</b></p>'), page('<p>Kyiv &amp; near <b>Kyiv</b></p>')],
    [page('![Kiev](Kiev.png "In Kiev")'), page('![Kyiv](Kiev.png "In Kyiv")')],
    [page('| a |\n|---|\n| Kiev |'), page('| a |\n|---|\n| Kyiv |')],
    // furniture goes with its tags
    [page('<p>Enditem</p>'), page('').trimEnd().concat('\n')],
    [page('<div>\n<p>Shut on Monday.</p>\n<p>Enditem</p>\n</div>'), page('<div>\n<p>Shut on Monday.</p>\n</div>')],
  ];
  for (const [before, after] of changed)
    it(`is changed as it is written there: ${before.slice(0, 60)}`, () =>
      assert.equal(fixed(before, 'markdown').text.trimEnd(), after.trimEnd()));

  it('is withheld where the place could not hold it, and the finding stays', () => {
    // the house's form has signs that mean more there
    for (const place of ['![Tea and Sons shut](a.png)', '<p>Tea and Sons shut.</p>']) {
      const file = page(place);
      assert.equal(fixAs(file, 'markdown').text, file);
      assert.ok(lintAs(file, 'markdown').diagnostics.some(({ rule }) => rule === 'house-style'));
    }
    const field = matter('dek: Tea and Sons shut');
    assert.equal(fixAs(field, 'markdown').text, field);
    // half of a pair stands in another piece; what is a piece of HTML to some is words to others
    for (const half of [
      '<p>Enditem\n\n</p>',
      '> <p>Enditem\n\n> </p>',
      '- <div>Enditem\n\n</div>',
      '<Box at={"Kiev"}>\nEnditem\n</Box>',
    ])
      assert.equal(fixed(page(half), 'markdown').text, page(half));
  });

  it('has the part of the story that its place says', () => {
    const file = `---\ntitle: Port shut\ndek: Ships wait\n---\n\n${body}\n![The pier](a.png)\n\n<blockquote>It is shut, she said.</blockquote>\n\n| Pier | 4 |\n|---|---|\n| Quay | 5 |\n`;
    assert.deepEqual(
      storyOf(file, 'markdown').blocks.map(({ role }) => role),
      ['headline', 'subhead', 'paragraph', 'caption', 'block-quote', 'table', 'table'],
    );
  });

  it('has a colon that something stands behind', () => {
    const asked = (piece: string): boolean =>
      recordOf(
        page(`The fares of the year are shown in the plan below:\n\n${piece}\n\n## Fares\n\n${body}`),
        'markdown',
      ).diagnostics.some(({ rule }) => rule === 'copy-slip');
    assert.deepEqual(['```\na\n```', '<iframe src="a"></iframe>', '{{< plan >}}', ''].map(asked), [
      false,
      false,
      false,
      true,
    ]);
  });

  it('tells of a comment that is never closed', () => {
    for (const [file, format] of [
      [page('<!-- a note\n\nDues.'), 'markdown'],
      ['<h1>Port</h1>\n\n\n\n<!-- a note <p>Dues.</p>', 'html'],
    ] as const)
      assert.deepEqual(
        lintAs(file, format).problems.map(({ code, line }) => [code, line]),
        [['unclosed-comment', 5]],
      );
  });
});

describe('a text in YAML', () => {
  const values: readonly string[] = [
    ...[
      'a',
      'Port: b'.replace(':', ' -'),
      '"a\\tb\\u00e9 \\"c\\""',
      "'it''s'",
      '"a\n  b\n\n  c"',
      "'a\n  b'",
      '>\n  a\n  b\n\n  c',
    ],
    ...[
      '|\n  a\n   b',
      '>-\n    a\n    b',
      '|+\n  a\n',
      'a\n  b\n  c',
      'a # b',
      'a#b',
      '"a \\\n  b"',
      '>2\n   a',
      "''",
      '""',
    ],
    ...['"\\U0001F6A2 ship"', '"tab\\x41"', 'a "b" c', "a 'b'"],
  ];
  for (const value of values)
    it(`says what YAML says: ${JSON.stringify(value)}`, () => {
      const text = `dek: ${value}\nslug: b\n`;
      const fields = readYaml(text, { start: 0, end: text.length });
      const said = load(text) as Readonly<Record<string, string>>;
      const plain = (words = ''): string => words.replace(/\s+/g, ' ').trim();
      assert.equal(plain(fields.get('dek')?.value), plain(said.dek));
      assert.equal(fields.get('slug')?.value, 'b');
    });
});
