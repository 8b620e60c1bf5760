// `copydesk rules`: every rule, for a person, a page or a program.
import { columnsOf, SCREEN } from '../report/table';
import { wrap } from '../report/wrap';
import { rules } from '../rules/index';
import type { Arguments, Usage } from './arguments';
import { print } from './output';

export const usage: Usage = {
  summary: 'List every rule with what it asks and its default severity.',
  takes: '',
  flags: {
    format: { takes: '<format>', choices: ['pretty', 'md', 'json'], help: 'pretty (default), md or json.' },
  },
  examples: [
    ['copydesk rules', 'at a glance'],
    ['copydesk rules --format md > rules.md', 'a page for the house'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const formats: Readonly<Record<string, () => string>> = { pretty, md, json };
  await print((formats[args.value('format') ?? 'pretty'] as () => string)());
  return 0;
}

/** Two lines and more for each, so that it can be read on any screen. */
function pretty(): string {
  const heads = columnsOf(rules.map(({ id, kind, severity }) => [id, kind, severity]));
  const lines = rules.flatMap(({ summary }, i) => [
    heads[i] as string,
    ...wrap(summary, SCREEN - 6).map((line) => `      ${line}`),
  ]);
  return lines.concat('').join('\n');
}

const md = (): string =>
  [
    '| rule | asks | kind | default |',
    '|---|---|---|---|',
    ...rules.map(({ id, summary, kind, severity }) => `| \`${id}\` | ${summary} | ${kind} | ${severity} |`),
    '',
  ].join('\n');

function json(): string {
  const list = rules.map(({ id, summary, category, kind, severity, options }) => ({
    id,
    summary,
    category,
    kind,
    severity,
    options: Object.fromEntries(
      Object.entries(options).map(([name, o]) => [name, { description: o.description, default: o.default }]),
    ),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
