// The record of `copydesk names`: each entity with its spellings, in the file's offsets.
import { byText, entitiesOf, type EntityMention, introducedAs, type NamedEntity } from '../analysis/names/entities';
import type { Problem, Story } from '../document/story';
import { type House, noHouse } from '../rules/house';
import { type Forms, houseName, preferredForms } from '../rules/preferred';
import { toFile } from '../text/source-map';
import type { Span } from '../text/span';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface NamesRecord {
  readonly entities: readonly EntityRecord[];
  readonly problems: readonly Problem[];
}

export interface EntityRecord {
  /** The form that wins: glossary, preset, first full mention, majority. */
  readonly preferred: string;
  readonly type: string;
  readonly variants: readonly {
    readonly text: string;
    readonly mentions: readonly Span[];
    /** What says that it is the same name. */
    readonly evidence: string;
  }[];
}

/** @param house whose forms are preferred; without one the story's own first full mention is. */
export function namesRecord(story: Story, house: House = noHouse): NamesRecord {
  const forms = preferredForms(house, false);
  const entities = entitiesOf(story).map((entity) => ({
    preferred: preferredOf(entity, forms),
    type: entity.type,
    variants: spellingsOf(story, entity),
  }));
  return { entities, problems: story.problems };
}

/** The house's form for the name, or for its surname; else as the story introduces it. */
function preferredOf(entity: NamedEntity, forms: Forms): string {
  const { text } = introducedAs(entity);
  return houseName(entity, text, forms)?.text ?? text;
}

function spellingsOf(story: Story, { mentions }: NamedEntity): EntityRecord['variants'] {
  return [...byText(mentions)].map(([text, same]) => ({
    text,
    mentions: same.map((mention) => toFile(story.map, mention)),
    evidence: (same[0] as EntityMention).tie,
  }));
}
