// `copydesk compare`: what an update asks that was not asked before, and what it asks no longer, over the same drafts.
import { type Severity, severities } from '../rules/rule';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Usage } from './arguments';
import { type Comparison, compared } from './compare/comparison';
import { inWords } from './compare/in-words';
import { oldAnswers } from './compare/old-answers';
import { deskFlags } from './resolve-settings';
import { print } from './output';
import { openReportFile } from './report-file';

export const usage: Usage = {
  summary: 'Say what an update asks anew and what it asks no longer, over the same drafts.',
  takes: '[paths…]',
  flags: {
    against: {
      takes: '<old>',
      help: 'What was asked before: a report that lint --format json or ndjson wrote, or the cli.js or folder of an older Copydesk, which is then run.',
    },
    format: {
      takes: '<format>',
      choices: ['pretty', 'json'],
      help: 'How it is written: pretty, json. Default: pretty.',
    },
    output: { takes: '<file>', help: 'Write it to a file instead of standard output.' },
    sample: { takes: '<count>', help: 'How many new findings, and how many that are gone, to show. Default: 10.' },
    'fail-on': {
      takes: '<severity>',
      choices: [...severities, 'never'],
      help: 'The least severity of a new finding that makes the exit code 1: error (default), warning, information, never.',
    },
    ...deskFlags,
  },
  examples: [
    ['copydesk lint --format json desk > before.json', 'before an update, with the version in use'],
    ['copydesk compare --against before.json desk', 'behind it: what the new one would ask a desk'],
    ['copydesk compare --against ../old/dist/cli.js desk', 'the older program itself, run over the same drafts'],
    ['copydesk compare --against before.json --format json desk', 'every difference, for a program'],
  ],
};

const SAMPLE = 10;

export async function run(args: Arguments): Promise<number> {
  const against = args.value('against');
  if (against === undefined)
    throw new Trouble('Say what to compare with: copydesk compare --against <report or cli.js> [paths…].');
  if (args.rest.includes('-'))
    throw new Trouble('What comes through standard input was not asked about before. Name drafts or folders.');
  const sample = sampleOf(args.value('sample'));
  const output = args.value('output');
  const file = output === undefined ? undefined : openReportFile(output, [against, ...args.rest]);
  const comparison = await compared(args, oldAnswers(against, args));
  const text = args.value('format') === 'json' ? `${JSON.stringify(comparison)}\n` : inWords(comparison, sample);
  for (const { path } of [...comparison.drafts, ...comparison.notCompared]) file?.spare(path);
  const problem = await file?.write(text);
  if (problem) throw new Trouble(`Nothing was written: ${problem.message}`);
  if (output === undefined) await print(text);
  return exitCode(comparison, args.value('fail-on') ?? 'error');
}

function sampleOf(count: string | undefined): number {
  if (count === undefined) return SAMPLE;
  if (!/^\d{1,6}$/.test(count)) throw new Trouble(`--sample cannot be "${count}". Write a number like 10.`);
  return Number(count);
}

/** Exit codes are those of `lint`. A draft that could not be compared gives 2; a new draft has nothing to be compared with. */
function exitCode({ drafts, notCompared }: Comparison, failOn: string): number {
  if (notCompared.some(({ code }) => code !== 'new-draft')) return 2;
  const failing: readonly string[] = severities.slice(0, severities.indexOf(failOn as Severity) + 1);
  return drafts.some((draft) => draft.new.some(({ severity }) => failing.includes(severity))) ? 1 : 0;
}
