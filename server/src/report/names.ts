// The record of `copydesk names`: each entity with its spellings, in the file's offsets.
import { entitiesOf, type EntityMention, type NamedEntity } from '../analysis/names/entities';
import type { Problem, Story } from '../document/story';
import { type House, noHouse } from '../rules/house';
import { preferredForms } from '../rules/preferred';
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
  const { byEntity } = preferredForms(house, false);
  const entities = entitiesOf(story).map((entity) => ({
    preferred: (entity.known && byEntity.get(entity.known)?.prefer) || introducedAs(entity),
    type: entity.type,
    variants: spellingsOf(story, entity),
  }));
  return { entities, problems: story.problems };
}

/** The first full mention that is not somebody else's spelling, else the first mention. */
function introducedAs({ mentions }: NamedEntity): string {
  const [first] = mentions;
  return (mentions.find((m) => m.full && !m.quoted) ?? first)?.text ?? '';
}

function spellingsOf(story: Story, { mentions }: NamedEntity): EntityRecord['variants'] {
  const byText = new Map<string, EntityMention[]>();
  for (const mention of mentions) {
    const had = byText.get(mention.text);
    if (had) had.push(mention);
    else byText.set(mention.text, [mention]);
  }
  return [...byText].map(([text, same]) => ({
    text,
    mentions: same.map((mention) => toFile(story.map, mention)),
    evidence: (same[0] as EntityMention).tie,
  }));
}
