// CI: the reports as their readers define them, the action's script, and the commands that the manual tells people to copy.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

import { visible } from '../../server/src/report/escape';
import type { Linted } from '../../server/src/report/report';
import { type Folder, folder, ownData, program } from '../support/cli';
import { root } from '../support/root';

const harbour = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');
const hostile = 'TK "]]> & <b> ::error::%0A — “never closed \u202e\n\nThe  council met ,,, TK.\n';

/** The report over drafts with findings of every severity, fixes, and one that cannot be read. */
function report(format: string): string {
  const made = folder({ 'a.txt': harbour, 'b/c, d: "e".txt': hostile, 'bad.txt': Buffer.from([0xff, 0xfe, 0x41]) });
  const { out, code } = made.run(['lint', '--extends', 'all', '--format', format]);
  assert.equal(code, 2);
  return out;
}

/** What is wrong with a report, as those read it who defined its format. */
function faultsIn(format: string, report: string): string[] {
  const { status, stdout, stderr } = reader(format, report);
  assert.equal(stderr, '');
  assert.equal(status, stdout ? 1 : 0);
  return stdout.split('\n').filter(Boolean);
}

const reader = (format: string, input: string) =>
  spawnSync(process.execPath, [path.join(root, 'test/support/readers.mjs'), format], { input, encoding: 'utf8' });

describe('reports for CI', () => {
  const broken: readonly [format: string, from: RegExp, to: string][] = [
    ['sarif', /"level":"error"/, '"level":"fatal"'],
    ['junit', /<testcase name=/, '<testcase nom='],
    ['checkstyle', / severity="info"/, ' severity="notice"'],
    ['rdjsonl', /"severity":"ERROR"/, '"severity":"FATAL"'],
    ['gitlab', /"lines":/, '"rows":'],
  ];
  for (const [format, from, to] of broken)
    it(`${format}: nothing is wrong with it for who defined it, and something would be told`, () => {
      const written = report(format);
      assert.deepEqual(faultsIn(format, written), []);
      const worse = written.replace(from, to);
      assert.notEqual(worse, written);
      assert.notDeepEqual(faultsIn(format, worse), []);
    }).timeout(60_000);

  it('gitlab: each fingerprint once, paths from the root', () => {
    const issues: readonly { fingerprint: string; location: { path: string } }[] = JSON.parse(report('gitlab'));
    assert.ok(issues.length > 3);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    for (const { location } of issues) assert.doesNotMatch(location.path, /^\.?\//);
  });

  it('github: the very bytes that GitHub’s own library writes', () => {
    const { files }: { files: readonly Linted[] } = JSON.parse(report('json'));
    const names = { error: 'error', warning: 'warning', information: 'notice' };
    const annotations = files.flatMap(({ path: file, problems, diagnostics }) => [
      ...problems.map(({ code: title, message, line = 1, column = 1 }) => ({
        command: 'error',
        message,
        properties: { title, file, startLine: line, startColumn: column },
      })),
      ...diagnostics.map((d) => ({
        command: names[d.severity],
        message: visible(d.message),
        properties: {
          title: d.rule,
          file,
          startLine: d.line,
          endLine: d.endLine,
          startColumn: d.column,
          ...(d.line === d.endLine && { endColumn: d.endColumn }),
        },
      })),
    ]);
    assert.ok(annotations.length > 3);
    const { stdout } = reader('github', annotations.map((one) => JSON.stringify(one)).join('\n'));
    assert.equal(report('github'), stdout);
  });
});

describe('paths in reports', () => {
  const names = (format: string, at: string): string[] => {
    const made = folder({ 'desk/sub/a b.txt': hostile, 'desk/c.txt': hostile });
    const args = [program, 'lint', '--format', format, '.', '../c.txt'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: path.join(made.path, at), encoding: 'utf8' });
    const name = {
      github: /,file=([^,]*),/g,
      sarif: /"uri":"([^"]*)"/g,
      gitlab: /"path":"([^"]*)"/g,
      junit: /<testsuite name="([^"]*)"/g,
      checkstyle: /<file name="([^"]*)"/g,
      rdjsonl: /"path":"([^"]*)"/g,
      concise: /^(.*?):\d+:\d+: /gm,
    }[format] as RegExp;
    return [...new Set([...stdout.matchAll(name)].map(([, one = '']) => one.replace(made.path, '…')))];
  };

  for (const format of ['github', 'gitlab', 'junit', 'checkstyle'])
    it(`${format}: from the repository’s root, as its readers look for them`, () =>
      assert.deepEqual(names(format, 'desk/sub'), ['desk/sub/a b.txt', 'desk/c.txt']));

  it('sarif: the same, as a reference', () =>
    assert.deepEqual(names('sarif', 'desk/sub'), ['desk/sub/a%20b.txt', 'desk/c.txt']));

  for (const format of ['rdjsonl', 'concise'])
    it(`${format}: from where the command runs, as those who run it beside their own do`, () =>
      assert.deepEqual(names(format, 'desk/sub'), ['a b.txt', '…/desk/c.txt']));
});

