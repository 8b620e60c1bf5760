// What a person decides for this session alone, where there is no place to write it down: which documents are no drafts, which rules are
// off, which findings are fine.
import { sameClearance } from '../engine/clearances';
import type { RuleSetting, Settings } from '../engine/settings';
import type { ClearanceDecision, Resolved } from './host';
import { t } from './words';

export interface SessionDecisions {
  ignore(uri: string, ignored: boolean): void;
  /** @param uri of one document; of all where none is named. */
  turnOff(uri: string | undefined, rule: string, isOff: boolean): void;
  /** What is off: for this document, then for all. */
  turnedOff(uri: string): readonly { readonly rule: string; readonly uri: string | undefined }[];
  clear(uri: string, decision: ClearanceDecision): void;
  /** By URI, what was cleared. */
  readonly cleared: ReadonlyMap<string, readonly ClearanceDecision[]>;
  /** Settings of a document with all of this on top. */
  over(resolved: Resolved, uri: string): Resolved;
}

export function sessionDecisions(): SessionDecisions {
  const ignored = new Set<string>();
  /** By URI; under '' what is off for every document. */
  const off = new Map<string, Set<string>>();
  const cleared = new Map<string, readonly ClearanceDecision[]>();
  const offAt = (uri: string): string[] => [...(off.get(uri) ?? [])];

  return {
    ignore(uri, is) {
      if (is) ignored.add(uri);
      else ignored.delete(uri);
    },
    turnOff(uri = '', rule, isOff) {
      const rules = off.get(uri) ?? new Set();
      off.set(uri, rules);
      if (isOff) rules.add(rule);
      else rules.delete(rule);
    },
    turnedOff: (uri) => [
      ...offAt(uri).map((rule) => ({ rule, uri })),
      ...offAt('').map((rule) => ({ rule, uri: undefined })),
    ],
    clear(uri, decision) {
      const others = (cleared.get(uri) ?? []).filter((one) => !sameClearance(one, decision));
      cleared.set(uri, decision.reason === 'revoked' ? others : [...others, decision]);
    },
    cleared,
    over(resolved, uri) {
      const rules = new Set([...offAt(''), ...offAt(uri)]);
      return {
        ...resolved,
        cleared: [...resolved.cleared, ...(cleared.get(uri) ?? [])],
        ...(rules.size && { settings: without(resolved.settings, rules) }),
        ...(ignored.has(uri) && { ignored: t('You said that this is not a draft.') }),
      };
    },
  };
}

function without({ rules, ...rest }: Settings, names: ReadonlySet<string>): Settings {
  const off = (id: string, setting: RuleSetting): RuleSetting =>
    names.has(id) ? { ...setting, severity: 'off' } : setting;
  return { ...rest, rules: new Map([...rules].map(([id, setting]) => [id, off(id, setting)])) };
}
