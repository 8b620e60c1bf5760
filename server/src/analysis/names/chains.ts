// Chains: which mentions of a story are one name, in full, short, turned round or cut otherwise. Full names come first; then those that are
// the end of a longer one, "López Obrador", or its words in another order, "Orbán Viktor"; then single words.
import { classOf } from '../transliteration/given-names';
import { joinedServant, strictKey } from '../transliteration/letters';
import { isPinyin } from './formation';
import type { Occurrence } from './forms';
import type { Entity as Known } from './gazetteer';
import { wordList } from '../../lexicon/word-lists';
import { isGivenName, isKind, isPlace, isProperAdjective } from './lists';
import type { Tie } from './entity';
import { factsOf } from './word-facts';

/** A name as far as it is known, with where it stands. */
export interface Chain {
  readonly key: string;
  words: readonly string[];
  readonly known: Known | undefined;
  readonly mentions: { readonly at: Occurrence; readonly tie: Tie }[];
}

export interface Chains {
  /** A name in full. */
  introduce(at: Occurrence, words: readonly string[], known: Known | undefined): void;
  /** All full names are in: those that are parts of others join them. */
  settle(): void;
  /** A word that somebody of the story is called by. */
  knows(at: Occurrence): boolean;
  /** One word. */
  refer(at: Occurrence, words: readonly string[], known: Known | undefined): void;
  all(): readonly Chain[];
}

export const endOf = ({ base, mention }: Occurrence): number => base + mention.end;

/** The chains of a story, by what each can be referred to with. */
interface Index {
  readonly byKey: Map<string, Chain>;
  /** The last entity introduced that has the word as its surname, or as its family name in front. */
  readonly bySurname: Map<string, Chain[]>;
  readonly byGivenName: Map<string, Chain[]>;
  /** By the letters of a surname however it is cut: Amir-Abdollahian, Amir Abdollahian. */
  readonly byLetters: Map<string, Chain[]>;
  /** Words inside a name: "Maduro" of Nicolás Maduro Moros. */
  readonly byMiddle: Map<string, Chain[]>;
  /** By first and last word of a person's name. */
  readonly byEnds: Map<string, Chain>;
}

export function createChains(): Chains {
  const index: Index = {
    byKey: new Map(),
    bySurname: new Map(),
    byGivenName: new Map(),
    byLetters: new Map(),
    byMiddle: new Map(),
    byEnds: new Map(),
  };
  return {
    introduce(at, words, known) {
      const chain = add(index, keyOf(index, at, words, known), at, words, known);
      fileByWords(index, chain, words);
    },
    settle: () => settle(index),
    knows: ({ words: [word] }) => word !== undefined && knows(index, word.form),
    refer(at, words, known) {
      const [word] = words as readonly [string];
      // "Saddam", "Kim": the one person of the story who has that first name
      const bearers = known && index.byKey.has(`#${known.id}`) ? [] : bearersOf(index, word);
      const own = meantBy(word, bearers);
      const bearer = calledSo(own, at) ?? own[0];
      if (bearer) bearer.mentions.push({ at, tie: 'short form' });
      else add(index, known ? `#${known.id}` : word, at, words, known);
    },
    all: () => [...index.byKey.values()],
  };
}

function add({ byKey }: Index, key: string, at: Occurrence, words: readonly string[], known: Known | undefined): Chain {
  let chain = byKey.get(key);
  if (!chain) byKey.set(key, (chain = { key, words, known, mentions: [] }));
  if (words.length > chain.words.length) chain.words = words;
  chain.mentions.push({ at, tie: 'name' });
  return chain;
}

/** The key of the chain that a name in full belongs to, or begins. */
function keyOf({ byEnds }: Index, at: Occurrence, words: readonly string[], known: Known | undefined): string {
  const [first = ''] = words;
  const last = words.at(-1) as string;
  const ends = `${first} ${last}`;
  const bearer = isGiven(first) ? byEnds.get(ends) : undefined;
  // "Ivan Petrovich Solovyov", then "Ivan Solovyov"
  const same = bearer && (bearer.words.length === 2) !== (words.length === 2) ? bearer.key : words.join(' ');
  const other = words.length === 2 && !areTwoFamilies(words) ? byEnds.get(`${last} ${first}`) : undefined;
  const turned = other && !byEnds.has(ends) && !haveTwoOffices(other, at) ? other : undefined;
  return turned?.words.length === 2 ? turned.key : known ? `#${known.id}` : same;
}

