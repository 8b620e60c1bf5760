// `lint --input ndjson`: each line's story linted, its record a line; here, or by workers where there are many.
import { endOfPart } from '../../report/json';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import type { KnownAnswers } from '../cache';
import type { Desk } from '../resolve-settings';
import { answerBatch, type Batch, batchesOf, NO_PATH, tellerOfUnknown } from '../ndjson';
import { complain, print } from '../output';
import { shardOf } from '../shard';
import { newSentences } from '../tell-settings';
import { inOrder } from './in-order';
import { linterAt } from './record';
import { openPool } from './pool';
import type { Progress } from './progress';
import { type Counts, createTally, type Tally } from './tally';

export interface LinesAnswer {
  /** A record a line. */
  readonly text: string;
  readonly counts: Counts;
  /** Sentences on settings that this desk has not told before. */
  readonly complaints: readonly string[];
  /** Names of fields that no line has. */
  readonly unknown: readonly string[];
}

/** A desk for lines; a worker has one too. */
export function openLineDesk(
  args: Arguments,
  desk: Desk,
  known: KnownAnswers,
): { answer(batch: Batch): Promise<LinesAnswer> } {
  const shard = shardOf(args);
  return {
    async answer(batch) {
      const tally = createTally(args);
      const complaints: string[] = [];
      const answered = await answerBatch(batch, shard, async (draft) => {
        const lint = await linterAt({ file: draft.path ?? NO_PATH, format: draft.format }, desk, known, draft);
        complaints.push(...newSentences(desk));
        return tally.count(lint(draft.text), draft.text);
      });
      if (!answered.allRead || complaints.length) tally.trouble();
      return { text: answered.text, counts: tally.counts(), complaints, unknown: answered.unknown };
    },
  };
}

export async function lintLines(
  args: Arguments,
  desk: Desk,
  known: KnownAnswers,
  tally: Tally,
  progress: Progress,
): Promise<void> {
  if (args.rest.length)
    throw new Trouble(`--input ndjson reads standard input, so ${args.rest[0]} cannot be read too.`);
  const here = openLineDesk(args, desk, known);
  const pool = openPool(args);
  const told = new Set<string>();
  const tellUnknown = tellerOfUnknown();
  const ask = (batch: Batch): Promise<LinesAnswer> =>
    pool.takes(batch.bytes.length) ? pool.ask({ batch }) : here.answer(batch);
  try {
    for await (const [batch, answered] of inOrder(batchesOf(process.stdin), ask, sizeOf, pool.window)) {
      for (const sentence of answered.complaints) {
        if (!told.has(sentence)) complain(sentence);
        told.add(sentence);
      }
      tally.add(answered.counts);
      tellUnknown(answered.unknown);
      await print(answered.text);
      await progress.step(batch.ends.length, batch.bytes.length + batch.ends.length);
    }
    const shard = args.value('shard');
    if (shard !== undefined) await print(endOfPart(shard));
  } finally {
    await pool.close();
  }
}

const sizeOf = ({ bytes }: Batch): number => bytes.length;
