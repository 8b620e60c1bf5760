// Every format keeps the same promises: a token is its characters of the file, a fix is written as the file has to write it, and a file
// that is cut off or made to hurt somebody is read as far as it can be trusted.
import * as assert from 'node:assert/strict';
import { type Format, formats } from '../../server/src/document/draft';
import { formatTable } from '../../server/src/document/formats/table';
import { OBJECT } from '../../server/src/document/formats/hidden';
import { toFile } from '../../server/src/text/source-map';
import { applyEdits } from '../../server/src/text/edit';
import { copy, files, fixAs, lintAs, storyOf } from '../support/formats';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  eacute: 'é',
  ldquo: '“',
  nbsp: ' ',
};
/** What the file's characters are read as, where they are words and codes. */
const decode = (raw: string): string =>
  raw
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (code, point, hex, name) =>
      name ? (entities[name] ?? code) : String.fromCodePoint(point ? Number(point) : Number.parseInt(hex, 16)),
    )
    .normalize('NFC');

describe('the same story in every format', () => {
  const told = new Map<string, string[]>();
  for (const [name, file] of Object.entries(files)) {
    const { format, text } = file!;
    const found = lintAs(text, format).diagnostics.map(
      (d) =>
        `${d.rule}${d.class ? `: ${d.class}` : ''} «${decode(text.slice(d.start, d.end))
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')}»`,
    );
    told.set(name, found);
  }
  const all = [...new Set([...told.values()].flat())];

  it(`says the same of the same words\n${tableOf()}`, () => {
    const plain = told.get('text')!;
    for (const [name, found] of told) {
      // plain text has no captions of its own
      const own = found.filter((one) => !one.includes(copy.caption));
      assert.deepEqual(own.filter((one) => !isCaption(name, one)).sort(), [...plain].sort(), name);
    }
    assert.ok(plain.length > 5);
  });

  /** Formats that have a caption find in it what stands there. */
  function isCaption(name: string, one: string): boolean {
    const extra =
      told.get(name)!.filter((other) => other === one).length -
      told.get('text')!.filter((other) => other === one).length;
    if (extra <= 0 || captioned.has(name + one)) return false;
    captioned.add(name + one);
    return one.startsWith('house-style');
  }

  function tableOf(): string {
    const names = [...told.keys()];
    const rows = all.map(
      (one) =>
        `        ${names.map((name) => String(told.get(name)!.filter((other) => other === one).length).padEnd(name.length)).join('  ')}  ${one}`,
    );
    return [`        ${names.join('  ')}`, ...rows].join('\n');
  }
});
const captioned = new Set<string>();

describe('a format', () => {
  for (const [name, file] of Object.entries(files)) {
    const { format, text } = file!;
    it(`${name}: each token is its characters of the file`, () => {
      const { blocks, map } = storyOf(text, format);
      let tokens = 0;
      for (const { start, facts } of blocks)
        for (let i = 0; i < facts.tokens.length; i++) {
          const at = { start: start + facts.tokens.start[i]!, end: start + facts.tokens.end[i]! };
          const word = facts.text.slice(facts.tokens.start[i], facts.tokens.end[i]);
          if (word.includes(OBJECT)) continue;
          const inFile = toFile(map, at);
          assert.equal(decode(text.slice(inFile.start, inFile.end)), word);
          tokens++;
        }
      assert.ok(tokens > 80);
    });

    it(`${name}: a fix leaves all bytes but its own, and is read as it was meant`, () => {
      const { diagnostics } = lintAs(text, format);
      const before = storyOf(text, format).prose;
      for (const { fixes } of diagnostics)
        for (const { edits } of fixes) {
          const after = storyOf(applyEdits(text, edits), format);
          assert.equal(after.problems.length, 0);
          assert.ok(Math.abs(after.prose.length - before.length) < 200);
        }
      const fixed = fixAs(text, format).text;
      assert.equal(decode(fixed).includes('Port of Kyiv'), true);
      assert.equal(
        lintAs(fixed, format).diagnostics.some(({ rule }) => rule === 'wire-sign-off'),
        false,
      );
      assert.equal(storyOf(fixed, format).problems.length, 0);
    });

    it(`${name}: cut off anywhere it is read as far as it goes`, () => {
      const whole = storyOf(text, format).prose;
      for (let end = 0; end <= text.length; end += format === 'text' || format === 'markdown' ? 11 : 1) {
        const { prose, problems } = storyOf(text.slice(0, end), format);
        assert.ok(problems.length <= 1, `${end}: ${problems.map(({ message }) => message).join(' ')}`);
        for (const { line } of problems) assert.ok(line !== undefined, String(end));
        // what was read of the piece is the beginning of what is read of the whole, but for its last words
        if (format === 'text' || format === 'markdown') continue;
        const words = prose.split(/\s+/).slice(0, -3).join(' ');
        assert.ok(whole.replace(/\s+/g, ' ').startsWith(words) || words.length < 200, `${end}: ${words.slice(-80)}`);
      }
    }).timeout(60_000);
  }

  it('is known by one table: names and languages are nobody else’s', () => {
    const names = formats.flatMap((format) => [...formatTable[format].extensions, ...formatTable[format].languages]);
    assert.equal(new Set(names).size, names.length);
  });
});

