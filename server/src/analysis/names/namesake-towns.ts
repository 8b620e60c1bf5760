// Namesake towns: Odessa in Texas, Holland in Michigan. A house that spells the one that the world knows otherwise says nothing of these.
import { perStory } from '../../document/memo';
import type { Block, Story } from '../../document/story';
import { tokenAt } from '../../document/token';
import { formAt } from './called-tokens';
import { namesOf } from './forms';
import { isInState } from './place-meant';

/** Whether the story speaks of another town of that name, which it puts into its state. @param form comparable word. */
export const isNamesake = (story: Story, form: string): boolean => namesakesIn(story).has(form);

const namesakesIn = perStory((story: Story): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { mention, base, block } of namesOf(story).mentions) {
    const own = story.blocks[block] as Block;
    const end = tokenAt(own.facts.tokens, mention.end - 1) + 1;
    const form = formAt(own, end - 1);
    if (base === own.start && isInState(own, end)) found.add(form);
  }
  return found;
});
