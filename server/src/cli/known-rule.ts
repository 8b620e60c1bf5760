// Rules as a person names them.
import type { Rule } from '../rules/rule';
import { didYouMean } from '../text/nearest';
import { Trouble } from '../workspace/trouble';

/** @throws Trouble where there is no such rule. */
export function knownRule(id: string, rules: readonly Rule[]): void {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id))
    throw new Trouble(`There is no rule "${id}".${didYouMean(id, ids)} "copydesk rules" lists them all.`);
}
