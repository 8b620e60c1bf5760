// A worker's program: it opens a desk as the command line does, and answers what it is asked.
import { parentPort, workerData } from 'node:worker_threads';
import { parseArguments } from '../arguments';
import { knownTo } from '../cache';
import { openDesk } from '../resolve-settings';
import type { Batch } from '../ndjson';
import { type LinesAnswer, openLineDesk } from './lines';
import { type Answer, answer, type Question } from './draft';
import { usage } from '../lint';

export type WorkerQuestion = { readonly draft: Question; readonly fixing: boolean } | { readonly batch: Batch };

export type WorkerAnswer = Answer | LinesAnswer;

// the words of its command line
const args = parseArguments(workerData as readonly string[], usage, 'lint');
const desk = openDesk(args);
const opened = knownTo(args, desk).then((known) => ({ known, lines: openLineDesk(args, desk, known) }));

// one after another: answers leave in the order of the questions
let turn = Promise.resolve();
parentPort?.on('message', (asked: WorkerQuestion) => {
  turn = turn.then(() => reply(asked));
});

async function reply(asked: WorkerQuestion): Promise<void> {
  try {
    const { known, lines } = await opened;
    const told =
      'batch' in asked ? await lines.answer(asked.batch) : await answer(asked.draft, desk, known, asked.fixing);
    parentPort?.postMessage(told);
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
