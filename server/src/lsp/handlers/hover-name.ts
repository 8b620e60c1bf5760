// Hover on a name: who or what it is, how the draft spells it, and what the house writes and why.
import type { Position, Range } from 'vscode-languageserver';
import { byText, introducedAs, type NamedEntity } from '../../analysis/names/entities';
import { nameParts } from '../../analysis/transliteration/letters';
import type { House } from '../../rules/house';
import { authority, preferredForms } from '../../rules/preferred';
import { nameIn, rangeOf } from '../name-at';
import { plain } from '../plain';
import type { Reading } from '../reading';

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
  `Here: ${[...byText(mentions)].map(([text, { length }]) => `${plain(text)} ${length}×`).join(', ')}`;

/** What glossary or preset decide for the name, or for words of it. */
function houseForm(house: House, entity: NamedEntity): string {
  const { byEntity, byWord } = preferredForms(house, false);
  const whole = entity.known === undefined ? undefined : byEntity.get(entity.known);
  if (whole) return `House form: **${plain(whole.prefer)}**, ${authority(whole)}`;
  const decisions = new Map(
    nameParts(introducedAs(entity).text).flatMap(({ form }) => {
      const decision = byWord.get(form);
      return decision ? [[decision.text, decision.form] as const] : [];
    }),
  );
  return [...decisions].map(([text, form]) => `House form: **${plain(text)}**, ${authority(form)}`).join('\n- ');
}