const body = (words: string): string =>
  `<p>The harbour master closed the port, he said.</p>\n${words}\n<p>The ferries will not run, he said.</p>\n`;

describe('a fix in a page', () => {
  const places: readonly (readonly [string, string, string])[] = [
    ['a paragraph', '<p>He left Kiev.</p>', '<p>He left Kyiv.</p>'],
    ['marks', '<p>He <b>left <i>Kiev</i></b>.</p>', '<p>He <b>left <i>Kyiv</i></b>.</p>'],
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

  it('writes a code for what a file in ASCII cannot hold', () => {
    const page = body('<p>Marek Dvo&#345;&aacute;k came. He met Marek Dvorak&#39;s son. Dvo&#345;&aacute;k left.</p>');
    const { diagnostics } = lintAs(page, 'html');
    const fix = diagnostics.find(({ rule }) => rule === 'inconsistent-transliteration' || rule === 'inconsistent-name')
      ?.fixes[0];
    if (fix) assert.match(applyEdits(page, fix.edits), /Dvo&#345;&#225;k&#39;s/);
  });
});

const nested = (tag: string, depth: number): string =>
  `${`<${tag}>`.repeat(depth)}Ferries will not run, the port said.${`</${tag}>`.repeat(depth)}`;

describe('hostile pages', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['deep blocks', nested('div', 1000)],
    ['deep marks', nested('b', 1000)],
    ['deeper', nested('div', 100_000)],
    ['never closed', '<p>'.repeat(50_000)],
    ['marks never closed', '<b>'.repeat(900) + 'a <i> </i>'.repeat(20_000)],
    ['closed alone', '<b>'.repeat(900) + '</i>'.repeat(100_000)],
    ['less than', '<'.repeat(200_000)],
    ['codes', '&'.repeat(200_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['comments between spaces', `<p>a${' <!--x-->'.repeat(50_000)}`],
    ['programs', '<%{{{%<?php'.repeat(30_000)],
    ['attributes', `<p ${'a="&amp;" '.repeat(30_000)}>Copy.</p>`],
    ['declarations', '<![CDATA['.repeat(30_000)],
    ['quotations', '<q>'.repeat(900) + '<q>a</q>'.repeat(20_000)],
  ];
  for (const [name, text] of cases)
    it(`${name}: read in time, with one problem at most`, () => {
      const start = process.cpuUsage().user;
      const { problems } = storyOf(text, 'html' as Format);
      assert.ok(problems.length <= 1);
      assert.ok(process.cpuUsage().user - start < 5e6, `${(process.cpuUsage().user - start) / 1e6} s`);
    }).timeout(30_000);

  it('a page ten times as long takes about ten times as long', () => {
    const page = files.html!.text.replace(/^[\s\S]*<article>/, '').replace(/<\/article>[\s\S]*$/, '');
    const cost = (times: number): number => {
      const text = page.repeat(times);
      const start = process.cpuUsage().user;
      storyOf(text, 'html');
      return process.cpuUsage().user - start;
    };
    cost(20);
    assert.ok(cost(200) < 40 * Math.max(cost(20), 2000));
  }).timeout(30_000);
});
