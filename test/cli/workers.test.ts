// Workers: the same bytes whoever does the work, an answer as soon as there is one, and a clean end.
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { type Folder, folder, program } from '../support/cli';
import { root, sampleNames } from '../support/root';
import { times } from '../support/times';

const RUNS = times(5, 20);

const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const samples = path.join(root, 'test/samples');
const stories = sampleNames().map((name) => [name, readFileSync(path.join(samples, name), 'utf8')] as const);

/** Drafts of every format, some that cannot be read, settings that are not in order in two places. */
function desk(): Folder {
  const files = Array.from({ length: 3 }, (_, i) =>
    stories.map(([name, text]) => [`part${i}/${name}`, `${text}\nMore from TK ${i}.\n`]),
  );
  return folder({
    ...Object.fromEntries(files.flat()),
    'bad.txt': Buffer.from([0x41, 0xff, 0x41]),
    'part1/copydesk.json': '{ "rules": { "nope": "off" } }',
    'part2/copydesk.json': '{ "extends": ["afp"], ',
  });
}

describe('copydesk lint --jobs', () => {
  it(`writes the same bytes in every format over ${RUNS} runs with one worker and two`, () => {
    const made = desk();
    const formats = ['json', 'ndjson', 'sarif', 'github', 'gitlab', 'junit', 'rdjsonl', 'critic', 'html'];
    const run = (jobs: number): { code: number | null; reports: Record<string, string>; counts: string } => {
      const files = formats.flatMap((format) => ['--output', `${format}=report.${format}`]);
      const { out, code, err } = made.run(['lint', '--jobs', String(jobs), '--stats', '--format', 'pretty', ...files]);
      const written = formats.map((format) => [format, made.read(`report.${format}`)]);
      const reports = { pretty: out, ...Object.fromEntries(written) };
      return { code, reports, counts: err.replace(/, \d+ ms, .*/, '') };
    };
    const first = run(1);
    assert.equal(first.code, 2);
    assert.ok(Object.values(first.reports).every((report) => report.length > 500));
    for (let i = 1; i < RUNS; i++) assert.deepEqual(run(1 + (i % 2)), first);
  }).timeout(240_000);

  it('answers lines in their order, bad ones among them', () => {
    const lines = stories.flatMap(([name, text], i) => [
      JSON.stringify({ id: name, text, format: name.endsWith('.md') ? 'markdown' : 'text' }),
      JSON.stringify({ id: i, text: marked, path: 'part1/x.txt' }),
      '{',
      '',
    ]);
    const made = desk();
    const runs = ['1', '2', '3'].map((jobs) =>
      made.run(['lint', '--input', 'ndjson', '--jobs', jobs], `${lines.join('\n')}\n`.repeat(12)),
    );
    assert.ok((runs[0]?.out.length ?? 0) > 10_000);
    assert.match(runs[0]?.err ?? '', /^copydesk: .*part1\/copydesk\.json:1: .*\n$/);
    assert.deepEqual(runs[1], runs[0]);
    assert.deepEqual(runs[2], runs[0]);
  }).timeout(60_000);

  it('answers a line before the next is asked', async () => {
    const child = spawn(process.execPath, [program, 'lint', '--input', 'ndjson', '--jobs', '2'], {
      cwd: folder().path,
    });
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let id = 0; id < 3; id++) {
      child.stdin.write(`${JSON.stringify({ id, text: marked })}\n`);
      const { value } = await answers.next();
      assert.equal(JSON.parse(value).id, id);
    }
    child.stdin.end();
    assert.equal(await new Promise((resolve) => child.on('exit', resolve)), 1);
  }).timeout(30_000);

  it('puts right once what lies there under two names', () => {
    const furnished = 'The council meets on Monday, the mayor said. Enditem\n';
    const results = ['1', '2'].map((jobs) => {
      const made = folder({ 'b.txt': furnished, 'c.txt': furnished });
      symlinkSync('b.txt', path.join(made.path, 'a.txt'));
      const ran = made.run(['lint', '--fix', '--jobs', jobs]);
      return { ...ran, files: ['a', 'b', 'c'].map((name) => made.read(`${name}.txt`)) };
    });
    assert.equal(results[0]?.out, '3 drafts read: clean. 2 put right.\n');
    assert.ok(results[0].files.every((text) => text === furnished.replace(' Enditem', '')));
    assert.deepEqual(results[1], results[0]);
  }).timeout(30_000);

  for (const jobs of ['0', 'many', '65'])
    it(`cannot be ${jobs}`, () => {
      const { code, err } = folder({ 'a.txt': marked }).run(['lint', '--jobs', jobs]);
      assert.equal(code, 2);
      assert.match(
        err,
        /^copydesk: --jobs cannot be ".*"\. Write a number from 1, which is no worker at all, to 64\.\n$/,
      );
    });
});

describe('copydesk lint, stopped by a person', () => {
  for (const jobs of ['1', '2'])
    it(`ends at once and leaves whole files, --jobs ${jobs}`, async () => {
      const furnished = `${marked.repeat(30)}\nThe meeting is open to all, she said. Enditem\n`;
      const made = folder(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, furnished])));
      const args = [program, 'lint', '--fix', '--format', 'ndjson', '--jobs', jobs, '--output', 'json=out.json'];
      const child = spawn(process.execPath, args, { cwd: made.path });
      let err = '';
      child.stderr.on('data', (data) => {
        err += data;
      });
      child.stdout.once('data', () => child.kill('SIGINT'));
      child.stdout.resume();
      const code = await new Promise((resolve) => child.on('exit', resolve));
      assert.equal(code, 130);
      assert.match(
        err,
        /^copydesk: Stopped after \d+ drafts?\. Every draft is whole; no report was written to a file\.\n$/,
      );
      assert.deepEqual(
        readdirSync(made.path).filter((name) => name.endsWith('.tmp') || name === 'out.json'),
        [],
      );
    }).timeout(60_000);
});
