// A Slurm of its own on this machine: authentication, controller and one node, all in one folder and on free ports.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Cluster {
  /** What Slurm's commands need to find it. */
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'scancel', 'squeue', 'sinfo'];

/** Installs on Debian what is missing. @throws an error whose message says what is needed. */
export function ensureSlurm(): void {
  if (process.getuid?.() !== 0)
    throw new Error(
      'Slurm’s daemons start jobs for others, so this needs root. Run it in a container or a machine of its own.',
    );
  if (!missing().length) return;
  console.log(`      ${missing().join(', ')}: not here, so Debian’s slurm-wlm and munge are installed …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { env });
  const args = ['install', '-y', '-q', '--no-install-recommends', 'slurm-wlm', 'munge'];
  const { stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (missing().length)
    throw new Error(
      `There is no ${missing().join(', ')}. Install Slurm and MUNGE (Debian: apt-get install slurm-wlm munge).\n${stdout ?? ''}${stderr ?? ''}`,
    );
}

const missing = (): string[] =>
  programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`], { env: withSbin() }).status !== 0);

const withSbin = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` });

/** Resolves when its node waits for jobs. @param home an empty folder, in which all of it lies. */
export async function startCluster(home: string): Promise<Cluster> {
  const at = (name: string): string => path.join(home, name);
  for (const name of ['state', 'spool']) mkdirSync(at(name));
  writeFileSync(at('munge.key'), randomBytes(1024), { mode: 0o600 });
  writeFileSync(at('slurm.conf'), configuration(home, await freePort(), await freePort()));
  const env = { ...withSbin(), SLURM_CONF: at('slurm.conf') } as Record<string, string>;
  const daemons: ChildProcess[] = [];
  const start = (name: string, ...args: string[]): void => {
    const log = openSync(at(`${name}.log`), 'a');
    daemons.push(spawn(name, args, { env, cwd: home, stdio: ['ignore', log, log] }));
  };
  const cluster: Cluster = {
    env,
    async end() {
      // the node first, with its jobs; none leaves before it has gone
      for (const daemon of daemons.reverse()) {
        if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
        const gone = new Promise((resolve) => daemon.once('exit', resolve));
        daemon.kill('SIGTERM');
        const patience = setTimeout(() => daemon.kill('SIGKILL'), 10_000);
        await gone;
        clearTimeout(patience);
      }
    },
  };
  const ready = async (what: string, command: string[], answer: RegExp): Promise<void> => {
    const [program, ...args] = command as [string, ...string[]];
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (answer.test(spawnSync(program, args, { env, encoding: 'utf8' }).stdout ?? '')) return;
      await pause(200);
    }
    await cluster.end();
    const logs = ['munged', 'slurmctld', 'slurmd'].map((name) => logOf(at(`${name}.log`))).join('');
    throw new Error(`${what} did not come up. Its logs end:\n${logs}`);
  };
  start(
    'munged',
    '--foreground',
    '--force',
    ...['key', 'log', 'pid', 'seed'].map((kind) => `--${kind}-file=${at(`munge.${kind}`)}`),
    `--socket=${at('munge.socket')}`,
  );
  await ready('MUNGE', ['munge', '-n', '-S', at('munge.socket')], /^MUNGE:/);
  start('slurmctld', '-D');
  start('slurmd', '-D');
  await ready('Slurm', ['sinfo', '-h', '-o', '%T'], /^idle$/m);
  return cluster;
}

/** Tries, a fifth of a second and a command apart. */
const PATIENCE = 200;

/** No cgroups and no accounts, so that it comes up in a container; two tasks at a time, whatever the machine has. */
const configuration = (home: string, controllerPort: number, nodePort: number): string => `
ClusterName=copydesk
SlurmctldHost=${os.hostname().split('.')[0]}(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
SlurmUser=root
AuthInfo=socket=${home}/munge.socket
StateSaveLocation=${home}/state
SlurmdSpoolDir=${home}/spool
SlurmctldPidFile=${home}/slurmctld.pid
SlurmdPidFile=${home}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
KillWait=2
SchedulerParameters=sched_interval=1
NodeName=${os.hostname().split('.')[0]} NodeAddr=127.0.0.1 CPUs=${Math.min(2, os.availableParallelism())} State=UNKNOWN
PartitionName=desk Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function logOf(file: string): string {
  try {
    return `${path.basename(file)}: ${readFileSync(file, 'utf8').slice(-2_000)}\n`;
  } catch {
    return '';
  }
}
