// The record of `copydesk names`: each entity with its spellings, in the file's offsets.
import { byText, entitiesOf, type EntityMention, introducedAs, type NamedEntity } from '../analysis/names/entities';
import { namesakesIn } from '../analysis/names/namesakes';
import type { Problem, Story } from '../document/story';
import { type House, noHouse } from '../rules/house';
import { type Forms, houseName, preferredForms } from '../rules/preferred';
import { toFile } from '../text/source-map';
import type { Span } from '../text/span';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface NamesRecord {
  readonly entities: readonly EntityRecord[];
  /** Bare names that two of the story are called by; left out where there are none. */
  readonly ambiguous?: readonly AmbiguousRecord[];
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

export interface AmbiguousRecord {
  readonly text: string;
  /** Their names in full. */
  readonly either: readonly [string, string];
  readonly mentions: readonly Span[];
}

/** @param house whose forms are preferred; without one the story's own first full mention is. */
export function namesRecord(story: Story, house: House = noHouse): NamesRecord {
  const forms = preferredForms(house, false);
  const whose = namesakesIn(story);
  const entities = entitiesOf(story).map((entity) => ({
    preferred: preferredOf(entity, forms),
    type: entity.type,
    variants: spellingsOf(
      story,
      entity.mentions.filter(({ end }) => !whose(end)?.either),
    ),
  }));
  const ambiguous = ambiguousIn(story);
  return { entities, ...(ambiguous.length && { ambiguous }), problems: story.problems };
}

/** The house's form for the name, or for its surname; else as the story introduces it. */
function preferredOf(entity: NamedEntity, forms: Forms): string {
  const { text } = introducedAs(entity);
  return houseName(entity, text, forms)?.text ?? text;
}

function ambiguousIn(story: Story): readonly AmbiguousRecord[] {
  const whose = namesakesIn(story);
  return entitiesOf(story).flatMap(({ mentions }) =>
    [...byText(mentions.filter(({ end }) => whose(end)?.either))].map(([text, same]): AmbiguousRecord => {
      const [first] = same as readonly [EntityMention];
      const two = whose(first.end)?.either ?? [];
      const either = two.map((one) => introducedAs(one).text) as [string, string];
      return { text, either, mentions: same.map((mention) => toFile(story.map, mention)) };
    }),
  );
}

function spellingsOf(story: Story, mentions: readonly EntityMention[]): EntityRecord['variants'] {
  return [...byText(mentions)].map(([text, same]) => ({
    text,
    mentions: same.map((mention) => toFile(story.map, mention)),
    evidence: (same[0] as EntityMention).tie,
  }));
}
