// Whether a story is somebody's own opinion: by its genre, or because it says so at its head or foot.
import { isCopy } from '../document/role';
import { perStory } from '../document/memo';
import type { Story } from '../document/story';

/** A column, a letter, or copy whose own note gives the views to who signed it. */
export const isSignedOpinion = perStory((story: Story): boolean => {
  if (story.genre === 'opinion' || story.genre === 'letter') return true;
  const { blocks, prose } = story;
  const edges = blocks.length > 2 * EDGE ? [...blocks.slice(0, EDGE), ...blocks.slice(-EDGE)] : blocks;
  return edges.some(
    ({ start, end, role }) => isCopy(role) && end - start <= NOTE && note.test(prose.slice(start, end)),
  );
});

/** Blocks from either end of the page in which such a note stands. */
const EDGE = 3;
/** Characters of a note, at most. */
const NOTE = 400;

const note =
  /\b(?:views|opinions)\b[^.]{0,60}\b(?:expressed|stated|presented)\b[^.]{0,80}\b(?:own|author|authors|writer|writers|columnist|alone|personal)\b/i;
