// Changing copydesk.json for a person who chose an action, comments and layout kept. Loaded when somebody does.
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { type GlossaryForm, withForms } from './glossary';
import { layoutOf } from './layout';
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

/** The text with the change made, or nothing where it is no JSON object: a broken file is not made worse. */
export function changeSettings(text: string, change: SettingsChange): string | undefined {
  if (tooDeep(text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if ('prefer' in change) return withForms(text, [change.prefer]).text;
  const formattingOptions = layoutOf(text);
  if ('turnOff' in change)
    return applyEdits(text, modify(text, ['rules', change.turnOff], 'off', { formattingOptions }));
  if ('turnOn' in change) {
    const { rule, override } = change.turnOn;
    const path = override === undefined ? ['rules', rule] : ['overrides', override, 'rules', rule];
    return applyEdits(text, modify(text, path, undefined, { formattingOptions }));
  }
  const { ignore } = value as { ignore?: unknown };
  const patterns = Array.isArray(ignore) ? ignore : [];
  if (patterns.includes(change.ignore)) return text;
  const path = Array.isArray(ignore) ? ['ignore', patterns.length] : ['ignore'];
  const entry = Array.isArray(ignore) ? change.ignore : [change.ignore];
  return applyEdits(text, modify(text, path, entry, { formattingOptions, isArrayInsertion: Array.isArray(ignore) }));
}

/** The rules that the file turns off, in its order; none where it is broken. */
export function rulesOff(text: string): RuleOff[] {
  const { rules, overrides } = Object(parse(text, [], { allowTrailingComma: true })) as Record<string, unknown>;
  const named = (held: unknown): string[] =>
    Object.entries(Object(held) as object).flatMap(([rule, entry]) => (isOff(entry) ? [rule] : []));
  return [
    ...named(rules).map((rule) => ({ rule })),
    ...(Array.isArray(overrides) ? overrides : []).flatMap((one, override) =>
      named((Object(one) as { rules?: unknown }).rules).map((rule) => ({ rule, override })),
    ),
  ];
}

export const isOff = (entry: unknown): boolean => (Array.isArray(entry) ? entry[0] : entry) === 'off';
