// Factors: many ways to weigh a meaning of a hundred numbers, told by a few numbers a word. The leading singular vectors, by Jacobi.

export interface Factors {
  /** What each number of a word is made with: the word's vector times this. */
  readonly axes: readonly Float64Array[];
  /** By way to weigh, what each of the numbers counts for. */
  readonly loads: readonly Float64Array[];
}

export function factors(ways: readonly Float64Array[], size: number): Factors {
  const n = ways.length;
  const square = Array.from({ length: n }, (_, a) => Float64Array.from({ length: n }, (_, b) => dot(ways[a], ways[b])));
  const { values, vectors } = jacobi(square);
  const order = values
    .map((_, k) => k)
    .sort((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, size);
  const axes = order.map((k) => {
    const length = Math.sqrt(Math.max(values[k] as number, 1e-12));
    const axis = new Float64Array((ways[0] as Float64Array).length);
    for (const [a, way] of ways.entries())
      for (const [d, one] of way.entries())
        axis[d] = (axis[d] as number) + (one * (vectors[a]?.[k] as number)) / length;
    return axis;
  });
  return { axes, loads: ways.map((way) => Float64Array.from(axes, (axis) => dot(way, axis))) };
}

const dot = (a: Float64Array | undefined, b: Float64Array | undefined): number => {
  let sum = 0;
  for (let i = 0; i < (a?.length ?? 0); i++) sum += (a?.[i] as number) * (b?.[i] as number);
  return sum;
};

const SWEEPS = 60;

function jacobi(square: readonly Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const a = square.map((row) => row.slice());
  const n = a.length;
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const get = (m: Float64Array[], i: number, j: number): number => m[i]?.[j] as number;
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(get(a, p, q)) < 1e-14) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * get(a, p, q));
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        turn(a, p, q, c, t * c);
        for (const row of v)
          [row[p], row[q]] = [
            c * (row[p] as number) - t * c * (row[q] as number),
            t * c * (row[p] as number) + c * (row[q] as number),
          ];
      }
  return { values: a.map((row, i) => row[i] as number), vectors: v };
}

/** Turns rows and columns p and q. */
function turn(a: Float64Array[], p: number, q: number, c: number, s: number): void {
  for (const row of a)
    [row[p], row[q]] = [
      c * (row[p] as number) - s * (row[q] as number),
      s * (row[p] as number) + c * (row[q] as number),
    ];
  const [x, y] = [a[p] as Float64Array, a[q] as Float64Array];
  for (let j = 0; j < x.length; j++)
    [x[j], y[j]] = [c * (x[j] as number) - s * (y[j] as number), s * (x[j] as number) + c * (y[j] as number)];
}
