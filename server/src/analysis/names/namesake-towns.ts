// Namesake towns: Odessa in Texas, Holland in Michigan. A house that spells the one that the world knows otherwise says nothing of these.
import { perStory } from '../../document/memo';
import type { Story } from '../../document/story';
import { formAt, isCapital } from './called-tokens';
import { isInState } from './place-meant';

/** Whether the story speaks of another town of that name, which it puts into its state, in a dateline too. @param form comparable word. */
export const isNamesake = (story: Story, form: string): boolean => namesakesIn(story).has(form);

const namesakesIn = perStory(({ blocks }: Story): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const block of blocks)
    for (let i = 0; i < block.facts.tokens.length; i++)
      if (isCapital(block, i) && isInState(block, i + 1)) found.add(formAt(block, i));
  return found;
});
