// Words and names that mean something to a program: arguments, files, rules in a desk's own records.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const furnished = 'The council meets on Monday, the mayor said.\n\nIt is open to all, she said. Enditem\n';
const CONTROLS = /[\u0000-\u0008\u000b-\u001f]/;

/** What a terminal would act on: control characters and the marks that turn text round, but no line ends and tabs. */
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('strange names', function () {
  this.timeout(30_000);

  it('of what every object has are no commands, flags, rules or presets', () => {
    const made = folder({ 'a.txt': marked });
    for (const args of [
      ['constructor'],
      ['__proto__'],
      ['toString', 'a.txt'],
      ['help', 'constructor'],
      ['lint', '--__proto__'],
      ['lint', '--constructor=x'],
      ['lint', '--hasOwnProperty', 'a.txt'],
      ['lint', '--format', 'constructor'],
      ['lint', '--extends', 'constructor'],
      ['lint', '--extends', '__proto__'],
      ['lint', '--only', 'valueOf'],
      ['lint', '--rule', '__proto__=off'],
      ['explain', 'constructor'],
      ['glossary', 'constructor'],
      ['completion', 'constructor'],
      ['init', '--extends', 'constructor'],
    ]) {
      const { code, err } = made.run(args);
      assert.match(err, /^copydesk: [A-Z-][^\n]+\n$/, args.join(' '));
      assert.doesNotMatch(err, /fault of copydesk|\bat /);
      assert.equal(code, 2, args.join(' '));
    }
  });

  it('steer no terminal, in any format or sentence', function () {
    if (process.platform === 'win32') this.skip();
    const name = 'a\u001b]0;pwned\u0007\u202e.txt';
    const made = folder({ [name]: furnished + marked, 'copydesk.json': '{}' });
    const line = {
      file: name,
      rule: 'x\u001b[2J',
      sentence: '0'.repeat(16),
      occurrence: 0,
      reason: 'confirmed',
      date: '2024-01-01',
    };
    made.write('.copydesk/cleared.jsonl', `${JSON.stringify(line)}\n`);
    for (const args of [
      ...['pretty', 'github', 'critic', 'json', 'ndjson', 'sarif', 'gitlab', 'junit', 'rdjsonl', 'html'].map(
        (format) => ['lint', '--format', format],
      ),
      ['lint', '--fix-dry-run'],
      ['lint', `${name}x`],
      ['lint', '--watch', '--fix', `${name}x`],
      ['lint', '--config', `\u001b[2J`],
      ['lint', `--\u001b[2J`],
      ['\u001b[2J'],
      ['sources'],
      ['names'],
      ['stats'],
      ['doctor'],
      ['doctor', name],
      ['glossary', 'check'],
      ['glossary', 'import', `\u001b[2J`],
      ['clear', `${name}:5`, '--reason', 'confirmed'],
    ]) {
      const { out, err } = made.run(args);
      assert.doesNotMatch(err, STEERS, args.join(' '));
      // a draft's own words stay what they are in what is a draft, and programs are told them as JSON tells them
      const format = args[2] ?? args[1] ?? '';
      if (!['critic', '--fix-dry-run'].includes(format))
        assert.doesNotMatch(out, /json|sarif|gitlab/.test(format) ? CONTROLS : STEERS, args.join(' '));
    }
  });

  it('are read by patch in what --fix-dry-run prints', function () {
    if (spawnSync('patch', ['--version']).error) this.skip();
    const names = ['a b.txt', ' c.txt', 'd "e".txt', 'f\\g.txt', 'h\ti.txt', 'ü.txt'];
    const made = folder(Object.fromEntries(names.map((name) => [name, furnished])));
    const { out } = made.run(['lint', '--fix-dry-run']);
    const { status, stdout, stderr } = spawnSync('patch', ['-p1'], { cwd: made.path, input: out, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    for (const name of names) assert.doesNotMatch(made.read(name), /Enditem/, name);
  });

  it('that are no UTF-8 are told of, and the other drafts are read', function () {
    if (process.platform !== 'linux') this.skip();
    const made = folder({ 'a.txt': marked });
    writeFileSync(Buffer.concat([Buffer.from(`${made.path}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]), marked);
    const { out, code } = made.run(['lint', '--format', 'ndjson']);
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      records.map(({ diagnostics, problems }) => [diagnostics.length, problems.length]),
      [
        [1, 0],
        [0, 1],
      ],
    );
    assert.match(records[1].problems[0].message, /^The name of caf\ufffd\.txt is not UTF-8, so .* Rename it\.$/);
    assert.equal(code, 2);
  });
});

describe('a draft that takes long', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`${signal} ends the run at once`, async function () {
      if (process.platform === 'win32') this.skip();
      const made = folder({
        'a.txt': `${'The council of Ashford met the mayor of Kent, she said.\n'.repeat(20)}\n`.repeat(8000),
      });
      const args = [program, 'lint', '--jobs', '1', '--output', 'json=out.json'];
      const child = spawn(process.execPath, args, { cwd: made.path, stdio: 'ignore' });
      const ended = new Promise<unknown>((resolve) => child.on('exit', (code, by) => resolve(by ?? code)));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      child.kill(signal);
      const how = await ended;
      assert.ok(how === signal || how === 130 || how === 143, String(how));
      assert.throws(() => made.read(path.join('.', 'out.json')));
      // the whole run would take longer than that
    }).timeout(10_000);
});
