// The lexicon of weasels: vague nouns with the kinds of people who are meant, and words that describe a source and say nothing.
import { isFieldExpert } from '../../language/word-classes';
import { data } from '../../lexicon/attribution/weasels.txt';
import { rowsOf } from '../../lexicon/schema';
import { type WeaselList, weasels as weaselNouns } from '../../lexicon/schemas';

export interface Weasels {
  /** By vague noun, the nouns for those who may be named in its stead. */
  readonly namedKinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Vague only as a phrase by themselves: "some say". */
  readonly alone: ReadonlySet<string>;
  /** "Well-informed", "several". */
  readonly empty: ReadonlySet<string>;
}

/** The nouns for those who may be named in the stead of a vague one: "neurologists" are experts whom no list names. */
export const namedKindsOf = (noun: string): ReadonlySet<string> | undefined =>
  weasels().namedKinds.get(noun) ?? (isFieldExpert(noun) ? weasels().namedKinds.get('experts') : undefined);

let known: Weasels | undefined;

export function weasels(): Weasels {
  if (known) return known;
  const lists = new Map(rowsOf(weaselNouns, data).map(({ kind, words }) => [kind, new Set(words)]));
  const list = (name: WeaselList): ReadonlySet<string> => lists.get(name) ?? new Set();
  const namedKinds = new Map<string, ReadonlySet<string>>();
  for (const kind of ['expert', 'critic', 'activist'] as const)
    for (const noun of list(`vague ${kind}`)) namedKinds.set(noun, list(`named ${kind}`));
  return (known = { namedKinds, alone: list('alone'), empty: list('empty') });
}
