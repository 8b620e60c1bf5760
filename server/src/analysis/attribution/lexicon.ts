// The attribution lexicon as maps from a word as it stands in copy to what it can do there. Parsed when first asked for.
import { perWord } from '../../document/word';
import { Form, inflect, thirdOrPlural } from '../../language/morphology';
import { pairs } from '../../language/word-classes';
import { data as adjectiveData } from '../../lexicon/attribution/adjectives.txt';
import { data as nounData } from '../../lexicon/attribution/nouns.txt';
import { data as nounVerbData } from '../../lexicon/attribution/noun-verbs.txt';
import { data as phraseData } from '../../lexicon/attribution/phrases.txt';
import { data as senseData } from '../../lexicon/attribution/senses.txt';
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

/** The verb that a word may be, and what else it can cue, by its record. */
export const verbOf = perWord((word) => lexicon().verbs.get(word));
export const nounOf = perWord((word) => lexicon().nouns.get(word));
export const isAdjective = perWord((word) => lexicon().adjectives.has(word));
export const phrasesFrom = perWord((word) => lexicon().phrases.get(word));

function read(): Lexicon {
  return {
    verbs: readVerbs(),
    nouns: readNouns(),
    adjectives: new Set(adjectiveData.split(/\s+/)),
    phrases: readPhrases(),
    senses: readSenses(),
  };
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
  const nounish = new Set(nounVerbData.split(/\s+/));
  const map = new Map<string, Draft>();
  for (const [head, lemmas] of pairs(verbData)) {
    const [kind, names] = head.split('; ') as [VerbKind, string];
    const known = names.split(' ').filter((name) => name in Frame) as (keyof typeof Frame)[];
    const prepositions = names.split(' ').filter((name) => !(name in Frame));
    const frames = known.reduce((bits, name) => bits | Frame[name], prepositions.length ? Frame.preposition : 0);
    for (const lemma of lemmas) {
      for (const [form, is] of inflect(lemma)) {
        let entry = map.get(form);
        if (!entry) {
          map.set(
            form,
            (entry = { lemma, kind, frames: 0, forms: 0, prepositions: new Set(), nounish: nounish.has(lemma) }),
          );
        }
        entry.frames |= frames;
        // a participle tells what the past tells: "known" is no word of its own here
        entry.forms |= is & Form.participle ? is | Form.past : is;
        for (const p of prepositions) entry.prepositions.add(p);
      }
    }
  }
  return map;
}

function readNouns(): ReadonlyMap<string, NounStrength> {
  const map = new Map<string, NounStrength>();
  for (const [strength, words] of pairs(nounData)) {
    for (const word of words) for (const form of [word, thirdOrPlural(word)]) map.set(form, strength as NounStrength);
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
