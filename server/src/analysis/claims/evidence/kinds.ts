// Kinds of evidence: a piece is a kind and a value. The judge finds what it weighs by them and makes no string; `group=value` is how
// weights and training write it.

/** Pieces of one group; its value stands between `before` and `behind`: "2" in "-1 shares=2 sourced". */
export interface Kind {
  readonly group: string;
  readonly before: string;
  readonly behind: string;
  /** Its number among all kinds. */
  readonly place: number;
}

/** A number is a small one: a count or a step of something. */
export type Value = string | number;

export interface Piece {
  readonly kind: Kind;
  readonly value: Value;
}

/** Is told each piece of evidence, some more than once. */
export type Say = (kind: Kind, value: Value) => void;

let count = 0;

/** Make it once, where the module is read: each is a place in the judge's tables. */
export const kind = (group: string, before = '', behind = ''): Kind => ({ group, before, behind, place: count++ });

/** Kinds that differ by a word of a closed list, each made when it is first needed. */
export function kindsBy<Of extends Value>(make: (of: Of) => Kind): (of: Of) => Kind {
  const known = new Map<Of, Kind>();
  return (of) => {
    let one = known.get(of);
    if (!one) known.set(of, (one = make(of)));
    return one;
  };
}

/** Two kinds, of which the second says that somebody is cited, or the like. */
export const withOrWithout = (group: string, behind: string, before = ''): ((is: boolean) => Kind) => {
  const [without, having] = [kind(group, before), kind(group, before, behind)];
  return (is) => (is ? having : without);
};

/** What is true or is not told. */
export const YES = 'yes';

export const keyOf = ({ group, before, behind }: Kind, value: Value): string => `${group}=${before}${value}${behind}`;
