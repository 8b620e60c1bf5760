// The desk report: what it weighs, what its strip shows, and that a stranger's words do nothing on the page.
import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readStory } from '../../server/src/document/read';
import { recommended } from '../../server/src/engine/settings';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import { deskSheet } from '../../server/src/report/desk/page';
import { type DeskRecord, deskRecord } from '../../server/src/records/desk';
import { sharesOf, unnamedShare, weighedSentences } from '../../server/src/report/desk/weigh';
import { htmlReport } from '../../server/src/report/html';
import { judgedClaims } from '../../server/src/records/judged';
import { style, styleHash } from '../../server/src/report/page';
import { noHouse } from '../../server/src/rules/house';
import { rules } from '../../server/src/rules/index';
import { contrast, least } from '../support/contrast';

const text = [
  'Harbour reopens after storm',
  '',
  'OSTREL, March 8 (Marenia News) - The storm sank four boats, Mayor Lena Orsk said on Monday. She said the harbour would open on Tuesday.',
  '',
  'A further 30 people were killed in the hills.',
  '',
  'A source close to the port said that the cranes were standing. They would be tested at once.',
  '',
  'ENDS',
].join('\n');

function recordOf(copy: string): DeskRecord {
  const story = readStory({ text: copy, format: 'text' });
  const all = lint(story, recommended(rules), rules);
  return deskRecord(story, noHouse, toRecord(all, copy), judgedClaims({ story, all, left: all }));
}

const write = (copy: string, href?: () => string, path = 'a.txt'): string => {
  const sheet = deskSheet(href);
  return (sheet.head ?? '') + sheet.page(recordOf(copy), path, copy) + (sheet.tail ?? '');
};

