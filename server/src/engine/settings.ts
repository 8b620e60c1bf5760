// What the engine needs to know to lint a draft. `config/` makes it from files; a caller may make it by hand.
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
}

/** Every rule as it ships. */
export const recommended = (rules: readonly Rule[], house: House = noHouse): Settings => ({
  rules: new Map(rules.map(({ id, severity, options }) => [id, { severity, options: defaults(options) }])),
  house,
});
