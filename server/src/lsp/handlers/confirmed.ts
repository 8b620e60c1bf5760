// What was checked and is right: a desk that only ever finds fault is soon not read. Nothing is said of what was not looked for.
import { claimsOf } from '../../analysis/claims/claims';
import { entitiesOf } from '../../analysis/names/entities';
import { isEnglish } from '../../document/paragraph';
import { isOn } from '../../engine/settings';
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import type { Reading } from '../reading';
import { counted, t } from '../words';

/** Each a short statement with its figure, fit to stand behind a tick. */
export function confirmedOf({ story, record, clearedFindings, silenced, resolved: { settings } }: Reading): string[] {
  const found = new Set([...record.diagnostics, ...clearedFindings, ...silenced].map(({ rule }) => rule));
  // what a person has cleared, or a comment silences, is answered, but not right in itself
  const holds = (what: Rule['confirms']): boolean =>
    rules.every((rule) => rule.confirms !== what || (isOn(settings, rule.id) && !found.has(rule.id)));
  if (!story.blocks.length || !story.blocks.every(({ facts }) => isEnglish(facts))) return [];
  // one that the desk is not sure enough to ask about is none that has a source
  const claims = claimsOf(story).flat();
  const quotations = story.blocks.reduce((sum, { facts }) => sum + facts.quotations.length, 0);
  const names = entitiesOf(story).length;
  const sourced = claims.every(({ status }) => status === 'sourced');
  return [
    ...(claims.length && sourced && holds('claims')
      ? [counted(claims.length, '1 claim, with a source', '{0} claims, each with a source')]
      : []),
    ...(names && holds('names')
      ? [counted(names, '1 name, no second spelling found', '{0} names, no second spelling found')]
      : []),
    ...(quotations && holds('quotations')
      ? [counted(quotations, '1 quotation, opened and closed', '{0} quotations, each opened and closed')]
      : []),
    ...(holds('leftovers') ? [t('no sign-off, placeholder or note to the desk found')] : []),
  ];
}
