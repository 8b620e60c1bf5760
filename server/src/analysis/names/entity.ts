// An entity: one name of a story with its mentions.
import type { Span } from '../../text/span';
import type { Evidence } from './variant';

export type NameType = 'person' | 'organisation' | 'place' | 'term' | 'other';

/** How a mention came to its entity: by its own words, as a shorter form, or by what ties its spelling to another. */
export type Tie = 'name' | 'short form' | Evidence;

/** Offsets into the prose, titles, possessive and compound tail outside. */
export interface EntityMention extends Span {
  readonly text: string;
  readonly tie: Tie;
  /** As many words as the name has anywhere in the story. */
  readonly full: boolean;
  readonly quoted: boolean;
  readonly titles: readonly string[];
}

export interface NamedEntity {
  readonly type: NameType;
  /** In order of place. The first full one introduces the name. */
  readonly mentions: readonly EntityMention[];
  /** The gazetteer's id, where it lists the name. */
  readonly known?: string;
}

/** The mention that introduces the name: the first full one that is not somebody else's spelling, else the first. */
export const introducedAs = ({ mentions }: NamedEntity): EntityMention =>
  mentions.find(({ full, quoted }) => full && !quoted) ?? (mentions[0] as EntityMention);

/** The mentions by how they are written, each spelling at its first place. */
export function byText(mentions: readonly EntityMention[]): ReadonlyMap<string, readonly EntityMention[]> {
  const all = new Map<string, EntityMention[]>();
  for (const mention of mentions) {
    const had = all.get(mention.text);
    if (had) had.push(mention);
    else all.set(mention.text, [mention]);
  }
  return all;
}
