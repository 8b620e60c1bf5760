// `lint --watch`: lints again whenever a draft, or what applies to it, has changed.
//
// It polls, for file events are missing on network drives, in folders of containers, and where an editor writes a new file under the
// old name. To look through a folder of drafts takes milliseconds.
import { setTimeout as after } from 'node:timers/promises';
import { kindAt } from '../../workspace/regular-file';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import { type KnownAnswers, knownInMemory } from '../cache';
import { openDesk } from '../resolve-settings';
import { placesOf } from '../inputs';

/** ms between two looks; a look may take a twentieth of the time at most. */
const EVERY = 300;
const SHARE = 20;

/** Options for a single run, or for one that never ends: they cannot go with `--watch`. */
const notWatched = ['fix', 'fix-dry-run', 'input', 'stdin-filename', 'server', 'shard'];

/** Runs until the process ends. @param once one run, which keeps its answers in `known`. */
export async function watch(
  args: Arguments,
  once: (args: Arguments, known: KnownAnswers) => Promise<number>,
): Promise<number> {
  for (const flag of notWatched)
    if (args.has(flag))
      throw new Trouble(`--watch reads again and again, so it cannot go with --${flag}. Leave one out.`);
  if (args.rest.includes('-')) throw new Trouble('--watch cannot read standard input. Name a file or a folder.');
  heedSignals();
  const { known, endRun } = await knownInMemory();
  for (let seen: string | undefined; ; ) {
    const started = performance.now();
    const now = await look(args);
    const took = performance.now() - started;
    if (now !== seen) {
      if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
      seen = now;
      await once(args, known);
      endRun();
      if (process.stderr.isTTY) process.stderr.write('Watching. Ctrl-C ends.\n');
    }
    await after(Math.max(EVERY, took * SHARE));
  }
}

/**
 * Keeps a handler for the whole process. Each run has a handler of its own while it lasts: without this one, a signal that comes just
 * as a run ends would be lost.
 */
function heedSignals(): void {
  // let the handler of a run under way act first
  process.on('SIGINT', () => setImmediate(() => process.exit(130)));
  process.on('SIGTERM', () => setImmediate(() => process.exit(143)));
}

/** All that an answer depends on, drafts by their time and size. */
async function look(args: Arguments): Promise<string> {
  const desk = openDesk(args);
  const parts: string[] = [];
  for await (const { file, format } of placesOf(args, desk)) {
    const { stat } = kindAt(file);
    parts.push(file, `${stat?.mtimeMs} ${stat?.size}`, ...(await desk.at(file)).dependsOn(format));
  }
  return JSON.stringify([parts, desk.newProblems()]);
}
