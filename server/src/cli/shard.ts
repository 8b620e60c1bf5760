// `--shard i/n`: every n-th draft, for one job of many; `copydesk merge` puts the reports together.
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';

export const shardFlags: Flags = {
  shard: {
    takes: '<i/n>',
    help: 'Read every n-th draft only, beginning with the i-th: one job of n. "copydesk merge" joins their reports.',
  },
};

export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** @throws Trouble where it is no share that can be. */
export function shardOf(args: Arguments): Shard | undefined {
  const given = args.value('shard');
  if (given === undefined) return undefined;
  const [, number, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(given) ?? [];
  if (!number || !of || Number(number) > Number(of))
    throw new Trouble(`--shard cannot be "${given}". Write which of how many, such as 1/4 to 4/4 for four jobs.`);
  return { number: Number(number), of: Number(of) };
}

/** @param index of a draft among all, from 0. */
export const isMine = (shard: Shard | undefined, index: number): boolean =>
  !shard || index % shard.of === shard.number - 1;
