// Cost: how far two spellings of a sound lie apart. 0 the same, 1 an unrelated letter; from how often houses and public lists
// of aliases swap the two letters in one name (Arabic q and k often, a and i hardly ever: Bashar is not Bashir).

/** Pairs of symbols of {@link strictKey} and what it costs to read one for the other, in hundredths. */
const pairs =
  'ou8 ei12 eE15 iE15 aE45 ae28 ao35 Wo25 Wu25 aW60 ai85 au85 eu85 io85 iu85 eo85 ' +
  'qk12 gq12 kC12 kX25 Xh25 gG25 Gq25 Gk40 kg40 gh35 Xc30 XC30 kc10 ' +
  'dD22 tT22 zD22 sT22 Dt22 DT22 dT22 zd35 td35 tc25 zZ35 SC22 Sc35 Ss50 cC30 sc30 sz30 ' +
  'Jj5 jg30 Jg30 jZ30 JZ30 Jz30 jz30 JC30 jC30 jk50 jY10 ji10 Yi10 YE10 Ye20 ' +
  'vw25 bv25 fv25 wu25 Wv25 uv25 pb40 fp40 rl90 nm90 nl100';

const UNRELATED = 120;
const OTHER_VOWEL = 85;
const vowels = new Set([...'aeiouEW']);
const CODES = 128;
const table = new Uint8Array(CODES * CODES).fill(UNRELATED);
for (const a of vowels) for (const b of vowels) put(a, b, OTHER_VOWEL);
for (const [, a, b, cost] of pairs.matchAll(/(\w)(\w)(\d+)/g)) put(a as string, b as string, Number(cost));
for (let c = 0; c < CODES; c++) table[c * CODES + c] = 0;

function put(a: string, b: string, cost: number): void {
  table[a.charCodeAt(0) * CODES + b.charCodeAt(0)] = cost;
  table[b.charCodeAt(0) * CODES + a.charCodeAt(0)] = cost;
}

const substitute = (a: number, b: number): number =>
  a === b ? 0 : a < CODES && b < CODES ? (table[a * CODES + b] as number) : UNRELATED;

/** Letters that are often left out: glides, h, short vowels. */
const dropped: Readonly<Record<string, number>> = {
  Y: 12,
  h: 30,
  e: 30,
  i: 30,
  a: 38,
  o: 38,
  u: 38,
  W: 38,
  E: 45,
  w: 40,
};
const drops = new Uint8Array(CODES).fill(110);
for (const [c, cost] of Object.entries(dropped)) drops[c.charCodeAt(0)] = cost;
const FINAL_H = 8;

const drop = (code: number, last: boolean): number =>
  last && code === 104 ? FINAL_H : code < CODES ? (drops[code] as number) : 110;

let above = new Uint16Array(64);
let row = new Uint16Array(64);

/** True for the symbols of {@link strictKey} that can stand for one another at all: a name rarely changes its first sound otherwise. */
export const related = (a: string, b: string): boolean =>
  a === b || substitute(a.charCodeAt(0), b.charCodeAt(0)) < OTHER_VOWEL;

/**
 * The cheapest way from one strict key to the other, in unrelated letters; Infinity where it is dearer than `limit`.
 * Time is the product of the two lengths: callers keep names short.
 */
export function cost(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  const ceiling = limit * 100;
  if (b.length + 1 > row.length) {
    above = new Uint16Array(2 * b.length + 2);
    row = new Uint16Array(2 * b.length + 2);
  }
  above[0] = 0;
  for (let j = 1; j <= b.length; j++) above[j] = (above[j - 1] as number) + drop(b.charCodeAt(j - 1), j === b.length);
  for (let i = 1; i <= a.length; i++) {
    const from = a.charCodeAt(i - 1);
    const dropA = drop(from, i === a.length);
    let least = (row[0] = (above[0] as number) + dropA);
    for (let j = 1; j <= b.length; j++) {
      const to = b.charCodeAt(j - 1);
      const value = Math.min(
        (above[j - 1] as number) + substitute(from, to),
        (above[j] as number) + dropA,
        (row[j - 1] as number) + drop(to, j === b.length),
      );
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > ceiling) return Number.POSITIVE_INFINITY;
    [above, row] = [row, above];
  }
  return (above[b.length] as number) / 100;
}

/** How much difference a name of `length` symbols may carry: short names little, long ones more. */
export const allowance = (length: number): number => Math.min(1.3, Math.max(0.62, length / 7));
