// Workers: threads that lint, each with a desk of its own. They are given plain data and give plain data back.
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Trouble } from '../../workspace/trouble';
import type { Arguments, Flags } from '../arguments';
import type { WorkerQuestion, WorkerAnswer } from './worker';

export const poolFlags: Flags = {
  jobs: {
    takes: '<n>',
    help: 'How many workers lint a large run. Default: one for each core, none where there is little to read.',
  },
};

/** UTF-16 units or bytes that are linted before workers are worth their start. */
const PAYS = 1 << 20;

/** What is under way for each worker, so that none waits for the next question. */
const DEPTH = 8;

/** Units under way for all of them: memory stays flat however long the drafts are. */
const UNITS = 16 << 20;

export interface Pool {
  /** Whether this question, of so many units, goes to a worker. Starts them when it first does. */
  takes(units: number): boolean;
  ask<A extends WorkerAnswer>(question: WorkerQuestion): Promise<A>;
  readonly window: { most(): number; readonly units: number };
  close(): Promise<void>;
}

/** @throws Trouble where --jobs is no number that can be. */
export function openPool(args: Arguments): Pool {
  const named = jobsOf(args.value('jobs'));
  const jobs = named ?? availableParallelism();
  let seen = 0;
  let workers: PooledWorker[] | undefined;
  return {
    takes(units) {
      if (jobs < 2) return false;
      seen += units;
      if (!workers && (named !== undefined || seen > PAYS))
        workers = Array.from({ length: jobs }, () => startWorker(args));
      return workers !== undefined;
    },
    ask: (question) => leastBusy(workers as PooledWorker[]).ask(question),
    window: { most: () => (workers ? jobs * DEPTH : 1), units: UNITS },
    async close() {
      await Promise.all((workers ?? []).map(({ worker }) => worker.terminate()));
    },
  };
}

const MOST_JOBS = 64;

function jobsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > MOST_JOBS)
    throw new Trouble(
      `--jobs cannot be "${value}". Write a number from 1, which is no worker at all, to ${MOST_JOBS}.`,
    );
  return Number(value);
}

interface PooledWorker {
  readonly worker: Worker;
  /** Questions not answered yet. */
  busy(): number;
  ask<A extends WorkerAnswer>(question: WorkerQuestion): Promise<A>;
}

const leastBusy = (workers: readonly PooledWorker[]): PooledWorker =>
  workers.reduce((a, b) => (b.busy() < a.busy() ? b : a));

function startWorker({ given }: Arguments): PooledWorker {
  // one moment for all, whenever each is started; what the person wrote wins
  const words = ['--now', started, ...given];
  // loaded with the first worker: most runs have none
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  return pooled(new Worker(path.join(__dirname, 'worker.js'), { workerData: words }));
}

/** Asks a worker that runs; one that has ended answers with the reason. */
export function pooled(worker: Worker): PooledWorker {
  // answers come in the order of the questions
  const open: { resolve(told: never): void; reject(error: Error): void }[] = [];
  let gone: Error | undefined;
  worker.on('message', (told: WorkerAnswer | { readonly fault: string }) => {
    const one = open.shift();
    if ('fault' in told) one?.reject(new Error(told.fault));
    else one?.resolve(told as never);
  });
  const fail = (error: Error): void => {
    // the first says why: an exit follows every error
    gone ??= error;
    for (const { reject } of open.splice(0)) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`A worker left early, with code ${code}.`)));
  return {
    worker,
    busy: () => open.length,
    ask(question) {
      // what is sent to a thread that has ended is answered by nobody
      if (gone) return Promise.reject(gone);
      return new Promise((resolve, reject) => {
        open.push({ resolve, reject });
        worker.postMessage(question);
      });
    },
  };
}

const started = new Date().toISOString();
