// What a story is about, judged from its words: "attack" is a foul on one page and a battle on another.
import { isCopy } from '../../document/role';
import type { Story } from '../../document/story';
import { type Domain, domains, claimLexicon } from '../../lexicon/claims/load';
import { perParagraph, perStory } from '../../document/memo';

export interface Domains {
  /** Words of copy. */
  readonly words: number;
  /** Words of each domain in a hundred. */
  readonly share: Readonly<Record<Domain, number>>;
}

interface Count {
  readonly words: number;
  readonly of: Readonly<Record<Domain, number>>;
}

const none = (): Record<Domain, number> => Object.fromEntries(domains.map((d) => [d, 0])) as Record<Domain, number>;

export const domainsOf = perStory(({ blocks }: Story): Domains => {
  const sum = none();
  let words = 0;
  for (const { facts, role } of blocks) {
    if (!isCopy(role)) continue;
    const count = countIn(facts);
    words += count.words;
    for (const domain of domains) sum[domain] += count.of[domain];
  }
  for (const domain of domains) sum[domain] = (sum[domain] / Math.max(words, 1)) * 100;
  return { words, share: sum };
});

const countIn = perParagraph(({ tokens }): Count => {
  const lexicon = domainsByWord();
  const of = none();
  for (const word of tokens.word) for (const domain of lexicon.get(word) ?? []) of[domain]++;
  return { words: tokens.length, of };
});

let byWord: Map<string, Domain[]> | undefined;

function domainsByWord(): ReadonlyMap<string, readonly Domain[]> {
  if (byWord) return byWord;
  byWord = new Map();
  for (const [domain, words] of claimLexicon().domains) {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), domain]);
  }
  return byWord;
}

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
