// Folders that others made: whatever lies in them, the desk reads regular files inside the root, tells of the rest, and writes
// nowhere else. Nothing keeps it waiting.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { paragraph, wordFile } from '../support/word';
import { type Folder, folder, ownData, program, type Ran } from '../support/cli';
import { clean, marked, furnished, posix, at, pipe, soon } from '../support/strange-folders';

/** As who may read only what everybody may: the superuser reads all. */
function asNobody(made: Folder, args: readonly string[], kill = 20_000): Ran | undefined {
  const root = process.getuid?.() === 0;
  const words = [process.execPath, program, ...args];
  const [command = '', ...rest] = root
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...words]
    : words;
  if (root) chmodSync(made.path, 0o777);
  const { status, stdout, stderr, error } = spawnSync(command, rest, {
    cwd: made.path,
    encoding: 'utf8',
    timeout: kill,
    env: { PATH: process.env.PATH, XDG_DATA_HOME: ownData() },
  });
  return error ? undefined : { code: status, out: stdout, err: stderr };
}

interface Told {
  readonly path: string;
  readonly diagnostics: readonly { readonly rule: string }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

const recordsOf = ({ out }: Ran): Told[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const tricks: readonly [what: string, lay: (file: string) => void, sentence: RegExp][] = [
  ['a pipe', pipe, / is a pipe, and only files are read\. /],
  ['a folder', (file) => mkdirSync(file), / is a folder, and only files are read\. /],
  [
    'a link to a device that never ends',
    (file) => symlinkSync('/dev/zero', file),
    / is a (?:device|link that leads outside)/,
  ],
  ['a link to nowhere', (file) => symlinkSync('nowhere', file), / is a link that leads nowhere\. /],
  ['a link to itself', (file) => symlinkSync(path.basename(file), file), / is a link that leads back to itself\. /],
  [
    'far too long',
    (file) => writeFileSync(file, ' '.repeat(40 << 20)),
    / is 40 MB; such files are read up to \d+ MB\. /,
  ],
];

const places = ['copydesk.json', '.copydeskignore', '.copydesk/cleared.jsonl', 'desk/copydesk.json'];

describe('a folder that others made', function () {
  this.timeout(60_000);
  before(function () {
    if (!posix) this.skip();
  });

  for (const name of places)
    for (const [what, lay, sentence] of tricks)
      it(`${name} that is ${what} is told of, and every draft is read`, () => {
        const made = folder({ 'a.txt': marked, 'desk/b.txt': marked });
        mkdirSync(path.dirname(at(made, name)), { recursive: true });
        lay(at(made, name));
        const ran = soon(made, ['lint', '--format', 'ndjson']);
        const records = recordsOf(ran);
        const marks = records.flatMap(({ path: draft, diagnostics }) => diagnostics.map(() => draft));
        assert.deepEqual(marks, ['a.txt', 'desk/b.txt']);
        const told = records.flatMap((one) => one.problems.map(({ message }) => `${one.path}: ${message}`));
        assert.equal(told.length, 1, told.join('\n'));
        assert.match(told[0] ?? '', sentence);
        assert.ok((told[0] ?? '').startsWith(`${name}: `), told[0]);
        assert.equal(ran.code, 2);
      });

  it('settings that build on what is no file are told so', () => {
    for (const [what, lay, sentence] of tricks.slice(0, 2)) {
      const made = folder({ 'a.txt': marked, 'copydesk.json': '{ "extends": "./house.json" }' });
      lay(at(made, 'house.json'));
      const ran = soon(made, ['lint', '--format', 'ndjson']);
      assert.match(
        recordsOf(ran)
          .flatMap((one) => one.problems.map(({ message }) => message))
          .join(),
        sentence,
        what,
      );
      assert.equal(ran.code, 2);
    }
  });

  it('passes over what a linter wrote, and XML that holds no story, in silence', () => {
    const made = folder({ 'a.txt': clean, 'copydesk.json': '{ "root": true }', 'pom.xml': '<project/>' });
    const reports = ['checkstyle.xml', 'junit.xml', 'report.html'];
    for (const name of reports) {
      const ran = soon(made, [
        'lint',
        '--output',
        `${path.basename(name, path.extname(name)).replace('report', 'html')}=${name}`,
      ]);
      assert.deepEqual([ran.code, ran.err], [0, ''], name);
    }
    const silent = soon(made, ['lint', '--format', 'ndjson']);
    assert.deepEqual([silent.code, silent.err], [0, '']);
    // who wonders is told what lint is silent about
    assert.match(soon(made, ['doctor']).out, /pom\.xml +no story is read in it/);
    // where all files of that kind are drafts they are none still, and are written anew
    writeFileSync(
      at(made, 'copydesk.json'),
      '{ "root": true, "include": ["**/*.xml", "**/*.html"], "ignore": ["pom.xml"] }',
    );
    const again = soon(made, ['lint', '--format', 'ndjson', '--output', 'junit=junit.xml']);
    assert.deepEqual([again.code, again.err, recordsOf(again).map(({ path: draft }) => draft)], [0, '', ['a.txt']]);
    const doctor = soon(made, ['doctor']);
    for (const name of reports) assert.match(doctor.out, new RegExp(`${name} +a linter’s report is no draft`));
    // one that is named is told of, and so is XML that somebody asked for
    assert.match(soon(made, ['lint', 'junit.xml']).out, /its outermost element is <testsuites>/);
    writeFileSync(at(made, 'copydesk.json'), '{ "root": true, "include": ["*.xml"] }');
    assert.match(soon(made, ['lint']).out, /its outermost element is <project>/);
    // a story is told of as before, in whatever encoding, and behind a declaration
    const nitf =
      '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE nitf [<!ENTITY a "<checkstyle>">]><!-- <testsuites> --><nitf/>';
    const stories = folder({ 'a.txt': clean, 'b.xml': Buffer.from(`\ufeff${nitf}`, 'utf16le') });
    assert.match(soon(stories, ['lint']).err, /^1 \.xml file is not read; name it/);
  });

  it('what is not read unasked is told of in one line, and read where it is named', () => {
    const page = '<p>The port will close for TK days, the harbour authority said.</p>';
    const made = folder({
      'a.txt': clean,
      'web/b.html': page,
      'web/c.htm': page,
      'd.odt': 'PK',
      'node_modules/e.html': page,
    });
    const all = soon(made, ['lint', '--format', 'ndjson']);
    assert.deepEqual(
      recordsOf(all).map(({ path: draft }) => draft),
      ['a.txt'],
    );
    assert.equal(
      all.err,
      '1 .htm and 1 .html files are not read; name them or set "include" in copydesk.json. 1 .odt file is not read; save it as plain text or Markdown.\n',
    );
    assert.equal(all.code, 0);
    for (const named of [['web/b.html'], ['web/*.html'], ['web/**/*.html']]) {
      const ran = soon(made, ['lint', '--format', 'ndjson', ...named]);
      assert.equal(recordsOf(ran).flatMap(({ diagnostics }) => diagnostics).length, 1, named.join());
      assert.equal(ran.err, '');
    }
    writeFileSync(at(made, 'copydesk.json'), '{ "root": true, "include": ["web/*.html"] }');
    const asked = soon(made, ['lint', '--format', 'ndjson']);
    assert.deepEqual(
      recordsOf(asked).map(({ path: draft }) => draft),
      ['a.txt', 'web/b.html'],
    );
    writeFileSync(at(made, 'copydesk.json'), '{ "root": true, "include": ["web/*.html"], "ignore": ["web/b*"] }');
    assert.deepEqual(
      recordsOf(soon(made, ['lint', '--format', 'ndjson'])).map(({ path: draft }) => draft),
      ['a.txt'],
    );
  });

  it('a Word file is read where it is named, and never written to', () => {
    const made = folder();
    const bytes = wordFile(
      `${paragraph('The port is shut.')}${paragraph('The ferry will run for TK days.')}${paragraph('Enditem')}`,
    );
    writeFileSync(at(made, 'a.docx'), bytes);
    writeFileSync(at(made, 'b.docx'), bytes.subarray(0, 200));
    const [{ diagnostics, problems }] = recordsOf(made.run(['lint', '--fix', '--format', 'ndjson', 'a.docx'])) as [
      never,
    ];
    assert.deepEqual(
      (diagnostics as { rule: string; line: number; fixes: unknown[] }[]).map(({ rule, line, fixes }) => [
        rule,
        line,
        fixes.length,
      ]),
      [
        ['placeholder', 2, 0],
        ['wire-sign-off', 3, 0],
      ],
    );
    assert.deepEqual(
      (problems as { code: string }[]).map(({ code }) => code),
      ['read-only'],
    );
    assert.deepEqual(readFileSync(at(made, 'a.docx')), Buffer.from(bytes));
    const broken = made.run(['lint', 'b.docx']);
    assert.match(broken.out, /cannot be read as a Word file: it breaks off/);
    assert.equal(broken.code, 2);
  });

  it('a kind of file that is not read is told so, with what to do, whatever its name', () => {
    const made = folder({
      'a.rtf': '{\\rtf1 Police said so.}',
      'b.txt': '{\\rtf1 Police said so.}',
      'c.pdf': '%PDF-1.7 text',
      'd.odt': 'PK',
    });
    for (const name of ['a.rtf', 'b.txt', 'c.pdf', 'd.odt']) {
      const ran = soon(made, ['lint', '--format', 'ndjson', name]);
      const [record] = recordsOf(ran);
      assert.deepEqual(
        record?.problems.map(({ code }) => code),
        ['unread-format'],
        name,
      );
      assert.match(record?.problems[0]?.message ?? '', /is not read\. To have its words read, .+\.$/);
      assert.equal(ran.code, 2);
    }
  });

  it('drafts that are none are told of one by one, in a folder and by name', () => {
    const made = folder({ 'a.txt': clean });
    pipe(at(made, 'b.txt'));
    symlinkSync('c.txt', at(made, 'c.txt'));
    symlinkSync('nowhere', at(made, 'd.txt'));
    mkdirSync(at(made, 'e.txt'));
    for (const paths of [[], ['*.txt'], ['a.txt', 'b.txt', 'c.txt', 'd.txt']]) {
      const ran = soon(made, ['lint', '--format', 'ndjson', ...paths]);
      assert.equal(ran.code, 2);
      const records = recordsOf(ran);
      assert.deepEqual(
        records.map((one) => [one.path, ...one.problems.map(({ code }) => code)]),
        [['a.txt'], ['b.txt', 'no-regular-file'], ['c.txt', 'unreadable-file'], ['d.txt', 'unreadable-file']],
      );
    }
    for (const args of [['sources'], ['names'], ['doctor', 'b.txt'], ['doctor', 'c.txt'], ['names', '--across']])
      assert.equal(soon(made, args).code, 2, args.join(' '));
    assert.equal(soon(made, ['merge', 'b.txt']).code, 2);
    assert.equal(soon(made, ['lint', '--across']).code, 2);
    assert.equal(soon(made, ['lint', '--fix']).code, 2);
    assert.equal(soon(made, ['glossary', 'import', 'b.txt']).code, 2);
  });

  it('names that the system has no more room for are put right all the same', () => {
    const name = `${'n'.repeat(247)}.txt`;
    const made = folder({ [name]: furnished });
    assert.equal(soon(made, ['lint', '--fix']).code, 0);
    assert.doesNotMatch(made.read(name), /Enditem/);
    assert.deepEqual(readdirSync(made.path).sort(), ['.git', name]);
  });

  it('what another run has left beside a draft blocks nothing and stays', () => {
    const made = folder({ 'a.txt': furnished });
    for (let pid = 1; pid < 40; pid++) made.write(`.a.txt.${pid}.tmp`, 'left');
    const before = readdirSync(made.path).length;
    assert.equal(soon(made, ['lint', '--fix']).code, 0);
    assert.equal(readdirSync(made.path).length, before);
  });

  describe('what may not be read is told, with 2', () => {
    const table: readonly [what: string, lay: (made: Folder) => void, path: string][] = [
      ['a folder', (made) => chmodSync(at(made, 'desk'), 0), 'desk'],
      ['a draft', (made) => chmodSync(at(made, 'desk/b.txt'), 0), 'desk/b.txt'],
      ['settings', (made) => chmodSync(made.write('copydesk.json', '{}'), 0), 'copydesk.json'],
      ['an ignore file', (made) => chmodSync(made.write('.copydeskignore', ''), 0), '.copydeskignore'],
      ['clearances', (made) => chmodSync(made.write('.copydesk/cleared.jsonl', ''), 0), '.copydesk/cleared.jsonl'],
    ];
    for (const [what, lay, name] of table)
      it(what, function () {
        const made = folder({ 'a.txt': clean, 'desk/b.txt': clean });
        lay(made);
        const ran = asNobody(made, ['lint', '--format', 'ndjson']);
        if (!ran) this.skip();
        const told = recordsOf(ran).filter(({ problems }) => problems.length);
        assert.deepEqual(
          told.map((one) => one.path),
          [name],
          ran.out + ran.err,
        );
        assert.match(told[0]?.problems[0]?.message ?? '', / may not be read by you\. /);
        assert.equal(ran.code, 2);
        chmodSync(at(made, name), 0o755);
      });
  });

  describe('small things do not stop everything:', () => {
    const clearance = (i: number): string =>
      `${JSON.stringify({ file: 'a.txt', rule: 'placeholder', sentence: i.toString(16).padStart(16, '0'), occurrence: 0, reason: 'confirmed', date: '2024-01-01' })}\n`;
    const table: readonly [what: string, files: Record<string, string>, sentence: RegExp | undefined][] = [
      ['brackets in brackets', { 'copydesk.json': '['.repeat(4096) }, /^Brackets stand more than 64 deep /],
      ['braces in braces', { 'copydesk.json': '{"rules":'.repeat(5000) }, /^Brackets stand more than 64 deep /],
      [
        'a glob of 200 KB',
        { 'copydesk.json': `{"ignore":["{${'a,'.repeat(100_000)}}"]}` },
        /^The pattern at "ignore\.0" is longer than 4096 characters, /,
      ],
      ['a glob of open braces', { 'copydesk.json': `{"ignore":["${'{'.repeat(4000)}"]}` }, undefined],
      [
        'globs that multiply',
        { 'copydesk.json': `{"ignore":["${'{a,b,c,d}'.repeat(400)}"]}` },
        /^The pattern at "ignore\.0" spells out more than 64 alternatives in its braces, /,
      ],
      [
        'an override for more alternatives than can be meant',
        {
          'copydesk.json': `{"overrides":[{"files":["b","{${Array.from({ length: 65 }, (_, i) => i).join()}}.txt"]}]}`,
        },
        /^The pattern at "overrides\.0\.files\.1" spells out more than 64 alternatives /,
      ],
      ['as many as can be meant', { 'copydesk.json': `{"ignore":["{${'x,'.repeat(63)}x}/b.txt"]}` }, undefined],
      [
        'patterns that each spell out many',
        {
          'copydesk.json': `{"ignore":[${Array.from({ length: 900 }, (_, i) => `"{${i}${'{a,b}'.repeat(5)},x}"`).join()}]}`,
        },
        /^Its patterns spell out more than 10000 alternatives, /,
      ],
      [
        'half a million patterns in an ignore file',
        { '.copydeskignore': 'b\n'.repeat(500_000) },
        /^There are more than 10000 patterns, so the file does not count\. /,
      ],
      [
        'a pattern of a million characters in one',
        { '.copydeskignore': '**/'.repeat(300_000) },
        /^This pattern is longer than 4096 characters, /,
      ],
      [
        'files that each build on the next twice',
        Object.fromEntries(
          Array.from({ length: 24 }, (_, i) => [
            i ? `s${i}.json` : 'copydesk.json',
            i < 23 ? `{"extends":["./s${i + 1}.json","./s${i + 1}.json"]}` : '{"rules":{"vague-source":"off"}}',
          ]),
        ),
        undefined,
      ],
      [
        'a chain of a thousand files',
        Object.fromEntries(
          Array.from({ length: 1000 }, (_, i) => [
            i ? `s${i}.json` : 'copydesk.json',
            `{"extends":"./s${i + 1}.json"}`,
          ]),
        ),
        /^Settings may build on 64 files, /,
      ],
      [
        'twenty thousand clearances',
        { '.copydesk/cleared.jsonl': Array.from({ length: 20_000 }, (_, i) => clearance(i)).join('') },
        undefined,
      ],
      [
        'millions of lines that are none',
        { '.copydesk/cleared.jsonl': 'x\n'.repeat(15_000_000) },
        /^The 15000000 lines from here on are no clearances, so they do not count\. /,
      ],
      [
        'such lines between others',
        { '.copydesk/cleared.jsonl': `${clearance(1)}{"file":"${'a'.repeat(60)}"}\n`.repeat(2000) },
        /^1980 more lines below are no clearances and do not count\. /,
      ],
      ['lines without a word', { '.copydesk/cleared.jsonl': '\n \t\n'.repeat(4_000_000) }, undefined],
      [
        'rules that nobody knows',
        { 'copydesk.json': `{"rules":{${Array.from({ length: 150_000 }, (_, i) => `"r${i}":"off"`).join()}}}` },
        /^"rules" has more than 1000 entries, /,
      ],
      [
        'settings that nobody knows',
        { 'copydesk.json': `{${Array.from({ length: 20_000 }, (_, i) => `"r${i}":1`).join()}}` },
        /^The file has more than 1000 settings, /,
      ],
    ];
    for (const [what, files, sentence] of table)
      it(what, () => {
        const made = folder({ 'a.txt': marked, ...files });
        const ran = soon(made, ['lint', '--format', 'ndjson']);
        const records = recordsOf(ran);
        const told = records.flatMap((one) => one.problems.map(({ message }) => message));
        assert.ok(told.length < 60, `${told.length} problems`);
        if (sentence)
          assert.ok(
            told.some((one) => sentence.test(one)),
            told.slice(0, 3).join('\n'),
          );
        else assert.deepEqual(told, []);
        assert.deepEqual(
          records.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)),
          ['placeholder'],
        );
        assert.equal(ran.code, sentence ? 2 : 1);
      });
  });
});
