// Fixes in pages, and feeds.
import * as assert from 'node:assert/strict';
import { OBJECT } from '../../server/src/document/formats/hidden';
import { applyEdits } from '../../server/src/text/edit';
import { fixAs, lintAs, storyOf } from '../support/formats';

const body = (words: string): string =>
  `<p>The harbour master closed the port, he said.</p>\n${words}\n<p>The ferries will not run, he said.</p>\n`;

describe('a fix in a page', () => {
  const places: readonly (readonly [string, string, string])[] = [
    ['a paragraph', '<p>He left Kiev.</p>', '<p>He left Kyiv.</p>'],
    ['marks', '<p>He <b>slept in <i>Kiev</i></b>.</p>', '<p>He <b>slept in <i>Kyiv</i></b>.</p>'],
    [
      'beside a code',
      '<p>Kiev&nbsp;&amp;&nbsp;Kiev&#x2019;s port.</p>',
      '<p>Kyiv&nbsp;&amp;&nbsp;Kyiv&#x2019;s port.</p>',
    ],
    ['a cell', '<table><tr><td>Kiev<td>4 ships</table>', '<table><tr><td>Kyiv<td>4 ships</table>'],
    [
      'a table that lays out the page',
      '<table><tr><td><p>He left Kiev.<p>He came.</table>',
      '<table><tr><td><p>He left Kyiv.<p>He came.</table>',
    ],
    ['a point', '<ul><li>Kiev is shut.<li>Odesa is not.</ul>', '<ul><li>Kyiv is shut.<li>Odesa is not.</ul>'],
    ['what a picture says', '<img alt="The port of Kiev" src=kiev.jpg>', '<img alt="The port of Kyiv" src=kiev.jpg>'],
    ['no page inside a value', '<img alt="&lt;b&gt;Kiev&lt;/b&gt;">', '<img alt="&lt;b&gt;Kiev&lt;/b&gt;">'],
    [
      'a caption',
      '<figure><img src="Kiev.png"><figcaption>Kiev &lt;port&gt;</figcaption></figure>',
      '<figure><img src="Kiev.png"><figcaption>Kyiv &lt;port&gt;</figcaption></figure>',
    ],
    [
      'words that want codes',
      '<p>Tea and Sons shut the quay.</p>',
      '<p>Tea &amp; Sons &lt;Port&gt; shut the quay.</p>',
    ],
    [
      'a quotation’s words stay',
      '<p>“We left Kiev,” he said. <q>Kiev</q> he said.</p>',
      '<p>“We left Kiev,” he said. <q>Kiev</q> he said.</p>',
    ],
    [
      'program text stays',
      '<p>Run <code>Kiev</code>, <del>Kiev</del> now.</p><pre>Kiev</pre><script>"Kiev"</script><style>Kiev{}</style>',
      '<p>Run <code>Kiev</code>, <del>Kiev</del> now.</p><pre>Kiev</pre><script>"Kiev"</script><style>Kiev{}</style>',
    ],
    [
      'the page’s furniture stays',
      '<nav>Kiev</nav><aside><p>Kiev.</p></aside><form><p>Kiev.</p></form><footer>Kiev</footer>',
      '<nav>Kiev</nav><aside><p>Kiev.</p></aside><form><p>Kiev.</p></form><footer>Kiev</footer>',
    ],
    [
      'templates stay',
      '<p>He left {{ Kiev }} for Kiev <?php echo "Kiev>" ?>.</p>',
      '<p>He left {{ Kiev }} for Kyiv <?php echo "Kiev>" ?>.</p>',
    ],
    ['a word over two tags stays', '<p>He left Ki<b>ev</b>.</p>', '<p>He left Ki<b>ev</b>.</p>'],
  ];
  for (const [name, before, after] of places)
    it(`in ${name}`, () => assert.equal(fixAs(body(before), 'html').text, body(after)));

  const signedOff: readonly (readonly [string, string, string])[] = [
    ['its paragraph', '\n<p>Enditem</p>', ''],
    ['all that holds it', '\n<div class="end"><p><b>Enditem</b></p></div>', ''],
    ['a paragraph that is never closed', '\n<p>Enditem\n', '\n'],
    [
      'not what stands with a picture',
      '\n<div><img src="x.png"><p>Enditem</p></div>',
      '\n<div><img src="x.png"></div>',
    ],
  ];
  for (const [name, end, left] of signedOff)
    it(`that takes a sign-off out takes ${name}`, () => {
      const copy = '<p>The ferries will not run before Friday, the harbour master said.</p>';
      assert.equal(fixAs(copy + end, 'html').text.trimEnd(), (copy + left).trimEnd());
    });

  it('puts a dateline right where it has an element of its own', () => {
    const body = '<p>The trams of Kiev ran again on Monday, the mayor said.</p>';
    const nitf = `<nitf><body><body.head><dateline><location>KIEV</location></dateline></body.head><body.content>${body}</body.content></body></nitf>`;
    assert.match(fixAs(nitf, 'nitf').text, /<location>KYIV<\/location>.*trams of Kyiv/);
    assert.match(fixAs(`<article><p class="dateline">KIEV</p>${body}</article>`, 'html').text, />KYIV<.*of Kyiv/);
    assert.match(
      fixAs(`<article><p><b>KIEV</b> (AP) — The trams ran.</p></article>`, 'html').text,
      /<b>KYIV<\/b> \(AP\)/,
    );
  });

  it('writes the letter itself where the file says that it is UTF-8, and a code where nothing says so', () => {
    const copy = '<p>Ships from Malmoe left the harbour on Monday.</p>';
    const heads = ['<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'];
    for (const head of heads) assert.match(fixAs(head + copy, 'html').text, /from Malmö left/);
    for (const head of ['', '<meta charset="us-ascii">', '<meta name="author">'])
      assert.match(fixAs(head + copy, 'html').text, /from Malm&#246; left/);
    const nitf = `<nitf><body><body.content>${copy}</body.content></body></nitf>`;
    assert.match(fixAs(`<?xml version="1.0" encoding="utf-8"?>${nitf}`, 'nitf').text, /from Malmö left/);
    assert.match(fixAs(nitf, 'nitf').text, /from Malm&#246; left/);
  });

  it('writes a code for what a file in ASCII cannot hold', () => {
    const page = body('<p>Marek Dvo&#345;&aacute;k came. He met Marek Dvorak&#39;s son. Dvo&#345;&aacute;k left.</p>');
    const { diagnostics } = lintAs(page, 'html');
    const fix = diagnostics.find(({ rule }) => rule === 'inconsistent-transliteration' || rule === 'inconsistent-name')
      ?.fixes[0];
    if (fix) assert.match(applyEdits(page, fix.edits), /Dvo&#345;&#225;k&#39;s/);
  });
});

const nitf = (body: string, head = ''): string =>
  `<?xml version="1.0"?>\n<nitf><head>${head}</head><body><body.content>\n<p>The harbour master closed the port, he said.</p>\n${body}\n</body.content></body></nitf>\n`;
const story = '<p>The ferries will not run before Friday, the harbour master said.</p>';

describe('a feed', () => {
  const places: readonly (readonly [string, string, string])[] = [
    ['a paragraph', '<p>He left Kiev.</p>', '<p>He left Kyiv.</p>'],
    [
      'a name’s own element',
      '<p>He left <location>Kiev</location> &#38; Odesa.</p>',
      '<p>He left <location>Kyiv</location> &#38; Odesa.</p>',
    ],
    [
      'a caption',
      '<media><media-reference source="Kiev.jpg"/><media-caption>Kiev port</media-caption></media>',
      '<media><media-reference source="Kiev.jpg"/><media-caption>Kyiv port</media-caption></media>',
    ],
    ['verbatim words', '<p><![CDATA[He left Kiev & came.]]></p>', '<p><![CDATA[He left Kyiv & came.]]></p>'],
    [
      'words that want codes',
      '<p>Tea and Sons shut the quay.</p>',
      '<p>Tea &amp; Sons &lt;Port&gt; shut the quay.</p>',
    ],
    [
      'a cell',
      '<table><tr><td>Kiev</td><td>4 ships</td></tr></table><p>He came to Odesa, he said.</p>',
      '<table><tr><td>Kyiv</td><td>4 ships</td></tr></table><p>He came to Odesa, he said.</p>',
    ],
    ['no wire table', '<pre>Kiev 4</pre>', '<pre>Kiev 4</pre>'],
  ];
  for (const [name, before, after] of places)
    it(`is fixed in ${name}`, () => assert.equal(fixAs(nitf(before), 'nitf').text, nitf(after)));

  it('takes a sign-off out whole', () =>
    assert.equal(fixAs(nitf(`${story}\n<p>Enditem</p>`), 'nitf').text, nitf(story)));

  it('is not changed while it is not whole', () => {
    const text = nitf(story).replace('Friday', 'Kiev').replace('</body.content>', '');
    const { diagnostics, problems } = lintAs(text, 'xml');
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /closes <body> while <body\.content> is open \(line 5\)/);
    assert.deepEqual(
      diagnostics.map(({ rule, fixes }) => [rule, fixes.length]),
      [['house-style', 0]],
    );
  });

  it('says what its fields say: a day, an embargo, that it is withheld', () => {
    const at = (norm: string): string =>
      nitf(story, `<docdata><date.issue norm="20261103T090000Z"/><date.release norm="${norm}"/></docdata>`);
    assert.equal(storyOf(at('20261103T090000Z'), 'nitf').date, '2026-11-03');
    const rulesOf = (text: string): string[] => lintAs(text, 'xml').diagnostics.map(({ rule }) => rule);
    assert.deepEqual(rulesOf(at('20261103T090000Z')), []);
    assert.deepEqual(rulesOf(at('20261105T090000+0100')), ['embargo']);
    assert.deepEqual(rulesOf(nitf(story, '<docdata><ed-msg info="EMBARGOED UNTIL 0001 GMT, 9 MAY 2027"/></docdata>')), [
      'embargo',
    ]);
    assert.deepEqual(
      rulesOf(nitf(story, '<docdata><ed-msg info="EMBARGOED UNTIL 0001 GMT, 9 MAY 2026"/></docdata>')),
      [],
    );
    assert.deepEqual(rulesOf(nitf(story, '<docdata management-status="withheld"/>')), ['not-for-publication']);
    const item = (meta: string): string =>
      `<newsItem><itemMeta>${meta}</itemMeta><contentSet><inlineXML><nitf><body><body.content>${story}</body.content></body></nitf></inlineXML></contentSet></newsItem>`;
    assert.deepEqual(rulesOf(item('<embargoed>2027-01-01T00:00:00Z</embargoed>')), ['embargo']);
    assert.deepEqual(rulesOf(item('<embargoed>2026-01-01T00:00:00Z</embargoed><pubStatus qcode="stat:usable"/>')), []);
    assert.deepEqual(rulesOf(item('<pubStatus qcode="stat:canceled"/>')), ['not-for-publication']);
    assert.deepEqual(rulesOf(item('<edNote>Adds the mayor’s words</edNote>')), []);
  });

  it('says what it is, and in which language', () => {
    const item = (meta: string, attributes = ''): string =>
      `<newsItem${attributes}><contentMeta>${meta}</contentMeta><contentSet><inlineXML><nitf><body><body.content><p>Kurz gesagt.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;
    const languages = (text: string): string[] => storyOf(text, 'xml').blocks.map(({ facts }) => facts.language);
    assert.deepEqual(languages(item('<language tag="de"/>', ' xml:lang="en"')), ['de']);
    assert.deepEqual(languages(item('', ' xml:lang="de-CH"')), ['de']);
    assert.deepEqual(languages(item('', ' xml:lang="en"')), ['und']);
    assert.deepEqual(
      storyOf('<html lang="de"><p>Kurz gesagt.</p></html>', 'html').blocks.map(({ facts }) => facts.language),
      ['de'],
    );
    assert.equal(storyOf(item('<genre qcode="genre:Opinion"/>'), 'xml').genre, 'opinion');
    assert.equal(storyOf(item('<genre qcode="g:1"><name>Letter to the editor</name></genre>'), 'xml').genre, 'letter');
    assert.equal(
      storyOf(nitf(story, '<tobject><tobject.property tobject.property.type="editorial"/></tobject>'), 'xml').genre,
      'opinion',
    );
    assert.equal(storyOf(item('<genre qcode="genre:Current"/>'), 'xml').genre, 'story');
  });

  it('of several items is several stories', () => {
    const item = `<newsItem><contentMeta><headline>Port stays shut</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content>${story}<p>Enditem</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;
    const roles = ['headline', 'paragraph', 'sign-off'];
    assert.deepEqual(
      storyOf(`<newsMessage><itemSet>${item}${item}</itemSet></newsMessage>`, 'xml').blocks.map(({ role }) => role),
      [...roles, ...roles],
    );
  });

  it('never puts anything in the place of what a file declares for itself', () => {
    const bomb = `<!DOCTYPE nitf [<!ENTITY a "Kiev">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i + 1} "&b${i};&b${i};">`).join('')}<!ENTITY far SYSTEM "file:///etc/passwd">]>`;
    const text = `<?xml version="1.0"?>${bomb}<nitf><body><body.content><p>He left &a; for &b30; and &far;&nbsp;caf&eacute;s &unknown; now, he said.</p></body.content></body></nitf>`;
    const { prose, problems } = storyOf(text, 'nitf');
    assert.equal(prose, `He left ${OBJECT} for ${OBJECT} and ${OBJECT} cafés ${OBJECT} now, he said.`);
    assert.deepEqual(problems, []);
  });

  it('that holds no story is told of', () => {
    for (const text of ['<rss><channel><title>Kiev</title></channel></rss>', '', 'Kiev', '<packageItem/>']) {
      const { prose, problems } = storyOf(text, 'xml');
      assert.equal(prose, '');
      assert.equal(problems.length, 1);
    }
  });
});
