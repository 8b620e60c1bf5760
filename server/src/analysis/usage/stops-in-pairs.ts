// Abbreviations that stand together, "9 a.m.-5 p.m.", "the U.S. and U.K.": they keep their stops or lose them together, so where the last
// one's may end the sentence, a person decides on all.
import type { Story } from '../../document/story';
import { ownerOfStop } from './stops';

/** Whether one that the abbreviation is joined to has a stop that may be its own or the sentence's. @param end behind its stop. */
export function isJoinedToDoubt(story: Story, end: number): boolean {
  let at = end;
  for (let i = 0; i < MOST_JOINED; i++) {
    const next = JOINED.exec(story.prose.slice(at, at + LONGEST_JOINED));
    if (!next) return false;
    at += next[0].length;
    if (ownerOfStop(story, at) === 'either') return true;
  }
  return false;
}

/** "-5 p.m.", " to 5:30 p.m.", " and the U.K.", "/E.U." */
const JOINED =
  /^(?:[-–—/]|, | [-–—/] | to | and | or | until | till | through )(?:and )?(?:the )?(?:\d{1,2}(?:[.:]\d\d)? ?)?\p{L}\.(?:\p{L}\.){1,3}(?![\p{L}\p{N}])/u;
const LONGEST_JOINED = 40;
const MOST_JOINED = 6;