/** Files a chain by all that a short form may take of a name in full. */
function fileByWords(
  { byEnds, bySurname, byGivenName, byLetters, byMiddle }: Index,
  chain: Chain,
  words: readonly string[],
): void {
  const [first = ''] = words;
  const last = words.at(-1) as string;
  const given = isGiven(first);
  const ends = `${first} ${last}`;
  if (!byEnds.has(ends)) byEnds.set(ends, chain);
  file(isFamilyFirst(words) ? byGivenName : bySurname, last, chain);
  if (words.length > 2) file(byLetters, lettersOf(words.slice(-2).join('')), chain);
  else if (last.length >= LONG_SURNAME) file(byLetters, lettersOf(last), chain);
  for (const word of words.slice(1, -1)) if (given && !isGiven(word)) file(byMiddle, word, chain);
  file(given ? byGivenName : bySurname, first, chain);
}

function settle({ byKey, bySurname, byGivenName, byLetters, byMiddle }: Index): void {
  const parts = partsOf(byKey.values());
  for (const chain of [...byKey.values()]) {
    const whole = wholeOf(chain, parts, bySurname, byLetters);
    if (!whole || whole === chain || !byKey.has(whole.key)) continue;
    if (chain.known && whole.known !== chain.known) continue;
    for (const { at } of chain.mentions) whole.mentions.push({ at, tie: 'short form' });
    byKey.delete(chain.key);
    for (const map of [bySurname, byGivenName, byMiddle])
      for (const word of chain.words) replace(map.get(word), chain, whole);
  }
}

function knows({ bySurname, byGivenName }: Index, word: string): boolean {
  // "Moon" of Moon Jae-in: a first name elsewhere
  const bearers = bySurname.get(word) ?? byGivenName.get(word)?.filter(isOfSyllables);
  if (!bearers?.length) return false;
  return !isProperAdjective(word) || bearers.some((chain) => isSurnameOf(word, chain));
}

/** All who may be called by a word: by their surname; else the only one with that first name, or middle name; else by its letters. */
function bearersOf({ bySurname, byGivenName, byMiddle, byLetters }: Index, word: string): readonly Chain[] {
  const alone = (chains: readonly Chain[] | undefined) => (chains?.length === 1 ? chains : undefined);
  const cut = (): readonly Chain[] => (word.length >= LONG_SURNAME ? (byLetters.get(lettersOf(word)) ?? []) : []);
  return bySurname.get(word) ?? alone(byGivenName.get(word)) ?? alone(byMiddle.get(word)) ?? cut();
}

/** Of all who bear a word, those whom it can mean: a country is no store that bears its name, and "Trump" is somebody before it is his hotel. */
function meantBy(word: string, bearers: readonly Chain[]): readonly Chain[] {
  const people = bearers.filter((chain) => isSurnameOf(word, chain));
  if (people.length) return people;
  const isElsewhere = isPlace(word) || isProperAdjective(word) || isCountry(word);
  return isElsewhere ? bearers.filter(isSomebody) : bearers;
}

/** A name that begins with a first name, or that may: "Paris Orska". "Prague Breweries" is nobody. */
const isSomebody = ({ words }: Chain): boolean => {
  const [first, other] = words as readonly [string, string];
  if (words.length < 2 || isGiven(first)) return words.length > 1;
  return words.length === 2 && isPlace(first) && !factsOf(other).plain && !isPlace(other);
};

/** The last word of somebody's name. */
const isSurnameOf = (word: string, { words }: Chain): boolean =>
  words.length > 1 && words.at(-1) === word && isGiven(words[0] as string);

/** "U.S.", "UK": as short as countries are called. */
const isCountry = (word: string): boolean => countries.has(word);
const countries = wordList('countries in letters');

/** What a surname is compared by, however it is cut: "Amir-Abdollahian", whose second word is spelled as a servant's name is. */
function lettersOf(word: string): string {
  const servant = word.indexOf('abd', 1);
  return strictKey(servant < 0 ? word : word.slice(0, servant) + joinedServant(word.slice(servant)));
}

/** Two words grown together are at least as long. */
const LONG_SURNAME = 8;

const isGiven = (word: string): boolean => isGivenName(word) || classOf(word) !== undefined;

function file(map: Map<string, Chain[]>, word: string, chain: Chain): void {
  const had = map.get(word);
  if (!had) map.set(word, [chain]);
  else if (!had.includes(chain)) had.push(chain);
}

function replace(chains: Chain[] | undefined, part: Chain, whole: Chain): void {
  const at = chains?.indexOf(part) ?? -1;
  if (at < 0) return;
  if (chains?.includes(whole)) chains.splice(at, 1);
  else chains?.splice(at, 1, whole);
}

/** "Xi Jinping", "Li Xi": the family's name comes first, and nobody is called by the other one. */
const isFamilyFirst = (words: readonly string[]): boolean =>
  isKind(words[0] as string, 'chinese') && words.slice(1).every(isPinyin);

