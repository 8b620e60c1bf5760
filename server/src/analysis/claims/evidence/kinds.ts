// Kinds of evidence. A piece of evidence is a kind and a value. The judge looks up the weight of a piece by these two, without making
// a string; the files of weights and the training write the same piece as `group=value`.

/** All pieces of one group. When a piece is written out, its value stands between `before` and `behind`: "-1 shares=2 sourced". */
export interface Kind {
  readonly group: string;
  readonly before: string;
  readonly behind: string;
  /** Its number among all kinds. */
  readonly place: number;
}

/** Numbers are small: a count, or one of a few steps. */
export type Value = string | number;

export interface Piece {
  readonly kind: Kind;
  readonly value: Value;
}

/** Takes each piece of evidence. The same piece may come more than once. */
export type Say = (kind: Kind, value: Value) => void;

let count = 0;

/** Makes a kind. Call it once, while the module is loaded: each kind takes a place in the judge's tables. */
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

/** A pair of kinds, without and with `behind` (for example "cited"), and the function that chooses between the two. */
export const withOrWithout = (group: string, behind: string, before = ''): ((is: boolean) => Kind) => {
  const [without, having] = [kind(group, before), kind(group, before, behind)];
  return (is) => (is ? having : without);
};

/** The value of a yes-or-no question. No piece of that kind means no. */
export const YES = 'yes';

export const keyOf = ({ group, before, behind }: Kind, value: Value): string => `${group}=${before}${value}${behind}`;
