// Terms: common words that a story writes in more than one way, ceasefire and cease-fire, adviser and advisor. Listed ones, and any
// word that stands closed here and hyphenated there.
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { data } from '../../lexicon/usage/terms.data';
import { data as twoMeanings } from '../../lexicon/usage/two-meanings.data';
import type { Span } from '../../text/span';
import { perParagraph, perStory } from '../memo';
import { type PhraseIndex, phraseIndex, phrasesIn } from './phrases';

export interface TermPlace extends Span {
  readonly initial: boolean;
}

export interface TermSpelling {
  readonly text: string;
  readonly places: readonly TermPlace[];
}

/** One term in two spellings or more, in order of their first places. Offsets into the prose. */
export interface TermVariant {
  readonly spellings: readonly TermSpelling[];
}

interface Form {
  readonly set: number;
  readonly text: string;
  /** Also a verb: counts behind a determiner only. */
  readonly noun: boolean;
}

let index: PhraseIndex<Form> | undefined;
let apart: ReadonlySet<string> | undefined;

function listed(): PhraseIndex<Form> {
  const phrases = data.split('\n').flatMap((line, set) =>
    line.split('|').map((entry) => {
      const [text, sign] = entry.split('=') as [string, string?];
      return [text, { set, text, noun: sign === 'n' }] as const;
    }),
  );
  return phraseIndex(phrases);
}

interface Found extends TermPlace {
  /** A listed set's number, or the letters of a hyphenated word. */
  readonly key: string;
  readonly text: string;
}

const listedTerms = perParagraph((paragraph: Paragraph): readonly Found[] => {
  const found: Found[] = [];
  for (const { start, end, value, firstToken, quoted, initial } of phrasesIn(paragraph, (index ??= listed()))) {
    if (quoted || isTitle(paragraph, firstToken, initial) || (value.noun && !isNoun(paragraph, firstToken))) continue;
    found.push({ start, end, initial, key: `#${value.set}`, text: value.text });
  }
  return found;
});

/** A capital inside a sentence: an official title ("the Hesse Cease-Fire Agreement"), not the house's word. */
const isTitle = ({ tokens }: Paragraph, i: number, initial: boolean): boolean =>
  has(tokens, i, Shape.capital) && (!initial || has(tokens, i + 1, Shape.capital));

const determiners = new Set('a an the this that any no another new every each its their his first last'.split(' '));

/** A determiner, or one word behind a determiner: "the fragile cease fire". */
const isNoun = ({ tokens }: Paragraph, i: number): boolean =>
  determiners.has(wordAt(tokens, i - 1)) || determiners.has(wordAt(tokens, i - 2));

const HYPHEN = '-';
const FEWEST_LETTERS = 6;

/** Lower-case words of one hyphen, their letters closed. */
const hyphenated = perParagraph(({ tokens }: Paragraph): ReadonlyMap<string, readonly number[]> => {
  const words = new Map<string, number[]>();
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens.end[i] as number) - (tokens.start[i] as number) <= FEWEST_LETTERS) continue;
    const word = wordAt(tokens, i);
    const dash = word.indexOf(HYPHEN);
    if (
      dash < 2 ||
      dash > word.length - 3 ||
      word.indexOf(HYPHEN, dash + 1) > 0 ||
      !isCommon(tokens.shape[i] as number)
    )
      continue;
    if (!/^[a-z-]+$/.test(word) || (apart ??= new Set(twoMeanings.split('\n'))).has(word)) continue;
    const closed = word.replace(HYPHEN, '');
    const had = words.get(closed);
    if (had) had.push(i);
    else words.set(closed, [i]);
  }
  return words;
});

const isCommon = (shape: number): boolean =>
  (shape & Shape.word) !== 0 && (shape & (Shape.capital | Shape.quoted)) === 0;

/** Every term that the story writes in more than one way. */
export const termVariants = perStory((story: Story): readonly TermVariant[] => {
  const sets = new Map<string, Map<string, TermPlace[]>>();
  const add = (base: number, { key, text, start, end, initial }: Found): void => {
    const spellings = sets.get(key) ?? new Map<string, TermPlace[]>();
    sets.set(key, spellings);
    const places = spellings.get(text) ?? [];
    spellings.set(text, places);
    places.push({ start: base + start, end: base + end, initial });
  };
  const blocks = story.blocks.filter(({ role, facts }) => isProse(role) && isEnglish(facts));
  const closed = new Set(blocks.flatMap(({ facts }) => [...hyphenated(facts).keys()]));
  for (const { start: base, facts } of blocks) {
    for (const found of listedTerms(facts)) add(base, found);
    if (closed.size) for (const found of closable(facts, closed)) add(base, found);
  }
  return [...sets.values()]
    .filter((spellings) => spellings.size > 1)
    .map((spellings) => ({ spellings: [...spellings].map(([text, places]) => ({ text, places })) }));
});

/** Hyphenated words, and the words that are their letters closed; listed ones are left to the list. */
function* closable({ tokens }: Paragraph, closed: ReadonlySet<string>): Generator<Found> {
  const { byFirst } = (index ??= listed());
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i);
    if (word.length < FEWEST_LETTERS || !isCommon(tokens.shape[i] as number)) continue;
    const key = word.includes(HYPHEN) ? word.replace(HYPHEN, '') : word;
    if (!closed.has(key) || byFirst.has(word) || apart?.has(word)) continue;
    yield {
      start: tokens.start[i] as number,
      end: tokens.end[i] as number,
      initial: has(tokens, i, Shape.initial),
      key,
      text: word,
    };
  }
}
