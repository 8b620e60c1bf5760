// The fields of one of Vale's rules as a house rule has them: id, message, severity, letters, part of the story, manual.
import type { HouseRuleEntry, Scope } from '../../rules/as-data/spec';
import type { Severity } from '../../rules/severity';
import { rules } from '../../rules/index';

/** A rule of Vale, as its file has it: every scalar is text. */
export interface ValeRule {
  readonly extends?: unknown;
  readonly message?: unknown;
  readonly level?: unknown;
  readonly ignorecase?: unknown;
  readonly action?: unknown;
  readonly swap?: unknown;
  readonly tokens?: unknown;
  readonly raw?: unknown;
  readonly scope?: unknown;
  readonly pos?: unknown;
  readonly exceptions?: unknown;
  readonly link?: unknown;
  readonly description?: unknown;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const textsOf = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');

/** `Microsoft/HeadingAcronyms.yml` is "microsoft-heading-acronyms". */
export function idOf(name: string): string {
  const [file = '', folder = ''] = name.split(/[/\\]/).reverse();
  const style = /^\.*$|^(?:styles|vale|rules)$/i.test(folder) ? '' : folder;
  const stem = file.replace(/\.(?:ya?ml|txt)$/i, '');
  const words = `${style}-${stem}`.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '-').toLowerCase();
  const id = words
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/-$/, '');
  return id === '' || rules.some((rule) => rule.id === id) ? `house-${id || 'rule'}` : id;
}

/** Room is left for a number behind it. */
const LONGEST_ID = 48;

/** Parts that Vale tells apart and a house rule does too; nothing else is the same. */
const partsOf: Readonly<Record<string, readonly Scope[]>> = {
  heading: ['headline', 'subhead'],
  'heading.h1': ['headline'],
  title: ['headline'],
  paragraph: ['body'],
  summary: ['body'],
  table: ['table'],
  'table.cell': ['table'],
  'table.header': ['table'],
  '~heading': ['body', 'caption', 'table'],
};
const EVERYWHERE: ReadonlySet<string> = new Set(['text', 'sentence', 'raw']);

/** Nothing where the rule is for all copy; a text where it keeps to a part that we cannot tell. */
export function scopeOf({ scope }: ValeRule): readonly Scope[] | string | undefined {
  const named = textsOf(scope);
  // all but a part that no story has
  const isEverywhere = (one: string): boolean => EVERYWHERE.has(one) || (one.startsWith('~') && !partsOf[one]);
  if (named.some(isEverywhere) || !named.length) return undefined;
  const parts = named.flatMap((one) => (/^heading\.h[2-6]$/.test(one) ? ['subhead' as const] : (partsOf[one] ?? [])));
  return parts.length ? [...new Set(parts)] : named.join(', ');
}

/** What Vale calls an error must not run; a suggestion is a question to the writer. */
const severities: Readonly<Record<string, Severity>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'information',
};

/** @param looks what it looks for, and what takes its place. */
export function entryOf(rule: ValeRule, looks: Partial<HouseRuleEntry>, name: string): HouseRuleEntry {
  const severity = severities[textOf(rule.level)] ?? 'warning';
  const scope = scopeOf(rule);
  const exceptions = textsOf(rule.exceptions);
  return {
    kind: severity === 'information' ? 'query' : 'fix',
    message: messageOf(textOf(rule.message), textOf(rule.extends) === 'substitution' && looks.replace !== undefined),
    severity,
    ...(Array.isArray(scope) && { scope }),
    ...(textOf(rule.ignorecase) !== 'true' && looks.replace === undefined && { case: 'exact' as const }),
    ...looks,
    ...(exceptions.length && { exceptions }),
    manual: manualOf(rule, name),
  };
}

/** Vale's gaps by what fills them: of a substitution the first is what to write, else all are what was found. */
function messageOf(message: string, isSubstitution: boolean): string {
  let count = 0;
  const filled = message.replace(/[{}]/g, '').replace(GAP, (_, number: string | undefined) => {
    const place = number === undefined ? ++count : Number(number);
    return isSubstitution && place === 1 ? '“{replacement}”' : '“{found}”';
  });
  return filled.trim() || (isSubstitution ? 'Consider “{replacement}” instead of “{found}”.' : 'Avoid “{found}”.');
}

/** `%s` and `%[1]s`, with the quotation marks around them. */
const GAP = /['"“‘]?%(?:\[(\d)\])?s['"”’]?/g;

function manualOf({ description, link }: ValeRule, name: string): string {
  const said = textOf(description)
    .replace(/['"“‘]?%s[,.]?['"”’]?/g, '“…”')
    .trim();
  const from = `From ${name.replaceAll('\\', '/').split('/').slice(-2).join('/')}, a rule of Vale`;
  return [...(said ? [said] : []), textOf(link) ? `${from}: <${textOf(link)}>.` : `${from}.`].join('\n\n');
}
