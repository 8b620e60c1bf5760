// Drafts and their answers, in order: linted here, or by workers where there are many.
import type { Across } from '../../analysis/names/across';
import type { SettingsProblem } from '../../config/files';
import type { Linted } from '../../report/report';
import type { Arguments } from '../arguments';
import type { KnownAnswers } from '../cache';
import type { Desk } from '../resolve-settings';
import type { Input } from '../inputs';
import { type Answer, answer, type Fixing, type Question, settler } from './draft';
import { inOrder } from './in-order';
import { openPool } from './pool';
import { endingAtOnce } from './progress';

/** A draft with what other drafts spell otherwise, and what is to be told of its settings first. */
export interface Placed {
  readonly input: Input;
  readonly across?: Across | undefined;
  readonly settings: readonly SettingsProblem[];
  /** Findings of it that somebody has taken for the baseline. */
  readonly baseline?: number;
}

export interface Answered extends Pick<Placed, 'settings' | 'baseline'> {
  readonly linted: Linted;
  /** Of the draft among all, for a shard. */
  readonly index?: number;
}

export async function* lintHere(
  args: Arguments,
  desk: Desk,
  drafts: AsyncIterable<Placed>,
  fixing: Fixing,
  known: KnownAnswers,
): AsyncGenerator<Answered> {
  const pool = openPool(args);
  const settle = settler(desk, known, fixing);
  const ask = async ({ input: { content, file, format, encoding }, across }: Placed): Promise<Answer> => {
    if (typeof content !== 'string') return { diagnostics: [], problems: [content] };
    const draft: Question = { content, file, format, across, ...(encoding && { encoding }) };
    return known.everywhere && pool.takes(content.length)
      ? pool.ask({ draft, fixing: fixing !== undefined })
      : content.length > LONG
        ? endingAtOnce(() => answer(draft, desk, known, fixing !== undefined))
        : answer(draft, desk, known, fixing !== undefined);
  };
  try {
    for await (const [{ input, across: _, ...more }, answered] of inOrder(drafts, ask, sizeOf, pool.window))
      yield { linted: await settle(input, answered), ...more, index: input.index };
  } finally {
    await pool.close();
  }
}

/** UTF-16 units from which on one draft may keep this thread busy for a second and more. */
const LONG = 50_000;

const sizeOf = ({ input: { content } }: Placed): number => (typeof content === 'string' ? content.length : 0);
