// What a story is about, judged from its words: "attack" is a foul on one page and a battle on another.
import { isCopy } from '../../document/role';
import type { Story } from '../../document/story';
import { type Domain, domains, domainsOfWord } from '../../lexicon/claims/load';
import { perParagraph, perStory } from '../../document/memo';
import { perWord, type Word } from '../../document/word';

export interface Domains {
  /** Words of copy. */
  readonly words: number;
  /** Words of each domain in a hundred. */
  readonly share: Readonly<Record<Domain, number>>;
}

export const domainsOf = perStory(({ blocks }: Story): Domains => {
  const count = domains.map(() => 0);
  let words = 0;
  for (const { facts, role } of blocks) {
    if (!isCopy(role)) continue;
    words += facts.tokens.length;
    for (const domain of wordsIn(facts)) count[domain]!++;
  }
  const share = {} as Record<Domain, number>;
  for (const [d, domain] of domains.entries()) share[domain] = ((count[d] as number) / Math.max(words, 1)) * 100;
  return { words, share };
});

/** For each word of a domain that domain, by its place in the list; a word of two is told twice. */
const wordsIn = perParagraph(({ tokens: { record } }): readonly number[] => {
  const found: number[] = [];
  for (let i = 0; i < record.length; i++) {
    const of = placesOf(record[i] as Word);
    if (of !== none) found.push(...of);
  }
  return found;
});

const none: readonly number[] = [];

const placesOf = perWord((word): readonly number[] => {
  const of = domainsOfWord(word).map((domain) => domains.indexOf(domain));
  return of.length ? of : none;
});

/** Share of such words, in a hundred, from which a story is about the domain. Read off wire copy of each kind. */
const ABOUT: Readonly<Record<Domain, number>> = {
  conflict: 2.5,
  crime: 2.5,
  disaster: 2.5,
  business: 4,
  sport: 4,
  weather: 3,
  politics: 3,
  court: 2,
};

export const isAbout = (story: Story, domain: Domain): boolean => domainsOf(story).share[domain] >= ABOUT[domain];

/** In a story shorter than this, words say too little of what it is about. In tokens. */
const SHORT = 200;

/** A story in which people come to harm; a short one that is about nothing else may be. */
export const isAboutHarm = (story: Story): boolean =>
  harm.some((domain) => isAbout(story, domain)) ||
  (domainsOf(story).words < SHORT && !harmless.some((domain) => isAbout(story, domain)));

const harm = ['conflict', 'crime', 'disaster'] as const;
const harmless = ['sport', 'business', 'weather'] as const;
