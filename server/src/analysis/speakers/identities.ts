// Identities: one man is one source, however he is spelled and however short he is called. What `names` holds to be one name, the map, the
// report and the records call by one name: the first in full.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { entitiesOf, introducedAs } from '../names/entities';

/** The name that stands for a name of the story. Undefined where the story has no other for it. */
export interface Identities {
  /** As it stands at that place of the prose: two may share a surname. */
  at(name: string, end: number): string | undefined;
  /** Wherever it stands: undefined where two are called so. */
  of(name: string): string | undefined;
}

export const identitiesOf = perStory((story: Story): Identities => {
  const byText = new Map<string, string | undefined>();
  const byEnd = new Map<number, { readonly start: number; readonly name: string }>();
  for (const entity of entitiesOf(story)) {
    const { type, mentions, known } = entity;
    // a body goes on under the noun that its name ends in as well: that is told where bodies are
    if (type === 'term' || (type !== 'person' && known === undefined)) continue;
    const name = introducedAs(entity).text;
    for (const { start, end, text } of mentions) {
      const key = text.toLowerCase();
      byText.set(key, byText.has(key) && byText.get(key) !== name ? undefined : name);
      byEnd.set(end, { start, name });
    }
  }
  return {
    at(name, end) {
      const found = byEnd.get(end);
      return found && found.start <= end - name.length ? found.name : undefined;
    },
    of: (name) => byText.get(name.toLowerCase()),
  };
});
