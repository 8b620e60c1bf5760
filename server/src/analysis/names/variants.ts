// Variants of a story: every name that it spells in more than one way, clustered, each place in one cluster only.
import { leadingArticle } from '../transliteration/letters';
import type { Story } from '../../document/story';
import { shift } from '../../text/span';
import { perStory } from '../../document/memo';
import { type CutLink, cutLinks } from './same-letters';
import { nameSpan, type Occurrence } from './forms';
import { joinedVariants } from './joined';
import { knownPeople, knownVariants } from './known';
import type { WrittenAt, Spelling, Variant } from './variant';
import { wordVariants } from './word-variants';
import { wordLinks } from './words';

export interface VariantOptions {
  /** Heed the list of pairs that are known to be two names. Off only to measure what the analysis does without it. */
  readonly knownDistinct: boolean;
}

/** Every name of the story that is spelled in more than one way, as the rules read it. */
export const variantsOf = perStory((story: Story) => findVariants(story, { knownDistinct: true }));

export function findVariants(story: Story, { knownDistinct }: VariantOptions): readonly Variant[] {
  const claimed = new Set<number>();
  const variants: Variant[] = [];
  const take = (variant: Variant): void => {
    variants.push(variant);
    for (const { places } of variant.spellings) for (const { end } of places) claimed.add(end);
  };
  for (const variant of knownVariants(story)) take(variant);
  for (const link of cutLinks(story)) {
    if ([...link.a, ...link.b].every((at) => !claimed.has(endOf(at)))) take(cutVariant(story, link));
  }
  for (const variant of joinedVariants(story, claimed)) take(variant);
  for (const variant of wordVariants(story, claimed, wordLinks(story, knownDistinct))) take(variant);
  for (const variant of knownPeople(story, claimed)) take(variant);
  return variants;
}

const endOf = ({ base, mention }: Occurrence): number => base + mention.end;

function cutVariant({ prose }: Story, { a, b, evidence }: CutLink): Variant {
  const placeOf = (at: Occurrence): WrittenAt => {
    const { base, words } = at;
    const span = shift(nameSpan(at), base);
    const text = prose.slice(span.start, span.end);
    return {
      ...span,
      text,
      words: words.map((w) => w.form),
      article: words.length > 1 ? '' : leadingArticle(text),
      letters: span,
      quoted: words.some((w) => w.quoted),
      last: true,
      full: words.length > 1,
    };
  };
  const spelling = (places: readonly WrittenAt[]): Spelling => ({ text: (places[0] as WrittenAt).text, places });
  const spellings = [a, b].map((ats) => spelling(ats.map(placeOf)));
  return { spellings, links: [{ a: 0, b: 1, evidence }] };
}
