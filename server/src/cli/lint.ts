// `copydesk lint`: what a desk would mark.
import type { Problem } from '../document/story';
import { withoutCleared } from '../engine/clearances';
import { type LintRecord, toRecord } from '../engine/diagnostic';
import { fixUntilStable } from '../engine/fix';
import type { Linted } from '../report/report';
import { type Severity, severities } from '../rules/rule';
import { readDraftFile } from '../workspace/read-draft';
import { Trouble } from '../workspace/trouble';
import { writeAtomically } from '../workspace/write-file';
import type { Arguments, Usage } from './arguments';
import { type Changed, changedFlags, changedIn } from './changed';
import { type Desk, deskFlags, openDesk } from './desk';
import { type Input, inputFlags, inputsOf, shownAs } from './inputs';
import { answerLines, NO_PATH } from './ndjson';
import { complain, print } from './output';
import { openSinks, type Sinks, sinkFlags } from './sinks';

export const usage: Usage = {
  summary: 'Say what a copy desk would mark in drafts.',
  takes: '[paths…]',
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
    input: {
      takes: 'ndjson',
      choices: ['ndjson'],
      help: 'Read a story a line from standard input, answer a record a line.',
    },
    server: { help: 'Ask the language server over its protocol instead: same answers, same exit codes.' },
    stats: { help: 'Say on standard error what was read, how fast, and how often each rule spoke.' },
  },
  examples: [
    ['copydesk lint', 'every draft below this folder'],
    ['copydesk lint story.txt --date 2016-12-07', 'one draft, written for that day'],
    ["copydesk lint 'desk/**/*.md' --fix", 'put right what is safe to put right'],
    ['copydesk lint --fail-on warning --output sarif=desk.sarif', 'a gate in CI, with a report for its page'],
    ['copydesk lint --changed=main', 'what a branch has brought in'],
    ['copydesk lint --stdin-filename story.md < story.md', 'a draft that is not saved yet'],
    ['copydesk lint --input ndjson < stories.ndjson', 'an archive, as a filter'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const start = performance.now();
  const tally = createTally(args);
  const desk = openDesk(args);
  const changed = await changedIn(args);
  if (args.has('input')) await lintLines(args, desk, tally);
  else await lintDrafts(args, desk, changed, tally);
  if (args.has('stats')) process.stderr.write(tally.stats(performance.now() - start));
  return tally.exitCode();
}

async function lintLines(args: Arguments, desk: Desk, tally: Tally): Promise<void> {
  if (args.rest.length)
    throw new Trouble(`--input ndjson reads standard input, so ${args.rest[0]} cannot be read too.`);
  const allRead = await answerLines(async (draft) => {
    const place = await desk.at(draft.path ?? NO_PATH);
    const story = (await place.reader(draft.format, draft))(draft.text);
    for (const { path, message } of desk.newProblems()) {
      complain(`${path}: ${message}`);
      tally.trouble();
    }
    return tally.count(toRecord(withoutCleared(place.lint(story), place.cleared), draft.text), draft.text);
  });
  if (!allRead) tally.trouble();
}

async function lintDrafts(args: Arguments, desk: Desk, changed: Changed, tally: Tally): Promise<void> {
  const fixing: Fixing = args.has('fix-dry-run') ? 'dry' : args.has('fix') ? 'write' : undefined;
  const pipedThrough = fixing === 'write' && (args.has('stdin-filename') || args.rest.includes('-'));
  const sinks = await openSinks(args, tally.failing, fixing === 'dry' || pipedThrough);
  const answers = args.has('server') ? askServer(args, desk, changed) : lintHere(args, desk, changed, fixing);
  for await (const answer of answers) {
    const linted = changed.only(answer);
    await reportSettings(desk, sinks, tally);
    await sinks.draft({ ...linted, ...tally.count(linted, linted.text) });
  }
  if (!(await sinks.close())) tally.trouble();
}

async function* lintHere(args: Arguments, desk: Desk, { holds }: Changed, fixing: Fixing): AsyncGenerator<Linted> {
  for await (const input of inputsOf(args, desk, holds)) yield await lintInput(input, desk, fixing);
}

/** Flags that the protocol has no words for. */
const notOverProtocol = ['fix', 'fix-dry-run', 'stdin-filename', 'input', 'rule', 'only', 'extends', 'date', 'genre'];

/** The same answers from the headless server, asked as an editor asks it. */
async function* askServer(args: Arguments, desk: Desk, { holds }: Changed): AsyncGenerator<Linted> {
  for (const flag of notOverProtocol)
    if (args.has(flag))
      throw new Trouble(`--server cannot take --${flag}. Write it into copydesk.json, or leave --server out.`);
  const inputs: Input[] = [];
  for await (const input of inputsOf(args, desk, holds)) inputs.push(input);
  const { lintOverProtocol } = await import('../lsp/headless');
  const answers = await lintOverProtocol({
    folder: process.cwd(),
    paths: inputs.map(({ file }) => file),
    config: args.value('config'),
    now: args.value('now'),
  });
  for (const [i, { shown: path, file, content }] of inputs.entries()) {
    if (typeof content === 'string') await desk.at(file);
    yield typeof content === 'string'
      ? { ...(answers[i] as Linted), path }
      : { path, text: '', diagnostics: [], problems: [content] };
  }
}

type Fixing = 'dry' | 'write' | undefined;

async function lintInput(input: Input, desk: Desk, fixing: Fixing): Promise<Linted> {
  const { shown: path, content: text, file, format } = input;
  if (typeof text !== 'string') return { path, text: '', diagnostics: [], problems: [text] };
  const place = await desk.at(file);
  const read = await place.reader(format);
  const lint = (copy: string): LintRecord => toRecord(withoutCleared(place.lint(read(copy)), place.cleared), copy);
  if (!fixing) return { path, text, ...lint(text) };
  const fixed = fixUntilStable(text, (copy) => lint(copy).diagnostics);
  if (fixing === 'dry') {
    const { unifiedDiff } = await import('../report/diff');
    await print(unifiedDiff(path, text, fixed.text));
    return { path, text: fixed.text, ...lint(fixed.text) };
  }
  const problem = await put(input, text, fixed.text);
  if (problem) {
    const record = lint(text);
    return { path, text, ...record, problems: [...record.problems, problem] };
  }
  return { path, text: fixed.text, fixed: fixed.applied, ...lint(fixed.text) };
}

/** Writes the fixed draft where it came from, unless somebody else has written there since. */
async function put({ piped, file, shown }: Input, before: string, after: string): Promise<Problem | undefined> {
  if (piped) {
    await print(after);
    return undefined;
  }
  if (before === after) return undefined;
  if (readDraftFile(file) !== before)
    return {
      code: 'changed-meanwhile',
      message: `${shown} was changed while it was linted, so nothing was fixed in it. Run the command again.`,
    };
  return writeAtomically(file, after, shown);
}

/** Settings that are not in order are told under their own name, before the first draft that they matter to. */
async function reportSettings(desk: Desk, sinks: Sinks, tally: Tally): Promise<void> {
  for (const { path, ...problem } of desk.newProblems()) {
    tally.trouble();
    await sinks.draft({ path: shownAs(path, process.cwd()), text: '', diagnostics: [], problems: [problem] });
  }
}

/** Counts what was found, for the exit code and `--stats`; `--quiet` leaves out what does not fail the run. */
interface Tally {
  /** Severities that fail the run. */
  readonly failing: readonly Severity[];
  count(record: LintRecord, text: string): LintRecord;
  trouble(): void;
  exitCode(): number;
  stats(milliseconds: number): string;
}

function createTally(args: Arguments): Tally {
  const failOn = args.value('fail-on') ?? 'error';
  const failing: readonly Severity[] = severities.slice(0, severities.indexOf(failOn as Severity) + 1);
  const shown = failing.length ? failing : ['error'];
  const perRule = new Map<string, number>();
  let failed = false;
  let troubled = false;
  let drafts = 0;
  let units = 0;
  return {
    failing,
    count({ diagnostics, problems }, text) {
      drafts++;
      units += text.length;
      for (const { rule, severity } of diagnostics) {
        perRule.set(rule, (perRule.get(rule) ?? 0) + 1);
        failed ||= failing.includes(severity);
      }
      troubled ||= problems.length > 0;
      return {
        diagnostics: args.has('quiet') ? diagnostics.filter((d) => shown.includes(d.severity)) : diagnostics,
        problems,
      };
    },
    trouble() {
      troubled = true;
    },
    exitCode: () => (troubled ? 2 : failed ? 1 : 0),
    stats(milliseconds) {
      const rate = units / 1e6 / (milliseconds / 1000);
      const rows = [...perRule].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [
        `${drafts} drafts, ${(units / 1e6).toFixed(2)} million characters, ${Math.round(milliseconds)} ms, ${rate.toFixed(1)} million characters a second`,
        ...rows.map(([rule, n]) => `${String(n).padStart(8)}  ${rule}`),
        '',
      ].join('\n');
    },
  };
}
