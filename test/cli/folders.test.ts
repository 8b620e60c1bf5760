// Folders that others made: whatever lies in them, the desk reads regular files inside the root, tells of the rest, and writes
// nowhere else. Nothing keeps it waiting.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as path from 'node:path';
import { paragraph, wordFile } from '../support/word';
import { type Folder, folder, ownData, program, type Ran } from '../support/cli';

const clean = 'The council meets on Monday, the mayor said.\n';
const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const furnished = `${clean}\nThe meeting is open to all, she said. Enditem\n`;
const posix = process.platform !== 'win32';

const at = (made: Folder, name: string): string => path.join(made.path, name);

function pipe(file: string): void {
  assert.equal(spawnSync('mkfifo', [file]).status, 0);
}

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

/** Ten times what it takes; a run that waits for ever is killed and has no code. */
function soon(made: Folder, args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: made.path,
    encoding: 'utf8',
    input,
    timeout: 20_000,
    killSignal: 'SIGKILL',
    env: { PATH: process.env.PATH, XDG_DATA_HOME: ownData() },
  });
  assert.doesNotMatch(stderr + stdout, /fault of copydesk/);
  return { code: status, out: stdout, err: stderr };
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
      assert.match(record?.problems[0]?.message ?? '', /is not read\. To lint it, .+\.$/);
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

describe('nothing is written through a link that leads out of the root:', function () {
  this.timeout(60_000);
  before(function () {
    if (!posix) this.skip();
  });

  const desk = (): { made: Folder; outside: Folder } => ({
    made: folder({ 'a.txt': marked }),
    outside: folder({ 'kept.txt': 'kept' }),
  });
  const untouched = (outside: Folder): void => {
    assert.deepEqual(readdirSync(outside.path).sort(), ['.git', 'kept.txt']);
    assert.equal(outside.read('kept.txt'), 'kept');
  };

  const links: readonly [what: string, lay: (made: Folder, outside: Folder) => void][] = [
    [
      'the file of clearances',
      (made, outside) => {
        mkdirSync(at(made, '.copydesk'));
        symlinkSync(at(outside, 'kept.txt'), at(made, '.copydesk/cleared.jsonl'));
      },
    ],
    [
      'that file, to where there is none yet',
      (made, outside) => {
        mkdirSync(at(made, '.copydesk'));
        symlinkSync(at(outside, 'new.jsonl'), at(made, '.copydesk/cleared.jsonl'));
      },
    ],
    ['its folder', (made, outside) => symlinkSync(outside.path, at(made, '.copydesk'))],
    [
      'its folder, to where there is none yet',
      (made, outside) => symlinkSync(at(outside, 'new'), at(made, '.copydesk')),
    ],
  ];
  for (const [what, lay] of links)
    it(`clear, by ${what}`, () => {
      const { made, outside } = desk();
      lay(made, outside);
      const { code, err } = soon(made, ['clear', 'a.txt:1', '--reason', 'confirmed']);
      assert.match(err, /^copydesk: Nothing was cleared: \.copydesk\S* is a link that leads (?:outside|nowhere).*\n$/);
      assert.equal(code, 2);
      untouched(outside);
    });

  it('a link that stays inside is followed', () => {
    const { made } = desk();
    mkdirSync(at(made, '.copydesk'));
    made.write('decisions.jsonl', '');
    symlinkSync('../decisions.jsonl', at(made, '.copydesk/cleared.jsonl'));
    assert.equal(soon(made, ['clear', 'a.txt:1', '--reason', 'confirmed']).code, 0);
    assert.match(made.read('decisions.jsonl'), /"confirmed"/);
    assert.equal(soon(made, ['lint']).code, 0);
  });

  it('init, glossary and kept answers', () => {
    const { made, outside } = desk();
    symlinkSync(at(outside, 'new.json'), at(made, 'copydesk.json'));
    assert.equal(soon(made, ['init']).code, 2);
    made.write('forms.csv', 'prefer,instead\nKyiv,Kiev\n');
    assert.equal(soon(made, ['glossary', 'import', 'forms.csv']).code, 2);
    rmSync(at(made, 'copydesk.json'));
    symlinkSync(outside.path, at(made, '.copydesk'));
    assert.equal(soon(made, ['lint', '--cache']).code, 2);
    untouched(outside);
    assert.equal(existsSync(at(outside, 'new.json')), false);
  });
});

