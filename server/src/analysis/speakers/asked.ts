// In which drafts a desk asks for sources at all.
import type { Genre, Story } from '../../document/story';
import { isSignedOpinion } from './signed-opinion';

/** Opinion and letters, by their genre or by what stands at their foot, speak for their writers, a transcript names its speakers, headlines have no room. */
const silent: ReadonlySet<Genre> = new Set<Genre>(['headlines', 'letter', 'opinion', 'transcript']);

export const asksForSources = (story: Story): boolean => !silent.has(story.genre) && !isSignedOpinion(story);
