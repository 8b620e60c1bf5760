// A stack from a release can be read: each place in dist/ is a line of the source.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from '../support/root';

describe('a stack from a release', function () {
  // a build, with maps
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-stacks-'));
  const [dist, maps] = [path.join(folder, 'dist'), path.join(folder, 'maps')];
  after(() => rmSync(folder, { recursive: true, force: true }));

  const node = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, args, {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, COPYDESK_MAPS: maps },
    });

  /** Where in the program these words stand, as a stack says it. */
  const placeOf = (name: string, words: string): string => {
    const before = readFileSync(path.join(dist, name), 'utf8').split(words)[0]?.split('\n') ?? [];
    return `    at x (/opt/dist/${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1})\n`;
  };

  before(() => {
    const { status, stderr } = node(['esbuild.mjs', '--out', dist]);
    assert.equal(status, 0, stderr);
  });

  for (const [name, words, source] of [
    ['parts.js', 'could not read this draft and was left out', 'server/src/engine/rule-failed.ts'],
    ['parts.js', 'There is no command', 'server/src/cli/main.ts'],
    ['server.worker.js', 'could not read this draft and was left out', 'server/src/engine/rule-failed.ts'],
    ['extension.js', 'could not be started', 'client/src/server-life.ts'],
  ] as const)
    it(`names the line in ${source} for ${name}`, () => {
      const { stdout } = node(['scripts/decode-stack.mjs', maps], `Error: x\n${placeOf(name, words)}`);
      const [, file = '', line = ''] = /\(([\w./-]+):(\d+):\d+\)/.exec(stdout) ?? [];
      assert.equal(file, source);
      assert.ok(readFileSync(path.join(root, file), 'utf8').split('\n')[Number(line) - 1]?.includes(words), stdout);
    });

  it('is left as it is where no map knows the place', () => {
    const stack = 'Error: x\n    at y (/opt/other.js:1:2)\n';
    assert.equal(node(['scripts/decode-stack.mjs', maps], stack).stdout, stack);
    assert.match(node(['scripts/decode-stack.mjs', path.join(folder, 'nowhere')]).stderr, /^Name the folder/);
  });
});
