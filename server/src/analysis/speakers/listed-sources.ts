// Weak sources that a house lists, where something is told after them: "people in the know say". No list of the desk's redeems them.
import { perHouse } from '../../document/house-words';
import { listed, listedIn } from '../../document/listed';
import { perParagraph, perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { overlaps, type Span, shift } from '../../text/span';
import { attributionsIn } from '../attribution/story';
import { speakersOf } from './resolve';
import { tells, whereCited } from './weak-sources';

export interface ListedSource extends Span {
  /** As attributions count. */
  readonly sentence: number;
  /** The source and its verb, as written. */
  readonly words: string;
}

/** In order; offsets into the prose. Somebody with a name is no weak source. */
export const listedSourcesIn = perStory((story: Story): readonly ListedSource[] => {
  if (!story.blocks.some(({ facts }) => facts.words?.weakSources)) return [];
  const speakers = speakersOf(story);
  return attributionsIn(story).flatMap((a, i) => {
    const block = story.blocks[a.block] as Block;
    const { source, sentence } = a;
    if (!source || !a.cue || !isProse(block.role) || !tells(a) || speakers[i]?.speaking?.kind === 'named') return [];
    if (!listedHere(block.facts).some((one) => overlaps(shift(one, block.start), source))) return [];
    return [{ sentence, ...whereCited(story, a, block) }];
  });
});

const listedHere = perParagraph((paragraph): readonly Span[] =>
  paragraph.words ? listedIn(paragraph, ofHouse(paragraph.words)) : [],
);

const ofHouse = perHouse(({ weakSources = [] }) => listed(weakSources, true));
