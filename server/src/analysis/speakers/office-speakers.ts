// "The prime minister said": cited by the office, and known by name from elsewhere in the story.
import type { Story } from '../../document/story';
import { tokenAt } from '../../document/token';
import type { Span } from '../../text/span';
import type { StoryAttribution } from '../attribution/story';
import { officeHoldersOf } from './offices';
import { blockOf } from './block-of';
import type { Speaker } from './resolve';

/** The same speakers, those cited by an office that one named person of the story holds under that person's name. */
export function withOffices(
  story: Story,
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
): Speaker[] {
  return speakers.map((speaker, i) => {
    const at = speaker.antecedent ?? speaker.at;
    if (!at || (speaker.resolved !== 'role' && speaker.resolved !== 'organisation')) return speaker;
    if (speaker.speaking?.plural && speaker.kind !== 'pronoun') return speaker;
    const block = blockOf(at, (attributions[i] as StoryAttribution).block, story.blocks);
    if (!isDefinite(story.prose, at) && block.role !== 'headline') return speaker;
    const { tokens } = block.facts;
    const from = tokenAt(tokens, at.start - block.start);
    const office = { from, to: tokenAt(tokens, at.end - block.start - 1) + 1 };
    const holder = officeHoldersOf(story)(block, office);
    if (!holder) return speaker;
    const { name, start, end } = holder;
    return { ...speaker, resolved: 'named', name, antecedent: { start, end }, reason: `${speaker.name}: ${name}` };
  });
}

/** "the mayor": the article stands in the noun phrase or right before it. */
const isDefinite = (prose: string, { start }: Span): boolean =>
  /(?:^|\W)the (?:the )?$/i.test(prose.slice(Math.max(0, start - 5), start)) ||
  /^the /i.test(prose.slice(start, start + 4));
