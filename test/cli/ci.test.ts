// CI: the reports as their readers define them, the action's script, and the commands that the manual tells people to copy.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import * as ts from 'typescript';
import { folder, program } from '../support/cli';
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

const schema = (name: string) =>
  new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(path.join(root, `test/support/schemas/${name}.schema.json`), 'utf8')),
  );

describe('reports for CI', () => {
  it('gitlab: as its documentation asks, each fingerprint once', () => {
    const issues: readonly { fingerprint: string }[] = JSON.parse(report('gitlab'));
    const valid = schema('gitlab-code-quality');
    assert.ok(valid([...issues]), JSON.stringify(valid.errors));
    assert.ok(issues.length > 3);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });

  it('rdjsonl: a diagnostic of reviewdog’s a line', () => {
    const lines = report('rdjsonl').trim().split('\n');
    const valid = schema('rdjson-diagnostic');
    assert.ok(lines.length > 3);
    for (const line of lines) assert.ok(valid(JSON.parse(line)), `${line} ${JSON.stringify(valid.errors)}`);
  });

  it('sarif: a log as DefinitelyTyped’s types of SARIF 2.1.0 know it', () => {
    const file = path.join(root, 'out/sarif-log.ts');
    writeFileSync(file, `import type { Log } from 'sarif';\nexport const log: Log = ${report('sarif')};\n`);
    try {
      const options: ts.CompilerOptions = { noEmit: true, strict: true, skipLibCheck: true, types: [] };
      const faults = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
      assert.deepEqual(
        faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
        [],
      );
    } finally {
      rmSync(file);
    }
  }).timeout(60_000);

  it('github: workflow commands and nothing else', () => {
    const lines = report('github').trim().split('\n');
    const property = '(?:file|line|endLine|col|endColumn|title)=(?:[^%:,\r\n]|%25|%0D|%0A|%3A|%2C)*';
    const command = new RegExp(`^::(?:error|warning|notice) ${property}(?:,${property})*::(?:[^%\r\n]|%25|%0D|%0A)+$`);
    assert.ok(lines.length > 3);
    for (const line of lines) assert.match(line, command);
  });
});

describe('action.yml', () => {
  const script = readFileSync(path.join(root, 'action.yml'), 'utf8')
    .split(/^ {6}run: \|\n/m)
    .at(-1)
    ?.replace(/^ {8}/gm, '') as string;

  it('hands on every input as it stands', () => {
    const made = folder({ 'a b.txt': hostile, 'c.txt': hostile, "$(touch x) '.txt": hostile });
    const inputs = { PATHS: "a b.txt\n$(touch x) '.txt", FAIL_ON: 'never', CHANGED: '', OUTPUT: 'sarif=s.sarif\n' };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, COPYDESK: program, ...inputs },
    });
    assert.equal(status, 0, stderr);
    const files = new Set([...stdout.matchAll(/^::\w+ file=([^,]*),/gm)].map(([, name]) => name));
    assert.deepEqual([...files], ['a b.txt', "$(touch x) '.txt"]);
    assert.equal(JSON.parse(made.read('s.sarif')).version, '2.1.0');
    assert.throws(() => made.read('x'));
  });
});

describe('docs/ci.md', () => {
  it('names only flags and formats that there are', () => {
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    const help = folder().run(['help', 'lint']).out;
    const commands = [...page.matchAll(/copydesk lint [^\n`'|]*/g)].map(([command]) => command);
    assert.ok(commands.length > 5);
    const formats = help.match(/How the report is written: ([\w, ]+)\./)?.[1]?.split(', ') ?? [];
    for (const command of commands) {
      for (const [flag] of command.matchAll(/ --[\w-]+/g)) assert.ok(help.includes(`\n ${flag}`), command);
      for (const [, format] of command.matchAll(/--(?:format |output )(\w+)/g))
        assert.ok(formats.includes(format as string), command);
    }
  });
});