describe('concise', () => {
  const lines = report('concise').trimEnd().split('\n');
  const one = /^(.+?):(\d+):(\d+): (error|warning|information|note): (.+) \[([\w-]+)\]$/;

  it('has a line for each finding and each problem, and nothing else', () => {
    const { files }: { files: readonly Linted[] } = JSON.parse(report('json'));
    const told = files.flatMap(({ path: name, problems, diagnostics }) => [
      ...problems.map(
        (p) => `${name}:${p.line ?? 1}:${p.column ?? 1}: ${p.severity ?? 'error'}: ${visible(p.message)} [${p.code}]`,
      ),
      ...diagnostics.map((d) => `${name}:${d.line}:${d.column}: ${d.severity}: ${visible(d.message)} [${d.rule}]`),
    ]);
    assert.ok(told.length > 3);
    assert.deepEqual(lines, told);
    for (const line of lines) assert.match(line, one);
  });

  /** What an editor makes of the lines, or nothing where there is no such editor. */
  const editor = (command: string, args: (script: string) => string[], script: string): unknown[] | undefined => {
    const made = folder({ 'report.txt': `${lines.join('\n')}\n`, script: script });
    const { error, status, stderr } = spawnSync(command, args('script'), { cwd: made.path, encoding: 'utf8' });
    if (error) return undefined;
    assert.equal(status, 0, stderr);
    return JSON.parse(made.read('out.json'));
  };
  const expected = (typeOf: (severity: string) => string): string[][] =>
    lines.map((line) => {
      const [, name = '', at = '', column = '', severity = '', message = '', rule = ''] = one.exec(line) ?? [];
      return [name, at, column, typeOf(severity), `${message} [${rule}]`];
    });

  it('is read by Vim’s quickfix with the errorformat that the manual gives', function () {
    const [, format = ''] = /errorformat=(.+)/.exec(readFileSync(path.join(root, 'docs/editors.md'), 'utf8')) ?? [];
    assert.ok(format);
    const script = [
      `set errorformat=${format}`,
      'cgetfile report.txt',
      'let all = map(filter(getqflist(), "v:val.valid"), "[bufname(v:val.bufnr), string(v:val.lnum), string(v:val.col), toupper(v:val.type), v:val.text]")',
      'call writefile([json_encode(all)], "out.json")',
      'qall!',
    ].join('\n');
    const read = editor('vim', (file) => ['-Nu', 'NONE', '-es', '-S', file], script);
    if (!read) this.skip();
    assert.deepEqual(
      read,
      expected((severity) => severity[0]?.toUpperCase() as string),
    );
  }).timeout(30_000);

  it('is read by Emacs as a compiler’s messages', function () {
    const script = `(require 'compile) (require 'json)
      (with-temp-buffer (insert-file-contents "report.txt") (compilation-mode) (compilation--ensure-parse (point-max))
        (let (all) (goto-char (point-min))
          (while (not (eobp))
            (let ((msg (get-text-property (point) 'compilation-message)))
              (push (if msg (vector (car (compilation--file-struct->file-spec (compilation--loc->file-struct (compilation--message->loc msg))))
                (number-to-string (compilation--loc->line (compilation--message->loc msg)))
                (compilation--message->type msg)) []) all))
            (forward-line 1))
          (write-region (json-encode (vconcat (nreverse all))) nil "out.json")))`;
    const read = editor('emacs', (file) => ['-Q', '--batch', '-l', `./${file}`], script);
    if (!read) this.skip();
    const types: Readonly<Record<string, number>> = { error: 2, warning: 1, information: 0, note: 0 };
    const wanted = expected(String).map(([name, line, , severity = '']) => [name, line, types[severity]]);
    // a colon and a space inside a name end it for Emacs, whoever wrote the line
    assert.deepEqual(
      read,
      wanted.map((entry) => (String(entry[0]).includes(': ') ? [] : entry)),
    );
  }).timeout(30_000);
});

