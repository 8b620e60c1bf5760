// Recorded speech: sentences of a broadcast transcript or an interview are somebody's words, whatever marks they have.
import { perStory } from '../../document/memo';
import type { Block, Story } from '../../document/story';
import { wordAt } from '../../document/token';
import { turnsIn } from '../attribution/labels';
import { voicesOf } from '../voices';
import type { Candidate } from './candidates';

/** The sentence is of a broadcast transcript, "[Begin recording] [Ruiz] …", or of an interview. */
export function isRecorded(story: Story, { facts }: Block, { sentence }: Candidate, index: number): boolean {
  const at = facts.sentences[sentence];
  if (at && wordAt(facts.tokens, at.firstToken) === '[') return true;
  return (recordings(story)[index] ?? false) || (interviews(story)[index] ?? false);
}

/** Whether each sentence stands between "[Begin recording]" and "[End recording]". */
const recordings = perStory((story: Story): readonly boolean[] => {
  let running = false;
  return voicesOf(story).map(({ at }) => {
    const { tokens, sentences } = (story.blocks[at.block] as Block).facts;
    const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
    let inside = running;
    for (let t = firstToken; t < lastToken; t++) {
      if (wordAt(tokens, t) !== 'recording' || wordAt(tokens, t + 1) !== ']') continue;
      running = wordAt(tokens, t - 1) === 'begin';
      inside ||= running;
    }
    return inside;
  });
});

/** Whether each sentence stands behind the first of questions and answers that are marked as such, "Q: …", "A: …". */
const interviews = perStory((story: Story): readonly boolean[] => {
  const turns = story.blocks.flatMap(({ facts }) => turnsIn(facts));
  const first = turns.includes('answer') ? turns.indexOf('question') : -1;
  return turns.map((_, i) => first >= 0 && i >= first);
});
