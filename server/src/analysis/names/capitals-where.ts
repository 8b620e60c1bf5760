// Capitals of a story of which something holds somewhere: what is a firm's, a place's or somebody's once is so in all of it.
import { perStory } from '../../document/memo';
import type { Role } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { formAt, isCapital } from './called-tokens';

/** @param isRead roles that are looked through. @param holds asked of a token with a capital. @returns their comparable words. */
export const capitalsWhere = (
  isRead: (role: Role) => boolean,
  holds: (block: Block, i: number) => boolean,
): ((story: Story) => ReadonlySet<string>) =>
  perStory(({ blocks }: Story): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const block of blocks) {
      if (!isRead(block.role)) continue;
      for (let i = 0; i < block.facts.tokens.length; i++) {
        if (!isCapital(block, i)) continue;
        const form = formAt(block, i);
        if (!found.has(form) && holds(block, i)) found.add(form);
      }
    }
    return found;
  });
