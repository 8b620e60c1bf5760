// In which stories a desk asks for sources at all.
import { extentOf, type Genre, perEachStory } from '../../document/story';
import type { Span } from '../../text/span';
import { isOpinion } from './signed-opinion';

/** Opinion and letters, by their genre or by what stands at their foot, speak for their writers, a transcript names its speakers, headlines have no room. */
const silent: ReadonlySet<Genre> = new Set<Genre>(['headlines', 'letter', 'opinion', 'transcript']);

/** Those stories of a draft in which no source is asked for (opinion, letters, transcripts, headlines). Offsets into the prose. */
export const unaskedIn = perEachStory((story): readonly Span[] =>
  silent.has(story.genre) || isOpinion(story) ? [extentOf(story)] : [],
);
