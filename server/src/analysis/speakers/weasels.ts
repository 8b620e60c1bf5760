// The lexicon of weasels: vague nouns with those who redeem them, and words that describe a source and say nothing.
import { data } from '../../lexicon/attribution/weasels.txt';

export interface Weasels {
  /** By vague noun, who redeems it. */
  readonly redeemers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Vague only as a phrase by themselves: "some say". */
  readonly alone: ReadonlySet<string>;
  /** "Well-informed", "several". */
  readonly empty: ReadonlySet<string>;
}

let known: Weasels | undefined;

export function weasels(): Weasels {
  if (known) return known;
  const redeemers = new Map<string, ReadonlySet<string>>();
  const lists = new Map<string, ReadonlySet<string>>();
  for (const line of data.split('\n')) {
    const [left, right] = line.split(': ') as [string, string];
    const words = new Set(right.split(' '));
    lists.set(left, words);
    for (const noun of left.split(' ')) redeemers.set(noun, words);
  }
  const list = (name: string): ReadonlySet<string> => lists.get(name) ?? new Set();
  return (known = { redeemers, alone: list('alone'), empty: list('empty') });
}
