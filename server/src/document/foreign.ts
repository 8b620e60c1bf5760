// What of a story is not English: rules that read English alone are silent there.
import { perStory } from './memo';
import { isEnglish } from './paragraph';
import type { Block, Story } from './story';

/** In order. A piece too short to tell its language is in that of the others: in a German draft a German headline is no English. */
export const foreignIn = perStory(({ blocks }: Story): readonly Block[] => {
  const foreign = blocks.filter(({ facts }) => !isEnglish(facts));
  return foreign.length && !blocks.some(({ facts }) => facts.language === 'en') ? blocks : foreign;
});
