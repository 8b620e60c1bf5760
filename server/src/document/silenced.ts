// What comments in a draft have silenced: `<!-- copydesk-ignore-next … -->` and its kin (formats/comments.ts).
import { joined, overlapsOne, type Span } from '../text/span';
import { perStory } from './memo';
import type { Story } from './story';

/** True where a comment has the rule say nothing about that place. Offsets into the prose. */
export const isSilenced = (story: Story, rule: string, at: Span): boolean =>
  story.cleared.length > 0 && overlapsOne(silencedIn(story)(rule), at);

/** For each rule the places in order: a draft may hold thousands of comments, and thousands of findings. */
const silencedIn = perStory(({ cleared }: Story): ((rule: string) => readonly Span[]) => {
  const known = new Map<string, readonly Span[]>();
  return (rule) => {
    let spans = known.get(rule);
    if (!spans)
      known.set(rule, (spans = joined(cleared.filter(({ rules }) => rules.length === 0 || rules.includes(rule)))));
    return spans;
  };
});
