// Entities: who and what a story names, each with all its mentions. Chains join the mentions; a bare name that two people share is his whom
// the story tells it to be, and every view of a story asks here.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { chainedIn } from './chained';
import type { EntityMention, NamedEntity } from './entity';
import { namesakesIn } from './namesakes';

export { byText, type EntityMention, introducedAs, type NamedEntity, type NameType } from './entity';

/** The names of a story, in order of their first mention. */
export const entitiesOf = perStory((story: Story): readonly NamedEntity[] => withOwners(chainedIn(story), story));

/** Each bare name with its owner. */
function withOwners(all: readonly NamedEntity[], story: Story): readonly NamedEntity[] {
  const whose = namesakesIn(story);
  const moved = new Map<NamedEntity, EntityMention[]>();
  for (const entity of all)
    for (const mention of entity.mentions) {
      const owner = whose(mention.end)?.owner;
      if (!owner || owner === entity) continue;
      const had = moved.get(owner);
      if (had) had.push(mention);
      else moved.set(owner, [mention]);
    }
  if (!moved.size) return all;
  return all.flatMap((entity): NamedEntity[] => {
    const kept = entity.mentions.filter(({ end }) => (whose(end)?.owner ?? entity) === entity);
    const mentions = [...kept, ...(moved.get(entity) ?? [])].sort((a, b) => a.start - b.start);
    return mentions.length ? [{ ...entity, mentions }] : [];
  });
}
