// Contractions seen through: what "there's", "it's", "who'd" and "didn't" hold beside the word they begin with.
import { perWord } from '../document/word';
import { closedClass } from './closed-classes';

/** An auxiliary in a contraction, by its dictionary form; "'s" and "'d" may be two. */
export type Auxiliary =
  | 'be'
  | 'have'
  | 'do'
  | 'will'
  | 'would'
  | 'can'
  | 'could'
  | 'shall'
  | 'should'
  | 'may'
  | 'might'
  | 'must';

export interface Contraction {
  /** What stands before the apostrophe: "there" in "there's", "did" in "didn't". */
  readonly host: string;
  /** What the ending may be, the likelier one first; empty for "n't". */
  readonly auxiliaries: readonly Auxiliary[];
  readonly negated: boolean;
}

const endings: Readonly<Record<string, readonly Auxiliary[]>> = {
  "'s": ['be', 'have'],
  "'re": ['be'],
  "'m": ['be'],
  "'ve": ['have'],
  "'ll": ['will'],
  "'d": ['would', 'have'],
};

/** Words behind which "'s" is a verb and no owner: "the mayor's" may be either, and is read as an owner. */
const hosts = closedClass('contraction hosts');

/** "can't" is can, "won't" will; the others are as they stand. */
const shortened: Readonly<Record<string, string>> = {
  "can't": 'can',
  "won't": 'will',
  "shan't": 'shall',
  cannot: 'can',
};

/** The word seen through, or undefined where it is no contraction. Apostrophes are one kind in tokens, curly or straight. */
export const contractionOf = perWord((word): Contraction | undefined => {
  const negated = shortened[word] ?? (word.endsWith("n't") ? word.slice(0, -3) : undefined);
  if (negated) return { host: negated, auxiliaries: [], negated: true };
  const at = word.lastIndexOf("'");
  const host = word.slice(0, at);
  const auxiliaries = at > 0 ? endings[word.slice(at)] : undefined;
  return auxiliaries && hosts.has(host) ? { host, auxiliaries, negated: false } : undefined;
});
