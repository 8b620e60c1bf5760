// An installation of its own, in which something is broken: the built programs in another folder.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from './root';

const made: string[] = [];

after(() => {
  for (const home of made) rmSync(home, { recursive: true, force: true });
});

/** What is wrong with the weights of the judge. */
export const brokenWeights = {
  'are missing': (text: string) => ' '.repeat(text.length),
  'are cut short or damaged': (text: string) => text.slice(0, text.length / 2).padEnd(text.length, '\n'),
  'are of another version': (text: string) => text.replace(/^judge\t\d/, 'judge\t0'),
} as const;

/** A copy of dist/ whose weights are changed, byte for byte as long as they were. @returns its folder. */
export function installedWith(changed: (weights: string) => string): string {
  const home = mkdtempSync(path.join(os.tmpdir(), 'copydesk-broken-'));
  made.push(home);
  cpSync(path.join(root, 'dist'), path.join(home, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(home, 'package.json'));
  const file = path.join(home, 'dist/lexicons.mjs');
  const text = readFileSync(file, 'latin1');
  const start = text.search(/judge\t\d+\nstart\t/);
  const seal = /\nend\t\d+ [0-9a-f]{8}/g;
  seal.lastIndex = Math.max(start, 0);
  const end = seal.exec(text) ? seal.lastIndex : -1;
  const weights = changed(text.slice(start, end));
  if (start < 0 || end < 0 || weights.length !== end - start) throw new Error('the weights are not where they were');
  writeFileSync(file, text.slice(0, start) + weights + text.slice(end), 'latin1');
  return home;
}

/** Runs its command line. */
export function runThere(home: string, args: readonly string[], cwd: string, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(home, 'dist/cli.js'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
