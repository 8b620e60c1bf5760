// Array jobs on a real Slurm, by the scripts of docs/ci.md: the records are those of one run, and a task that was killed is told of
// and run again. Not part of `npm test`: `npm run test:slurm`, as root, and it may install packages.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Folder, folder, ownData, program, type Ran } from '../support/cli';
import { root } from '../support/root';
import { type Cluster, ensureSlurm, startCluster } from './cluster';

const TASKS = 4;
/** The task that is killed. */
const LOST = 3;

const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
const [overDrafts, overArchive] = [...page.matchAll(/^```sh\n(#!\/bin\/sh\n#SBATCH [\s\S]*?)^```$/gm)].map(
  ([, script = '']) => script.replaceAll('64', `${TASKS}`),
) as [string, string];
const [, merging = ''] = /^sbatch --dependency=afterany:<job> --wrap '(.*)'$/m.exec(page) ?? [];

const samples = path.join(root, 'test/samples');
const stories = readdirSync(samples).map((name) => [name, readFileSync(path.join(samples, name), 'utf8')] as const);

/** So many drafts in the folder that the page's script reads, and that script. */
const drafts = (copies: number): Record<string, string> => ({
  'lint.sh': overDrafts,
  ...Object.fromEntries(
    Array.from({ length: copies }, (_, i) =>
      stories.map(([name, text]) => [`desk/${i}/${name}`, `${text}\nDraft ${i}, the desk said.\n`]),
    ).flat(),
  ),
});

const lines = (copies: number): string =>
  Array.from({ length: copies }, (_, i) =>
    stories.map(([name, text]) => `${JSON.stringify({ id: `${name} ${i}`, text })}\n`),
  )
    .flat()
    .join('');

describe('array jobs on Slurm, as docs/ci.md tells', function () {
  // a machine may be busy, and each task starts a program
  this.timeout(1_800_000);
  const home = folder().path;
  let cluster: Cluster;

  before(async () => {
    ensureSlurm();
    cluster = await startCluster(home);
    const command = path.join(home, 'copydesk');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(command, 0o755);
  });
  after(() => cluster?.end());

  const where = (made: Folder) => ({
    cwd: made.path,
    env: { ...cluster.env, PATH: `${home}:${cluster.env.PATH}`, XDG_DATA_HOME: ownData() },
  });

  const shell = (made: Folder, command: string): Ran => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      ...where(made),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, out: stdout, err: stderr };
  };

  /** Submits the script, kills the lost task as soon as it is so far, and waits for all. */
  async function runAndKill(made: Folder, script: string, isSoFar: (job: string) => boolean): Promise<void> {
    const sbatch = spawn('sbatch', ['--wait', '--parsable', script], where(made));
    const ended = new Promise((resolve) => sbatch.once('close', resolve));
    const job = String(await new Promise((resolve) => sbatch.stdout.once('data', resolve))).trim();
    while (!isSoFar(job)) await pause(20);
    assert.equal(shell(made, `scancel --full --signal=KILL ${job}_${LOST}`).code, 0);
    assert.notEqual(await ended, 0, 'the job counts a task that was killed as failed');
  }

  it('the records are the bytes of one run, and a job behind the array joins them', () => {
    const made = folder(drafts(5));
    const one = made.run(['lint', '--format', 'json', 'desk']);
    const job = shell(made, 'sbatch --parsable lint.sh').out.trim();
    const { code } = shell(made, `sbatch --wait --dependency=afterany:${job} --wrap '${merging}'`);
    assert.equal(code, one.code, told(made));
    assert.equal(made.read('desk.json'), one.out);
    assert.deepEqual(shell(made, 'copydesk merge part-*.json'), one);
  });

  it('a task that was killed leaves no report, which merge tells of; run again, it makes the whole', async () => {
    const made = folder(drafts(60));
    const part = path.join(made.path, `part-${LOST}.json`);
    await runAndKill(made, 'lint.sh', (job) => existsSync(path.join(made.path, `slurm-${job}_${LOST}.out`)));
    assert.equal(existsSync(part), false, told(made));
    const { code, err } = shell(made, 'copydesk merge part-*.json');
    assert.equal(code, 2);
    assert.match(err, new RegExp(`^copydesk: The report of ${LOST}/${TASKS} is missing, so this is not the whole\\. `));
    assert.equal(shell(made, `sbatch --wait --array=${LOST} lint.sh`).code, 0, told(made));
    assert.deepEqual(shell(made, 'copydesk merge part-*.json'), made.run(['lint', '--format', 'json', 'desk']));
  });

  it('of an archive, too, whose part breaks off between two lines', async () => {
    const input = lines(200);
    const made = folder({ 'archive.sh': overArchive, 'stories.ndjson': input });
    const part = path.join(made.path, `part-${LOST}.ndjson`);
    await runAndKill(made, 'archive.sh', () => existsSync(part) && statSync(part).size > 0);
    assert.match(readFileSync(part, 'utf8'), /\}\n$/, told(made));
    const { code, out, err } = shell(made, 'copydesk merge part-*.ndjson');
    const sentence = `copydesk: The report part-${LOST}.ndjson breaks off. Its job was stopped: run that one again.\n`;
    assert.deepEqual({ code, out, err }, { code: 2, out: '', err: sentence });
    assert.equal(shell(made, `sbatch --wait --array=${LOST} archive.sh`).code, 0, told(made));
    const flags = ['--now', '2024-03-04T00:00Z'];
    assert.deepEqual(
      shell(made, 'copydesk merge part-*.ndjson'),
      made.run(['lint', '--input', 'ndjson', ...flags], input),
    );
  });
});

/** What the jobs have written, for who reads why a test has failed. */
const told = (made: Folder): string =>
  readdirSync(made.path)
    .filter((name) => name.startsWith('slurm-'))
    .map((name) => `${name}: ${made.read(name)}`)
    .join('\n');
