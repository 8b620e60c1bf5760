// Offices: "the prime minister" is whoever the story names with that office, "Prime Minister Ida Moll", "Ida Moll, the prime minister". Where
// it names two who hold it, or brings in another without a name, nobody can tell, and the office speaks for itself.
import { type WordList, wordList } from '../../lexicon/word-lists';
import type { Block, Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import { Shape, tokenAt } from '../../document/token';
import { Class } from '../../language/word-classes';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isMark, type ParagraphWords, readingOf, shape, word } from '../attribution/scope';
import { entitiesOf, introducedAs } from '../names/entities';
import { isProperAdjective } from '../names/lists';
import { blockAt } from './block-of';
import { isOrdinary } from './by-name';
import { antecedentsIn, isNoun } from './antecedents';
import { isTitle } from './name-words';
import { isApostrophe } from './noun-core';
import { isPlural, speakingOf } from './speaker';

/** Who holds an office, by the noun phrase of the office as it stands in a paragraph. Undefined where it is not one named person. */
export type OfficeHolders = (block: Block, office: Range) => Holder | undefined;

/** Prose offsets of where the name stands. */
export interface Holder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Office extends Holder {
  /** "minister"; one for "head", "chief" and "leader", whose word is `noun`. */
  readonly head: string;
  readonly noun: string;
  /** All that the story tells of the office: "foreign", "minister". */
  readonly words: ReadonlySet<string>;
}

export const officeHoldersOf = perStory((story: Story): OfficeHolders => {
  const byHead = new Map<string, Office[]>();
  const file = (head: string, office: Office): void => {
    const had = byHead.get(head);
    if (!had) byHead.set(head, [office]);
    else if (had.length < MOST_HOLDERS) had.push(office);
  };
  const told = new Set<number>();
  for (const entity of entitiesOf(story)) {
    if (entity.type === 'term' || entity.type === 'organisation' || entity.type === 'place') continue;
    const { text } = introducedAs(entity);
    for (const mention of entity.mentions.slice(0, MOST_LOOKS)) {
      const block = blockAt(story.blocks, mention.start);
      if (!block || !isProse(block.role) || mention.quoted) continue;
      for (const range of officesBeside(block, mention)) {
        const r = readingOf(block.facts);
        const { head, noun, words, at } = readOffice(r, range, range.core ?? coreOf(r, range));
        if (!head) continue;
        told.add(block.start + at);
        file(head, { head, noun, words, name: text, start: mention.start, end: mention.end });
      }
    }
  }
  if (byHead.size === 0) return () => undefined;
  const strangers = strangersIn(story.blocks, byHead, told);
  return (block, range) => {
    const r = readingOf(block.facts);
    const { head, noun, words } = readOffice(r, range, coreOf(r, range));
    if (!head) return undefined;
    const holders = (byHead.get(head) ?? []).filter((one) => holds(one, words, head) && isSaidOf(one, noun, words));
    const [first] = holders;
    if (!first || holders.some(({ name }) => name !== first.name)) return undefined;
    const at = block.start + (r.tokens.start[range.from] ?? 0);
    return strangers.some((one) => one.head === head && one.at < at) ? undefined : first;
  };
});

const MOST_HOLDERS = 16;
const MOST_LOOKS = 8;

/** All that is said of the office here is said of the holder's, and nothing makes another of it: "the former minister", "deputy head". */
function holds(office: Office, words: ReadonlySet<string>, head: string): boolean {
  for (const word of words) if (!office.words.has(word)) return false;
  for (const word of office.words) if (makesAnother.has(word) && !words.has(word)) return false;
  // "the attorney general" is no general
  if (ranksBehind.has(head))
    for (const word of office.words) if (beforeRank.has(word) && !words.has(word)) return false;
  return true;
}

/** "The head of the union" is the union leader, and not "the leader": another noun needs what the office is of. */
const isSaidOf = (office: Office, noun: string, words: ReadonlySet<string>): boolean =>
  noun === office.noun || words.size > 1;

