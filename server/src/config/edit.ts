// Changes copydesk.json for a person who chose an action, and keeps its comments and layout. Loaded at the first such action.
import { findNodeAtLocation, type Node, type ParseError } from 'jsonc-parser';
import { lineIndex, positionAt } from '../text/line-index';
import { type GlossaryForm, withForms } from './glossary';
import { glossaryThatCounts, isKept } from './glossary-kept';
import { jsonFault, treeOf, settingsOf, withValue } from './json-text';
import { tooDeep } from './nesting';

/** One change that an action makes. */
export type SettingsChange =
  | { readonly turnOff: string }
  | { readonly turnOn: RuleOff }
  | { readonly ignore: string }
  | { readonly prefer: GlossaryForm };

/** A rule that a settings file turns off: under `rules`, or in one of its overrides, from 0. */
export interface RuleOff {
  readonly rule: string;
  readonly override?: number;
}

/** What a first settings file holds. */
export const emptySettings = '{\n}\n';

/** The text with the change made, or nothing where there is a {@link hindrance}: a broken file is not made worse. */
export function changeSettings(text: string, change: SettingsChange): string | undefined {
  if (hindrance(text, change) !== undefined) return undefined;
  if ('prefer' in change) return withForms(text, [change.prefer]).text;
  if ('turnOff' in change) return withValue(text, ['rules', change.turnOff], 'off');
  if ('turnOn' in change) {
    const { rule, override } = change.turnOn;
    return withValue(
      text,
      override === undefined ? ['rules', rule] : ['overrides', override, 'rules', rule],
      undefined,
    );
  }
  const { ignore } = settingsOf(text) as { ignore?: readonly unknown[] };
  if (ignore?.includes(change.ignore)) return text;
  return ignore
    ? withValue(text, ['ignore', ignore.length], change.ignore, true)
    : withValue(text, ['ignore'], [change.ignore]);
}

/** Why the change cannot be made, as a sentence's end behind the file's name: "is not in order". Nothing where it can. */
export function hindrance(text: string, change: SettingsChange): string | undefined {
  if (tooDeep(text) !== undefined) return BROKEN;
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  const [error] = errors;
  if (error) return `is not in order in line ${lineAt(text, error.offset)}: ${jsonFault(error).replace(/\.$/, '')}`;
  if (tree?.type !== 'object') return 'holds no object { … }, where all settings stand';
  const double = doubleKeyOf(tree, change);
  if (double)
    return `has “${double.key}” twice, in lines ${double.offsets.map((at) => lineAt(text, at)).join(' and ')}, and only the last one counts: join the two`;
  for (const [path, kind] of wayOf(change)) {
    const node = tree && findNodeAtLocation(tree, [...path]);
    if (!node || node.type === kind) continue;
    return `has “${path.join('.')}” in line ${lineAt(text, node.offset)} that is no ${kind === 'array' ? 'list [ … ]' : 'object { … }'}`;
  }
  if (!('prefer' in change)) return undefined;
  const { text: made, added } = withForms(text, [change.prefer]);
  return isKept(text, made, glossaryThatCounts(text).length + added)
    ? undefined
    : 'has a comment in its glossary where the form would be written: put each on a line of its own, above its entry';
}

const BROKEN = 'is not in order';

const lineAt = (text: string, offset: number): number => positionAt(lineIndex(text), offset).line;

/** Finds a duplicate key on the path to be changed: of two equal keys the last holds, so writing to the first has no effect. */
function doubleKeyOf(
  tree: Node,
  change: SettingsChange,
): { readonly key: string; readonly offsets: readonly number[] } | undefined {
  const top = String(wayOf(change)[0]?.[0][0]);
  const found = offsetsOf(tree, top);
  if (found.length > 1) return { key: top, offsets: found };
  const rules = 'turnOff' in change ? findNodeAtLocation(tree, ['rules']) : undefined;
  const inside = rules && 'turnOff' in change ? offsetsOf(rules, change.turnOff) : [];
  return inside.length > 1 && 'turnOff' in change ? { key: change.turnOff, offsets: inside } : undefined;
}

const offsetsOf = ({ children = [] }: Node, key: string): readonly number[] =>
  children.filter(({ children: [name] = [] }) => name?.value === key).map(({ offset }) => offset);

/** The paths that the change goes through, and what must stand at each: an array or an object. */
function wayOf(change: SettingsChange): readonly (readonly [path: readonly (string | number)[], kind: string])[] {
  if ('prefer' in change) return [[['glossary'], 'array']];
  if ('ignore' in change) return [[['ignore'], 'array']];
  const override = 'turnOn' in change ? change.turnOn.override : undefined;
  if (override === undefined) return [[['rules'], 'object']];
  return [
    [['overrides'], 'array'],
    [['overrides', override, 'rules'], 'object'],
  ];
}

/** The rules that the file turns off, in its order; none where it is broken. */
export function rulesOff(text: string): RuleOff[] {
  const { rules, overrides } = Object(settingsOf(text)) as Record<string, unknown>;
  const named = (held: unknown): string[] =>
    Object.entries(Object(held) as object).flatMap(([rule, entry]) => (isOff(entry) ? [rule] : []));
  return [
    ...named(rules).map((rule) => ({ rule })),
    ...(Array.isArray(overrides) ? overrides : []).flatMap((one, override) =>
      named((Object(one) as { rules?: unknown }).rules).map((rule) => ({ rule, override })),
    ),
  ];
}

/** The globs of those overrides that turn the rule on, whatever `rules` says of it. */
export function askedAllTheSame(text: string, rule: string): string[] {
  const { overrides } = Object(settingsOf(text)) as { overrides?: unknown };
  return (Array.isArray(overrides) ? overrides : []).flatMap((one): string[] => {
    const { files, rules } = Object(one) as { files?: unknown; rules?: unknown };
    const entry = (Object(rules) as Record<string, unknown>)[rule];
    if (entry === undefined || isOff(entry)) return [];
    return (Array.isArray(files) ? files : [files]).filter((glob) => typeof glob === 'string');
  });
}

export const isOff = (entry: unknown): boolean => (Array.isArray(entry) ? entry[0] : entry) === 'off';
