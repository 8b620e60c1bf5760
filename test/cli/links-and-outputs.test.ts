// Links that lead out of a folder, and what a report or an answer is written over.
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
import { type Folder, folder, ownData, program, type Ran } from '../support/cli';
import { clean, marked, furnished, posix, at, pipe, soon } from '../support/strange-folders';

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
