// `copydesk rules`: every rule, for a person, a page or a program.
import { columnsOf, SCREEN } from '../report/table';
import { wrap } from '../report/wrap';
import type { Rule } from '../rules/rule';
import { shownAs } from '../workspace/shown-as';
import type { Arguments, Flag, Usage } from './arguments';
import { deskFlags } from './resolve-settings';
import { print } from './output';
import { rulesHere } from './rules-here';

export const usage: Usage = {
  summary: "List every rule, the house's own too, with what it asks and its default severity.",
  takes: '',
  flags: {
    config: deskFlags.config as Flag,
    format: { takes: '<format>', choices: ['pretty', 'md', 'json'], help: 'pretty (default), md or json.' },
  },
  examples: [
    ['copydesk rules', 'at a glance'],
    ['copydesk rules --format md > rules.md', 'a page for the house'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const formats: Readonly<Record<string, Listing>> = { pretty, md, json };
  await print((formats[args.value('format') ?? 'pretty'] as Listing)(await rulesHere(args)));
  return 0;
}

type Listing = (rules: readonly Rule[]) => string;

/** Two lines and more for each, so that it can be read on any screen. */
function pretty(rules: readonly Rule[]): string {
  const heads = columnsOf(rules.map(({ id, kind, severity }) => [id, kind, severity]));
  const lines = rules.flatMap(({ summary }, i) => [
    heads[i] as string,
    ...wrap(summary, SCREEN - 6).map((line) => `      ${line}`),
  ]);
  return lines.concat('').join('\n');
}

const md: Listing = (rules) =>
  [
    '| rule | asks | kind | default |',
    '|---|---|---|---|',
    ...rules.map(({ id, summary, kind, severity }) => `| \`${id}\` | ${summary} | ${kind} | ${severity} |`),
    '',
  ].join('\n');

function json(rules: readonly Rule[]): string {
  const list = rules.map(({ id, summary, category, kind, severity, options, house }) => ({
    id,
    summary,
    category,
    kind,
    severity,
    options: Object.fromEntries(
      Object.entries(options).map(([name, o]) => [name, { description: o.description, default: o.default }]),
    ),
    ...(house?.path !== undefined && { house: { path: shownAs(house.path, process.cwd()), line: house.line } }),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
