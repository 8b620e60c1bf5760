// Quotations without a cue of their own: the words of whoever speaks beside them in the paragraph.
import type { StoryAttribution } from '../attribution/story';
import type { Speaker } from './resolve';

/** The speakers, those of quotations filled in from the cues beside them. */
export function withQuotations(
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
): readonly Speaker[] {
  return speakers.map((speaker, i) => {
    if (attributions[i]?.form !== 'quotation' || attributions[i]?.source) return speaker;
    const beside = speakerBeside(attributions, speakers, i);
    if (!beside) return speaker;
    const { kind, resolved, name } = beside;
    return { kind, resolved, name, at: null, reason: 'the speaker beside it' };
  });
}

/** A speaker further off than this many attributions is not beside it. */
const NEAR = 6;

function speakerBeside(
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  i: number,
): Speaker | undefined {
  const { block, sentence } = attributions[i] as StoryAttribution;
  let best: Speaker | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  const last = Math.min(attributions.length - 1, i + NEAR);
  for (let k = Math.max(0, i - NEAR); k <= last; k++) {
    const { block: other, cue, type, sentence: at } = attributions[k] as StoryAttribution;
    const speaker = speakers[k] as Speaker;
    if (other !== block || !cue || !speaker.name || type === 'act' || type === 'attitude') continue;
    // of two as near, the one who spoke before
    const distance = Math.abs(at - sentence) * 2 + (at > sentence ? 1 : 0);
    if (distance < nearest) {
      nearest = distance;
      best = speaker;
    }
  }
  return best;
}
