// Identities: one man is one source, however he is spelled and however short he is called. What `names` holds to be one name, the map, the
// report and the records call by one name: the first in full.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { entitiesOf, introducedAs } from '../names/entities';
import { isOrdinary } from './by-name';
import { isKind } from '../names/lists';
import { namesakesIn } from '../names/namesakes';

/** The name that stands for a name of the story. Undefined where the story has no other for it. */
export interface Identities {
  /** As it stands at that place of the prose: two may share a surname. */
  at(name: string, end: number): string | undefined;
  /** The two who may be meant by a bare name that ends there: both were brought in before, and the story has called neither so alone. */
  either(end: number): readonly [string, string] | undefined;
  /** Wherever it stands: undefined where two are called so. */
  of(name: string): string | undefined;
}

export const identitiesOf = perStory((story: Story): Identities => {
  const byText = new Map<string, string | undefined>();
  const byEnd = new Map<number, Place>();
  for (const entity of entitiesOf(story)) {
    const { type, mentions, known } = entity;
    // a body goes on under the noun that its name ends in as well: that is told where bodies are
    if (type === 'term' || (type === 'place' && known === undefined)) continue;
    const { text: name } = introducedAs(entity);
    const isBody = type === 'organisation' && known === undefined;
    const isSure = type !== 'other' || known !== undefined;
    for (const { start, end, text } of mentions) {
      const isInFull = text.includes(' ');
      // "Arkel" is Arkel Steel Ltd; what the noun "bank" means is told where bodies are
      if (isBody && (!name.startsWith(`${text} `) || isOrdinary(text.toLowerCase()))) continue;
      // "Suu Kyi" is Aung San Suu Kyi, "Roe" Ziva Roe; "Warhol" need not be a Warhol Polaroid
      const isSurname = !isInFull && isSurnameOf(text, name);
      if (!isSure && !isSurname && !(isInFull && name.includes(' '))) continue;
      const key = text.toLowerCase();
      byText.set(key, byText.has(key) && byText.get(key) !== name ? undefined : name);
      byEnd.set(end, { start, name, isSure, isPerson: type === 'person' && isInFull });
    }
  }
  const shared = namesakesIn(story);
  return {
    either(end) {
      const two = shared(end)?.either;
      return two && [introducedAs(two[0]).text, introducedAs(two[1]).text];
    },
    at(name, end) {
      const owner = shared(end)?.owner;
      if (owner) return introducedAs(owner).text;
      const found = byEnd.get(end);
      if (!found) return undefined;
      const start = end - name.length;
      // "Lib Dem MP Rosa Vane": what stands before a person's name in full is no part of it
      const isTold = found.isSure ? found.start <= start || found.isPerson : found.start === start;
      return isTold && found.start < end ? found.name : undefined;
    },
    of: (name) => byText.get(name.toLowerCase()),
  };
});

/** The last word, or a Chinese family's name in front: "Qin" of Qin Gang. */
const isSurnameOf = (word: string, name: string): boolean =>
  name.endsWith(` ${word}`) || (name.startsWith(`${word} `) && isKind(word.toLowerCase(), 'chinese'));

/** A mention, by its end in the prose. */
interface Place {
  readonly start: number;
  readonly name: string;
  /** What it is the name of is known. */
  readonly isSure: boolean;
  /** A person's, in full. */
  readonly isPerson: boolean;
}
