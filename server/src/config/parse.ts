// Reading copydesk.json: what is good in it holds, what is not gets a located sentence. Loaded when there is such a file.
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { Problem } from '../document/story';
import { type Rule, severities } from '../rules/rule';
import { lineIndex, positionAt } from '../text/line-index';
import { didYouMean } from '../text/nearest';
import type { SettingsFile } from './file';
import { alternatives, globFault } from './glob';
import { type ListFault, listFaults, overlongList } from './house-lists';
import { treeOf } from './json-text';
import { houseRule } from './house-schema';
import { DEEPEST, tooDeep } from './nesting';
import type { OtherRule } from './no-rule';
import { settingsSchema } from './schema';

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

export function parseSettings(text: string, rules: readonly Rule[]): ParsedSettings {
  const problems: Problem[] = [];
  const lines = lineIndex(text);
  const nothing = { settings: undefined, problems, others: [], placeOf: () => positionAt(lines, 0) };
  const report = (code: string, message: string, offset: number): void => {
    problems.push({ code, message, ...positionAt(lines, offset) });
  };
  if (text.length > LONGEST) {
    report('settings-too-long', 'The file is too long to be settings. Move the glossary into files of their own.', 0);
    return nothing;
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report(
      'settings-not-json',
      `Brackets stand more than ${DEEPEST} deep in one another here, and no settings do. Put it right; until then the file does not count.`,
      deep,
    );
    return nothing;
  }
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  const first = errors[0];
  if (!tree || first) {
    report('settings-not-json', jsonSentence(first), first?.offset ?? 0);
    return nothing;
  }
  if (tree.type !== 'object') {
    report('settings-not-json', 'The settings must be an object: { "rules": { … } }.', tree.offset);
    return nothing;
  }
  let value: unknown = getNodeValue(tree);
  const long = overlong(value);
  if (long) {
    report('settings-too-long', long, tree.offset);
    return nothing;
  }
  const offsetAt = (path: Path): number => findNodeAtLocation(tree, [...path])?.offset ?? tree.offset;
  for (const { path, message } of patternFaults(value)) report('bad-setting', message, offsetAt(path));
  const entries = faultyEntries(value);
  for (const { path, message } of told(entries, 'list entries')) report('bad-setting', message, offsetAt(path));
  if (entries.length)
    value = without(
      value,
      entries.map(({ path }) => path),
    ); // prettier
  const schema = settingsSchema(rules);
  // each round takes out what is bad, and what is left is at most as bad as before
  for (let round = 0; round < 50; round++) {
    const result = v.safeParse(schema, value);
    if (result.success) {
      const settings = result.output as SettingsFile;
      const placeOf = (path: Path) => positionAt(lines, keyOffset(tree, path));
      const others = othersIn(settings, rules).map(({ id, path }) => ({ id, ...placeOf(path) }));
      return { settings, problems, others, placeOf };
    }
    const faults = result.issues.flatMap((issue) => faultsOf(issue, []));
    if (round === 0) {
      for (const fault of faults.slice(0, MOST_TOLD))
        report('bad-setting', sentence(fault, rules), offsetOf(tree, fault));
      const more = faults[MOST_TOLD];
      if (more)
        report(
          'bad-setting',
          `${faults.length - MOST_TOLD} more settings are not in order either.`,
          offsetOf(tree, more),
        );
    }
    const left = without(
      value,
      faults.map(({ path }) => path),
    );
    if (left === undefined) break;
    value = left;
  }
  return nothing;
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

/** Most settings of a file that are told of one by one. */
const MOST_TOLD = 50;

/** Rules and options, files and globs that anybody means: what goes beyond is no work of a person's. */
const MOST_RULES = 1000;
const MOST_OVERRIDES = 1000;
const MOST_PATTERNS = 10_000;

/** The sentence for settings that hold more than can be looked through in time. */
function overlong(value: unknown): string | undefined {
  const settings = Object(value) as Record<string, unknown>;
  const { rules, overrides, lists, houseRules } = settings;
  const count = (of: unknown): number => (typeof of === 'object' && of !== null ? Object.keys(of).length : 0);
  const many = (name: string, most: number): string =>
    `"${name}" has more than ${most} entries, so the file does not count. Leave out what no draft needs.`;
  if (count(rules) > MOST_RULES) return many('rules', MOST_RULES);
  if (count(houseRules) > MOST_RULES) return many('houseRules', MOST_RULES);
  if (count(value) > MOST_RULES)
    return `The file has more than ${MOST_RULES} settings, so it does not count. Leave out what is none.`;
  if (count(overrides) > MOST_OVERRIDES) return many('overrides', MOST_OVERRIDES);
  const crowded = listsOfPatterns.find((name) => count(settings[name]) > MOST_PATTERNS);
  if (crowded) return many(crowded, MOST_PATTERNS);
  const list = [lists, ...listsOfOverrides(value).map(({ lists: own }) => own)].map(overlongList).find(Boolean);
  if (list)
    return `A list of "${list}" is too long to be read in time, so the file does not count. Leave out what no draft holds.`;
  const spelledOut = patternsIn(value).reduce((sum, { pattern }) => sum + (alternatives(pattern)?.length ?? 0), 0);
  return spelledOut > MOST_PATTERNS
    ? `Its patterns spell out more than ${MOST_PATTERNS} alternatives, so the file does not count. Leave out what no draft needs.`
    : undefined;
}

function patternFaults(value: unknown): readonly { readonly path: Path; readonly message: string }[] {
  const faults = patternsIn(value).flatMap(({ path, pattern }) => {
    const why = globFault(pattern);
    return why ? [{ path, why }] : [];
  });
  return told(
    faults.map(({ path, why }) => ({
      path,
      message: `The pattern at "${path.join('.')}" ${why}, so it does not count. Write several shorter ones.`,
    })),
    'patterns',
  );
}

/** Of many the first, and how many more there are. */
function told<F extends { readonly path: Path; readonly message: string }>(faults: readonly F[], what: string) {
  const more = faults[MOST_TOLD];
  const rest = more && { path: more.path, message: `${faults.length - MOST_TOLD} more ${what} do not count either.` };
  return [...faults.slice(0, MOST_TOLD), ...(rest ? [rest] : [])];
}

/** Entries of the house's lists that cannot be meant. */
const faultyEntries = (value: unknown): ListFault[] => [
  ...listFaults((Object(value) as { lists?: unknown }).lists, ['lists']),
  ...listsOfOverrides(value).flatMap(({ lists, path }) => listFaults(lists, path)),
];

function listsOfOverrides(value: unknown): { readonly lists: unknown; readonly path: Path }[] {
  const { overrides } = Object(value) as Record<string, unknown>;
  return (Array.isArray(overrides) ? overrides : []).map((one, i) => ({
    lists: (Object(one) as { lists?: unknown }).lists,
    path: ['overrides', i, 'lists'],
  }));
}

/** Settings that are lists of patterns of paths. */
const listsOfPatterns = ['ignore', 'include'] as const;

/** Patterns of paths, each with its place. */
function patternsIn(value: unknown): { readonly path: (string | number)[]; readonly pattern: string }[] {
  const settings = Object(value) as Record<string, unknown>;
  const { overrides } = settings;
  const listed = (at: (string | number)[], list: unknown) =>
    (Array.isArray(list) ? list : []).map((pattern, i) => ({ path: [...at, i], pattern }));
  const ofOverrides = (Array.isArray(overrides) ? overrides : []).flatMap((one, i) => {
    const { files } = Object(one) as Record<string, unknown>;
    const at = ['overrides', i, 'files'];
    return typeof files === 'string' ? [{ path: at, pattern: files }] : listed(at, files);
  });
  const own = listsOfPatterns.flatMap((name) => listed([name], settings[name]));
  return [...own, ...ofOverrides].filter(({ pattern }) => typeof pattern === 'string');
}

type Path = readonly (string | number)[];

/** Where the setting's name begins, or the point of a list. */
function keyOffset(tree: Node, path: Path): number {
  const node = findNodeAtLocation(tree, [...path]);
  return (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? tree.offset;
}

interface Fault {
  readonly path: Path;
  readonly issue: v.BaseIssue<unknown>;
}

/** The innermost faults: of a choice, those of the branch that went furthest. */
function faultsOf(issue: v.BaseIssue<unknown>, above: Path): Fault[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const deeper = (issue.issues ?? [])
    .flatMap((inner) => faultsOf(inner, path))
    .filter((f) => f.path.length > path.length);
  const furthest = Math.max(...deeper.map((f) => f.path.length));
  return deeper.length ? deeper.filter((f) => f.path.length === furthest).slice(0, 1) : [{ path, issue }];
}

function offsetOf(tree: Node, { path, issue }: Fault): number {
  const node = findNodeAtLocation(tree, [...path]);
  const isKey = issue.type === 'strict_object' && issue.expected === 'never';
  return (isKey ? node?.parent?.offset : node?.offset) ?? findNodeAtLocation(tree, path.slice(0, -1))?.offset ?? 0;
}

function sentence({ path, issue }: Fault, rules: readonly Rule[]): string {
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
          .replaceAll('"', "'")
          .replaceAll(' | ', ' or ')
          .replace(/^\(|\)$/g, '');

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

/** The value without those parts, or nothing where nothing would be left. */
function without(value: unknown, paths: readonly Path[]): unknown {
  const gone = new Set(paths.map((path) => JSON.stringify(spoiled(path))));
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

const jsonSentences: Readonly<Record<string, string>> = {
  CommaExpected: 'A comma is missing before this.',
  ColonExpected: 'A colon is missing before this.',
  ValueExpected: 'A value is missing here.',
  PropertyNameExpected: 'A name in double quotation marks is expected here.',
  CloseBraceExpected: 'A brace } is missing at the end.',
  CloseBracketExpected: 'A bracket ] is missing at the end.',
  EndOfFileExpected: 'The settings end before this; nothing may follow them.',
  UnexpectedEndOfString: 'A quotation mark is never closed.',
  UnexpectedEndOfComment: 'A comment is never closed.',
};

/** What is wrong where reading fails, as a sentence. */
export const jsonFault = (error: ParseError | undefined): string =>
  (error && jsonSentences[printParseErrorCode(error.error)]) ?? 'It cannot be read from here on.';

const jsonSentence = (error: ParseError | undefined): string =>
  `This is not JSON. ${jsonFault(error)} Put it right; until then the file does not count.`;
