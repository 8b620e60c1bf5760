// A rule as whoever uses the library sees it.
import type { RuleSetting } from '../engine/settings';
import type { Rule } from '../rules/rule';
import type { RuleInfo, RuleOption } from './desk';

/** @param set what a house has set on it; nothing for the rule as it ships. */
export function ruleInfo(rule: Rule, set?: RuleSetting): RuleInfo {
  const { id, summary, category, kind, severity } = rule;
  const options = Object.entries(rule.options).map(([name, one]): [string, RuleOption] => [
    name,
    { description: one.description, value: set ? set.options[name] : one.default },
  ]);
  return { id, summary, category, kind, severity: set?.severity ?? severity, options: Object.fromEntries(options) };
}
