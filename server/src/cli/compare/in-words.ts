// A comparison for a person: counts by rule, the drafts that differ, a sample to read, and what could not be compared.
import { visible } from '../../report/escape';
import { columnsOf } from '../../report/table';
import type { Comparison, Draft } from './comparison';
import type { ToldFinding, OfRule } from './differences';

/** @param most how many new findings, and how many that are gone, are shown. */
export function inWords({ against, totals, drafts, notCompared }: Comparison, most: number): string {
  const sum = (kind: 'new' | 'gone' | 'same'): number => totals.reduce((all, one) => all + one[kind], 0);
  const all = { rule: 'all rules', new: sum('new'), gone: sum('gone'), same: sum('same') };
  const what = against.version === undefined ? against.path : `Copydesk ${against.version} in ${against.path}`;
  const differ = drafts.filter((draft) => draft.new.length + draft.gone.length > 0);
  return [
    `${drafts.length} ${drafts.length === 1 ? 'draft' : 'drafts'} compared with ${visible(what)}: ${all.new} asked anew, ${all.gone} asked no longer, ${all.same} as before.`,
    ...(totals.length ? ['', ...columnsOf([HEAD, ...totals.map(row), row(all)])] : []),
    ...(differ.length ? ['', 'Drafts that differ:', ...columnsOf(differ.flatMap(rowsOf))] : []),
    ...shown(
      'Asked anew',
      drafts.map((draft) => [draft, draft.new]),
      most,
    ),
    ...shown(
      'Asked no longer',
      drafts.map((draft) => [draft, draft.gone]),
      most,
    ),
    ...(notCompared.length
      ? ['', 'Not compared:', ...notCompared.map(({ path, message }) => `  ${visible(path)}: ${visible(message)}`)]
      : []),
    '',
  ].join('\n');
}

const HEAD = ['', 'anew', 'no longer', 'as before'];

const row = ({ rule, new: added, gone, same }: OfRule): string[] => [visible(rule), `${added}`, `${gone}`, `${same}`];

const rowsOf = ({ path, rules }: Draft): string[][] =>
  rules
    .filter((one) => one.new + one.gone > 0)
    .map((one) => [visible(path), visible(one.rule), `+${one.new}`, `-${one.gone}`]);

/** Some of them, spread over all, so that no draft stands for the others. */
function shown(title: string, all: readonly (readonly [Draft, readonly ToldFinding[]])[], most: number): string[] {
  const flat = all.flatMap(([{ path }, list]) => list.map((one) => ({ path, ...one })));
  if (!flat.length || most === 0) return [];
  const count = Math.min(most, flat.length);
  const picked = Array.from(
    { length: count },
    (_, i) => flat[Math.floor((i * flat.length) / count)] as (typeof flat)[0],
  );
  return [
    '',
    count < flat.length ? `${title}, ${count} of ${flat.length}:` : `${title}:`,
    ...picked.flatMap(({ path, line, column, rule, class: kind, sentence, message }) => [
      `  ${visible(path)}:${line}:${column}  ${visible(kind ? `${rule}: ${kind}` : rule)}`,
      `    ${visible(sentence)}`,
      `    ${visible(message)}`,
    ]),
  ];
}
