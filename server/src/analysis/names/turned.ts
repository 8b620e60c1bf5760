// Turned names: one name that the story writes in two orders, "Abe Shinzo" and "Shinzo Abe".
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { type EntityMention, entitiesOf, introducedAs } from './entities';

export interface Turned {
  /** The odd place, in prose offsets. */
  readonly at: EntityMention;
  /** Where the story has the name in full first. */
  readonly first: EntityMention;
  /** All places of that order, and of the other. */
  readonly ordered: readonly EntityMention[];
  readonly turned: readonly EntityMention[];
}

export const turnedNames = perStory((story: Story): readonly Turned[] =>
  entitiesOf(story).flatMap((entity): Turned[] => {
    if (entity.type !== 'person' && entity.type !== 'other') return [];
    const first = introducedAs(entity);
    const [one, two, more] = first.text.split(' ');
    if (!one || !two || one === two || more !== undefined) return [];
    const written = (words: string): EntityMention[] => entity.mentions.filter(({ text }) => text === words);
    const [ordered, turned] = [written(first.text), written(`${two} ${one}`)];
    return turned.map((at) => ({ at, first, ordered, turned }));
  }),
);
