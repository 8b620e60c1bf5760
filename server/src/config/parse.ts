// Reading copydesk.json: what is good in it holds, what is not gets a located sentence. Loaded when there is such a file.
import { findNodeAtLocation, getNodeValue, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import type { Problem } from '../document/story';
import type { Rule } from '../rules/rule';
import { lineIndex, positionAt } from '../text/line-index';
import type { SettingsFile } from './file';
import { jsonFault, treeOf } from './json-text';
import { DEEPEST, tooDeep } from './nesting';
import type { OtherRule } from './no-rule';
import { settingsSchema } from './schema';
import { type Fault, faultsOf, MOST_TOLD, offsetOf, type Path, sentence } from './schema-faults';
import { faultyEntries, firstOf, listsOfPatterns, overlong, patternFaults } from './settings-limits';

export interface ParsedSettings {
  /** Nothing where the file is no JSON at all: the last good settings stay in force. */
  readonly settings: SettingsFile | undefined;
  readonly problems: readonly Problem[];
  /** Entries of `rules` that are none of ours: whether they are the house's is known when all of its files are read. */
  readonly others: readonly OtherRule[];
  /** Where a setting stands in the file, from 1. */
  readonly placeOf: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
}

/** Longest file that is read, in UTF-16 units: a glossary of 20,000 forms is shorter. */
const LONGEST = 4 << 20;

/** Notes what is wrong at an offset of the file. */
type ReportFault = (code: string, message: string, offset: number) => void;

export function parseSettings(text: string, rules: readonly Rule[]): ParsedSettings {
  const problems: Problem[] = [];
  const lines = lineIndex(text);
  const report: ReportFault = (code, message, offset) => {
    problems.push({ code, message, ...positionAt(lines, offset) });
  };
  const nothing = { settings: undefined, problems, others: [], placeOf: () => positionAt(lines, 0) };
  const tree = objectIn(text, report);
  if (!tree) return nothing;
  const value: unknown = getNodeValue(tree);
  const long = overlong(value);
  if (long) {
    report('settings-too-long', long, tree.offset);
    return nothing;
  }
  const entries = faultyEntries(value);
  for (const { path, message } of [...patternFaults(value), ...firstOf(entries, 'list entries')])
    report('bad-setting', message, findNodeAtLocation(tree, [...path])?.offset ?? tree.offset);
  const settings = inOrder(entries.length ? without(value, entries) : value, rules, (faults) =>
    reportFaults(faults, rules, tree, report),
  );
  if (!settings) return nothing;
  const placeOf = (path: Path) => positionAt(lines, keyOffset(tree, path));
  const others = othersIn(settings, rules).map(({ id, path }) => ({ id, ...placeOf(path) }));
  return { settings, problems, others, placeOf };
}

/** The object that the file is; nothing, and a sentence, where it is none, or none that can be read in time. */
function objectIn(text: string, report: ReportFault): Node | undefined {
  if (text.length > LONGEST) {
    report('settings-too-long', 'The file is too long to be settings. Move the glossary into files of their own.', 0);
    return undefined;
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report(
      'settings-not-json',
      `Brackets stand more than ${DEEPEST} deep in one another here, and no settings do.`,
      deep,
    );
    return undefined;
  }
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  const [first] = errors;
  if (!tree || first) {
    const message = `This is not JSON. ${jsonFault(first)}`;
    report('settings-not-json', message, first?.offset ?? 0);
    return undefined;
  }
  if (tree.type === 'object') return tree;
  report('settings-not-json', 'The settings must be an object: { "rules": { … } }.', tree.offset);
  return undefined;
}

/** Rounds after which what is left is given up: each takes out what is bad, and what is left is at most as bad as before. */
const MOST_ROUNDS = 50;

/** What of a value the schema takes; nothing where it takes nothing. @param tell hears what is at fault in the whole. */
function inOrder(
  value: unknown,
  rules: readonly Rule[],
  tell: (faults: readonly Fault[]) => void,
): SettingsFile | undefined {
  const schema = settingsSchema(rules);
  let left = value;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = v.safeParse(schema, left);
    if (result.success) return result.output as SettingsFile;
    const faults = result.issues.flatMap((issue) => faultsOf(issue, []));
    if (round === 0) tell(faults);
    left = without(left, faults);
    if (left === undefined) return undefined;
  }
  return undefined;
}

function reportFaults(faults: readonly Fault[], rules: readonly Rule[], tree: Node, report: ReportFault): void {
  for (const fault of faults.slice(0, MOST_TOLD)) report('bad-setting', sentence(fault, rules), offsetOf(tree, fault));
  const more = faults[MOST_TOLD];
  if (!more) return;
  const message = `${faults.length - MOST_TOLD} more settings are not in order either.`;
  report('bad-setting', message, offsetOf(tree, more));
}

function othersIn(
  settings: SettingsFile,
  rules: readonly Rule[],
): readonly { readonly id: string; readonly path: Path }[] {
  const ours = new Set([...rules.map(({ id }) => id), ...Object.keys(settings.houseRules ?? {})]);
  const named = (held: SettingsFile['rules'], at: Path) =>
    Object.keys(held ?? {}).flatMap((id) => (ours.has(id) ? [] : [{ id, path: [...at, 'rules', id] }]));
  return [
    ...named(settings.rules, []),
    ...(settings.overrides ?? []).flatMap((one, i) => named(one.rules, ['overrides', i])),
  ];
}

/** Where the setting's name begins, or the point of a list. */
function keyOffset(tree: Node, path: Path): number {
  const node = findNodeAtLocation(tree, [...path]);
  return (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? tree.offset;
}

/** Settings of which an entry that is at fault spoils no other. */
const ofItems: readonly string[] = ['glossary', 'overrides', 'houseRules', ...listsOfPatterns];

/** Which part of the file a fault spoils: one rule, one item of a list, or a whole setting. */
const spoiled = (path: Path): Path => {
  const at = path[0] === 'houseRules' ? -1 : path.indexOf('rules');
  if (at >= 0 && path.length > at + 1) return path.slice(0, at + 2);
  const list = path.indexOf('lists');
  if (list >= 0 && path[0] !== 'houseRules') return path.slice(0, list + 3);
  return ofItems.includes(String(path[0])) ? path.slice(0, 2) : path.slice(0, 1);
};

/** The value without what those faults spoil, or nothing where nothing would be left. */
function without(value: unknown, faults: readonly { readonly path: Path }[]): unknown {
  const gone = new Set(faults.map(({ path }) => JSON.stringify(spoiled(path))));
  const copy = (at: unknown, path: Path): unknown => {
    const kept = (key: string | number): boolean => !gone.has(JSON.stringify([...path, key]));
    if (Array.isArray(at)) return at.flatMap((item, i) => (kept(i) ? [copy(item, [...path, i])] : []));
    if (typeof at !== 'object' || at === null) return at;
    return Object.fromEntries(
      Object.entries(at).flatMap(([key, item]) => (kept(key) ? [[key, copy(item, [...path, key])]] : [])),
    );
  };
  return gone.has('[]') ? undefined : copy(value, []);
}
