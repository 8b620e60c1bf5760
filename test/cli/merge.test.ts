// Past one process: shards put together again, and engines that cut the input themselves. All must give what one process gives.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program, type Ran } from '../support/cli';
import { root, sampleNames } from '../support/root';

const samples = path.join(root, 'test/samples');
const stories = sampleNames().map((name) => [name, readFileSync(path.join(samples, name), 'utf8')] as const);
const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const SHARES = 3;

/** Drafts in several folders, one that cannot be read, settings that are not in order where several shards see them. */
const desk = (): Folder =>
  folder({
    ...Object.fromEntries(stories.map(([name, text]) => [`a/${name}`, text])),
    ...Object.fromEntries(stories.map(([name, text]) => [`b/${name}`, text + marked])),
    'bad.txt': Buffer.from([0x41, 0xff, 0x41]),
    'b/copydesk.json': '{ "rules": { "nope": "off" } }',
  });

/** Runs each share, keeps its report in a file, and merges them in the order given. */
function shared(made: Folder, format: string, order: readonly number[], ...flags: string[]): Ran {
  for (let i = 1; i <= SHARES; i++) {
    const { out } = made.run(['lint', '--format', format, '--shard', `${i}/${SHARES}`, ...flags, '.']);
    made.write(`out/${i}`, out);
  }
  return made.run(['merge', ...order.map((i) => `out/${i}`)]);
}

