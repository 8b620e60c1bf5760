// `copydesk clear`: an editor's decision that a finding is fine, written down for everybody.
import * as path from 'node:path';
import type { Across } from '../analysis/names/across';
import { type Clearance, clearanceKey, clearancesFor, type Reason, reasons } from '../engine/clearances';
import { toRecord } from '../engine/diagnostic';
import { visible } from '../report/escape';
import { rulesFor } from '../engine/settings';
import { rules } from '../rules/index';
import { CLEARANCE_FILE, type ClearanceLine, inTheWay, today } from '../config/clearance-lines';
import { appendClearances } from '../workspace/clearance-file';
import { kindAt } from '../workspace/regular-file';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Usage } from './arguments';
import { asSettingsSay } from './as-settings-say';
import { deskFlags, openDesk, type DraftDesk } from './resolve-settings';
import { type Input, inputsOf } from './inputs';
import { knownRule } from './known-rule';
import { complain, print } from './output';
import { settingsInOrder } from './tell-settings';
import { counted } from '../report/counted';

export const usage: Usage = {
  summary: 'Record that a finding is fine, so that nobody is asked again until its sentence changes.',
  takes: '<file:line | paths…>',
  flags: {
    reason: {
      takes: '<reason>',
      choices: reasons,
      help: `Why it is fine: ${reasons.join(', ')}. The first three say that somebody saw it, can look it up, or has asked; baseline, that it was there before the desk was.`,
    },
    rule: { takes: '<id>', help: 'Clear only what this rule asks.' },
    initials: { takes: '<initials>', help: 'Who decided.' },
    baseline: { help: 'Clear all that is found in the paths, and ask about new copy only.' },
    prune: { help: 'Take out what matches nothing any more: in the paths, or in the whole desk.' },
    undo: { help: 'Take the decision back: the finding is reported again.' },
    config: deskFlags.config as NonNullable<Usage['flags'][string]>,
    date: deskFlags.date as NonNullable<Usage['flags'][string]>,
  },
  examples: [
    ['copydesk clear story.txt:12 --reason confirmed', 'what was asked on line 12 is confirmed'],
    ['copydesk clear story.txt:12 --undo', 'ask again'],
    ['copydesk clear --baseline desk', 'begin in an old archive'],
    ['copydesk clear --prune', 'drop decisions whose sentence or draft is gone'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  if (args.has('prune')) return (await import('./prune')).prune(args);
  const rule = args.value('rule');
  const baseline = args.has('baseline');
  if (baseline && args.has('undo'))
    throw new Trouble(
      '--baseline clears and --undo takes one decision back, so they cannot go together. Leave one out.',
    );
  if (baseline && args.has('reason'))
    throw new Trouble('--baseline is a reason of its own, so --reason cannot go with it. Leave one out.');
  const reason = baseline ? 'baseline' : (args.value('reason') as Reason | undefined);
  if (!reason && !args.has('undo')) throw new Trouble(`Say why it is fine: --reason ${reasons.join(', ')}.`);
  const { paths, line } = baseline ? { paths: args.rest, line: undefined } : place(args.rest);
  // the rule is what to clear here, not a setting
  const desk = openDesk({ ...args, rest: paths, values: (name) => (name === 'rule' ? [] : args.values(name)) });
  const compare = asSettingsSay(desk);
  let cleared = 0;
  let already = 0;
  let unread = false;
  let allRead = true;
  for await (const input of inputsOf({ ...args, rest: paths }, desk)) {
    if (typeof input.content !== 'string') {
      complain(input.content.message);
      unread = true;
      allRead = false;
      continue;
    }
    const at = await desk.at(input.file);
    if (rule !== undefined) knownRule(rule, rulesFor(at.resolved.settings, rules));
    const wanted = (await meant(input, input.content, at, await compare(input, at))).filter(
      (f) => (!rule || f.rule === rule) && (!line || f.line === line),
    );
    const chosen = wanted.filter((f) => f.cleared === args.has('undo'));
    already += wanted.length - chosen.length;
    if (chosen.length && at.broken) throw new Trouble(inTheWay(at.broken));
    const common = { file: at.name, date: today(), initials: args.value('initials') };
    const problem = chosen.length
      ? appendClearances(
          at.resolved.root,
          chosen.map(({ clearance, cleared: was }) => lineFor(clearance, common, was ? undefined : reason)),
        )
      : undefined;
    if (problem) throw new Trouble(problem.message);
    cleared += chosen.length;
    if (!baseline)
      for (const f of chosen)
        await print(
          `${f.cleared ? 'Asked again' : 'Cleared'}: ${input.shown}:${f.line} ${f.rule}: ${visible(f.message)}\n`,
        );
  }
  if (!baseline && !rule && cleared > 1)
    await print(`All ${cleared} on that line. --undo takes them back, --rule <id> means those of one rule.\n`);
  // behind what was written: what could not be written for the same reason is told by that
  allRead = settingsInOrder(desk) && allRead;
  if (baseline) await print(`${intoBaseline(cleared)} in ${CLEARANCE_FILE}.\n`);
  else if (!cleared && !unread)
    throw new Trouble(`${nothingThere(args.has('undo'), already > 0, rule)}, so nothing was written.`);
  return allRead ? 0 : 2;
}

function nothingThere(undo: boolean, already: boolean, rule: string | undefined): string {
  const by = rule ? ` by ${rule}` : '';
  if (undo) return `Nothing there is cleared${by}`;
  return already ? `What is reported there${by} is cleared already` : `Nothing there is reported${by}`;
}

const intoBaseline = (findings: number): string =>
  `${counted(findings, 'finding')} ${findings === 1 ? 'is' : 'are'} the baseline now,`;

function place(rest: readonly string[]): { paths: readonly string[]; line: number } {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(rest[0] ?? '') ?? [];
  if (!file || rest.length !== 1)
    throw new Trouble('Say which finding: copydesk clear <file>:<line> --reason <reason>, as lint shows the place.');
  if (Number(line) === 0) throw new Trouble('Lines are counted from 1. Name the line that lint shows.');
  if (kindAt(path.resolve(file)).stat?.isDirectory())
    throw new Trouble(`${file} is a folder, and a line is one of a draft. Name the draft.`);
  return { paths: [file], line: Number(line) };
}

/** Every finding of the draft with what would clear it, and whether that was done. */
async function meant({ format }: Input, text: string, at: DraftDesk, across: Across | undefined) {
  const story = (await at.reader(format))(text);
  const { all } = at.answer(story, text, across);
  const clearances = clearancesFor(all);
  const known = new Set(at.cleared.map(clearanceKey));
  return toRecord(all, text).diagnostics.map(({ rule, line, message }, i) => {
    const clearance = clearances[i] as Clearance;
    return { rule, line, message, clearance, cleared: known.has(clearanceKey(clearance)) };
  });
}

const lineFor = (
  clearance: Clearance,
  { file, date, initials }: { file: string; date: string; initials: string | undefined },
  reason: Reason | undefined,
): ClearanceLine => ({
  file,
  ...clearance,
  ...(reason ? { reason } : { revoked: true }),
  ...(initials !== undefined && { initials }),
  date,
});
