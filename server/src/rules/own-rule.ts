// The desk's own rules by their ids, for whoever holds a finding or a clearance and not its rule.
import { rules } from './index';
import type { Rule } from './rule';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined for a rule of a house's own. */
export const ownRule = (id: string): Rule | undefined => byId.get(id);
