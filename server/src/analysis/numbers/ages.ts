// Ages: how old each person is said to be, wherever the story says so.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, tokenAt, type Tokens, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { byPosition, shift, type Span } from '../../text/span';
import { perParagraph, perStory } from '../../document/memo';
import { type Quantity, quantitiesOf } from '../../language/quantities';
import { genderOfFullName } from '../speakers/gender';
import { namesOf, type Occurrence } from '../names/forms';
import { nameOf } from '../names/mention-words';
import { type Mention, mentionsIn } from '../names/mentions';

/** An age where it stands, in prose offsets. */
export interface Age extends Span {
  readonly years: number;
  /** The name it is said of. */
  readonly name: Span;
}

/** By person, in order of place. A bare surname is the one full name of the story that ends in it, or nobody. */
export const agesOf = perStory((story: Story): readonly (readonly Age[])[] => {
  const { mentions } = namesOf(story);
  const people = new Map<string, Age[]>();
  const two = new Set<string>();
  let full: ReturnType<typeof fullNames> | undefined;
  let before: Occurrence | undefined;
  for (const at of mentions) {
    const age = agedIn((story.blocks[at.block] as Block).facts).get(at.mention);
    const who = age && personOf(at, (full ??= fullNames(mentions)));
    if (at.words.length > 1) {
      if (before && isNamesake(story, at, before)) two.add(at.name);
      before = at;
    }
    if (!age || who === undefined) continue;
    const ages = people.get(who) ?? [];
    ages.push({ ...shift(age, at.base), years: age.years, name: shift(at.mention, at.base) });
    people.set(who, ages);
  }
  // whose an age is nobody can tell where two bear the name
  for (const name of two) people.delete(name);
  const [only, ...others] = people.values();
  if (only && !others.length) only.push(...agesUnnamed(story, only));
  return [...people.values()].map((ages) => ages.sort(byPosition));
});

/** "Ivan Roe, 61, and his son Ivan Roe, 30", "Mia Roe, 12, and Mia Roe, 14": whoever is named in full next to that very name is another. */
function isNamesake({ blocks }: Story, at: Occurrence, before: Occurrence): boolean {
  if (at.name !== before.name || at.block !== before.block) return false;
  const { sentence, start, kin, kinOf } = at.mention;
  const apart = sentence - before.mention.sentence;
  if (kin || kinOf) return apart <= 1;
  const { tokens } = (blocks[at.block] as Block).facts;
  return apart === 0 && wordAt(tokens, tokenAt(tokens, start) - 1) === 'and';
}

/**
 * "The 51-year-old has denied it", "Man, 51, held" in the headline: ages with no name, where one person alone has an age in the
 * story. It may be somebody else's all the same, so that only what a slip makes of the age is taken for it.
 */
function agesUnnamed({ blocks, prose }: Story, [known]: readonly Age[]): Age[] {
  if (!known) return [];
  const gender = genderOfFullName(prose.slice(known.name.start, known.name.end));
  const pronoun = gender === 'male' ? 'he' : gender === 'female' ? 'she' : undefined;
  return blocks.flatMap(({ role, start, facts }) => {
    if (!isCopy(role)) return [];
    const { list } = quantitiesOf(facts);
    const here = list.filter((q) =>
      role === 'headline' ? isAged(facts.tokens, q) : isTheAged(facts.tokens, q) || isAgeOf(pronoun, facts.tokens, q),
    );
    return here
      .filter(({ value, first }) => isSlip(value, known.years) && !has(facts.tokens, first, Shape.quoted))
      .map((q) => ({ ...shift({ start: q.start, end: q.end }, start), years: q.value, name: known.name }));
  });
}

/** "Man, 51, held", "51-year-old held". */
const isAged = (tokens: Tokens, q: Quantity): boolean =>
  q.kind === 'age' ||
  (isFigure(tokens, q) && q.kind === 'count' && wordAt(tokens, q.first - 1) === ',' && wordAt(tokens, q.last) === ',');

/** "The 51-year-old", and no noun behind it: somebody told of before. */
const isTheAged = (tokens: Tokens, { kind, first, last }: Quantity): boolean =>
  kind === 'age' &&
  wordAt(tokens, first - 1) === 'the' &&
  (!has(tokens, last, Shape.word) || followsPerson.has(wordAt(tokens, last)) || tagsSpeech(wordAt(tokens, last)));

