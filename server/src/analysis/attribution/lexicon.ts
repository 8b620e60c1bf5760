// The attribution lexicon: what a word as it stands in copy can do there, read when the word is first met.
import { perWord, wordOf } from '../../document/word';
import { pairs } from '../../language/word-classes';
import { data as adjectiveData } from '../../lexicon/attribution/adjectives.txt';
import { data as nounData } from '../../lexicon/attribution/nouns.txt';
import { data as nounVerbData } from '../../lexicon/attribution/noun-verbs.txt';
import { data as phraseData } from '../../lexicon/attribution/phrases.txt';
import { data as senseData } from '../../lexicon/attribution/senses.txt';
import { data as verbData } from '../../lexicon/attribution/verbs.txt';
import { lineOf, withEnding } from '../../lexicon/sorted';

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

/** The verb that a word may be, and what else it can cue, by its record. */
export const verbOf = perWord((word): Verb | undefined => {
  const line = lineOf(verbData, word);
  return line === undefined ? undefined : readVerb(word, line);
});
export const nounOf = perWord((word) => lineOf(nounData, word) as NounStrength | undefined);
export const isAdjective = perWord((word) => lineOf(adjectiveData, word) !== undefined);
/** The longest first. */
export const phrasesFrom = perWord((word) => (phrases ??= readPhrases()).get(word));

/** True for a word that is in some of these lists: most are in none. */
export function isListed(text: string): boolean {
  const word = wordOf(text);
  return Boolean(verbOf(word) ?? nounOf(word) ?? phrasesFrom(word)) || isAdjective(word);
}

/** What a verb means by the word behind it. */
export const sensesOf = (lemma: string): ReadonlyMap<string, Sense> | undefined => (senses ??= readSenses()).get(lemma);

let phrases: ReadonlyMap<string, readonly Phrase[]> | undefined;
let senses: ReadonlyMap<string, ReadonlyMap<string, Sense>> | undefined;
let nounish: ReadonlySet<string> | undefined;

/** "2y speech 12 any clause to": how a form's lemma ends, its kind, bits of `Form`, and what the verb needs beside it. */
function readVerb(word: string, line: string): Verb {
  const [ending = '', kind, forms, ...needs] = line.split(' ');
  const lemma = withEnding(word, ending);
  const prepositions = new Set(needs.filter((name) => !(name in Frame)));
  const frames = needs.filter((name): name is keyof typeof Frame => name in Frame);
  return {
    lemma,
    kind: kind as VerbKind,
    frames: frames.reduce((bits, name) => bits | Frame[name], prepositions.size ? Frame.preposition : 0),
    forms: Number(forms),
    prepositions,
    nounish: (nounish ??= new Set(nounVerbData.split(/\s+/))).has(lemma),
  };
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

function readSenses(): ReadonlyMap<string, ReadonlyMap<string, Sense>> {
  const map = new Map<string, Map<string, Sense>>();
  for (const [head, words] of pairs(senseData)) {
    const [lemma, sense] = head.split(' ') as [string, Sense];
    const senses = map.get(lemma) ?? new Map<string, Sense>();
    for (const word of words) senses.set(word, sense);
    map.set(lemma, senses);
  }
  return map;
}
