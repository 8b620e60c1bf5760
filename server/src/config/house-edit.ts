// House rules put into copydesk.json, comments and layout kept. Loaded when somebody takes rules over.
import type { HouseRuleEntry } from '../rules/as-data/spec';
import { settingsOf, withValue } from './json-text';

export interface WithRules {
  readonly text: string;
  readonly added: number;
  readonly changed: number;
}

/** One of the same id becomes what is given. @param text settings that are in order. */
export function withHouseRules(
  text: string,
  rules: readonly { readonly id: string; readonly entry: HouseRuleEntry }[],
): WithRules {
  const before = Object((settingsOf(text) as { houseRules?: unknown }).houseRules) as Record<string, unknown>;
  const changed = rules.filter(({ id, entry }) => Object.hasOwn(before, id) && !isSame(before[id], entry));
  const fresh = rules.filter(({ id }) => !Object.hasOwn(before, id));
  const filled = [...changed, ...fresh].reduce((now, { id, entry }) => withValue(now, ['houseRules', id], entry), text);
  return { text: filled, added: fresh.length, changed: changed.length };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
