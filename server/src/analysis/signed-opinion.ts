// Whether a story is somebody's own opinion: by its genre, or because it says so at its head or foot.
import { wordList } from '../lexicon/word-lists';
import { isCopy } from '../document/role';
import { perStory } from '../document/memo';
import type { Paragraph } from '../document/paragraph';
import type { Story } from '../document/story';

/** A column, a letter, or copy whose own note gives the views to who signed it. */
export const isSignedOpinion = perStory((story: Story): boolean => {
  if (story.genre === 'opinion' || story.genre === 'letter') return true;
  const { blocks } = story;
  const edges = blocks.length > 2 * EDGE ? [...blocks.slice(0, EDGE), ...blocks.slice(-EDGE)] : blocks;
  return edges.some(({ role, facts }) => (isCopy(role) || role === 'remnant') && disowns(facts));
});

/** Blocks from either end of the page in which such a note stands. */
const EDGE = 3;
/** Tokens of a note, at most. */
const NOTE = 80;

/** "The views expressed here are the author's own": views, expressed, and whose they are, in that order. */
function disowns({ tokens: { word, length } }: Paragraph): boolean {
  if (length > NOTE) return false;
  const expressed = word.findIndex(
    (one, i) => verbs.has(one) && (views.has(word[i - 1] ?? '') || views.has(word[i - 2] ?? '')),
  );
  return expressed >= 0 && word.slice(expressed).some((one) => owners.has(one));
}

const views = wordList('views that a note disowns');
const verbs = wordList('verbs of a note on views');
const owners = wordList('owners of views');
