// `copydesk lint`: what a desk would mark. Arguments say what is asked, inputs bring drafts, each is answered, sinks write it down.
import { fstatSync } from 'node:fs';
import { severities } from '../rules/rule';
import { shownAs } from '../workspace/shown-as';
import type { Arguments, Usage } from './arguments';
import { cacheFlags, type KnownAnswers, knownTo } from './cache';
import { type Changed, changedFlags, changedIn } from './changed';
import { asSettingsSay, type Compare } from './as-settings-say';
import { type Desk, deskFlags, openDesk } from './resolve-settings';
import { countInputs, type Input, inputFlags, inputsOf } from './inputs';
import { lintHere, type Placed } from './lint/answers';
import type { Fixing } from './lint/draft';
import { poolFlags } from './lint/pool';
import { openProgress, type Progress, type Total } from './lint/progress';
import { createTally, type Tally } from './lint/tally';
import { tellOfPipe } from './piped';
import { shardFlags } from './shard';
import { NOTHING, openSinks, type Sinks, sinkFlags } from './sinks';

export const usage: Usage = {
  summary: 'Say what a copy desk would mark in drafts.',
  takes: '[paths…]',
  words: [
    ['paths', 'Drafts, folders, and patterns in quotation marks. Without any, this folder.'],
    ['-', 'One draft from standard input.'],
  ],
  flags: {
    ...sinkFlags,
    fix: { help: 'Apply every fix that is safe to apply unseen, and report what is left.' },
    'fix-dry-run': { help: 'Print what --fix would change, as a diff, and change nothing.' },
    'fail-on': {
      takes: '<severity>',
      choices: [...severities, 'never'],
      help: 'The least severity that makes the exit code 1: error (default), warning, information, never.',
    },
    quiet: { help: 'Report only what makes the exit code 1.' },
    ...deskFlags,
    ...inputFlags,
    ...changedFlags,
    across: { help: 'Compare the drafts too: a name that they spell in more than one way is marked where it is odd.' },
    input: {
      takes: 'ndjson',
      choices: ['ndjson'],
      help: 'Read a story a line from standard input, answer a record a line.',
    },
    server: {
      takes: '<port or path>',
      optional: true,
      help: 'Ask a language server over its protocol: one that is started, or waits there. Same answers, same exit codes.',
    },
    ...poolFlags,
    ...shardFlags,
    ...cacheFlags,
    watch: { help: 'Stay, and lint again whenever a draft or its settings change.' },
    stats: { help: 'Say on standard error what was read, how fast, and how often each rule spoke.' },
  },
  examples: [
    ['copydesk lint', 'every draft below this folder'],
    ['copydesk lint story.txt --date 2016-12-07', 'one draft, written for that day'],
    ["copydesk lint 'desk/**/*.md' --fix", 'put right what is safe to put right'],
    ['copydesk lint --fail-on warning --output sarif=desk.sarif', 'a gate in CI, with a report for its page'],
    ['copydesk lint --changed=main', 'what a branch has brought in'],
    ['copydesk lint --staged', 'what the next commit would bring in'],
    ['copydesk lint --format concise', 'a line for each finding: Vim, Emacs, grep'],
    ['copydesk lint - < story.txt', 'a draft from standard input'],
    ['copydesk lint --across desk', 'names that the drafts of a folder spell differently, too'],
    ['copydesk lint --stdin-filename story.md < story.md', 'a draft that is not saved yet'],
    ['copydesk lint --input ndjson < stories.ndjson', 'an archive, as a filter'],
    ['copydesk lint --cache --watch', 'beside the writer, all evening'],
    ['copydesk lint --shard 1/4 --format json > part-1.json', 'one job of four; "copydesk merge" joins them'],
  ],
};

export const run = async (args: Arguments): Promise<number> =>
  args.has('watch') ? (await import('./lint/watch')).watch(args, lintOnce) : lintOnce(args);

