// Is this word a form of a verb, and which? By the word alone: "reports" may be a verb's third person, or several reports.
import { perWord, wordOf } from '../document/word';
import { data } from '../lexicon/english/verbs.txt';
import { Form, inflect, irregularVerbs, lemmasOf } from './morphology';

export interface VerbForm {
  readonly lemma: string;
  /** Bits of {@link Form}. */
  readonly forms: number;
  /** The bare and the -s form are nouns at least half as often. */
  readonly noun: boolean;
}

/** The verb that a word may be a form of; one in -ed or -ing is a verb though no lexicon knows it. */
export const verbFormOf = perWord((word): VerbForm | undefined => known().get(word) ?? byEnding(word));

/** The same for a word given as a string. */
export const verbForm = (word: string): VerbForm | undefined => verbFormOf(wordOf(word));

const auxiliaries: ReadonlySet<string> = new Set(['have', 'do']);

let verbs: ReadonlyMap<string, VerbForm> | undefined;

function known(): ReadonlyMap<string, VerbForm> {
  if (verbs) return verbs;
  const map = new Map<string, VerbForm>();
  const listed = data.split('\n').map((line) => line.split(' ') as [lemma: string, noun?: string]);
  const names = new Set(listed.map(([lemma]) => lemma));
  const others = [...irregularVerbs().keys()].filter((lemma) => !names.has(lemma) && !auxiliaries.has(lemma));
  for (const [lemma, noun] of [...listed, ...others.map((one): [string] => [one])]) {
    for (const [form, is] of inflect(lemma)) {
      const other = map.get(form);
      // "found" is the past of "find" first, and the base of another verb
      const first = other && (other.forms & Form.base || !(is & Form.base)) && !(is & Form.base);
      const own = { lemma, forms: is, noun: noun !== undefined };
      if (!other) map.set(form, own);
      else if (other.lemma === lemma || !first) map.set(form, { ...other, forms: other.forms | is });
      else map.set(form, { lemma, forms: other.forms | is, noun: other.noun });
    }
  }
  return (verbs = map);
}

const SHORTEST = 5;

function byEnding(word: string): VerbForm | undefined {
  if (word.length < SHORTEST || word.includes("'")) return undefined;
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('ed') && !word.endsWith('eed') ? 'ed' : undefined;
  if (!ending) return undefined;
  const lemmas = lemmasOf(word, ending);
  const lemma = lemmas.find((one) => known().has(one)) ?? (lemmas[0] as string);
  return { lemma, forms: ending === 'ing' ? Form.ing : Form.past | Form.participle, noun: false };
}
