// Namesakes: two of one surname, and the surname alone. It is his whom the story has called so before the other came in, or who has an office
// where the other has none; else nobody can tell whose it is.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { type EntityMention, entitiesOf, introducedAs, type NamedEntity } from '../names/entities';
import { wordsOfName } from '../names/name-words';
import { named } from '../names/people';

/** Whose a bare name is that ends there in the prose: one's, or either of two. Undefined where nobody else is called so. */
export type Namesakes = (
  end: number,
) => { readonly owner?: string; readonly either?: readonly [string, string] } | undefined;

interface Bearer {
  readonly name: string;
  /** Where the name first stands in full. */
  readonly start: number;
  /** Its first places in full. */
  readonly places: readonly number[];
  readonly hasOffice: boolean;
}

export const namesakesIn = perStory((story: Story): Namesakes => {
  const people = entitiesOf(story).filter(({ type }) => type === 'person' || type === 'other');
  const found = new Map<number, ReturnType<Namesakes>>();
  for (const word of sharedWords(people)) {
    const bearers = people.flatMap((one) => bearerOf(one, word) ?? []).sort((a, b) => a.start - b.start);
    const [first, second] = bearers;
    if (!first || !second || !bearers.some((one, i) => areTwo(one, bearers[i + 1]))) continue;
    const alone = people
      .flatMap(({ mentions }) => mentions)
      // "the Arapaho" are a people
      .filter(
        ({ text, titles, start }) =>
          text.toLowerCase() === word &&
          !titles.length &&
          !/the $/i.test(story.prose.slice(Math.max(0, start - 4), start)),
      )
      .sort((a, b) => a.start - b.start);
    for (const { start, end } of alone) {
      const before = bearers.filter((one) => one.start < start);
      if (before.length > 1) found.set(end, whose(before, alone[0] as EntityMention));
    }
  }
  return (end) => found.get(end);
});

/** Far from one another they may be one: "Chuck Roe", and at the story's end "Charles Roe". */
const NEAR = 250;

const areTwo = (a: Bearer, b: Bearer | undefined): boolean =>
  b !== undefined && a.places.some((start) => b.places.some((other) => Math.abs(start - other) <= NEAR));

function whose(bearers: readonly Bearer[], firstAlone: EntityMention): ReturnType<Namesakes> {
  const [first, second] = bearers as readonly [Bearer, Bearer];
  if (firstAlone.start < second.start) return { owner: first.name };
  const inOffice = bearers.filter(({ hasOffice }) => hasOffice);
  return inOffice.length === 1 ? { owner: inOffice[0]?.name as string } : { either: [first.name, second.name] };
}

/** Words that stand in two names in full. */
function sharedWords(people: readonly NamedEntity[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const one of people) {
    const words = new Set(introducedAs(one).text.toLowerCase().split(' '));
    if (words.size < 2) continue;
    for (const word of words) (seen.has(word) ? shared : seen).add(word);
  }
  return shared;
}

const MOST_PLACES = 8;

/** Where the word is what the person is called by alone: the surname, or the family's name in front. */
function bearerOf(entity: NamedEntity, word: string): Bearer | undefined {
  const full = introducedAs(entity);
  if (!full.text.toLowerCase().split(' ').includes(word) || full.text.toLowerCase() === word) return undefined;
  if (wordsOfName(full.text).length < 2 || !named(entity, entity.mentions).surnames.has(word)) return undefined;
  const hasOffice = entity.mentions.some(({ titles, text }) => titles.length > 0 && text.includes(' '));
  const places = entity.mentions.filter(({ text }) => text.includes(' ')).map(({ start }) => start);
  return { name: full.text, start: full.start, places: places.slice(0, MOST_PLACES), hasOffice };
}