/** "He is 54 and has four sons", "At 54, he is". */
const isAgeOf = (pronoun: string | undefined, tokens: Tokens, q: Quantity): boolean =>
  pronoun !== undefined &&
  (q.kind === 'age' || isFigure(tokens, q)) &&
  ((wordAt(tokens, q.first - 2) === pronoun &&
    (wordAt(tokens, q.first - 1) === 'is' ? /^(?:[,.;]|and|but)$/ : /^\.$/).test(wordAt(tokens, q.last)) &&
    /^(?:is|was)$/.test(wordAt(tokens, q.first - 1))) ||
    (wordAt(tokens, q.first - 1) === 'at' && wordAt(tokens, q.last) === ',' && wordAt(tokens, q.last + 1) === pronoun));

const followsPerson = wordList('words behind a person');

/** Off by a few years, or one digit for another, or the two exchanged. */
function isSlip(one: number, other: number): boolean {
  if (one === other) return false;
  const [a, b] = [String(one), String(other)];
  return (
    Math.abs(one - other) <= FEW_YEARS ||
    (a.length === 2 && b.length === 2 && (a[0] === b[0] || a[1] === b[1] || (a[0] === b[1] && a[1] === b[0])))
  );
}

const FEW_YEARS = 2;

/** By what a longer name ends in, the full names: "Montero" and "Ruiz Montero" are "Ana Ruiz Montero". */
function fullNames(mentions: readonly Occurrence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const full = new Map<string, Set<string>>();
  for (const { words, name } of mentions)
    for (let k = 1; k < words.length; k++) {
      const tail = nameOf(words.slice(k));
      full.set(tail, (full.get(tail) ?? new Set()).add(name));
    }
  for (const names of full.values()) for (const name of names) if (names.size > 1 && full.has(name)) names.delete(name);
  return full;
}

/** A lone word that is nobody's surname may be a place: "a 29-year-old Berlin woman". */
function personOf({ words, name }: Occurrence, full: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const [longer, ...others] = full.get(name) ?? [];
  if (longer !== undefined && !others.length) return longer;
  return words.length > 1 ? name : undefined;
}

const OLDEST = 115;

/** The ages that a paragraph tells, by whose they are. Relative to the paragraph. */
const agedIn = perParagraph((paragraph): ReadonlyMap<Mention, Omit<Age, 'name'>> => {
  const aged = new Map<Mention, Omit<Age, 'name'>>();
  if (!quantitiesOf(paragraph).list.length) return aged;
  for (const mention of mentionsIn(paragraph)) {
    const age = ageOf(paragraph, mention);
    if (age) aged.set(mention, age);
  }
  return aged;
});

function ageOf(paragraph: Paragraph, mention: Mention): Omit<Age, 'name'> | undefined {
  const { tokens } = paragraph;
  const { at } = quantitiesOf(paragraph);
  const first = tokenAt(tokens, mention.start);
  const last = tokenAt(tokens, mention.end - 1) + 1;
  const age =
    apposed(tokens, at, last) ??
    told(tokens, at, last) ??
    before(tokens, at, first, last) ??
    ahead(tokens, at, first) ??
    atDeath(tokens, at, last);
  if (!age || age.value > OLDEST || age.vague || age.bound || age.upTo !== undefined) return undefined;
  if (has(tokens, age.first, Shape.quoted) || isOfAnotherTime(paragraph, mention.sentence, age)) return undefined;
  return { start: age.start, end: age.end, years: age.value };
}

type At = ReadonlyMap<number, Quantity>;

