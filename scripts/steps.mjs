// What `npm start` and `npm test` do first on a fresh clone. Plain Node: nothing is installed yet when this runs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** One line that says what is about to happen. */
export const say = (sentence) => console.log(process.stdout.isTTY ? `\x1b[1m» ${sentence}\x1b[0m` : `» ${sentence}`);

/** Runs a program of the project, its output shown, and returns its exit code. */
export function run(command, args, options = {}) {
  // npm is a script on Windows, and only a shell runs those
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  if (error) console.error(`${command} could not be run: ${error.message}`);
  return status ?? 1;
}

/** The same beside others, and what it wrote: shown at its end, so that nothing of two stands mixed. */
export function runBeside(command, args, options = {}) {
  const shell = process.platform === 'win32' && command === 'npm';
  const running = spawn(command, args, { cwd: root, shell, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  return new Promise((resolve) => {
    const end = (status) => {
      process.stdout.write(written);
      resolve({ status: status ?? 1, written });
    };
    running.on('error', (error) => {
      written += `${command} could not be run: ${error.message}\n`;
      end(1);
    });
    running.on('close', end);
  });
}

/** Does something of each, so many at a time as there are cores, the first first. @returns what became of each. */
export async function sideBySide(items, work) {
  const done = [];
  const waiting = items.entries();
  const next = async () => {
    for (const [i, item] of waiting) done[i] = await work(item);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, next));
  return done;
}

/** What a program writes, shown to nobody. Where it fails there is nothing left to do. */
export function runAndKeepQuiet(command, args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    shell,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  console.error(`\`${[command, ...args].join(' ')}\` failed: ${stderr}`);
  process.exit(status ?? 1);
}

/** Runs a step that all else needs. Where it fails there is nothing left to do. */
export function must(command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) {
    console.error(`\`${[command, ...args].join(' ')}\` failed; what it wrote above says why.`);
    process.exit(status);
  }
}

export function ensureInstalled() {
  if (isInstalled()) return;
  say('Installing the packages that the project is built with (npm ci) …');
  must('npm', ['ci', '--no-audit', '--no-fund']);
}

/** npm leaves in node_modules a record of what it installed: the versions there must be those of the folder's lock file. */
export function isInstalled(folder = root) {
  const record = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(path.join(folder, 'package-lock.json'))).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

export function ensureBuilt() {
  const built = path.join(root, 'dist/cli.js');
  const sources = ['server/src', 'client/src', 'esbuild.mjs', 'package-lock.json'];
  if (existsSync(built) && newest(sources.map((name) => path.join(root, name))) < statSync(built).mtimeMs) return;
  build();
}

export function build() {
  say('Building dist/ …');
  must(process.execPath, ['esbuild.mjs']);
}

/** When the latest of these files and folders, or of what lies below them, was written: ms since 1970. */
function newest(paths) {
  return paths.reduce((latest, name) => {
    const stat = statSync(name);
    const below = stat.isDirectory() ? newest(readdirSync(name).map((entry) => path.join(name, entry))) : 0;
    return Math.max(latest, stat.mtimeMs, below);
  }, 0);
}
