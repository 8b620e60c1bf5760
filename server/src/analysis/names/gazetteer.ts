// The gazetteer: names that copy is known to spell in several ways, looked up by their comparable words.
import { data } from '../../lexicon/names/gazetteer.tsv';
import { data as distinct } from '../../lexicon/names/not-variants.tsv';

export type EntityType = 'person' | 'organisation' | 'place' | 'term';

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly spellings: readonly string[];
}

interface Gazetteer {
  readonly entities: ReadonlyMap<string, Entity>;
  /** By comparable words joined with a space, and by their letters alone. */
  readonly byWords: ReadonlyMap<string, readonly Entity[]>;
  readonly byLetters: ReadonlyMap<string, readonly Entity[]>;
  /** By the last comparable word of a person's name: the surname that stands for it at second reference. */
  readonly bySurname: ReadonlyMap<string, readonly Surname[]>;
  /** Comparable words that begin an entry, and how many words the longest entry has. */
  readonly first: ReadonlySet<string>;
  readonly longest: number;
}

/** Of which entity, in a spelling of how many words: "Jong" ends Kim Yo Jong and is no spelling of the "Yo-jong" that ends Kim Yo-jong. */
interface Surname {
  readonly entity: Entity;
  readonly words: number;
}

let loaded: Gazetteer | undefined;

export const gazetteer = (): Gazetteer => (loaded ??= load());

function load(): Gazetteer {
  const entities = new Map<string, Entity>();
  const byWords = new Map<string, Entity[]>();
  const byLetters = new Map<string, Entity[]>();
  const bySurname = new Map<string, Surname[]>();
  const first = new Set<string>();
  let longest = 1;
  for (const line of data.split('\n')) {
    const [id, type, , spellings, , words] = line.split('\t') as [string, string, string, string, string, string];
    const entity: Entity = {
      id,
      type: (type === 'org' ? 'organisation' : type) as EntityType,
      spellings: spellings.split('|'),
    };
    entities.set(id, entity);
    for (const comparable of words.split('|')) {
      const parts = comparable.split(' ');
      longest = Math.max(longest, parts.length);
      first.add(parts[0] as string);
      file(byWords, comparable, entity);
      file(byLetters, parts.join(''), entity);
      if (entity.type === 'person') fileSurname(bySurname, parts, entity);
    }
  }
  return { entities, byWords, byLetters, bySurname, first, longest };
}

function file(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  if (key.length < 3) return;
  const had = map.get(key);
  if (!had) map.set(key, [entity]);
  else if (!had.includes(entity)) had.push(entity);
}

function fileSurname(map: Map<string, Surname[]>, parts: readonly string[], entity: Entity): void {
  const key = parts.at(-1) as string;
  if (key.length < 3) return;
  const had = map.get(key) ?? [];
  if (!had.length) map.set(key, had);
  if (!had.some((one) => one.entity === entity && one.words === parts.length))
    had.push({ entity, words: parts.length });
}

let pairs: ReadonlySet<string> | undefined;

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** True where the two comparable forms are known to be two names. */
export const areKnownDistinct = (a: string, b: string): boolean =>
  (pairs ??= new Set(distinct.split('\n'))).has(pair(a, b));

/** What the gazetteer says of two comparable forms: `same` or `other` entities, or nothing where it lacks one. */
export function verdict(a: string, b: string): 'same' | 'other' | undefined {
  const { byLetters, bySurname } = gazetteer();
  const surnameOf = bySurname.get(a);
  const isSame = ({ entity, words }: Surname): boolean =>
    surnameOf?.some((one) => one.entity === entity && one.words === words) ?? false;
  if (surnameOf && bySurname.get(b)?.some(isSame)) return 'same';
  const entitiesA = byLetters.get(a);
  const entitiesB = entitiesA && byLetters.get(b);
  if (!entitiesA || !entitiesB) return undefined;
  return entitiesA.some((e) => entitiesB.includes(e)) ? 'same' : 'other';
}

export const isListed = (form: string): boolean => gazetteer().byLetters.has(form);

/** True for a form that is listed as a word of the language (Ramadan, Quran), not as somebody's or something's name. */
export const isTerm = (form: string): boolean =>
  gazetteer()
    .byLetters.get(form)
    ?.every((e) => e.type === 'term') ?? false;