/** "Jan Bero, 52, said", "Jan Bero (52)", "Jan Bero, a 52-year-old farmer", "Jan Bero, who is 52". */
function apposed(tokens: Tokens, at: At, from: number): Quantity | undefined {
  const mark = wordAt(tokens, from);
  if (mark !== ',' && mark !== '(') return undefined;
  const bare = at.get(from + 1);
  if (bare?.kind === 'count' && isFigure(tokens, bare) && /^[,.;)]$/.test(wordAt(tokens, bare.last))) return bare;
  if (bare?.kind === 'age') return bare;
  const skip = /^an?$|^now$|^aged$/.test(wordAt(tokens, from + 1)) ? 2 : /^who$/.test(wordAt(tokens, from + 1)) ? 3 : 0;
  const next = at.get(from + skip);
  if (!skip || !next) return undefined;
  if (skip === 3 && !/^(?:is|was)$/.test(wordAt(tokens, from + 2))) return undefined;
  const bareToo = skip === 3 || wordAt(tokens, from + 1) === 'now';
  return next.kind === 'age' || (bareToo && isFigure(tokens, next) && ends(tokens, next)) ? next : undefined;
}

/** "Bero is 52 years old", "Bero was 52." */
function told(tokens: Tokens, at: At, from: number): Quantity | undefined {
  if (!/^(?:is|was)$/.test(wordAt(tokens, from))) return undefined;
  const next = at.get(from + 1);
  return next && (next.kind === 'age' || (next.kind === 'count' && isFigure(tokens, next) && ends(tokens, next)))
    ? next
    : undefined;
}

/** Words between "52-year-old" and the name, at most: "the 52-year-old former mine manager Jan Bero". */
const DESCRIBED_IN = 4;

function before(tokens: Tokens, at: At, first: number, last: number): Quantity | undefined {
  // "a 38-year-old woman, Jane Doyle, was seen"
  const comma = wordAt(tokens, first - 1) === ',' && /^[,.]$/.test(wordAt(tokens, last)) ? first - 1 : first;
  for (let i = comma - 1; i >= first - DESCRIBED_IN - 3 && i >= 0; i--) {
    const age = at.get(i);
    if (age?.kind === 'age') {
      const apart = comma < first && !/^an?$/.test(wordAt(tokens, age.first - 1));
      return first - age.last <= DESCRIBED_IN && !apart ? age : undefined;
    }
    if (has(tokens, i, Shape.mark) && wordAt(tokens, i) !== '-') return undefined;
  }
  return undefined;
}

/** "At 54, Bero is the oldest." */
function ahead(tokens: Tokens, at: At, first: number): Quantity | undefined {
  const age = wordAt(tokens, first - 1) === ',' ? at.get(first - 2) : undefined;
  // "after leaving school at 16, Bero": an age of then
  const opens = age && wordAt(tokens, age.first - 1) === 'at' && has(tokens, age.first - 1, Shape.initial);
  return opens && isFigure(tokens, age) ? age : undefined;
}

/** Words between a name and "died", and between that and the age, at most. */
const DIED_WITHIN = 8;

/** "Bero died on Friday at the age of 81", "who died in May aged 81". */
function atDeath(tokens: Tokens, at: At, last: number): Quantity | undefined {
  let died = false;
  for (let i = last; i < last + 2 * DIED_WITHIN && wordAt(tokens, i) !== '.'; i++) {
    died ||= i < last + DIED_WITHIN && /^(?:died|dies)$/.test(wordAt(tokens, i));
    const of = wordAt(tokens, i - 1) === 'of' && wordAt(tokens, i - 2) === 'age';
    const age = died && (of || /^(?:at|aged)$/.test(wordAt(tokens, i - 1))) ? at.get(i) : undefined;
    if (age) return age.kind === 'age' || (isFigure(tokens, age) && (of || ends(tokens, age))) ? age : undefined;
    if (i > last && has(tokens, i, Shape.capital) && !died) return undefined;
  }
  return undefined;
}

const isFigure = (tokens: Tokens, { first, last }: Quantity): boolean =>
  last === first + 1 && has(tokens, first, Shape.number);
const ends = (tokens: Tokens, { last }: Quantity): boolean =>
  last >= tokens.length || /^[,.;]$/.test(wordAt(tokens, last));

const otherTimes = wordList('words for another time');

/** "was 17 when he left": an age that the person once had. */
function isOfAnotherTime({ tokens, sentences }: Paragraph, index: number, { first }: Quantity): boolean {
  const sentence = sentences[index];
  const end = Math.min(sentence?.lastToken ?? tokens.length, first + 12);
  for (let i = Math.max(sentence?.firstToken ?? 0, first - 3); i < end; i++)
    if (otherTimes.has(wordAt(tokens, i))) return true;
  return false;
}
