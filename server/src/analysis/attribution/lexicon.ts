// The attribution lexicon as maps from a word as it stands in copy to what it can do there. Parsed when first asked for.
import { data as adjectiveData } from '../../lexicon/attribution/adjectives.txt';
import { data as grammarData } from '../../lexicon/attribution/grammar.txt';
import { data as irregularData } from '../../lexicon/attribution/irregular.txt';
import { data as nounData } from '../../lexicon/attribution/nouns.txt';
import { data as nounVerbData } from '../../lexicon/attribution/noun-verbs.txt';
import { data as phraseData } from '../../lexicon/attribution/phrases.txt';
import { data as senseData } from '../../lexicon/attribution/senses.txt';
import { data as sourceData } from '../../lexicon/attribution/sources.txt';
import { data as verbData } from '../../lexicon/attribution/verbs.txt';

/** What a verb needs beside it to attribute: bits of {@link Verb.frames}. lexicon/attribution/verbs.txt explains them. */
export const Frame = {
  any: 1,
  clause: 2,
  quote: 4,
  object: 8,
  infinitive: 16,
  person: 32,
  preposition: 64,
  runs: 128,
  passive: 256,
} as const;

/** Which of its forms a verb stands in: bits of {@link Verb.forms}. "read" is base and past. */
export const Form = { base: 1, third: 2, past: 4, ing: 8 } as const;

export type VerbKind = 'speech' | 'act' | 'attitude';

/** A verb in one of its forms. */
export interface Verb {
  readonly lemma: string;
  readonly kind: VerbKind;
  readonly frames: number;
  readonly forms: number;
  readonly prepositions: ReadonlySet<string>;
  /** The bare and -s forms are nouns at least as often. */
  readonly nounish: boolean;
}

export type NounStrength = 'strong' | 'weak' | 'fussy' | 'held';

/** A cue of several words, or an adverb. */
export interface Phrase {
  readonly words: readonly string[];
  /** Whether the source or the content stands right behind it, or neither. */
  readonly place: 'before' | 'content' | 'alone';
}

/** not: no attribution · next: none where it stands right behind the verb · act: the doing is the saying. */
export type Sense = 'not' | 'next' | 'act';

export interface Lexicon {
  readonly verbs: ReadonlyMap<string, Verb>;
  readonly nouns: ReadonlyMap<string, NounStrength>;
  readonly adjectives: ReadonlySet<string>;
  /** By first word; longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** By lemma, then by the word behind it. */
  readonly senses: ReadonlyMap<string, ReadonlyMap<string, Sense>>;
}

let known: Lexicon | undefined;

export const lexicon = (): Lexicon => (known ??= read());

function read(): Lexicon {
  return {
    verbs: readVerbs(),
    nouns: readNouns(),
    adjectives: new Set(adjectiveData.split(/\s+/)),
    phrases: readPhrases(),
    senses: readSenses(),
  };
}

/** What a small word does, and which nouns speak: bits of what {@link classOf} returns. grammar.txt and sources.txt say which is which. */
export const Class = {
  determiner: 1 << 0,
  possessive: 1 << 1,
  subject: 1 << 2,
  object: 1 << 3,
  auxiliary: 1 << 4,
  be: 1 << 5,
  copula: 1 << 6,
  have: 1 << 7,
  modal: 1 << 8,
  finite: 1 << 9,
  preposition: 1 << 10,
  question: 1 << 11,
  conjunction: 1 << 12,
  adverb: 1 << 13,
  subordinator: 1 << 14,
  parting: 1 << 15,
  time: 1 << 16,
  period: 1 << 17,
  people: 1 << 18,
  contraction: 1 << 19,
  article: 1 << 20,
  negation: 1 << 21,
  document: 1 << 22,
  person: 1 << 23,
  body: 1 << 24,
  outlet: 1 << 25,
  weasel: 1 << 26,
  anonymous: 1 << 27,
  title: 1 << 28,
  past: 1 << 29,
  masthead: 1 << 30,
} as const;

export type ClassName = keyof typeof Class;

let classes: ReadonlyMap<string, number> | undefined;

/** What the word, in lower case, can be: bits of {@link Class}; 0 for an ordinary word. */
export function classOf(word: string): number {
  classes ??= readClasses();
  // an abbreviation keeps its stop: "gov.", "mr."
  return classes.get(word) ?? (word.endsWith('.') ? (classes.get(word.slice(0, -1)) ?? 0) : 0);
}

