// Sections: a subhead and the copy under it, for the outline and for folding.
import { isCopy, type Role } from '../document/role';
import type { Block } from '../document/story';

/** Indices of blocks: the subhead, and the last block of copy under it. */
export interface Section {
  readonly heading: number;
  readonly last: number;
}

/** Words and figures for the reader; all else is furniture. */
export const isContent = (role: Role): boolean => isCopy(role) || role === 'table' || role === 'code';

/** In order. A deck under the headline is a subhead with nothing of its own, and opens none. */
export function sectionsIn(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  let heading = -1;
  let last = -1;
  let told = false;
  const close = (): void => {
    if (heading >= 0 && last > heading) sections.push({ heading, last });
    heading = -1;
  };
  blocks.forEach(({ role }, i) => {
    if (role === 'headline') {
      close();
      told = false;
    } else if (role === 'subhead') {
      close();
      if (told) heading = i;
    } else if (isContent(role)) {
      told = true;
      last = i;
    }
  });
  close();
  return sections;
}
