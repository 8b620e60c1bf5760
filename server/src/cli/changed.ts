// `lint --changed` and `--staged`: lints only drafts that have changed by Git's account, and shows only findings on changed lines.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type { Linted } from '../report/report';
import type { Lines } from '../text/changed-lines';
import { lineIndex, positionAt } from '../text/line-index';
import type { Span } from '../text/span';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import type { Drafts } from './inputs';

export const changedFlags: Flags = {
  changed: {
    takes: '<ref>',
    optional: true,
    help: 'Only lines that Git says have changed: since the last commit, or since the branch left a ref.',
  },
  staged: {
    help: 'Only lines that the next commit brings, as they were added to it: for a hook that runs before it.',
  },
};

export interface Changed {
  readonly drafts: Drafts;
  /** The findings that stand on changed lines, or point to one. */
  only(linted: Linted): Linted | Promise<Linted>;
}

const everything: Changed = { drafts: {}, only: (linted) => linted };

/** Options that need a whole draft, and so cannot go with `--changed`. */
const wholeDraft = ['fix', 'fix-dry-run', 'stdin-filename', 'input'];

/** @throws Trouble where Git cannot say. */
export async function changedIn(args: Arguments): Promise<Changed> {
  const workingFolder = process.cwd();
  const asked = args.has('staged') ? 'staged' : 'changed';
  if (!args.has(asked)) return everything;
  for (const flag of wholeDraft)
    if (args.has(flag))
      throw new Trouble(`--${flag} takes whole drafts, so it cannot go with --${asked}. Leave one out.`);
  if (asked === 'staged') return (await import('./staged')).stagedOf(args, workingFolder);
  const { changesSince } = await import('../workspace/git-changes');
  const { isCommit } = await import('../workspace/git');
  const [first] = args.rest;
  if (
    args.value('changed') === undefined &&
    first !== undefined &&
    !existsSync(first) &&
    (await isCommit(first, workingFolder))
  )
    throw new Trouble(`There is no file ${first}, but Git knows it as a commit. Write --changed=${first}.`);
  const changes = await changesSince(args.value('changed'), workingFolder);
  return {
    drafts: { wanted: async (file) => (await changes.linesOf(file)) !== undefined },
    only: onLines((file) => changes.linesOf(file), workingFolder),
  };
}

/** @param linesOf the changed lines of a file (absolute, forward slashes); undefined where all lines count. */
export const onLines =
  (linesOf: (file: string) => Promise<readonly Lines[] | undefined>, workingFolder: string): Changed['only'] =>
  async (linted) => {
    const lines = await linesOf(slashes(path.resolve(workingFolder, linted.path)));
    if (!lines) return linted;
    const index = lineIndex(linted.text);
    const lineAt = (offset: number): number => positionAt(index, offset).line;
    const touches = ({ start, end }: Span): boolean => meet(lines, { from: lineAt(start), to: lineAt(end) });
    return { ...linted, diagnostics: linted.diagnostics.filter((d) => touches(d) || d.related.some(touches)) };
  };

const meet = (lines: readonly Lines[], { from, to }: Lines): boolean =>
  lines.some((line) => line.from <= to && from <= line.to);
