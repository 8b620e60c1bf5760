// Namesakes: two of one surname, and the surname alone. It is his whom the story has called so before the other came in, or who is
// named in full again and again, or has an office where the other has none; else nobody can tell whose it is.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { chainedIn } from './chained';
import { type EntityMention, introducedAs, type NamedEntity } from './entity';
import { wordsOfName } from './name-words';
import { mayBeOneGivenName } from './short-forms';
import { longestOf, nameInFull, surnamesOf } from './surnames';

/** Whose a bare name is, of those that chains have, that ends there in the prose: one's, or either of two. Undefined where nobody else is called so. */
export type Namesakes = (
  end: number,
) => { readonly owner?: NamedEntity; readonly either?: readonly [NamedEntity, NamedEntity] } | undefined;

interface Bearer {
  readonly entity: NamedEntity;
  readonly name: string;
  /** Where the name first stands in full. */
  readonly start: number;
  /** Its first places in full. */
  readonly places: readonly number[];
  readonly hasOffice: boolean;
}

export const namesakesIn = perStory((story: Story): Namesakes => {
  const people = chainedIn(story).filter(({ type }) => type === 'person' || type === 'other');
  const found = new Map<number, ReturnType<Namesakes>>();
  const called = calledAlone(people);
  for (const [word, sharing] of sharedWords(people)) {
    const bearers = sharing.flatMap((one) => bearerOf(one, word) ?? []).sort((a, b) => a.start - b.start);
    const [first, second] = bearers;
    if (!first || !second || !bearers.some((one, i) => areTwo(word, one, bearers[i + 1]))) continue;
    // "the Arapaho" are a people
    const alone = (called.get(word) ?? [])
      .filter(({ titles, start }) => !titles.length && !/the $/i.test(story.prose.slice(Math.max(0, start - 4), start)))
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

const areTwo = (shared: string, a: Bearer, b: Bearer | undefined): boolean =>
  b !== undefined &&
  !mayBeOne(shared, a.name, b.name) &&
  a.places.some((start) => b.places.some((other) => Math.abs(start - other) <= NEAR));

/** "Ken Roe" and "Kenneth Roe", "Ana Roe" and, in a headline, "Ana Roe Explains": what stands beside the shared word says no other person. */
function mayBeOne(shared: string, a: string, b: string): boolean {
  const [beside, others] = [a, b].map((name) =>
    name
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== shared),
  ) as [string[], string[]];
  return beside.some((one) => others.some((other) => mayBeOneGivenName(one, other)));
}

/** Places in full of whom a story is about, where all others of the name have one. */
const OFTEN = 3;

function whose(bearers: readonly Bearer[], firstAlone: EntityMention): ReturnType<Namesakes> {
  const [first, second] = bearers as readonly [Bearer, Bearer];
  if (firstAlone.start < second.start) return { owner: first.entity };
  // the story is one's, and the other is a relative of his
  const often = bearers.filter(({ places }) => places.length >= OFTEN);
  if (often.length === 1 && bearers.every(({ places }) => places.length === 1 || places.length >= OFTEN))
    return { owner: often[0]?.entity as NamedEntity };
  const inOffice = bearers.filter(({ hasOffice }) => hasOffice);
  return inOffice.length === 1
    ? { owner: inOffice[0]?.entity as NamedEntity }
    : { either: [first.entity, second.entity] };
}

/** Mentions of one word, by that. */
function calledAlone(people: readonly NamedEntity[]): ReadonlyMap<string, readonly EntityMention[]> {
  const found = new Map<string, EntityMention[]>();
  for (const { mentions } of people)
    for (const mention of mentions) {
      if (mention.text.includes(' ')) continue;
      const word = mention.text.toLowerCase();
      const had = found.get(word);
      if (had) had.push(mention);
      else found.set(word, [mention]);
    }
  return found;
}

/** A story has no more who share a word of their names. */
const MOST_SHARING = 16;

/** Words that stand in two names in full, and whose. */
function sharedWords(people: readonly NamedEntity[]): readonly (readonly [string, readonly NamedEntity[]])[] {
  const byWord = new Map<string, NamedEntity[]>();
  for (const one of people) {
    const words = new Set(introducedAs(one).text.toLowerCase().split(' '));
    if (words.size < 2) continue;
    for (const word of words) {
      const had = byWord.get(word);
      if (!had) byWord.set(word, [one]);
      else if (had.length < MOST_SHARING) had.push(one);
    }
  }
  return [...byWord].filter(([, sharing]) => sharing.length > 1);
}

const MOST_PLACES = 8;

/** Where the word is what the person is called by alone: the surname, or the family's name in front. */
function bearerOf(entity: NamedEntity, word: string): Bearer | undefined {
  const full = introducedAs(entity);
  if (!full.text.toLowerCase().split(' ').includes(word) || full.text.toLowerCase() === word) return undefined;
  const words = nameInFull(entity, longestOf(entity.mentions).text);
  if (wordsOfName(full.text).length < 2 || !surnamesOf(words).has(word)) return undefined;
  const hasOffice = entity.mentions.some(({ titles, text }) => titles.length > 0 && text.includes(' '));
  const places = entity.mentions.filter(({ text }) => text.includes(' ')).map(({ start }) => start);
  return { entity, name: full.text, start: full.start, places: places.slice(0, MOST_PLACES), hasOffice };
}
