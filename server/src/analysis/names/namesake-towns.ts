// Namesake towns: Odessa in Texas, Holland in Michigan. A house that spells the one that the world knows otherwise says nothing of these.
import type { Story } from '../../document/story';
import { capitalsWhere } from './capitals-where';
import { isInState } from './place-meant';

/** Whether the story speaks of another town of that name, which it puts into its state, in a dateline too. @param form comparable word. */
export const isNamesake = (story: Story, form: string): boolean => namesakesIn(story).has(form);

const namesakesIn = capitalsWhere(
  () => true,
  (block, i) => isInState(block, i + 1),
);
