// The lexicon of weasels: vague nouns with those who redeem them, and words that describe a source and say nothing.
import { isFieldExpert } from '../../language/word-classes';
import { data } from '../../lexicon/attribution/weasels.txt';
import { rowsOf } from '../../lexicon/schema';
import { type WeaselList, weasels as weaselNouns } from '../../lexicon/schemas';

export interface Weasels {
  /** By vague noun, who redeems it. */
  readonly redeemers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Vague only as a phrase by themselves: "some say". */
  readonly alone: ReadonlySet<string>;
  /** "Well-informed", "several". */
  readonly empty: ReadonlySet<string>;
}

/** Who redeems a vague noun: "neurologists" are experts whom no list names. */
export const redeemersOf = (noun: string): ReadonlySet<string> | undefined =>
  weasels().redeemers.get(noun) ?? (isFieldExpert(noun) ? weasels().redeemers.get('experts') : undefined);

let known: Weasels | undefined;

export function weasels(): Weasels {
  if (known) return known;
  const lists = new Map(rowsOf(weaselNouns, data).map(({ kind, words }) => [kind, new Set(words)]));
  const list = (name: WeaselList): ReadonlySet<string> => lists.get(name) ?? new Set();
  const redeemers = new Map<string, ReadonlySet<string>>();
  for (const kind of ['expert', 'critic', 'activist'] as const)
    for (const noun of list(`vague ${kind}`)) redeemers.set(noun, list(`named ${kind}`));
  return (known = { redeemers, alone: list('alone'), empty: list('empty') });
}