const makesAnother = wordList('words that make another office');
const ranksBehind = wordList('ranks that end an office');
const beforeRank = wordList('offices that end in a rank');

/** Nouns for one office, whoever holds it. */
const sameOffice: readonly (readonly [office: string, nouns: WordList])[] = [
  ['chair', wordList('who chairs')],
  ['spokesman', wordList('who speaks for others')],
  ['congressman', wordList('who sits in congress')],
  ['councillor', wordList('who sits on a council')],
  ['leader', wordList('who leads a body')],
];

const shortForms: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
]);

function asOne(noun: string): string {
  const bare = noun.endsWith('.') ? noun.slice(0, -1) : noun;
  return sameOffice.find(([, nouns]) => nouns.has(bare))?.[0] ?? shortForms.get(bare) ?? bare;
}

/** Chair and chairwoman are one noun, and so are all but those who lead a body. */
const nounOf = (noun: string): string => (asOne(noun) === 'leader' ? noun : asOne(noun));

interface Read {
  readonly head: string;
  readonly noun: string;
  readonly words: Set<string>;
  readonly at: number;
}

/** The office's noun, and all its words that tell something. @param core where the noun phrase itself ends. */
function readOffice(r: ParagraphWords, { from, to }: Range, core = to): Read {
  const words = new Set<string>();
  let last = from;
  for (let i = from; i < to; i++) {
    if (isMark(r, i) || is(r, i, small)) continue;
    // "the party's leader"
    words.add(asOne(word(r, i).replace(/'s$/, '')));
    if (i < core) last = i;
  }
  const isNobody = isPlural(r, last) || !(isTitle(r, last) || isNoun(r, last) || isCapital(r, last));
  const noun = word(r, last);
  return { head: isNobody ? '' : asOne(noun), noun: nounOf(noun), words, at: r.tokens.start[last] ?? 0 };
}

const coreOf = (r: ParagraphWords, range: Range): number => speakingOf(r, range).core.to;

const small = Class.article | Class.determiner | Class.possessive | Class.preposition | Class.conjunction;

/** Tokens of an office: "head of the oil workers' union in the north". */
const LONGEST_OFFICE = 12;

/** An office beside a name, and where its noun phrase ends if that is known. */
interface Beside extends Range {
  readonly core?: number;
}

/** The noun phrases right before and behind a name that tell what its bearer is. */
function officesBeside(block: Block, { start, end }: { readonly start: number; readonly end: number }): Beside[] {
  const r = readingOf(block.facts);
  const first = tokenAt(r.tokens, start - block.start);
  const next = tokenAt(r.tokens, end - block.start - 1) + 1;
  return [before(r, first), apposedBefore(r, beforeTitles(r, first), next), apposedBehind(r, next)].filter(
    (one) => one !== undefined,
  );
}

/** "The judge, Mrs Justice Roe,": the name with its titles. */
function beforeTitles(r: ParagraphWords, name: number): number {
  let first = name;
  while (first > 0 && name - first < MOST_TITLES && isCapital(r, first - 1) && isOfTitle(r, first - 1)) first--;
  return first;
}

const MOST_TITLES = 4;
const civil = wordList('titles of address');
const isOfTitle = (r: ParagraphWords, i: number): boolean => isTitle(r, i) || civil.has(word(r, i).replace(/\.$/, ''));

/** "Prime Minister Ida Moll", "nurse Ida Moll", "the Lom mayor, Dr. Ida Moll" with the titles that are set apart. */
function before(r: ParagraphWords, first: number): Beside | undefined {
  let from = first;
  const isOffice = (i: number): boolean =>
    shape(r, i, Shape.word) &&
    !is(r, i, small | Class.time) &&
    (isTitle(r, i) || isNoun(r, i) || isPlainOpener(r, i) || (from < first && isCapital(r, i)));
  while (from > 0 && first - from < LONGEST_OFFICE && isOffice(from - 1)) from--;
  return from < first && !isProperAdjective(word(r, first - 1)) ? { from, to: first, core: first } : undefined;
}

/** "Baker Ida Moll": its capital is the sentence's. */
const isPlainOpener = (r: ParagraphWords, i: number): boolean =>
  shape(r, i, Shape.initial) &&
  isOrdinary(word(r, i)) &&
  !is(r, i, Class.adverb | Class.subject | Class.subordinator) &&
  !r.verbs[i];

/** "The prime minister, Ida Moll, said" */
function apposedBefore(r: ParagraphWords, first: number, next: number): Range | undefined {
  if (word(r, first - 1) !== ',' || !isMark(r, next) || next >= r.word.length) return undefined;
  for (let i = first - 2; i >= 0 && i > first - LONGEST_OFFICE; i--) {
    if (isMark(r, i) || is(r, i, Class.auxiliary | Class.conjunction | Class.question)) return undefined;
    if (is(r, i, Class.article)) {
      // "the head of the union": the first article begins it
      const of = is(r, i - 1, Class.preposition) ? articleBefore(r, i - 2) : i;
      return of < 0 ? undefined : { from: of + 1, to: first - 1 };
    }
  }
  return undefined;
}

function articleBefore(r: ParagraphWords, from: number): number {
  for (let i = from; i >= 0 && i > from - LONGEST_OFFICE / 2; i--) {
    if (isMark(r, i) || is(r, i, Class.auxiliary | Class.conjunction)) return -1;
    if (is(r, i, Class.article)) return i;
  }
  return -1;
}

/** "Ida Moll, 34, a nurse at the school,", "Ida Moll (the party's treasurer)", "Ida Moll is the mayor." */
function apposedBehind(r: ParagraphWords, next: number): Range | undefined {
  let open = next;
  if (word(r, open) === ',' && shape(r, open + 1, Shape.number) && word(r, open + 2) === ',') open += 2;
  const copula = is(r, open, Class.be);
  if (!copula && word(r, open) !== ',' && word(r, open) !== '(') return undefined;
  let from = open + 1;
  const described = is(r, from, Class.article | Class.possessive);
  if (described) from++;
  if (copula && !described) return undefined;
  // "the head of the teachers' union", as far as it is read
  let [to, owner] = [from, -1];
  for (; to < r.word.length && to - from < LONGEST_OFFICE && (!isMark(r, to) || isApostrophe(word(r, to))); to++)
    if (is(r, to, Class.question | Class.auxiliary | Class.subject)) break;
    else if (owner < 0 && isMark(r, to)) owner = to;
  if (owner > 0 && to - from >= LONGEST_OFFICE) to = owner;
  if (to === from || to - from >= LONGEST_OFFICE) return undefined;
  const { core, kind } = speakingOf(r, { from, to });
  // "…, Lom, said": a place, and no office
  if (!described && !isTitle(r, core.to - 1) && kind !== 'role') return undefined;
  return { from, to };
}

/** Others of such an office whom nobody names: "a second lawmaker", "another nurse". Prose offsets. */
function strangersIn(
  blocks: readonly Block[],
  heads: { has(head: string): boolean },
  told: ReadonlySet<number>,
): readonly { readonly head: string; readonly at: number }[] {
  return blocks
    .filter(({ role }) => isProse(role))
    .flatMap(({ start, facts }) => {
      const r = readingOf(facts);
      return antecedentsIn(facts).flatMap(({ speaking, tokens }) => {
        const head = asOne(speaking.head);
        if (speaking.kind === 'named' || speaking.plural || !heads.has(head)) return [];
        const at = start + (r.tokens.start[speaking.core.to - 1] ?? 0);
        return !told.has(at) && isNew(r, tokens.from) ? [{ head, at }] : [];
      });
    });
}

const isNew = (r: ParagraphWords, from: number): boolean => {
  for (let i = from; i >= 0 && i >= from - 3 && !isMark(r, i); i--) if (anew.has(word(r, i))) return true;
  return false;
};

const anew = wordList('words for another of the kind');