const pairs = (data: string): [string, string[]][] =>
  data.split('\n').map((line) => {
    const at = line.indexOf(':');
    return [
      line.slice(0, at),
      line
        .slice(at + 1)
        .trim()
        .split(/\s+/),
    ];
  });

function readClasses(): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  const put = (word: string, name: string): void => {
    map.set(word, (map.get(word) ?? 0) | Class[name as ClassName]);
  };
  for (const [name, words] of pairs(grammarData)) for (const word of words) put(word, name);
  for (const [name, words] of pairs(sourceData)) {
    for (const word of words) {
      put(word, name);
      put(plural(word), name);
    }
  }
  return map;
}

interface Draft {
  lemma: string;
  kind: VerbKind;
  frames: number;
  forms: number;
  prepositions: Set<string>;
  nounish: boolean;
}

function readVerbs(): ReadonlyMap<string, Verb> {
  const irregular = new Map(
    irregularData.split('\n').map((line) => [line.split(' ')[0] as string, line.split(' ').slice(1)]),
  );
  const nounish = new Set(nounVerbData.split(/\s+/));
  const map = new Map<string, Draft>();
  for (const [head, lemmas] of pairs(verbData)) {
    const [kind, names] = head.split('; ') as [VerbKind, string];
    const known = names.split(' ').filter((name) => name in Frame) as (keyof typeof Frame)[];
    const prepositions = names.split(' ').filter((name) => !(name in Frame));
    const frames = known.reduce((bits, name) => bits | Frame[name], prepositions.length ? Frame.preposition : 0);
    for (const lemma of lemmas) {
      for (const [form, bit] of inflect(lemma, irregular.get(lemma))) {
        let entry = map.get(form);
        if (!entry) {
          map.set(
            form,
            (entry = { lemma, kind, frames: 0, forms: 0, prepositions: new Set(), nounish: nounish.has(lemma) }),
          );
        }
        entry.frames |= frames;
        entry.forms |= bit;
        for (const p of prepositions) entry.prepositions.add(p);
      }
    }
  }
  return map;
}

const vowels = 'aeiou';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/** One syllable, ending consonant, vowel, consonant: "plan", "beg". */
function doubles(lemma: string): boolean {
  const last = lemma.at(-1);
  if (isVowel(last) || !isVowel(lemma.at(-2)) || isVowel(lemma.at(-3)) || 'wxyh'.includes(last as string)) return false;
  return [...lemma].filter((letter) => vowels.includes(letter)).length === 1;
}

function inflect(lemma: string, irregular: readonly string[] | undefined): [string, number][] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const twice = doubles(lemma) || irregular?.[0]?.startsWith(lemma + lemma.at(-1)) ? lemma + lemma.at(-1) : undefined;
  const regular = lemma.endsWith('y') && !isVowel(lemma.at(-2)) ? `${lemma.slice(0, -1)}ied` : `${twice ?? stem}ed`;
  const ing = lemma.endsWith('ie')
    ? `${lemma.slice(0, -2)}ying`
    : /(?:ee|oe|ye)$/.test(lemma)
      ? `${lemma}ing`
      : `${twice ?? stem}ing`;
  return [
    [lemma, Form.base],
    [plural(lemma), Form.third],
    ...[...new Set(irregular ?? [regular])].map((form): [string, number] => [form, Form.past]),
    [ing, Form.ing],
  ];
}

/** The -s form of a noun or a verb. */
function plural(word: string): string {
  if (/(?:s|sh|ch|x|z|[^aeiou]o)$/.test(word)) return `${word}es`;
  return word.endsWith('y') && !isVowel(word.at(-2)) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function readNouns(): ReadonlyMap<string, NounStrength> {
  const map = new Map<string, NounStrength>();
  for (const [strength, words] of pairs(nounData)) {
    for (const word of words) for (const form of [word, plural(word)]) map.set(form, strength as NounStrength);
  }
  return map;
}

function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const [place, words] of pairs(phraseData)) {
    const first = words[0] as string;
    const list = map.get(first) ?? [];
    list.push({ words, place: place as Phrase['place'] });
    map.set(first, list);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

function readSenses(): Lexicon['senses'] {
  const map = new Map<string, Map<string, Sense>>();
  for (const [head, words] of pairs(senseData)) {
    const [lemma, sense] = head.split(' ') as [string, Sense];
    const senses = map.get(lemma) ?? new Map<string, Sense>();
    for (const word of words) senses.set(word, sense);
    map.set(lemma, senses);
  }
  return map;
}
