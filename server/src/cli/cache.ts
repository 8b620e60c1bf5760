// `--cache`: answers of earlier runs, for drafts and settings that have not changed.
import * as path from 'node:path';
import type { LintRecord } from '../engine/diagnostic';
import { ownRule } from '../rules/own-rule';
import { linkOutOf } from '../workspace/inside-root';
import type { AnswerCache } from '../workspace/answer-cache';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import type { Desk } from './resolve-settings';
import { complain } from './output';
import { NO_PATH } from './ndjson';

export const cacheFlags: Flags = {
  cache: { help: 'Keep answers in .copydesk/cache, and lint again only what has changed.' },
  'cache-location': { takes: '<folder>', help: 'Keep them there instead.' },
};

/** What is known of a text without asking the rules. */
export interface KnownAnswers {
  /** Whether workers know it too. */
  readonly everywhere: boolean;
  /** @param asked all that the answer depends on. */
  answer(asked: () => readonly string[], ask: () => LintRecord): LintRecord;
}

/** Nothing is: every question is put. */
export const unknown: KnownAnswers = { everywhere: true, answer: (_, ask) => ask() };

/** @throws Trouble where the folder would lie outside the root, and nobody has named it. */
export async function knownTo(args: Arguments, desk: Desk): Promise<KnownAnswers> {
  const named = args.value('cache-location');
  if (named === undefined && !args.has('cache')) return unknown;
  const { buildName, CACHE_FOLDER, openAnswerCache, ownCacheFolder } = await import('../workspace/answer-cache');
  const { root } = (await desk.at(NO_PATH)).resolved;
  const folder = named === undefined ? ownCacheFolder(root) : path.resolve(named);
  const link = named === undefined ? undefined : linkOutOf(root, path.resolve(named));
  if (link !== undefined)
    throw new Trouble(
      `${link} is a link that leads outside ${root}, so no answers are kept there. Name the place itself with --cache-location.`,
    );
  if (folder === undefined)
    throw new Trouble(
      `${CACHE_FOLDER} cannot be made inside ${root}, or is a link that leads out of it. Name a folder with --cache-location.`,
    );
  const { dataFolder, ownSecret } = await import('../workspace/secret');
  const secret = ownSecret(root);
  if (secret) return remembering(openAnswerCache(folder, secret), buildName(), true);
  const { isMainThread } = await import('node:worker_threads');
  // a worker would say it again
  if (isMainThread)
    complain(
      `No answers are kept: they are signed with a secret in ${dataFolder()}, and none can be kept there. Make it a folder of your own, outside the drafts.`,
    );
  return unknown;
}

/**
 * Answers of this process alone, for a run that is repeated as long as somebody works. `endRun` forgets the answers
 * for which the run that ends has not asked: of each draft only its last text is kept.
 */
export async function knownInMemory(): Promise<{ readonly known: KnownAnswers; readonly endRun: () => void }> {
  let before = new Map<string, LintRecord>();
  let now = new Map<string, LintRecord>();
  const memory: AnswerCache = {
    get(key) {
      const record = now.get(key) ?? before.get(key);
      if (record) now.set(key, record);
      return record;
    },
    put: (key, record) => void now.set(key, record),
  };
  return {
    known: await remembering(memory, '', false),
    endRun() {
      before = now;
      now = new Map();
    },
  };
}

async function remembering(cache: AnswerCache, build: string, everywhere: boolean): Promise<KnownAnswers> {
  const { keyOf } = await import('../workspace/answer-cache');
  return {
    everywhere,
    answer(asked, ask) {
      const key = keyOf([build, ...asked()]);
      const known = cache.get(key);
      if (known) return known;
      const record = ask();
      if (lasts(record)) cache.put(key, record);
      return record;
    },
  };
}

/**
 * Whether the answer is kept. A rule that looks at the clock may say something else in an hour, and a rule that failed may not fail
 * again. (Other drafts of the folder are part of the question.)
 */
const lasts = ({ diagnostics, problems }: LintRecord): boolean =>
  !diagnostics.some(({ rule }) => ownRule(rule)?.changesWith === 'clock') &&
  !problems.some(({ code }) => code === 'rule-failed');
