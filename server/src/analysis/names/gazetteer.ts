// The gazetteer: names that copy is known to spell in several ways, looked up by their comparable words.
import { perWord, wordOf } from '../../document/word';
import { data } from '../../lexicon/names/gazetteer.tsv';
import { data as distinct } from '../../lexicon/names/not-variants.tsv';
import { lineOf } from '../../lexicon/sorted';

export type EntityType = 'person' | 'organisation' | 'place' | 'term';

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly spellings: readonly string[];
}

/** Of which entity, in a spelling of how many words: "Jong" ends Kim Yo Jong and is no spelling of the "Yo-jong" that ends Kim Yo-jong. */
interface Surname {
  readonly entity: Entity;
  readonly words: number;
}

/** What comparable words joined with a space, or their letters alone, are in the gazetteer. */
interface Entry {
  /** Whose spelling these words are, and whose letters these are. */
  readonly words: readonly Entity[];
  readonly letters: readonly Entity[];
  /** Persons whose last comparable word it is: the surname that stands for them at second reference. */
  readonly surnames: readonly Surname[];
  /** A spelling begins with the word. */
  readonly begins: boolean;
}

interface Gazetteer {
  /** A row an entity. */
  readonly rows: readonly string[];
  /** Words of the longest spelling. */
  readonly longest: number;
  /** A sorted table of the words that entities are found by; scripts/lexicon/made.ts makes it. */
  readonly index: string;
}

let loaded: Gazetteer | undefined;

function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const [rows = '', longest, index = ''] = data.split('\n=\n');
  return (loaded = { rows: rows.split('\n'), longest: Number(longest), index });
}

/** As the lexicon writes them. */
export const rowsOfGazetteer = (): readonly string[] => gazetteer().rows;

export const longestSpelling = (): number => gazetteer().longest;

const entities: (Entity | undefined)[] = [];

function entityAt(row: number): Entity {
  const known = entities[row];
  if (known) return known;
  const [id = '', type, , spellings = ''] = (gazetteer().rows[row] ?? '').split('\t');
  return (entities[row] = {
    id,
    type: (type === 'org' ? 'organisation' : type) as EntityType,
    spellings: spellings.split('|'),
  });
}

export const allEntities = (): Entity[] => gazetteer().rows.map((_, row) => entityAt(row));

let byId: ReadonlyMap<string, number> | undefined;

export function entityOf(id: string): Entity | undefined {
  byId ??= new Map(gazetteer().rows.map((line, row) => [line.slice(0, line.indexOf('\t')), row]));
  const row = byId.get(id);
  return row === undefined ? undefined : entityAt(row);
}

const nothing: Entry = { words: [], letters: [], surnames: [], begins: false };

const entryFor = perWord((key): Entry => {
  const line = lineOf(gazetteer().index, key);
  if (line === undefined) return nothing;
  const [words, letters, surnames, begins] = line.split('\t').map((cell) => (cell ? cell.split(' ') : []));
  return {
    words: (words ?? []).map((row) => entityAt(Number(row))),
    letters: (letters ?? []).map((row) => entityAt(Number(row))),
    surnames: (surnames ?? []).map((one) => {
      const [row, count] = one.split(':');
      return { entity: entityAt(Number(row)), words: Number(count) };
    }),
    begins: Boolean(begins?.length),
  };
});

const entryOf = (key: string): Entry => entryFor(wordOf(key));

/** Entities that have a spelling of these comparable words, a space between. */
export const spelledSo = (words: string): readonly Entity[] => entryOf(words).words;

/** True where somebody listed has the comparable word for a surname. */
export const endsPerson = (word: string): boolean => entryOf(word).surnames.length > 0;

/** True where some spelling begins with the comparable word. */
export const beginsSpelling = (word: string): boolean => entryOf(word).begins;

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** True where the two comparable forms are known to be two names. */
export const areKnownDistinct = (a: string, b: string): boolean => lineOf(distinct, pair(a, b)) !== undefined;

/** What the gazetteer says of two comparable forms: `same` or `other` entities, or nothing where it lacks one. */
export function verdict(a: string, b: string): 'same' | 'other' | undefined {
  const [first, second] = [entryOf(a), entryOf(b)];
  const isSame = ({ entity, words }: Surname): boolean =>
    first.surnames.some((one) => one.entity === entity && one.words === words);
  if (second.surnames.some(isSame)) return 'same';
  if (!first.letters.length || !second.letters.length) return undefined;
  return first.letters.some((entity) => second.letters.includes(entity)) ? 'same' : 'other';
}

export const isListed = (form: string): boolean => entryOf(form).letters.length > 0;

/** True for a form that is listed as a word of the language (Ramadan, Quran), not as somebody's or something's name. */
export function isTerm(form: string): boolean {
  const { letters } = entryOf(form);
  return letters.length > 0 && letters.every(({ type }) => type === 'term');
}
