// The manual of a house's own rule: a head as ours have it, what the house has written, and what the rule looks for.
import type { HouseRule } from './spec';

export function manualOfHouse(rule: HouseRule): string {
  const { id, summary, message, kind, category = 'style', manual } = rule;
  const severity = rule.severity ?? (kind === 'fix' ? 'warning' : 'information');
  const own = manual?.replace(/^# .*\n+/, '').trim();
  const said = own === undefined ? '' : own.startsWith('## ') ? own : `## What it asks\n\n${own}`;
  const head = `# ${id}\n\n${summary ?? message}\n\n${category} · ${kind} · default ${severity} · a rule of this house`;
  return `${[head, said || `## What it asks\n\n${message}`, `## What it looks for\n\n${soughtBy(rule)}`].join('\n\n')}\n`;
}

function soughtBy({
  phrases = [],
  replace = {},
  patterns = [],
  exceptions = [],
  replacement,
  ...rule
}: HouseRule): string {
  const instead =
    replacement === undefined ? '' : replacement ? ` The house writes “${replacement}”.` : ' The words are taken out.';
  const pairs = Object.entries(replace).map(([phrase, instead]) => {
    const texts = [instead].flat().filter(Boolean);
    return `“${phrase}”: ${texts.map((text) => `“${text}”`).join(' or ') || 'nothing'}`;
  });
  const scopes = [rule.scope ?? []].flat();
  return [
    ...(phrases.length ? [`- ${listed(phrases)}.${instead}`] : []),
    ...pairs.map((pair) => `- ${pair}`),
    ...patterns.map((pattern) => `- \`${pattern}\`${phrases.length ? '' : instead}`),
    ...(exceptions.length ? [`- Not in ${listed(exceptions)}.`] : []),
    ...(scopes.length ? [`- In these parts of a story: ${scopes.join(', ')}.`] : []),
    ...(rule.quotations === 'inside' ? ['- Inside quotation marks alone.'] : []),
    ...(rule.quotations === 'anywhere' ? ['- Inside quotation marks too.'] : []),
  ].join('\n');
}

const MOST_LISTED = 20;

const listed = (phrases: readonly string[]): string =>
  phrases
    .slice(0, MOST_LISTED)
    .map((one) => `“${one}”`)
    .join(', ') + (phrases.length > MOST_LISTED ? ` and ${phrases.length - MOST_LISTED} more` : '');
