// Terms: common words that a story writes in more than one way, ceasefire and cease-fire, adviser and advisor. Listed ones, and any
// word that stands closed here and hyphenated there.
import { wordList } from '../../lexicon/word-lists';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { data } from '../../lexicon/usage/terms.tsv';
import { data as twoMeanings } from '../../lexicon/usage/two-meanings.txt';
import type { Span } from '../../text/span';
import { bank, perParagraphWith, signs } from '../../document/gates';
import { perStory } from '../../document/memo';
import { alsoWritten, type Capitalised, withInnerCapital } from './inner-capitals';
import { beginsPhrase, type PhraseIndex, phraseIndex, phrasesIn } from './phrases';

export interface TermPlace extends Span {
  readonly initial: boolean;
  /** The same inflection in each of the term's ways: what the place would be in another. */
  readonly ways: readonly string[];
}

export interface TermSpelling {
  /** Index into the places' `ways`. */
  readonly way: number;
  readonly text: string;
  readonly places: readonly TermPlace[];
}

/** One term in two ways or more, in order of their first places. Offsets into the prose. */
export interface TermVariant {
  readonly spellings: readonly TermSpelling[];
}

interface Form {
  readonly set: number;
  readonly way: number;
  readonly ways: readonly string[];
  /** Also a verb: counts behind a determiner only, or, `strict`, right behind one. */
  readonly noun: boolean | 'strict';
}

let index: PhraseIndex<Form> | undefined;
let apart: ReadonlySet<string> | undefined;

/** Numbers of the listed terms that this is a way of, in whatever inflection. */
export const termSetsOf = (text: string): number[] => termWaysOf(text).map(({ set }) => set);

/** The same with the way of the term that it is: "organize" and "organization" are one way. */
export const termWaysOf = (text: string): readonly { readonly set: number; readonly way: number }[] =>
  (listed().byFirst.get(text.toLowerCase().split(' ')[0] ?? '') ?? [])
    .filter(({ words }) => words.join(' ') === text.toLowerCase())
    .map(({ value }) => value);

/** True where the list has the two as ways of one term. */
export function areOneTerm(a: string, b: string): boolean {
  const sets = termSetsOf(a);
  return termSetsOf(b).some((set) => sets.includes(set));
}

const listed = (): PhraseIndex<Form> => (index ??= phraseIndex(data.split('\n').flatMap(formsOf)));

function formsOf(line: string, set: number): (readonly [string, Form])[] {
  const columns = line.split('|').map((way) => way.split(','));
  return columns.flatMap((inflections, way) =>
    inflections.map((entry, row) => {
      const ways = columns.map((column) => column[row]?.split('=')[0] ?? '');
      return [
        ways[way] as string,
        { set, way, ways, noun: entry.endsWith('=v') ? 'strict' : entry.endsWith('=n') },
      ] as const;
    }),
  );
}

interface Found extends TermPlace {
  /** A listed set's number, or the letters of a hyphenated word. */
  readonly key: string;
  readonly way: number;
}

/** A listed word, or one that a compound or a possessive begins with. */
const aTerm = bank().word((word) => beginsPhrase(listed(), word));
const aHyphen = signs.word((word) => word.indexOf(HYPHEN) > 0);

const listedTerms = perParagraphWith([aTerm], [], (paragraph: Paragraph): readonly Found[] => {
  const found: Found[] = [];
  for (const { start, end, value, firstToken, quoted, initial } of phrasesIn(paragraph, listed())) {
    if (
      quoted ||
      isTitle(paragraph, firstToken, initial) ||
      (value.noun && !isNoun(paragraph, firstToken, value.noun === 'strict'))
    )
      continue;
    found.push({ start, end, initial, key: `#${value.set}`, way: value.way, ways: value.ways });
  }
  return found;
});

/** A capital inside a sentence: an official title ("the Hesse Cease-Fire Agreement"), not the house's word. */
const isTitle = ({ tokens }: Paragraph, i: number, initial: boolean): boolean =>
  has(tokens, i, Shape.capital) && (!initial || has(tokens, i + 1, Shape.capital));

const determiners = wordList('determiners before a term');
/** Without those that may stand alone: "the strike that shut down the port". */
const nearDeterminers = wordList('determiners that never stand alone');

/** A determiner, or one word behind a determiner: "the fragile cease fire", but "the army shut down". */
const isNoun = ({ tokens }: Paragraph, i: number, strict: boolean): boolean =>
  (strict ? nearDeterminers : determiners).has(wordAt(tokens, i - 1)) ||
  (determiners.has(wordAt(tokens, i - 2)) && (!strict || wordAt(tokens, i - 1).includes(HYPHEN)));

const HYPHEN = '-';
const FEWEST_LETTERS = 6;