describe('action.yml', () => {
  const script = readFileSync(path.join(root, 'action.yml'), 'utf8')
    .split(/^ {6}run: \|\n/m)
    .at(-1)
    ?.replace(/^ {8}/gm, '') as string;

  it('never reads itself, where it lies among the drafts and no paths are named', () => {
    const [, build = ''] =
      /\n {6}run: \|\n((?: {8}.*\n)+)/.exec(readFileSync(path.join(root, 'action.yml'), 'utf8')) ?? [];
    const quieten = build.split('\n').find((line) => line.includes('.copydeskignore')) as string;
    const own = { 'README.md': hostile, 'docs/ci.md': hostile, 'test/samples/harbour.txt': hostile };
    const places = (at: string): string[] => {
      const made = folder({ 'a.txt': hostile });
      for (const [name, text] of Object.entries(own)) made.write(path.join(at, name), text);
      const env = { PATH: process.env.PATH, GITHUB_WORKSPACE: made.path };
      const cwd = path.join(made.path, at);
      assert.equal(spawnSync('bash', ['-e', '-c', quieten], { cwd, env }).status, 0);
      const inputs = { PATHS: '', FAIL_ON: 'never', CHANGED: '', OUTPUT: '' };
      const { status, stdout } = spawnSync('bash', ['-e', '-c', script], {
        cwd: made.path,
        encoding: 'utf8',
        env: { ...env, COPYDESK: program, ...inputs },
      });
      assert.equal(status, 0);
      return [...new Set([...stdout.matchAll(/,file=([^,]*),/g)].map(([, name = '']) => name))];
    };
    assert.deepEqual(places('tools/copydesk'), ['a.txt']);
    assert.ok(places('.').includes('a.txt'), 'a copy that is the whole workspace passes over nothing');
  });

  it('hands on every input as it stands', () => {
    const made = folder({ 'a b.txt': hostile, 'c.txt': hostile, "$(touch x) '.txt": hostile });
    const inputs = { PATHS: "a b.txt\n$(touch x) '.txt", FAIL_ON: 'never', CHANGED: '', OUTPUT: 'sarif=s.sarif\n' };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, COPYDESK: program, ...inputs },
    });
    assert.equal(status, 0, stderr);
    const files = new Set([...stdout.matchAll(/^::\w+ title=[^,]*,file=([^,]*),/gm)].map(([, name]) => name));
    assert.deepEqual([...files], ['a b.txt', "$(touch x) '.txt"]);
    assert.equal(JSON.parse(made.read('s.sarif')).version, '2.1.0');
    assert.throws(() => made.read('x'));
  });
});

