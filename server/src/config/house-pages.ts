// Pages of house rules: `house/*.md` beside a settings file. A page's head is the rule, its text the rule's manual, its fences the cases.
import type { HouseRule, HouseRuleEntry } from '../rules/as-data/spec';
import * as v from 'valibot';
import { didYouMean } from '../text/nearest';
import { faultsOfHouseRule } from './house-faults';
import { houseRule } from './house-schema';
import { wanted } from './schema-faults';
import { readPageHead } from './page-head';
import type { SettingsProblem } from './files';
import { nameOf } from './path';

/** What a page comes to. */
export interface HousePage {
  readonly rule: HouseRule | undefined;
  readonly problems: readonly SettingsProblem[];
}

/** Fields by which a page is known for a rule: others may lie in a folder of that name. */
const telling = ['kind', 'message', 'phrases', 'patterns', 'replace'];

/** Nothing where the page is no rule's. @param taken ids of our own rules. */
export function readHousePage(page: string, path: string, taken: readonly string[]): HousePage | undefined {
  const head = readPageHead(page);
  if (!head || !telling.some((name) => Object.hasOwn(head.fields, name))) return undefined;
  const problems: SettingsProblem[] = [];
  const tell = (message: string, line: number): void =>
    void problems.push({ code: 'bad-house-rule', path, message, line, column: 1 });
  for (const { message, line } of head.faults) tell(message, line);
  const { id = nameOf(path).replace(/\.md$/i, ''), scope, ...rest } = head.fields;
  const fields = { ...defined(rest), ...(scope !== undefined && { scope }) };
  const lineOf = (at: readonly (string | number)[]): number =>
    head.lines.get(at.slice(0, 2).join('.')) ?? head.lines.get(String(at[0])) ?? head.lines.get('id') ?? 1;
  const result = v.safeParse(houseRule, fields);
  if (!result.success) {
    for (const issue of result.issues) {
      const at = (issue.path ?? []).map(({ key }) => key as string | number);
      tell(sentence(issue, at), lineOf(at));
    }
  }
  if (problems.length || !result.success) return { rule: undefined, problems };
  const entry = result.output as HouseRuleEntry;
  for (const { at, message } of faultsOfHouseRule(String(id), entry, taken)) tell(message, lineOf(at));
  if (problems.length) return { rule: undefined, problems };
  const manual = head.below.trim();
  return { rule: { ...entry, id: String(id), path, line: 1, ...(manual && { manual }) }, problems };
}

const defined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function sentence(issue: v.BaseIssue<unknown>, at: readonly (string | number)[]): string {
  const name = at.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = ['id', ...Object.keys(houseRule.entries)];
    return `A rule has no field "${name}".${didYouMean(name, known)} Known here: ${known.join(', ')}.`;
  }
  if (issue.received === 'undefined') return `"${name}" is missing. Add it.`;
  return `"${name}" cannot be ${issue.received}. Write ${wanted(issue)} there.`;
}