describe('the desk report', () => {
  it('weighs each sentence of copy, and no headline or dateline', () => {
    assert.deepEqual(
      weighedSentences(recordOf(text)).map(({ start, opens, support, sources, unnamed, alone }) => [
        text.slice(start, start + 9),
        opens,
        support,
        sources.join(),
        unnamed,
        alone.join(),
      ]),
      [
        ['The storm', true, 'cited', 'Lena Orsk', false, ''],
        ['She said ', false, 'cited', 'Lena Orsk', false, ''],
        ['A further', true, 'none', '', false, 'casualty'],
        ['A source ', true, 'cited', 'source', true, ''],
        ['They woul', false, 'carried', 'source', true, ''],
      ],
    );
  });

  it('shares out the copy that has a source among those who are cited', () => {
    const weighed = weighedSentences(recordOf(text));
    const shares = sharesOf(weighed);
    const sum = [...shares.values()].reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9);
    assert.ok(Math.abs((shares.get('source') ?? 0) - unnamedShare(weighed)) < 1e-9);
    assert.ok((shares.get('Lena Orsk') ?? 0) > 0.5);
    assert.equal(unnamedShare([]), 0);
  });

  it('draws a bar for each sentence, one below the line for a claim that stands alone, and says the same in words', () => {
    const page = write(text);
    const strip = /<svg class="strip"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? '';
    assert.equal(strip.match(/class="named"/g)?.length, 2);
    assert.equal(strip.match(/class="unnamed"/g)?.length, 2);
    assert.equal(strip.match(/class="alone"/g)?.length, 1);
    assert.match(
      strip,
      /aria-label="5 sentences of copy: 3 with a source cited, 1 carried from another sentence, 1 citing nobody\. 1 with a claim that stands alone\./,
    );
    assert.match(page, /<caption>Who stands behind each sentence<\/caption>/);
    assert.match(
      page,
      /3 of 5 sentences cite somebody, and 1 more may go on with what that source said; 1 cites nobody\. Of one sentence the desk asks whose claim it is\. Readers cannot tell who 1 of 2 sources is: \d\d% of the copy with a source rests on that alone\./,
    );
  });

  it('names furniture, names and findings where they stand', () => {
    const page = write(text);
    assert.match(page, /<td class="number">9<\/td><td>sign-off<\/td><td><bdi>ENDS<\/bdi><\/td>/);
    assert.match(page, /<td class="number">3<\/td><th scope="row"><bdi>Lena Orsk<\/bdi><\/th><td>person<\/td>/);
    assert.match(page, /<td class="wrong">must not run<\/td><td>wire-sign-off<\/td>/);
  });

  it('says where nothing is asked that the desk is not sure enough, and vouches for nothing', () => {
    const page = write('The council met in Ostrel on Monday.\n\nIt will meet again in the spring.');
    assert.match(page, /The desk is not sure enough of any claim to ask whose it is\./);
    assert.match(page, /<h3>Claims that stand alone<\/h3>\n<p>None that the desk is sure enough to ask about\.<\/p>/);
    assert.doesNotMatch(page, /stands behind \d/);
  });

  it('tells how each source is cited in few columns, and once how it is named', () => {
    const page = write(text);
    assert.match(
      page,
      /<tr><th scope="col">Who<\/th><th scope="col" class="number">Share<\/th><td><\/td><th scope="col">Kind<\/th><th scope="col">How cited<\/th><th scope="col">Lines<\/th><\/tr>/,
    );
    assert.match(page, /<td>named<\/td><td>paraphrased 2×<\/td><td>3<\/td>/);
    assert.match(page, /<td class="no">anonymous<\/td><td>paraphrased 1×<\/td>/);
    assert.match(page, /<td>a question<\/td><td>unattributed-claim<\/td>/);
  });

  it('has words for a draft that holds nothing yet', () => {
    const page = write('');
    assert.match(page, /There is no running copy in this draft yet\./);
    assert.match(page, /Nobody is cited\./);
    assert.doesNotMatch(page, /NaN|undefined/);
  });

  it('leads to the text where it is told how, by Tab through the tables only', () => {
    const page = write(text, () => 'command:go?["a"]');
    assert.match(page, /<td class="number"><a href="command:go\?\[&#34;a&#34;\]">9<\/a><\/td>/);
    assert.match(page, /<a href="[^"]*" tabindex="-1"><rect/);
    assert.match(page, /<td>paraphrased 2×<\/td><td><a href="[^"]*">3<\/a><\/td>/);
    assert.doesNotMatch(write(text), /<a /);
  });

  it('can be read by everybody, light and dark', () => {
    const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)');
    for (const part of [light, dark.slice(0, dark.indexOf('@media'))]) {
      const colours = Object.fromEntries(
        [...part.matchAll(/--(\w+): var\([^;]*?(#[\da-f]+)\)/g)].map(([, name, value]) => [name!, value!]),
      );
      const standsOut = (name: string): number => contrast(colours[name] ?? '', [colours.paper ?? '']);
      for (const name of ['ink', 'quiet', 'wrong'])
        assert.ok(standsOut(name) >= least.text, `${name}: ${standsOut(name)}`);
      for (const name of ['mark', 'said']) assert.ok(standsOut(name) >= least.shape, `${name}: ${standsOut(name)}`);
    }
  });

  it('lets its own style work and nothing else', () => {
    assert.equal(styleHash, createHash('sha256').update(style).digest('base64'));
    const page = write(text);
    assert.match(page, /content="default-src 'none'; style-src 'sha256-[\w+/=]+'">/);
    assert.doesNotMatch(page, /<script|<link|<img|url\(|@import|https?:|\sstyle=|\son\w+=/);
  });

  it('escapes what a stranger wrote, in copy, names and paths', () => {
    const bad =
      '<img src=x onerror=alert(1)> said "<script>alert(2)</script>" on Monday. \u202eElena <b>Orsk</b> said so.';
    const page = write(bad, undefined, '"><script>x.txt');
    assert.doesNotMatch(page, /<img|<script|<b>|\u202e/);
    const report = htmlReport();
    const { diagnostics } = recordOf(bad);
    assert.doesNotMatch(report.draft({ path: '<script>', text: bad, diagnostics, problems: [] }), /<img|<script|<b>/);
  });
});

describe('lint as a page', () => {
  it('lists findings draft by draft, and counts the drafts without any', () => {
    const report = htmlReport();
    const { diagnostics } = recordOf(text);
    assert.match(report.head ?? '', /^<!doctype html>/);
    assert.match(report.draft({ path: 'a.txt', text, diagnostics, problems: [] }), /<bdi>ENDS<\/bdi>/);
    assert.equal(report.draft({ path: 'b.txt', text: '', diagnostics: [], problems: [] }), '');
    assert.match(report.tail?.() ?? '', /2 drafts read; the desk asks nothing about 1 of them\./);
  });
});
