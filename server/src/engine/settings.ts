// What the engine needs to know to lint a draft. `config/` makes it from files; a caller may make it by hand.
import type { Across } from '../analysis/names/across';
import { type House, noHouse } from '../rules/house';
import { defaults } from '../rules/option';
import type { Rule, Severity } from '../rules/rule';

export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/** Immutable: the engine keeps paragraph findings for as long as the same object comes in. */
export interface Settings {
  /** By rule id; a rule that is not named is off. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly house: House;
  /** The house's own rules, made from data; nothing where it has none. */
  readonly own?: readonly Rule[];
}

/** @param rule its id. */
export const isOn = ({ rules }: Pick<Settings, 'rules'>, rule: string): boolean =>
  (rules.get(rule)?.severity ?? 'off') !== 'off';

/** The settings with these rules on and no others: one that is off at the weight of a question. */
export function askOnly(rules: Settings['rules'], wanted: ReadonlySet<string>): Map<string, RuleSetting> {
  const set = (id: string, { severity, options }: RuleSetting): RuleSetting => ({
    severity: !wanted.has(id) ? 'off' : severity === 'off' ? 'information' : severity,
    options,
  });
  return new Map([...rules].map(([id, setting]) => [id, set(id, setting)]));
}

const together = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Our rules and the house's own behind them. The very same list for the same settings: the engine keeps findings by it. */
export function rulesFor({ own }: Pick<Settings, 'own'>, rules: readonly Rule[]): readonly Rule[] {
  if (!own) return rules;
  const known = together.get(own) ?? [...rules, ...own];
  together.set(own, known);
  return known;
}

/** Every rule as it ships. */
export const recommended = (rules: readonly Rule[], house: House = noHouse): Settings => ({
  rules: new Map(rules.map(({ id, severity, options }) => [id, { severity, options: defaults(options) }])),
  house,
});

const compared = new WeakMap<Settings, WeakMap<Across, Settings>>();

/** The settings of a draft whose names are compared with those of its folder. The same object for the same two. */
export function comparing(settings: Settings, across: Across | undefined): Settings {
  if (!across) return settings;
  const known = compared.get(settings) ?? new WeakMap<Across, Settings>();
  compared.set(settings, known);
  const made = known.get(across) ?? { ...settings, house: { ...settings.house, across } };
  known.set(across, made);
  return made;
}

const timed = new WeakMap<Settings, Settings>();

/**
 * The settings at a moment, ISO 8601; by the clock where none is given. The same object for a minute by the clock, since the engine
 * keeps findings by it.
 */
export function atMoment(settings: Settings, given?: string): Settings {
  const now = given ?? `${new Date().toISOString().slice(0, 16)}:00.000Z`;
  const before = timed.get(settings);
  if (before?.house.now === now) return before;
  const made = { ...settings, house: { ...settings.house, now } };
  timed.set(settings, made);
  return made;
}
