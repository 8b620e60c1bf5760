// Other linters for prose, on the same drafts in the same run: times on one machine say little, ratios travel.
//
// They are fetched from npm into a cache folder when this figure is asked for, and are no dependencies of the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Each reads files named on its command line, in one process, as Copydesk does. None reads a story as a whole. */
const peers = [
  { name: 'write-good', packages: ['write-good@1.0.8'], bin: 'write-good/bin/write-good.js', flags: [] },
  {
    name: 'textlint, one rule',
    packages: ['textlint@15.8.0', 'textlint-rule-terminology@5.2.16'],
    bin: 'textlint/bin/textlint.js',
    flags: ['--rule', 'terminology'],
  },
  { name: 'alex', packages: ['alex@11.0.1'], bin: 'alex/cli.js', flags: ['--quiet'] },
];

/**
 * @returns the peers, each with the arguments that make Node.js run it on drafts; none where npm cannot fetch them.
 */
export function installedPeers() {
  const home = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'copydesk-bench');
  const wanted = JSON.stringify(peers.flatMap(({ packages }) => packages));
  const stamp = path.join(home, 'installed.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
    const { status } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...JSON.parse(wanted)],
      {
        cwd: home,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (status !== 0) return [];
    writeFileSync(stamp, wanted);
  }
  const modules = path.join(home, 'node_modules');
  return peers.map(({ name, bin, flags }) => ({
    name,
    cwd: home,
    args: (drafts) => [path.join(modules, bin), ...flags, ...drafts],
  }));
}
