// Is this word a form of a verb, and which? By the word alone: "reports" may be a verb's third person, or several reports.
import { perWord, wordOf } from '../document/word';
import { data } from '../lexicon/english/verbs.txt';
import { lineOf, withEnding } from '../lexicon/sorted';
import { Form, lemmasOf } from './morphology';

export interface VerbForm {
  readonly lemma: string;
  /** Bits of {@link Form}. */
  readonly forms: number;
  /** The bare and the -s form are nouns at least half as often. */
  readonly noun: boolean;
}

/** The verb that a word may be a form of; one in -ed or -ing is a verb though no lexicon knows it. */
export const verbFormOf = perWord((word): VerbForm | undefined => known(word) ?? byEnding(word));

/** The same for a word given as a string. */
export const verbForm = (word: string): VerbForm | undefined => verbFormOf(wordOf(word));

/** What the lexicon has of the word: a form of a listed verb or of an irregular one. */
function known(word: string): VerbForm | undefined {
  const line = lineOf(data, word);
  if (line === undefined) return undefined;
  const [ending = '', forms, noun] = line.split(' ');
  return { lemma: withEnding(word, ending), forms: Number(forms), noun: noun !== undefined };
}

const SHORTEST = 5;

function byEnding(word: string): VerbForm | undefined {
  if (word.length < SHORTEST || word.includes("'")) return undefined;
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('ed') && !word.endsWith('eed') ? 'ed' : undefined;
  if (!ending) return undefined;
  const lemmas = lemmasOf(word, ending);
  const lemma = lemmas.find((one) => lineOf(data, one) !== undefined) ?? (lemmas[0] as string);
  return { lemma, forms: ending === 'ing' ? Form.ing : Form.past | Form.participle, noun: false };
}
