// What `npm run dev` builds is what a debugger can stop in, at the lines of the TypeScript that somebody reads.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { debugProgram, type SourceLine } from '../support/debugger';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** The first line of a source that holds these words. */
function lineOf(name: string, words: string): SourceLine {
  const line = read(name)
    .split('\n')
    .findIndex((one) => one.includes(words));
  assert.notEqual(line, -1, `${name} has no “${words}” any more`);
  return { file: path.join(root, name), line: line + 1 };
}

describe('what `npm run dev` builds', function () {
  // a program that is debugged on a busy machine
  this.timeout(120_000);
  const out = mkdtempSync(path.join(os.tmpdir(), 'copydesk-dev-'));
  after(() => rmSync(out, { recursive: true, force: true }));
  const draft = path.join(out, 'draft.txt');

  before(() => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/dev.mjs', '--once', '--out', out], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    writeFileSync(draft, 'The mill allegedly might close, the owners said.\n');
  });

  it('lints as the release does', () => {
    const [dev, release] = [out, path.join(root, 'dist')].map((folder) =>
      spawnSync(process.execPath, [path.join(folder, 'cli.js'), 'lint', '--format', 'json', 'test/samples'], {
        cwd: root,
        encoding: 'utf8',
      }),
    );
    assert.equal(dev?.stdout, release?.stdout);
    assert.ok(dev?.stdout);
  });

  it('stops at a line of a rule when the command line lints', async () => {
    const place = lineOf('server/src/engine/lint.ts', 'const problems: Problem[] = [...story.problems]');
    const debugged = await debugProgram(path.join(out, 'cli.js'), ['lint', draft]);
    try {
      await debugged.breakAt(place);
      assert.deepEqual(await debugged.runToBreak(), place);
    } finally {
      await debugged.stop();
    }
  });

  it('stops at a line of the server when an editor begins to speak', async () => {
    const place = lineOf('server/src/lsp/serve.ts', 'connection.onInitialize(');
    const debugged = await debugProgram(path.join(out, 'server.js'), ['--stdio']);
    try {
      await debugged.breakAt(place);
      assert.deepEqual(await debugged.runToBreak(), place);
    } finally {
      await debugged.stop();
    }
  });

  it('is what each launch configuration starts', () => {
    const errors: ParseError[] = [];
    const [launch, tasks] = ['launch', 'tasks'].map((name) => parse(read(`.vscode/${name}.json`), errors));
    assert.deepEqual(errors, []);
    const labels = tasks.tasks.map(({ label }: { label: string }) => label);
    for (const { name, program, preLaunchTask } of launch.configurations) {
      if (preLaunchTask) assert.ok(labels.includes(preLaunchTask), name);
      const file = program?.replace(/^\$\{workspaceFolder\}\//, '').replace(/^dist/, out);
      if (file) assert.ok(existsSync(path.resolve(root, file)), `${name}: ${program}`);
    }
    for (const { label, script } of tasks.tasks) assert.ok(JSON.parse(read('package.json')).scripts[script], label);
    const { port } = launch.configurations.find(({ request }: { request: string }) => request === 'attach');
    assert.ok(read('client/src/node-client.ts').includes(`--inspect=${port}`));
  });
});
