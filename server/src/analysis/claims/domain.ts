// What a story is about, judged from its words: "attack" is a foul on one page and a battle on another.
import { isCopy } from '../../document/role';
import type { Story } from '../../document/story';
import { type Domain, domains, claimLexicon } from '../../lexicon/claims/load';
import { perStory } from '../memo';
import { perParagraph } from '../memo';

/** Words of each domain in a hundred words of copy. */
export type Domains = Readonly<Record<Domain, number>>;

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
  return sum;
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

export const isAbout = (story: Story, domain: Domain | 'harm'): boolean =>
  domain === 'harm'
    ? isAbout(story, 'conflict') || isAbout(story, 'crime') || isAbout(story, 'disaster')
    : domainsOf(story)[domain] >= ABOUT[domain];