describe('clusters, as docs/ci.md tells', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const TASKS = 3;
  /** For so few tasks, in a folder of the test's own. */
  const found = (what: RegExp): string =>
    (what.exec(page)?.[1] ?? '').replaceAll('64', `${TASKS}`).replaceAll('/out/', '').replaceAll('/desk', 'desk');
  const drafts = {
    'desk/a.txt': hostile,
    'desk/b.txt': harbour,
    'desk/c/d.md': hostile,
    'desk/e.txt': hostile,
  };
  const stories = [hostile, harbour, hostile, harbour, harbour].map((text, id) => `${JSON.stringify({ id, text })}\n`);
  const moment = ['--now', '2024-03-04T00:00Z'];

  /** Runs it in that folder, where a shell finds `copydesk`. */
  function runs(made: Folder, program: string, args: readonly string[], env: Record<string, string> = {}): void {
    const { status, stderr } = spawnSync(program, args, {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: `${bin.path}:${process.env.PATH}`, XDG_DATA_HOME: ownData(), PYTHONUTF8: '1', ...env },
    });
    assert.deepEqual([status, stderr], [0, '']);
  }
  const bin = folder();
  before(() => chmodSync(bin.write('copydesk', `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`), 0o755));

  const parts = (made: Folder): string[] => readdirSync(made.path).filter((name) => name.startsWith('part-'));

  for (const [what, script, environment] of [
    ['Slurm', found(/(n=64\ncopydesk lint .*SLURM.*desk)$/m), (i: number) => ({ SLURM_ARRAY_TASK_ID: `${i + 1}` })],
    [
      'Kubernetes',
      found(/^ +- (copydesk lint .*JOB_COMPLETION.*)$/m),
      (i: number) => ({ JOB_COMPLETION_INDEX: `${i}` }),
    ],
  ] as const)
    it(`${what}: the parts of all tasks are one run, whichever comes first or twice`, () => {
      const made = folder(drafts);
      for (const i of [2, 0, 1, 0]) runs(made, 'sh', ['-c', script], environment(i));
      assert.equal(parts(made).length, TASKS);
      assert.deepEqual(made.run(['merge', ...parts(made)]), made.run(['lint', '--format', 'json', 'desk']));
      assert.match(made.run(['merge', ...parts(made).slice(1)]).err, /The report of \d\/3 is missing/);
    }).timeout(120_000);

  it('Slurm, over an archive: the answers of all tasks are those of one run', () => {
    const made = folder({ 'stories.ndjson': stories.join('') });
    const script = found(/(n=64\ncopydesk lint --input ndjson .*SLURM.*)$/m);
    for (const i of [2, 3, 1]) runs(made, 'sh', ['-c', script], { SLURM_ARRAY_TASK_ID: `${i}` });
    const one = made.run(['lint', '--input', 'ndjson', ...moment], stories.join(''));
    assert.deepEqual(made.run(['merge', ...parts(made)]), one);
  }).timeout(120_000);

  it('Spark: a task for each number, and partitions through a process each', function () {
    if (spawnSync('python3', ['--version']).status !== 0) {
      console.log('      skipped: there is no python3 on this machine');
      this.skip();
    }
    const made = folder({ ...drafts, 'spark.py': STANDS_FOR_SPARK, 'stories.ndjson': stories.join('') });
    made.write('tasks.py', `from spark import spark\n${found(/```python\n(import subprocess\n[\s\S]*?)```/)}`);
    runs(made, 'python3', ['tasks.py']);
    assert.deepEqual(made.run(['merge', ...parts(made)]), made.run(['lint', '--format', 'json', 'desk']));
    const pipe = found(/```python\n(answers = spark[\s\S]*?)```/);
    made.write('pipe.py', `from spark import spark\n${pipe}\nopen("answers", "w").writelines(answers)`);
    runs(made, 'python3', ['pipe.py']);
    assert.equal(made.read('answers'), made.run(['lint', '--input', 'ndjson', ...moment], stories.join('')).out);
  }).timeout(120_000);
});

/** As much of Spark as the page calls, one task after another, the last first. */
const STANDS_FOR_SPARK = `
import shlex, subprocess

class Elements:
    def __init__(self, partitions):
        self.partitions = partitions

    def foreach(self, function):
        for partition in reversed(self.partitions):
            for element in partition:
                function(element)

    def pipe(self, command, checkCode):
        def answer(partition):
            return subprocess.run(shlex.split(command), input="".join(partition), text=True, capture_output=True, check=checkCode).stdout
        return [answer(partition) for partition in self.partitions]

class Context:
    def parallelize(self, elements, slices):
        return Elements([[element] for element in elements])

    def textFile(self, name, least):
        lines = open(name).readlines()
        return Elements([lines[:2], lines[2:]])

class spark:
    sparkContext = Context()
`;

describe('docs/ci.md', () => {
  it('names only flags and formats that there are', () => {
    const whole = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    // the table of exit codes shows mistakes too
    const page = whole.replace(/^\| `copydesk .*\| 2 \|.*$/gm, '');
    const help = folder().run(['help', 'lint']).out;
    const unwrapped = help.replace(/\n {10,}/g, ' ');
    const commands = [...page.matchAll(/copydesk lint [^\n`'|]*/g)].map(([command]) => command);
    assert.ok(commands.length > 5);
    const formats = unwrapped.match(/How the report is written: ([\w, ]+)\./)?.[1]?.split(', ') ?? [];
    for (const command of commands) {
      for (const [flag] of command.matchAll(/ --[\w-]+/g)) assert.ok(help.includes(`\n ${flag}`), command);
      for (const [, format] of command.matchAll(/--(?:format (?=\w)|output (?=\w+=))(\w+)/g))
        assert.ok(formats.includes(format as string), command);
    }
  });
});
