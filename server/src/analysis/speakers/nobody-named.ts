// Nobody named: "he said", and up to there the story has told of nobody who could be he.
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import { isEnglish } from '../../document/paragraph';
import { isCopy, isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { Shape, spanOf } from '../../document/token';
import { perStory } from '../../document/memo';
import type { Span } from '../../text/span';
import { is, isCapital, isQuoted, type ParagraphWords, readingOf, shape, word } from '../attribution/scope';
import { namesOf, nameSpan, type Occurrence } from '../names/forms';
import type { NameWord } from '../names/mention-words';
import { isGivenName, isKind, isPlace, isProperAdjective } from '../names/lists';
import { isNoun } from './antecedents';
import { type Gender, type Sex, sexOfGivenName, sexOfNoun } from './gender';
import { isPlural } from './speaker';

/** A pronoun for one person, with what it does. Offsets into the prose. */
export interface Unintroduced extends Span {
  readonly pronoun: Span;
  readonly sex: Sex;
}

/** The first "he" and the first "she" that mean nobody whom the story has named or described before. */
export const nobodyNamed: (story: Story) => readonly Unintroduced[] = perStory((story) => {
  const told: Unintroduced[] = [];
  const open = new Set<Sex>(['male', 'female']);
  const names = namesByBlock(story);
  for (const [index, block] of story.blocks.entries()) {
    if (open.size === 0) break;
    if (!isCopy(block.role)) continue;
    if (isEnglish(block.facts)) told.push(...inBlock(block, names.get(index) ?? [], open));
    // who cannot be read may name anybody
    else open.clear();
  }
  return told;
});

function namesByBlock(story: Story): ReadonlyMap<number, readonly Occurrence[]> {
  const byBlock = new Map<number, Occurrence[]>();
  for (const at of namesOf(story).mentions) {
    const had = byBlock.get(at.block);
    if (had) had.push(at);
    else byBlock.set(at.block, [at]);
  }
  return byBlock;
}

const pronouns: Readonly<Partial<Record<string, Sex>>> = { he: 'male', she: 'female' };

/** @param open of whom nobody has been told yet; shut by whoever is. */
function* inBlock(block: Block, names: readonly Occurrence[], open: Set<Sex>): Generator<Unintroduced> {
  const r = readingOf(block.facts);
  const people = names.filter((at) => mayBePerson(at, r));
  let next = 0;
  for (let i = 0; i < r.tokens.length && open.size > 0; i++) {
    const start = r.tokens.start[i] as number;
    for (; next < people.length && nameSpan(people[next] as Occurrence).start <= start; next++)
      shut(open, genderOfMention(people[next] as Occurrence));
    const sex = pronouns[word(r, i)];
    if (isQuoted(r, i)) continue;
    if (sex === undefined) shut(open, personAt(r, i));
    else if (open.has(sex) && isProse(block.role)) {
      open.delete(sex);
      const verb = verbBehind(r, i);
      if (verb !== undefined && !isToldLater(r, i, people, sex))
        yield { ...shifted(r, i, verb + 1, block.start), pronoun: shifted(r, i, i + 1, block.start), sex };
    }
  }
}

const shifted = (r: ParagraphWords, from: number, to: number, base: number): Span => {
  const { start, end } = spanOf(r.tokens, from, to);
  return { start: base + start, end: base + end };
};

function shut(open: Set<Sex>, gender: Gender): void {
  if (gender === 'male' || gender === 'female') open.delete(gender);
  else if (gender === 'unknown') open.clear();
}

/** Words between the pronoun and its verb: "he later". */
const NEAR = 3;

function verbBehind(r: ParagraphWords, i: number): number | undefined {
  for (let at = i + 1; at <= i + NEAR; at++) {
    if (is(r, at, Class.auxiliary | Class.past) || r.verbs[at]) return at;
    if (!is(r, at, Class.adverb)) return undefined;
  }
  return undefined;
}

/** "When he came to power, Ada Brenn …": the sentence itself says who. */
function isToldLater(r: ParagraphWords, i: number, people: readonly Occurrence[], sex: Sex): boolean {
  const start = r.tokens.start[i] as number;
  const sentence = r.paragraph.sentences.find((s) => s.start <= start && start < s.end);
  if (!sentence) return true;
  if (
    people.some(
      (at) => nameSpan(at).start > start && nameSpan(at).start < sentence.end && fits(genderOfMention(at), sex),
    )
  )
    return true;
  for (let k = i + 1; k < sentence.lastToken; k++) if (!isQuoted(r, k) && fits(personAt(r, k), sex)) return true;
  return false;
}

const fits = (gender: Gender, sex: Sex): boolean => gender === sex || gender === 'unknown';

/** Of whom the word tells: a man, a woman, either, or nobody alone ("neuter"). */
function personAt(r: ParagraphWords, i: number): Gender {
  if (!shape(r, i, Shape.word)) return 'neuter';
  const said = word(r, i);
  const sex = sexOfNoun(said);
  if (sex) return sex;
  if (anybody.has(said)) return 'unknown';
  // "the general public", "a humanitarian crisis"
  const isAdjective = isNoun(r, i + 1) && (adjectival.has(said) || !is(r, i, people)) && !is(r, i + 1, Class.person);
  // "voter Maria Tan" is whoever the name says
  if (isPlural(r, i) || isAdjective || isCapital(r, i + 1)) return 'neuter';
  if (is(r, i, people) || isKind(said, 'role') || isKind(said, 'kin')) return 'unknown';
  return !isCapital(r, i) && isOneOfAKind(r, i) ? 'unknown' : 'neuter';
}

const people = Class.person | Class.anonymous | Class.title;
const adjectival = wordList('adjectives like nouns for people');
const anybody = wordList('words for somebody');

/** "A blogger", "the 34-year-old": behind a determiner or its adjective a word that looks like people, or as whoever does something. */
function isOneOfAKind(r: ParagraphWords, i: number): boolean {
  const said = word(r, i);
  if (said.endsWith('-old')) return true;
  if (!DOER.test(said) || otherThings.has(said)) return false;
  return [i - 1, i - 2].some((k) => is(r, k, Class.determiner | Class.possessive) || word(r, k) === 'one');
}

const DOER = /(?:[^aeiou]er|[ts]or|ist|ian|eer|ee|ant)$/;
const otherThings = wordList('things that end like people');

/** A name that no word in it or before it tells to be a thing or a place. */
function mayBePerson(at: Occurrence, r: ParagraphWords): boolean {
  const { words, mention } = at;
  if (mention.titles.length > 0 || givenIn(words) !== undefined) return true;
  // "Central Bank President Leonel Figueroa"
  if (words.slice(0, -1).some((w) => isKind(w.form, 'role') || isKind(w.form, 'title'))) return true;
  if (words.length === 2 && isGivenName((words[0] as NameWord).form)) return true;
  const { start } = nameSpan(at);
  const before = BEFORE.exec(r.paragraph.text.slice(Math.max(0, start - LOOK_BACK), start))?.[1]?.toLowerCase();
  if (before !== undefined && (articles.has(before) || inPlaces.has(before))) return false;
  if (words.some((w) => w.acronym || bodies.some((kind) => isKind(w.form, kind)))) return false;
  const plain = words.filter((w) => w.plain || isPlace(w.form) || isProperAdjective(w.form));
  return plain.length < words.length && (words.length <= LONGEST_PERSON || plain.length === 0);
}

const bodies = ['organisation', 'company', 'place'] as const;
const articles = wordList('articles');
const LONGEST_PERSON = 3;

/** The given name that another word of the name follows. */
const givenIn = (words: readonly NameWord[]): Sex | undefined =>
  words
    .slice(0, -1)
    .map(({ form }) => sexOfGivenName(form))
    .find((sex) => sex !== undefined);

const LOOK_BACK = 14;
const BEFORE = /(?:^|[^\p{L}])(\p{L}{1,12}) $/u;
const inPlaces = wordList('prepositions of place');

const genderOfMention = ({ words }: Occurrence): Gender => givenIn(words) ?? 'unknown';