describe('a link out of the root that a person has named', function () {
  this.timeout(60_000);
  before(function () {
    if (!posix) this.skip();
  });

  const desk = (): { made: Folder; outside: Folder } => ({
    made: folder({ 'a.txt': marked }),
    outside: folder({ 'kept.txt': furnished }),
  });

  it('is read, and never written through', () => {
    const { made, outside } = desk();
    symlinkSync(at(outside, 'kept.txt'), at(made, 'b.txt'));
    symlinkSync(outside.path, at(made, 'c'));
    for (const name of ['b.txt', 'c/kept.txt', 'c', '*.txt']) {
      const ran = soon(made, ['lint', '--fix', '--format', 'ndjson', name]);
      assert.match(ran.out, /is a link that leads out(?:side| of)[^"]+, so (?:nothing in|it was not read)/, name);
      assert.equal(ran.code, 2);
    }
    assert.equal(outside.read('kept.txt'), furnished);
    // whoever names the place itself means it
    assert.equal(soon(made, ['lint', '--fix', at(outside, 'kept.txt')]).code, 0);
    assert.doesNotMatch(outside.read('kept.txt'), /Enditem/);
  });

  it('a link that stays inside is written through, and stays one', () => {
    const { made } = desk();
    made.write('desk/b.txt', furnished);
    symlinkSync('desk/b.txt', at(made, 'latest.txt'));
    assert.equal(soon(made, ['lint', '--fix', 'latest.txt']).code, 0);
    assert.doesNotMatch(made.read('desk/b.txt'), /Enditem/);
    assert.ok(lstatSync(at(made, 'latest.txt')).isSymbolicLink());
  });

  it('takes no report, no kept answer, no glossary', () => {
    const { made, outside } = desk();
    outside.write('house.json', '{ "glossary": [{ "prefer": "b" }, { "prefer": "a" }] }');
    symlinkSync(at(outside, 'kept.txt'), at(made, 'report.json'));
    symlinkSync(outside.path, at(made, 'reports'));
    symlinkSync(at(outside, 'house.json'), at(made, 'house.json'));
    made.write('old.json', made.run(['lint', '--format', 'json']).out);
    const before = readdirSync(outside.path);
    for (const args of [
      ['lint', '--output', 'json=report.json'],
      ['lint', '--output', 'json=reports/new.json'],
      ['sources', '--output', 'report.json'],
      ['report', '--output', 'report.json'],
      ['merge', 'old.json', '--output', 'report.json'],
      ['compare', '--against', 'old.json', '--output', 'report.json', 'a.txt'],
      ['lint', '--cache-location', 'reports'],
      ['glossary', 'sort', '--config', 'house.json'],
    ]) {
      const { code, err } = soon(made, args);
      assert.match(err, /^copydesk: \S+ is a link that leads outside [^\n]+ itself[^\n]*\.\n$/, args.join(' '));
      assert.equal(code, 2, args.join(' '));
    }
    assert.deepEqual(readdirSync(outside.path), before);
    assert.equal(outside.read('kept.txt'), furnished);
    assert.match(outside.read('house.json'), /"b".*"a"/);
    assert.equal(soon(made, ['lint', '--output', `json=${at(outside, 'named.json')}`, 'a.txt']).code, 1);
    assert.ok(existsSync(at(outside, 'named.json')));
  });
});

describe('no report takes the place of what was read:', function () {
  this.timeout(60_000);

  const table: readonly [what: string, args: readonly string[], kept: string][] = [
    ['a draft that was named', ['lint', '--output', 'json=a.txt', 'a.txt'], 'a.txt'],
    ['a draft of a folder', ['lint', '--output', 'json=desk/b.txt'], 'desk/b.txt'],
    ['a draft by another name', ['lint', '--output', 'json=hard.json'], 'desk/b.txt'],
    ['a draft that was fixed', ['lint', '--fix', '--output', 'json=desk/b.txt'], 'desk/b.txt'],
    ['a draft that came through standard input', ['lint', '--stdin-filename', 'a.txt', '--output', 'a.txt'], 'a.txt'],
    ['settings', ['lint', '--output', 'json=copydesk.json'], 'copydesk.json'],
    ['what settings build on', ['lint', '--output', 'json=house.json'], 'house.json'],
    ['clearances', ['lint', '--output', 'json=.copydesk/cleared.jsonl'], '.copydesk/cleared.jsonl'],
    ['an ignore file that is not there yet', ['lint', '--output', '.copydeskignore'], '.copydeskignore'],
    ['of sources', ['sources', '--output', 'a.txt'], 'a.txt'],
    ['of what settings build on', ['names', '--output', 'house.json', 'a.txt'], 'house.json'],
    ['of a part of a report', ['merge', 'old.json', '--output', 'old.json'], 'old.json'],
    ['of what was asked before', ['compare', '--against', 'old.json', '--output', 'old.json'], 'old.json'],
    ['of a draft that was compared', ['compare', '--against', 'old.json', '--output', 'desk/b.txt'], 'desk/b.txt'],
  ];
  for (const [what, args, kept] of table)
    it(what, () => {
      const made = folder({
        'a.txt': clean,
        'desk/b.txt': `${marked}${clean}`,
        'copydesk.json': '{ "extends": "./house.json" }',
        'house.json': '{}',
        '.copydesk/cleared.jsonl': '',
      });
      made.write('old.json', made.run(['lint', '--format', 'json']).out);
      if (what === 'a draft by another name') linkSync(at(made, 'desk/b.txt'), at(made, 'hard.json'));
      const before = existsSync(at(made, kept)) ? made.read(kept) : undefined;
      const { code, err } = soon(made, args, clean);
      assert.match(err, /^copydesk: [^\n]+(?:is among what this command reads|keeps its settings), [^\n]+\.\n$/);
      assert.equal(code, 2);
      assert.equal(existsSync(at(made, kept)) ? made.read(kept) : undefined, before);
    });
});

describe('--output writes straight to what is no regular file', function () {
  this.timeout(60_000);
  before(function () {
    if (!posix) this.skip();
  });

  const report = (): { made: Folder; wanted: string } => {
    const made = folder({ 'a.txt': marked });
    return { made, wanted: made.run(['lint', '--format', 'json']).out };
  };
  const shell = (made: Folder, script: string): Ran => {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, process.execPath, program], {
      cwd: made.path,
      encoding: 'utf8',
      timeout: 20_000,
      env: { PATH: process.env.PATH },
    });
    return { code: status, out: stdout, err: stderr };
  };

  it('a pipe, which stays one', async () => {
    const { made, wanted } = report();
    pipe(at(made, 'out'));
    const reader = spawn('cat', [at(made, 'out')]);
    let read = '';
    reader.stdout.on('data', (data) => {
      read += data;
    });
    const ended = new Promise((resolve) => reader.on('close', resolve));
    assert.equal(soon(made, ['lint', '--output', 'json=out']).code, 1);
    await ended;
    assert.equal(read, wanted);
    assert.ok(lstatSync(at(made, 'out')).isFIFO());
  });

  it('a pipe that nobody reads: a signal still ends the run', async () => {
    const { made } = report();
    pipe(at(made, 'out'));
    const child = spawn(process.execPath, [program, 'lint', '--output', 'json=out'], {
      cwd: made.path,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGTERM');
    assert.equal(await ended, 143);
  });

  it('standard output and error by their names, a substitution of the shell', () => {
    const { made, wanted } = report();
    assert.equal(shell(made, '"$0" "$1" lint --output json=/dev/stdout --format json | cat').out, `${wanted}${wanted}`);
    assert.equal(shell(made, '"$0" "$1" lint --output json=/dev/stderr >/dev/null').err, wanted);
    assert.equal(shell(made, '"$0" "$1" lint --format json --output >(cat)').out, wanted);
    assert.equal(shell(made, '"$0" "$1" lint --format json --output /dev/fd/7 7>seven; cat seven').out, wanted);
    assert.equal(shell(made, '"$0" "$1" report a.txt --output /dev/stdout').out.slice(0, 9), '<!doctype');
  });

  it('a device, which stays one', function () {
    const { made } = report();
    const device = at(made, 'null');
    if (spawnSync('mknod', ['-m', '666', device, 'c', '1', '3']).status !== 0) this.skip();
    try {
      closeSync(openSync(device, 'w'));
    } catch {
      this.skip();
    }
    assert.equal(soon(made, ['lint', '--output', 'sarif=null']).code, 1);
    assert.ok(lstatSync(device).isCharacterDevice());
  });

  it('a file is replaced whole, a folder is refused', () => {
    const { made, wanted } = report();
    made.write('out.json', 'old');
    assert.equal(soon(made, ['lint', '--output', 'json=out.json']).code, 1);
    assert.equal(made.read('out.json'), wanted);
    mkdirSync(at(made, 'folder'));
    const { code, err } = soon(made, ['lint', '--output', 'json=folder']);
    assert.match(err, /folder cannot be written \(it is a folder\)/);
    assert.equal(code, 2);
  });
});

describe('kept answers', function () {
  this.timeout(60_000);

  /** Every answer in the cache, changed as a stranger could who knows how they are made but for the secret. */
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((file) => lstatSync(file).isFile() && path.basename(file) !== '.gitignore');

  it('are believed from this installation alone, and never where a draft is fixed', () => {
    const made = folder({ 'a.txt': `${marked}\n${furnished}` });
    const truth = made.run(['lint', '--format', 'ndjson']);
    // the same words kept by somebody else, whose secret is another
    const other = folder();
    made.run(['lint', '--cache'], '', { XDG_DATA_HOME: other.path });
    const [file = ''] = files(at(made, '.copydesk/cache'));
    const [head = '', body = ''] = readFileSync(file, 'utf8').split('\n');
    const forged = body.replace(/"text":""/g, '"text":" FORGED"').replace('error', 'information');
    writeFileSync(file, `${head}\n${forged}`);
    assert.deepEqual(made.run(['lint', '--format', 'ndjson', '--cache']), truth, 'changed in its place');
    rmSync(at(made, '.copydesk'), { recursive: true });
    made.run(['lint', '--cache'], '', { XDG_DATA_HOME: other.path });
    assert.deepEqual(made.run(['lint', '--format', 'ndjson', '--cache']), truth, 'signed by another');
    // and signed by this one: with the secret at hand, so that what is kept is believed but not written into a draft
    const { createHmac } = require('node:crypto') as typeof import('node:crypto');
    const [kept = ''] = files(at(made, '.copydesk/cache'));
    const key = path.basename(path.dirname(kept)) + path.basename(kept);
    const secret = readFileSync(path.join(ownData(), 'copydesk/secret'));
    const lie = forged.includes('FORGED') ? forged : '{"diagnostics":[],"problems":[]}';
    writeFileSync(kept, `${createHmac('sha256', secret).update(`${key}\n${lie}`).digest('hex')}\n${lie}`);
    assert.notDeepEqual(made.run(['lint', '--format', 'ndjson', '--cache']), truth, 'this one is believed');
    made.run(['lint', '--cache', '--fix']);
    assert.doesNotMatch(made.read('a.txt'), /FORGED|Enditem/);
  });

  it('are signed with a secret that only its owner reads, outside the drafts', function () {
    if (!posix) this.skip();
    const made = folder({ 'a.txt': marked });
    const data = folder();
    const run = (home: string) => made.run(['lint', '--cache', '--format', 'ndjson'], '', { XDG_DATA_HOME: home });
    run(data.path);
    const secret = at(data, 'copydesk/secret');
    assert.equal(lstatSync(secret).mode & 0o777, 0o600);
    const before = readFileSync(secret);
    run(data.path);
    assert.deepEqual(readFileSync(secret), before);
    chmodSync(secret, 0o644);
    run(data.path);
    assert.notDeepEqual(readFileSync(secret), before, 'one that others could read is replaced');
    assert.equal(lstatSync(secret).mode & 0o777, 0o600);
    const { err, code } = run(at(made, 'home'));
    assert.match(err, /^copydesk: No answers are kept: /);
    assert.equal(code, 1);
  });
});
