// Hover on a name: who or what it is, how the draft spells it, and what the house writes and why.
import type { Position, Range } from 'vscode-languageserver';
import { byText, introducedAs, type NamedEntity } from '../../analysis/names/entities';
import type { House } from '../../rules/house';
import { authority, houseName, preferredForms } from '../../rules/preferred';
import { nameIn, rangeOf } from '../name-at';
import { plain } from '../plain';
import type { Reading } from '../reading';
import { t } from '../words';

export function aboutName(reading: Reading, position: Position): { markdown: string; range: Range } | undefined {
  const here = nameIn(reading, position);
  if (!here) return undefined;
  const { entity, mention } = here;
  const title = mention.titles.length ? `, ${mention.titles.map(plain).join(' ')}` : '';
  const head = `**${plain(introducedAs(entity).text)}** (${entity.type}${title})`;
  const lines = [spelled(entity), houseForm(reading.resolved.settings.house, entity)].filter(Boolean);
  return { markdown: [head, '', ...lines.map((line) => `- ${line}`)].join('\n'), range: rangeOf(here, mention) };
}

const spelled = ({ mentions }: NamedEntity): string =>
  t('Here: {0}', [...byText(mentions)].map(([text, { length }]) => `${plain(text)} ${length}×`).join(', '));

/** What glossary or preset decide for the name. */
function houseForm(house: House, entity: NamedEntity): string {
  const decision = houseName(entity, introducedAs(entity).text, preferredForms(house, false));
  return decision ? t('House form: **{0}**, {1}', plain(decision.text), authority(decision.form)) : '';
}
