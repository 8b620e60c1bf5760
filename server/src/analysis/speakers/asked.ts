// In which drafts a desk asks for sources at all.
import type { Genre, Story } from '../../document/story';

/** Opinion and letters speak for their writers, a transcript names its speakers, headlines have no room. */
const silent: ReadonlySet<Genre> = new Set<Genre>(['headlines', 'letter', 'opinion', 'transcript']);

export const asksForSources = ({ genre }: Story): boolean => !silent.has(genre);
