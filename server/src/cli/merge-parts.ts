// Which jobs of a run wrote the reports that `copydesk merge` was given: a job whose report is not there has not passed.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { endOfPart } from '../report/json';
import { Trouble } from '../workspace/trouble';
import { complain } from './output';

/** @returns whether every job's report is there; which is not, is told. @param shards of the reports, such as `1/4`. @throws Trouble where they are not those of one run. */
export function allAreThere(shards: readonly string[]): boolean {
  const odd = shards.find((shard) => !/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/.test(shard));
  if (odd !== undefined)
    throw new Trouble(`A report says that it is of job “${odd}”, and that is none. Write it anew.`);
  const of = new Set(shards.map((shard) => shard.split('/')[1]));
  if (of.size > 1) throw new Trouble(`These reports are of ${[...of].join(' and ')} jobs. Join those of one run.`);
  if (new Set(shards).size < shards.length) throw new Trouble('One job’s report is named twice. Name each once.');
  const there = new Set(shards);
  const missing = Array.from({ length: Number([...of][0] ?? 0) }, (_, i) => `${i + 1}/${[...of][0]}`).filter(
    (shard) => !there.has(shard),
  );
  if (missing.length)
    complain(`The report of ${missing.join(', ')} is missing, so this is not the whole. Check that every job has run.`);
  return missing.length === 0;
}

/** An ndjson report, and whether its first record has a place among those of several jobs. */
export interface Lines {
  readonly file: string;
  readonly placed: boolean;
}

/** What each part says of itself in its last line; nothing where the reports are whole runs. @throws Trouble where a part lacks that line. */
export function shardsOf(reports: readonly Lines[]): string[] {
  const shards = reports.map(({ file }) => shardAtTheEnd(file));
  if (shards.every((shard) => shard === undefined) && reports.every(({ placed }) => !placed)) return [];
  const broken = shards.indexOf(undefined);
  if (broken >= 0) throw new Trouble(breaksOff((reports[broken] as Lines).file));
  return shards as string[];
}

export const breaksOff = (file: string): string =>
  `The report ${file} breaks off. Its job was stopped: run that one again.`;

/** Bytes that the last line of a part takes at the most: a job of 999,999. */
const LONGEST = endOfPart('999999/999999').length;

function shardAtTheEnd(file: string): string | undefined {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(LONGEST + 1);
    const read = readSync(handle, bytes, 0, bytes.length, Math.max(0, fstatSync(handle).size - bytes.length));
    const last = bytes.toString('latin1', 0, read).trimEnd().split('\n').at(-1) as string;
    const [, shard] = /^\{"shard":"(\d+\/\d+)"/.exec(last) ?? [];
    return shard !== undefined && `${last}\n` === endOfPart(shard) ? shard : undefined;
  } finally {
    closeSync(handle);
  }
}
