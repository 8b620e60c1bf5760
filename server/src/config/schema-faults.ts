// What the schema finds at fault in settings, each with its place and in a sentence.
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type * as v from 'valibot';
import { type Rule, severities } from '../rules/rule';
import { didYouMean } from '../text/nearest';
import { houseRule } from './house-schema';
import { settingsSchema } from './schema';

export type Path = readonly (string | number)[];

/** Most settings of a file that are told of one by one. */
export const MOST_TOLD = 50;

export interface Fault {
  readonly path: Path;
  readonly issue: v.BaseIssue<unknown>;
}

/** The innermost faults: of a choice, those of the branch that went furthest. */
export function faultsOf(issue: v.BaseIssue<unknown>, above: Path): Fault[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const deeper = (issue.issues ?? [])
    .flatMap((inner) => faultsOf(inner, path))
    .filter((f) => f.path.length > path.length);
  const furthest = Math.max(...deeper.map((f) => f.path.length));
  return deeper.length ? deeper.filter((f) => f.path.length === furthest).slice(0, 1) : [{ path, issue }];
}

export function offsetOf(tree: Node, { path, issue }: Fault): number {
  const node = findNodeAtLocation(tree, [...path]);
  const isKey = issue.type === 'strict_object' && issue.expected === 'never';
  return (isKey ? node?.parent?.offset : node?.offset) ?? findNodeAtLocation(tree, path.slice(0, -1))?.offset ?? 0;
}

export function sentence({ path, issue }: Fault, rules: readonly Rule[]): string {
  const place = `"${path.join('.')}"`;
  const key = String(path.at(-1));
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(path, rules);
    return `There is no setting ${place}.${didYouMean(key, known)} ${known.length ? `Known here: ${known.join(', ')}.` : 'None is known here.'}`;
  }
  if (path.at(-2) === 'rules' || (path.at(-3) === 'rules' && key === '0'))
    return `${place} has no severity that is known. Write one of ${[...severities, 'off'].join(', ')}, or [severity, { options }].`;
  if (issue.received === 'undefined') return `${place} is missing. Add it.`;
  return `${place} cannot be ${issue.received}. Write ${wanted(issue)} there.`;
}

/** What may stand where something else does. */
export const wanted = ({ expected, type }: v.BaseIssue<unknown>): string =>
  type === 'iso_date' || type === 'check'
    ? 'a day like "2016-12-07"'
    : type === 'non_empty'
      ? 'some text'
      : (expected ?? 'something else')
          .replaceAll(' | ', ' or ')
          .replace(/^\(|\)$/g, '')
          .replace(
            /\b(?:Array|Object|boolean|string|number)\b|>=\d+/g,
            (kind) => asJson[kind] ?? `a number, ${kind.slice(2)} at least`,
          );

/** What the validator calls a kind of value, as whoever writes JSON knows it. */
const asJson: Readonly<Record<string, string>> = {
  Array: 'a list, […]',
  Object: 'an object, {…}',
  boolean: 'true or false',
  string: 'a text, "…"',
  number: 'a number',
};

function knownKeys(path: Path, rules: readonly Rule[]): string[] {
  const rule = rules.find(({ id }) => path.at(-3) === id);
  if (rule) return Object.keys(rule.options);
  const { entries } = settingsSchema(rules);
  if (path.length === 1) return Object.keys(entries);
  const lists = entries.lists.wrapped.pipe[0];
  if (path.at(-2) === 'lists') return Object.keys(lists.entries);
  if (path[0] === 'houseRules') return Object.keys(houseRule.entries);
  const inner = { overrides: entries.overrides.wrapped.pipe[0].item, glossary: entries.glossary.wrapped.pipe[0].item }[
    String(path[0])
  ];
  return inner ? Object.keys(inner.entries) : [];
}
