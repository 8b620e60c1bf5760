// `copydesk stats`: how often each rule was cleared, and as what. Counted from the desk's own file; nothing leaves the machine.
import { visible } from '../report/escape';
import { columnsOf } from '../report/table';
import { readClearances } from '../workspace/clearance-file';
import type { Arguments, Usage } from './arguments';
import { openDesk, rootOf } from './resolve-settings';
import { print } from './output';
import { settingsInOrder } from './tell-settings';
import { counted } from '../report/counted';

export const usage: Usage = {
  summary: 'Count what was cleared, rule by rule, and how much of it was a false alarm.',
  takes: '[folder]',
  flags: {
    format: {
      takes: '<format>',
      choices: ['pretty', 'json'],
      help: 'How it is written: pretty, json. Default: pretty.',
    },
  },
  examples: [
    ['copydesk stats', 'of the desk that this folder belongs to'],
    ['copydesk stats --format json', 'the same for a program'],
  ],
};

/** A contract: fields may be added, never changed. */
interface Cleared {
  readonly rule: string;
  readonly cleared: number;
  readonly falseAlarms: number;
  readonly reasons: Readonly<Record<string, number>>;
}

export async function run(args: Arguments): Promise<number> {
  const desk = openDesk(args);
  const { all } = readClearances(await rootOf(desk, args.rest[0] ?? '.'));
  const allRead = settingsInOrder(desk);
  const rules = countsOf(all);
  const baseline = all.filter(({ reason }) => reason === 'baseline').length;
  if (args.value('format') === 'json') await print(`${JSON.stringify({ version: 1, rules, baseline })}\n`);
  else await print(inWords(rules, baseline));
  return allRead ? 0 : 2;
}

/** The one cleared most often first. A baseline is no judgement, so it is counted by itself. */
function countsOf(lines: ReturnType<typeof readClearances>['all']): Cleared[] {
  const byRule = new Map<string, Record<string, number>>();
  for (const { rule, reason } of lines) {
    if (!reason || reason === 'baseline') continue;
    const reasons = byRule.get(rule) ?? {};
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    byRule.set(rule, reasons);
  }
  return [...byRule]
    .map(([rule, reasons]) => ({
      rule,
      cleared: Object.values(reasons).reduce((sum, n) => sum + n, 0),
      falseAlarms: reasons['false-alarm'] ?? 0,
      reasons,
    }))
    .sort((a, b) => b.cleared - a.cleared || (a.rule < b.rule ? -1 : 1));
}

function inWords(rules: readonly Cleared[], baseline: number): string {
  const held = baseline ? `The baseline holds ${counted(baseline, 'finding')}.` : '';
  if (!rules.length) return held ? `${held} Nothing else was cleared here yet.\n` : 'Nothing was cleared here yet.\n';
  const rows = rules.map(({ rule, cleared, falseAlarms, reasons }) => [
    visible(rule),
    `${cleared}×`,
    `${Math.round((falseAlarms / cleared) * 100)}% false alarms`,
    Object.entries(reasons)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', '),
  ]);
  return ['Cleared, rule by rule:', ...columnsOf(rows), ...(held ? [held] : []), ''].join('\n');
}