describe('copydesk lint --shard, and merge', () => {
  for (const format of ['json', 'ndjson'])
    it(`${format}: the bytes and the code of one run, in whatever order the parts are named`, () => {
      const made = desk();
      const whole = made.run(['lint', '--format', format]);
      assert.equal(whole.code, 2);
      assert.deepEqual(shared(made, format, [1, 2, 3]), whole);
      assert.deepEqual(made.run(['merge', 'out/3', 'out/1', 'out/2']), whole);
    }).timeout(60_000);

  it('ends as one run would, by --fail-on', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': 'All is well, the mayor said.\n' });
    assert.equal(shared(made, 'json', [1, 2, 3]).code, 1);
    assert.equal(made.run(['merge', 'out/1', 'out/2', 'out/3', '--fail-on', 'never']).code, 0);
    assert.equal(shared(made, 'json', [1, 2, 3], '--rule', 'placeholder=off').code, 0);
  }).timeout(60_000);

  for (const format of ['sarif', 'gitlab'])
    it(`${format}: all that one run found, once`, () => {
      const made = desk();
      const whole = made.run(['lint', '--format', format]);
      const { out, code } = shared(made, format, [1, 2, 3]);
      assert.equal(code, whole.code);
      const found = (text: string): unknown[] => {
        const report = JSON.parse(text);
        if (format === 'gitlab') return report;
        const [{ results, tool, invocations }] = report.runs;
        assert.equal(report.runs.length, 1);
        for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
        return [
          ...results.map(({ ruleIndex: _, ...result }: { ruleIndex: number }) => result),
          ...invocations[0].toolExecutionNotifications,
        ];
      };
      const sorted = (text: string): string[] =>
        found(text)
          .map((one) => JSON.stringify(one))
          .sort();
      assert.deepEqual(sorted(out), sorted(whole.out));
    }).timeout(60_000);

  describe('makes of json', () => {
    const formats = 'pretty ndjson sarif gitlab github junit checkstyle rdjsonl concise html critic'.split(' ');
    const parts = ['out/1', 'out/2', 'out/3'];
    let made: Folder;
    let whole: Ran;
    before(function () {
      this.timeout(60_000);
      made = desk();
      const outputs = formats.flatMap((format) => ['--output', `${format}=out/${format}`]);
      made.write('out/none', '');
      whole = made.run(['lint', '--format', 'json', ...outputs]);
      assert.equal(shared(made, 'json', [1, 2, 3]).out, whole.out);
    });

    for (const format of formats)
      it(`${format}: the bytes and the code of one run`, () => {
        const out = made.read(`out/${format}`);
        assert.deepEqual(made.run(['merge', ...parts, '--format', format]), { out, code: whole.code, err: '' });
        made.run(['merge', ...parts, '--output', `${format}=whole`, '--output', 'json=all.json']);
        assert.deepEqual([made.read('whole') === out, JSON.parse(made.read('all.json')).version], [true, 1]);
      }).timeout(60_000);
  });

  it('says why a report cannot be made', () => {
    const made = folder({ 'a.txt': marked });
    const json = made.run(['lint', '--format', 'json']).out;
    made.write('p.json', json);
    made.write('p.sarif', made.run(['lint', '--format', 'sarif']).out);
    made.write('p.ndjson', made.run(['lint', '--input', 'ndjson'], '{"id":7,"text":"To TK."}').out);
    const refuse = (args: string[], sentence: RegExp): void => {
      const { code, err } = made.run(['merge', ...args]);
      assert.deepEqual([code, sentence.test(err)], [2, true], err);
    };
    refuse(['p.sarif', '--format', 'json'], /are sarif, and no json can be made of them/);
    refuse(['p.sarif', '--output', 'junit=x.xml'], /are sarif, and no junit/);
    refuse(['p.ndjson', '--format', 'pretty'], /The story 7 came through --input ndjson/);
    refuse(['p.json', '--output', 'sarf=x'], /names no format\. Did you mean "sarif"/);
    refuse(['p.json', '--output', 'sarif'], /names a format and no file\. Write --output sarif=FILE\./);
    made.write('a.txt', 'Nothing of the kind.\n');
    refuse(['p.json', '--format', 'gitlab'], /a\.txt does not lie here as it was linted, and gitlab tells its words/);
    assert.match(made.run(['merge', 'p.json', '--format', 'pretty']).out, /^a\.txt\n +1:34 {2}error {2}placeholder\n/);
    assert.equal(made.run(['merge', 'p.json', '--format', 'json']).out, json);
  });

  it('shares the lines of an archive', () => {
    const lines = stories.map(([id, text]) => JSON.stringify({ id, text })).concat('{', '');
    const made = folder();
    const input = `${lines.join('\n')}\n`.repeat(3);
    const whole = made.run(['lint', '--input', 'ndjson'], input);
    for (let i = 1; i <= SHARES; i++)
      made.write(`out/${i}`, made.run(['lint', '--input', 'ndjson', '--shard', `${i}/${SHARES}`], input).out);
    assert.deepEqual(made.run(['merge', 'out/1', 'out/2', 'out/3']), whole);
  }).timeout(60_000);

  it('tells of an archive’s part that is missing, or was stopped between two lines', () => {
    const made = folder();
    const input = stories.map(([id, text]) => `${JSON.stringify({ id, text })}\n\n`).join('');
    const whole = made.run(['lint', '--input', 'ndjson'], input);
    // every other line is blank: the fourth job has nothing to answer, and says so
    const parts = Array.from({ length: 5 }, (_, i) => `out/${i}`);
    for (const [i, part] of parts.entries())
      made.write(part, made.run(['lint', '--input', 'ndjson', '--shard', `${i + 1}/5`], input).out);
    assert.deepEqual(made.run(['merge', ...parts]), whole);
    const without = made.run(['merge', ...parts.filter((part) => part !== 'out/2')]);
    assert.deepEqual([without.code, without.out.length < whole.out.length], [2, true]);
    assert.match(without.err, /^copydesk: The report of 3\/5 is missing, so this is not the whole\. /);
    const stopped = made.read('out/2').replace(/\{"shard".*\n/, '');
    for (const [text, what] of [
      [stopped, 'between two lines'],
      ['', 'before its first'],
      [stopped.slice(0, -20), 'within a line'],
      [made.read('out/2').slice(0, -4), 'within its end'],
    ] as const) {
      made.write('out/2', text);
      const { code, out, err } = made.run(['merge', ...parts]);
      const sentence = 'copydesk: The report out/2 breaks off. Its job was stopped: run that one again.\n';
      assert.deepEqual({ code, out, err }, { code: 2, out: '', err: sentence }, what);
    }
  }).timeout(120_000);

  it('keeps what two stories are told alike', () => {
    const made = folder();
    const line = (id: number): string => `{"id":${id},"text":"---\\ngenre: tale\\n---\\n","format":"markdown"}\n`;
    const input = line(1) + line(2);
    const whole = made.run(['lint', '--input', 'ndjson'], input);
    assert.equal(whole.out.match(/"severity":"note"/g)?.length, 2);
    for (const i of [1, 2]) made.write(`${i}`, made.run(['lint', '--input', 'ndjson', '--shard', `${i}/2`], input).out);
    assert.deepEqual(made.run(['merge', '1', '2']), whole);
  }).timeout(30_000);

  it('says what is missing, twice there, broken, or no report', () => {
    const made = folder({ 'a.txt': marked, 'notes.md': '# Notes\n' });
    shared(made, 'json', [1, 2, 3]);
    made.write('out/part', made.read('out/1').slice(0, 60));
    made.write('out/other', made.run(['lint', '--format', 'json', '--shard', '1/2']).out);
    made.write('out/sarif', made.run(['lint', '--format', 'sarif']).out);
    const faults: readonly [string[], RegExp][] = [
      [[], /^copydesk: Name the reports: /],
      [['out/1', 'out/3'], /^copydesk: The report of 2\/3 is missing, so this is not the whole\. /],
      [['out/1', 'out/1', 'out/2', 'out/3'], /^copydesk: One job’s report is named twice\. /],
      [['out/1', 'out/other'], /^copydesk: These reports are of 3 and 2 jobs\. /],
      [['out/part'], /^copydesk: The report out\/part breaks off\. /],
      [['out/nope'], /^copydesk: The report out\/nope cannot be read \(ENOENT\)\. /],
      [['notes.md'], /^copydesk: notes\.md is no report that can be joined\. /],
      [['out/1', 'out/sarif'], /^copydesk: out\/1 is json and out\/sarif is sarif\. /],
    ];
    for (const [files, sentence] of faults) {
      const { err, code } = made.run(['merge', ...files]);
      assert.match(err, sentence);
      assert.equal(code, 2);
    }
    for (const share of ['0/3', '4/3', '1', '1/0', 'a/b'])
      assert.match(
        made.run(['lint', '--shard', share]).err,
        /^copydesk: --shard cannot be ".*"\. Write which of how many, /,
      );
  }).timeout(60_000);
});

describe('GNU parallel', () => {
  before(function () {
    if (spawnSync('parallel', ['--version']).status === 0) return;
    console.log('      skipped: there is no GNU parallel on this machine (Debian: apt-get install parallel)');
    this.skip();
  });

  it('gives over several processes what one process gives', () => {
    const lines = stories.map(([id, text]) => JSON.stringify({ id, text }));
    const made = folder();
    const input = `${lines.join('\n')}\n`.repeat(8);
    const whole = made.run(['lint', '--input', 'ndjson'], input);
    // the page's own line, with smaller parts so that there are several
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    const [command = ''] = /^parallel .*copydesk lint --input ndjson.*$/m.exec(page) ?? [];
    assert.match(command, /--block 4M/);
    const ours = command
      .replace('--block 4M', '--block 20k --jobs 2')
      .replace('copydesk lint', `'${process.execPath}' '${program}' lint`)
      .replace(/ < .*/, '');
    const { stdout, status } = spawnSync('sh', ['-c', ours], {
      cwd: made.path,
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: made.path },
    });
    assert.equal(stdout, whole.out);
    assert.ok((status ?? 0) > 1, 'the code tells how many parts had something: there were several');
  }).timeout(60_000);
});