/** "Moon Jae-in": two words, the second written with more than its letters. */
const isOfSyllables = ({ words, mentions: [first] }: Chain): boolean =>
  words.length === 2 && first?.at.words[1]?.dressed === true;

/** "Minister Park Jin", "singer Jin Park" */
function haveTwoOffices({ mentions }: Chain, { mention: { titles } }: Occurrence): boolean {
  const told = mentions.find(({ at }) => at.mention.titles.length > 0)?.at.mention.titles;
  return told !== undefined && titles.length > 0 && !titles.some((title) => told.includes(title));
}

/** "Wang Li", "Li Wang": either word may be the family's, and turned round it is somebody else. */
const areTwoFamilies = (words: readonly string[]): boolean => words.every((word) => isKind(word, 'chinese'));

/** A part of a longer name: where in it that begins. */
interface Part {
  readonly chain: Chain;
  readonly from: number;
}

/** By two words or more that stand in a longer name behind its first: the name, or nothing where two hold them. */
function partsOf(chains: Iterable<Chain>): ReadonlyMap<string, Part | undefined> {
  const parts = new Map<string, Part | undefined>();
  for (const chain of chains) {
    const { length } = chain.words;
    for (let from = 1; from < length - 1 && length <= LONGEST; from++)
      for (let to = from + 2; to <= length; to++) {
        const key = chain.words.slice(from, to).join(' ');
        const had = parts.get(key);
        if (!parts.has(key) || (had && isEndOf(had.chain, chain))) parts.set(key, { chain, from });
        else if (had && !isEndOf(chain, had.chain)) parts.set(key, undefined);
      }
  }
  return parts;
}

const isEndOf = (short: Chain, long: Chain): boolean => long.words.join(' ').endsWith(` ${short.words.join(' ')}`);

const LONGEST = 6;

/** The longer name that this one is the end of, or that it is cut from in other places. */
function wholeOf(
  { words }: Chain,
  parts: ReturnType<typeof partsOf>,
  bySurname: ReadonlyMap<string, readonly Chain[]>,
  byLetters: ReadonlyMap<string, readonly Chain[]>,
): Chain | undefined {
  // "New York" is no State University of New York
  if (isPlace(words.at(-1) as string)) return undefined;
  // "De la Cruz" at a sentence's head
  const bare = isKind(words[0] as string, 'link') ? words.slice(1) : words;
  const [link = ''] = words;
  const isLinked = (chain: Chain): boolean =>
    bare === words ||
    chain.words.includes(link) ||
    chain.mentions.some(({ at }) => at.mention.particles.includes(link));
  const part = parts.get(bare.join(' '));
  // "José García López" may be somebody else than María José García López
  if (part && isLinked(part.chain) && (!isGiven(bare[0] as string) || part.from > 1)) return part.chain;
  const called = bySurname.get(bare.join(' ')) ?? byLetters.get(lettersOf(bare.join('')));
  const others = called?.filter((chain) => chain.words !== words && chain.words.length > 1 && isLinked(chain)) ?? [];
  return others.length === 1 && (bare !== words || words.length === 2) ? others[0] : undefined;
}

/** Of several bearers of a surname the one with that title; the one whom the story has called so; else the one named last before. */
function calledSo(bearers: readonly Chain[], at: Occurrence): Chain | undefined {
  if (bearers.length < 2) return bearers[0];
  const { titles } = at.mention;
  if (!titles.length) return lastBefore(bearers, endOf(at));
  const isTitled = ({ mentions }: Chain): boolean =>
    mentions.slice(0, MOST_LOOKS).some(({ at: { mention } }) => mention.titles.some((title) => titles.includes(title)));
  const titled = bearers.slice(0, MOST_BEARERS).filter(isTitled);
  return titled.length === 1 ? titled[0] : lastBefore(bearers, endOf(at));
}

/** A title is looked for where somebody is first named. */
const MOST_LOOKS = 8;

/** Of several bearers of a surname, the one whose latest mention before `offset` is nearest. */
function lastBefore(bearers: readonly Chain[], offset: number): Chain | undefined {
  let best: Chain | undefined;
  let nearest = -1;
  for (const bearer of bearers.slice(0, MOST_BEARERS)) {
    const { mentions } = bearer;
    for (let i = mentions.length - 1; i >= 0 && i >= mentions.length - MOST_BEARERS; i--) {
      const end = endOf((mentions[i] as { at: Occurrence }).at);
      if (end < offset && end > nearest) {
        nearest = end;
        best = bearer;
      }
    }
  }
  return best;
}

const MOST_BEARERS = 16;
