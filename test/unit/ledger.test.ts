// Ledgers and rolls: each format tells the same, and a stranger's words do nothing in it.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { csvOf } from '../../server/src/report/csv';
import { csvLedger } from '../../server/src/report/ledger/csv';
import { htmlLedger } from '../../server/src/report/ledger/html';
import { markdownLedger } from '../../server/src/report/ledger/markdown';
import { prettyLedger } from '../../server/src/report/ledger/pretty';
import { inMarkdown } from '../../server/src/report/markdown';
import type { NamesRecord } from '../../server/src/records/names';
import { csvRoll } from '../../server/src/report/name-index/csv';
import { markdownRoll } from '../../server/src/report/name-index/markdown';
import type { RecordWriter } from '../../server/src/report/sheet';
import type { SourcesRecord } from '../../server/src/records/sources';

const text = 'Vela spoke.\nSources agreed. Rebels shelled the port.\n';
const at = (words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const sentence = (words: string, more: Partial<SourcesRecord['sentences'][number]> = {}) => ({
  ...at(words),
  block: 0,
  attributed: true,
  attributions: [],
  claims: [],
  ...more,
});

const record = (name: string): SourcesRecord => ({
  sentences: [
    sentence('Vela spoke.'),
    sentence('Sources agreed.'),
    sentence('Rebels shelled the port.', {
      attributed: false,
      claims: [{ class: 'territory', status: 'unsourced', why: '', evidence: [], ...at('shelled the port') }],
    }),
  ],
  sources: [
    { name, kind: 'named', sentences: [0, 1], cited: { indirect: 1, direct: 2 } },
    { name: 'eyewitness', kind: 'named', byRole: true, sentences: [2], cited: { indirect: 1 } },
    { name: 'sources', kind: 'anonymous', sentences: [1], cited: { indirect: 1 } },
  ],
  problems: [],
});

const names = (name: string): NamesRecord => ({
  entities: [
    { preferred: name, type: 'person', variants: [{ text: name, mentions: [at('Vela')], evidence: 'same words' }] },
  ],
  problems: [],
});

const write = <R>(sheet: RecordWriter<R>, one: R, path = 'a.txt'): string =>
  (sheet.head ?? '') + sheet.page(one, path, text) + (sheet.tail ?? '');

/** Cells as RFC 4180 reads them. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  let from = 0;
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (from < csv.length) {
    cell.lastIndex = from;
    const [all, quoted, plain = '', end] = cell.exec(csv) ?? assert.fail(`no cell at ${from}: ${csv.slice(from)}`);
    (rows.at(-1) as string[]).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    from += all.length;
    if (end === '\r\n' && from < csv.length) rows.push([]);
  }
  return rows;
}

describe('ledger', () => {
  it('tells who, how, how often, named or not, and what stands alone, as csv', () => {
    assert.deepEqual(parsed(write(csvLedger, record('Ana Vela'))), [
      ['draft', 'entry', 'words', 'kind', 'named', 'times', 'cited', 'sentences'],
      ['a.txt', 'source', 'Ana Vela', 'named', 'yes', '2', 'quoted 2×, paraphrased 1×', '1 2'],
      ['a.txt', 'source', 'eyewitness', 'named', 'by role', '1', 'paraphrased 1×', '3'],
      ['a.txt', 'source', 'sources', 'anonymous', 'no', '1', 'paraphrased 1×', '2'],
      ['a.txt', 'claim without a source', 'shelled the port', 'territory', '', '', '', '3'],
    ]);
  });

  it('tells it as Markdown', () => {
    const page = write(markdownLedger, record('Ana Vela'));
    assert.match(page, /^## a\.txt\n\n3 sentences, 2 attributed/);
    assert.ok(page.includes('| Ana Vela | named | yes | 2 | quoted 2×, paraphrased 1× | 1, 2 |\n'), page);
    assert.ok(page.includes('| 2 | territory | shelled the port |\n'), page);
  });

  it('tells it as a page that fetches nothing', () => {
    const page = write(htmlLedger, record('Ana Vela'));
    assert.match(page, /^<!doctype html>/);
    assert.ok(
      page.includes('<th scope="row"><bdi>Ana Vela</bdi></th><td>named</td><td>quoted 2×, paraphrased 1×</td>'),
      page,
    );
    assert.ok(page.includes('<td class="number">2</td><td>territory</td><td><bdi>shelled the port</bdi></td>'), page);
    assert.ok(page.includes('prefers-color-scheme: dark'));
    assert.doesNotMatch(page, /<script|<link|<img|url\(|@import|https?:/);
  });

  it('tells it to a terminal', () => {
    assert.match(
      write(prettyLedger, record('Ana Vela')),
      /Nobody stands behind:\n {4}line 2, territory: shelled the port\n/,
    );
  });
});

describe('roll of names', () => {
  it('has a line for each spelling', () => {
    assert.deepEqual(parsed(write(csvRoll, names('Ana Vela')))[1], [
      'a.txt',
      'Ana Vela',
      'person',
      'Ana Vela',
      '1',
      'same words',
    ]);
    assert.ok(write(markdownRoll, names('Ana Vela')).includes('| Ana Vela | person | Ana Vela 1× |\n'));
  });
});

describe('a stranger’s words in a ledger', () => {
  const hostile = [
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    '<script>alert(1)</script>',
    '"><b>',
    'a|b',
    '[x](y)',
    'a,"b"\r\nc',
    '\u001b[2J',
    '\u202eabc',
  ];

  it('starts no formula in a spreadsheet', () => {
    for (const name of hostile)
      for (const csv of [write(csvLedger, record(name), name), write(csvRoll, names(name), name)])
        for (const row of parsed(csv)) for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@|%＝＋－＠]/);
  });

  it('keeps every other cell as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const cells = parsed(csvOf(rows));
        assert.deepEqual(
          cells.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
      }),
    );
  });

  it('opens no tag in a page', () => {
    const tags = (page: string): number => page.split('<').length;
    const plain = tags(write(htmlLedger, record('Vela'), 'Vela'));
    for (const name of hostile) assert.equal(tags(write(htmlLedger, record(name), name)), plain, name);
  });

  it('breaks no table of Markdown', () => {
    for (const name of hostile) {
      const rows = write(markdownLedger, record(name), name)
        .split('\n')
        .filter((line) => line.startsWith('|'));
      const bars = rows.map((row) => row.replace(/\\./g, '').split('|').length);
      assert.deepEqual(bars, [8, 8, 8, 8, 8, 5, 5, 5], name);
    }
    assert.equal(inMarkdown('<a> [b](c) *d*'), '\\<a\\> \\[b\\](c) \\*d\\*');
  });

  it('steers no terminal', () => {
    for (const name of hostile)
      for (const sheet of [csvLedger, markdownLedger, htmlLedger, prettyLedger])
        assert.doesNotMatch(write(sheet, record(name), name), /[\u001b\u202e]/);
  });
});
