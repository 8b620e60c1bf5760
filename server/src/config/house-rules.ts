// The house's own rules of one settings file: those in it and those on the pages beside it. Loaded where there are any.
import type { HouseRule } from '../rules/as-data/spec';
import { rulesOf } from '../rules/as-data/rules-of';
import type { Rule } from '../rules/rule';
import type { SettingsFile } from './file';
import type { SettingsProblem } from './files';
import { faultsOfHouseRule } from './house-faults';
import { readHousePage } from './house-pages';
import type { ParsedSettings } from './parse';

export interface OwnRules {
  readonly own: readonly Rule[];
  /** Pages that are rules, in order or not: no drafts. */
  readonly pages: readonly string[];
  readonly problems: readonly SettingsProblem[];
}

/** A page as it was read. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

export interface OwnRulesOptions {
  /** Of the settings file. */
  readonly path: string;
  readonly pages: readonly Page[];
  /** Our own. */
  readonly rules: readonly Rule[];
}

export function ownRules(
  { houseRules = {} }: SettingsFile,
  placeOf: ParsedSettings['placeOf'],
  { path, pages, rules }: OwnRulesOptions,
): OwnRules {
  const taken = rules.map(({ id }) => id);
  const problems: SettingsProblem[] = [];
  const written = new Map<string, HouseRule>();
  for (const [id, entry] of Object.entries(houseRules)) {
    const faults = faultsOfHouseRule(id, entry, taken);
    for (const { at, message } of faults)
      problems.push({ code: 'bad-house-rule', path, message, ...placeOf(['houseRules', id, ...at]) });
    if (!faults.length) written.set(id, { ...entry, id, path, line: placeOf(['houseRules', id]).line });
  }
  const read = pages.flatMap(({ path: page, text }) => {
    const found = readHousePage(text, page, taken);
    return found ? [{ ...found, path: page }] : [];
  });
  for (const page of read) {
    problems.push(...page.problems);
    if (!page.rule) continue;
    const before = written.get(page.rule.id);
    if (before) problems.push(twice(page.rule, before));
    else written.set(page.rule.id, page.rule);
  }
  return { own: rulesOf([...written.values()]), pages: read.map((page) => page.path), problems };
}

const twice = ({ id, path = '' }: HouseRule, before: HouseRule): SettingsProblem => ({
  code: 'bad-house-rule',
  path,
  line: 1,
  column: 1,
  message: `There is a house rule "${id}" already, in line ${before.line} of ${before.path}, so this one does not count. Give one of them another id.`,
});
