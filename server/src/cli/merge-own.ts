// The houses' own rules that speak in reports that are merged: a record names them, and what they are stands in the settings of its
// draft, where that lies here. Most reports name none, and no settings are read for them.
import type { Linted } from '../report/report';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import type { Arguments } from './arguments';
import type { Desk } from './resolve-settings';

export interface OwnRules {
  /** Resolves when the rules of this record are known, as far as they can be. */
  met(record: Linted): Promise<void>;
  all(): readonly Rule[];
}

export function ownRulesHere(args: Arguments): OwnRules {
  const known = new Set(rules.map(({ id }) => id));
  let desk: Desk | undefined;
  return {
    all: () => desk?.ownRules() ?? [],
    async met({ path, diagnostics }) {
      if (diagnostics.every(({ rule }) => known.has(rule))) return;
      desk ??= (await import('./resolve-settings')).openDesk(args);
      await desk.at(path);
      for (const { id } of desk.ownRules()) known.add(id);
    },
  };
}