/** @param memory of earlier runs in this process. */
async function lintOnce(args: Arguments, memory?: KnownAnswers): Promise<number> {
  const start = process.uptime();
  const tally = createTally(args);
  const desk = openDesk(args);
  tellOfPipe(args);
  const known = memory ?? (await knownTo(args, desk));
  const changed = await changedIn(args);
  const compare =
    args.has('across') && !args.has('server')
      ? await (await import('./across')).withTheRun(args, desk)
      : asSettingsSay(desk);
  const progress = openProgress(() => totalOf(args, changed));
  try {
    if (args.has('input')) await (await import('./lint/lines')).lintLines(args, desk, known, tally, progress);
    else await lintDrafts({ args, desk, known, changed, compare, tally, progress });
  } finally {
    progress.end();
  }
  if (desk.unasked.size) process.stderr.write(await (await import('./lint/unasked')).unaskedLine(desk.unasked, args));
  if (args.has('stats')) process.stderr.write(tally.stats((process.uptime() - start) * 1000));
  return tally.exitCode();
}

interface Run {
  readonly args: Arguments;
  readonly desk: Desk;
  readonly known: KnownAnswers;
  readonly changed: Changed;
  readonly compare: Compare;
  readonly tally: Tally;
  readonly progress: Progress;
}

async function lintDrafts({ args, desk, known, changed, compare, tally, progress }: Run): Promise<void> {
  const fixing: Fixing = args.has('fix-dry-run') ? 'dry' : args.has('fix') ? 'write' : undefined;
  const pipedThrough = fixing === 'write' && (args.has('stdin-filename') || args.rest.includes('-'));
  const sinks = await openSinks(args, tally.failing, {
    toStderr: fixing === 'dry' || pipedThrough,
    // a diff is all that was asked for
    otherwise: fixing === 'dry' ? NOTHING : 'pretty',
    own: desk.ownRules,
  });
  const inputs = inputsOf(args, desk, changed.drafts);
  const answers = args.has('server')
    ? (await import('./lint/over-protocol')).askServer(args, desk, placed(inputs, desk))
    : lintHere(args, desk, placed(inputs, desk, compare), fixing, known);
  for await (const { linted: whole, settings, ...more } of answers) {
    const linted = await changed.only(whole);
    await reportSettings(settings, more.index, sinks, tally);
    await sinks.draft({ ...linted, ...tally.count(linted, linted.text), ...more });
    await progress.step(1);
  }
  await reportSettings(desk.newProblems(), undefined, sinks, tally);
  if (!(await sinks.close(desk.readFrom()))) tally.trouble();
}

/** Each draft with what is wrong with its settings and was not told before. */
async function* placed(inputs: AsyncIterable<Input>, desk: Desk, compare?: Compare): AsyncGenerator<Placed> {
  for await (const input of inputs) {
    const place = typeof input.content === 'string' ? await desk.at(input.file) : undefined;
    const settings = desk.newProblems();
    const baseline = place?.cleared.filter(({ reason }) => reason === 'baseline').length;
    yield { input, settings, ...(baseline && { baseline }), across: place && (await compare?.(input, place)) };
  }
}

/** Settings that are not in order are told under their own name, before the first draft that they matter to. */
async function reportSettings(
  problems: Placed['settings'],
  index: number | undefined,
  sinks: Sinks,
  tally: Tally,
): Promise<void> {
  for (const { path, ...problem } of problems) {
    tally.trouble();
    await sinks.draft({ path: shownAs(path, process.cwd()), text: '', diagnostics: [], problems: [problem], index });
  }
}

/** For the progress line alone: what a terminal does not show is not counted. */
async function totalOf(args: Arguments, { drafts }: Changed): Promise<Total> {
  if (args.has('input')) {
    const input = fstatSync(0);
    return input.isFile() ? { bytes: input.size } : {};
  }
  return args.has('stdin-filename') || args.rest.includes('-') ? {} : { drafts: await countInputs(args, drafts) };
}