/** Words of one hyphen that begin small, as they are written, by their letters closed: "anti-Semitism" keeps its capital. */
const noWords: ReadonlyMap<string, string> = new Map();
const hyphenated = perParagraphWith([aHyphen], noWords, ({ tokens, text }: Paragraph): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens.end[i] as number) - (tokens.start[i] as number) <= FEWEST_LETTERS) continue;
    const word = wordAt(tokens, i);
    const dash = word.indexOf(HYPHEN);
    if (dash < 2 || dash > word.length - 3 || word.indexOf(HYPHEN, dash + 1) > 0) continue;
    const shape = tokens.shape[i] as number;
    const common = (shape & COMMON) === Shape.word;
    if ((!common && (shape & OPENS) !== Shape.initial) || !isLetters(word)) continue;
    const own = text.slice(tokens.start[i], tokens.end[i]);
    const written = common ? own : asInside(own);
    if (written !== undefined && !(apart ??= new Set(twoMeanings.split('\n'))).has(word))
      keepCapitals(words, word, written);
  }
  return words;
});

/** Of two ways to write a compound the one with the capital stands: who leaves it out once has slipped. */
function keepCapitals(words: Map<string, string>, word: string, written: string): void {
  const letters = word.replace(HYPHEN, '');
  const had = words.get(letters);
  if (had === undefined || had === word) words.set(letters, written);
}

/** A word that opens a sentence, as it would be inside one: "Pro-Russian" keeps the name's capital. */
const asInside = (written: string): string | undefined =>
  NAMED.test(written) && prefixes.has(written.slice(0, written.indexOf(HYPHEN)).toLowerCase())
    ? written.charAt(0).toLowerCase() + written.slice(1)
    : undefined;

const prefixes = wordList('prefixes before a name');

/** A prefix before a name: "pro-Russian", "sub-Saharan". It is never written together, nor small. */
const NAMED = /^[A-Za-z][a-z]+-\p{Lu}\p{Ll}/u;
export const holdsName = (text: string): boolean => NAMED.test(text);

const isLetters = (word: string): boolean => /^[a-z-]+$/.test(word);

const COMMON = Shape.word | Shape.capital | Shape.quoted;
/** First in its sentence, and neither quoted nor in capitals. */
const OPENS = Shape.initial | Shape.quoted | Shape.allCaps;

/** Every term that the story writes in more than one way. */
export const termVariants = perStory((story: Story): readonly TermVariant[] => {
  const terms = new Map<string, Map<number, TermPlace[]>>();
  const add = (base: number, { key, way, ways, start, end, initial }: Found): void => {
    const spellings = terms.get(key) ?? new Map<number, TermPlace[]>();
    terms.set(key, spellings);
    const places = spellings.get(way) ?? [];
    spellings.set(way, places);
    places.push({ start: base + start, end: base + end, initial, ways });
  };
  const blocks = story.blocks.filter(({ role, facts }) => isProse(role) && isEnglish(facts));
  const closed = new Map<string, string>();
  for (const { facts } of blocks)
    for (const written of hyphenated(facts).values()) keepCapitals(closed, written.toLowerCase(), written);
  for (const { start: base, facts } of blocks) {
    for (const found of listedTerms(facts)) add(base, found);
    if (closed.size) for (const found of closable(facts, closed)) add(base, found);
  }
  const humped = new Map(blocks.flatMap(({ facts }) => withInnerCapital(facts).map((w) => [w.key, w.text] as const)));
  const brands = new Set(humped.keys());
  if (humped.size)
    for (const { start: base, facts } of blocks)
      for (const found of alsoWritten(facts, brands)) add(base, asBrand(found, humped.get(found.key) as string));
  return [...terms.values()]
    .filter((spellings) => spellings.size > 1)
    .map((spellings) => ({
      spellings: [...spellings].map(([way, places]) => ({ way, text: places[0]?.ways[way] ?? '', places })),
    }));
});

/** As it is written with its capital, or without. */
const asBrand = ({ start, end, key, text, initial }: Capitalised, humped: string): Found => ({
  start,
  end,
  initial,
  key: `^${key}`,
  way: text === humped ? 0 : 1,
  ways: [humped, text],
});

const HYPHENATED = 0;
const CLOSED = 1;
/** "pro-russian" beside "pro-Russian" */
const SMALL = 2;

/** Hyphenated words, and the words that are their letters closed; listed ones are left to the list. */
function* closable({ tokens, text }: Paragraph, closed: ReadonlyMap<string, string>): Generator<Found> {
  const { byFirst } = listed();
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i);
    if (word.length < FEWEST_LETTERS) continue;
    const shape = tokens.shape[i] as number;
    const common = (shape & COMMON) === Shape.word;
    if (!common && (shape & OPENS) !== Shape.initial) continue;
    const letters = word.replace(HYPHEN, '');
    const open = closed.get(letters);
    if (open === undefined || !(common || holdsName(open)) || byFirst.has(word) || apart?.has(word)) continue;
    const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
    const small = holdsName(open) && !holdsName(text.slice(start, end));
    yield {
      start,
      end,
      initial: has(tokens, i, Shape.initial),
      key: letters,
      way: word === letters ? CLOSED : small ? SMALL : HYPHENATED,
      ways: [open, letters, word],
    };
  }
}
