// `lint --watch`: lints again whenever a draft, or what applies to it, has changed.
//
// It looks instead of listening: a network drive, a container's folder and an editor that writes a new file under the old name
// tell nobody, and a folder of drafts is looked through in milliseconds.
import { setTimeout as after } from 'node:timers/promises';
import { kindAt } from '../../workspace/regular-file';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import { type Known, knownInMemory } from '../cache';
import { openDesk } from '../desk';
import { placesOf } from '../inputs';

/** ms between two looks; a look may take a twentieth of the time at most. */
const EVERY = 300;
const SHARE = 20;

/** What is over after one run, or has no end. */
const notWatched = ['fix', 'fix-dry-run', 'input', 'stdin-filename', 'server', 'shard'];

/** Ends with the process. @param once a run that remembers what it is given to remember. */
export async function watch(
  args: Arguments,
  once: (args: Arguments, known: Known) => Promise<number>,
): Promise<number> {
  for (const flag of notWatched)
    if (args.has(flag))
      throw new Trouble(`--watch reads again and again, so it cannot go with --${flag}. Leave one out.`);
  if (args.rest.includes('-')) throw new Trouble('--watch cannot read standard input. Name a file or a folder.');
  heedSignals();
  const known = await knownInMemory();
  for (let seen: string | undefined; ; ) {
    const started = performance.now();
    const now = await look(args);
    const took = performance.now() - started;
    if (now !== seen) {
      if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
      seen = now;
      await once(args, known);
      if (process.stderr.isTTY) process.stderr.write('Watching. Ctrl-C ends.\n');
    }
    await after(Math.max(EVERY, took * SHARE));
  }
}

/** A run listens while it lasts; one that ends just as a signal comes would swallow it, were nobody else listening. */
function heedSignals(): void {
  // a run under way speaks first
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
