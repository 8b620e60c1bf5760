// Logistic regression with a ridge, by L-BFGS. One order of summing, no randomness: the same rows give the same weights to the bit.
import { sigmoid, softplus } from './exp';

/** Rows of a sparse and a dense part. Values in the sparse part are one number a column. */
export interface Design {
  /** Columns of row i are `columns[starts[i] .. starts[i + 1]]`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** What a one stands for in each column: a small value is held to nought more firmly. */
  readonly values: Float64Array;
  /** `width` numbers a row. */
  readonly dense: Float32Array;
  readonly width: number;
}

export interface Fit {
  readonly sparse: Float64Array;
  readonly dense: Float64Array;
  readonly start: number;
}

const KEPT = 8;

/** @param target between 0 and 1, by row. @param ridge how firmly weights are held to nought. */
export function fitted(design: Design, target: Float64Array, worth: Float64Array, ridge: number, rounds: number): Fit {
  const sparse = design.values.length;
  const size = sparse + design.width + 1;
  let at: Float64Array = new Float64Array(size);
  let { loss, slope } = lossAt(design, target, worth, ridge, at);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const way = direction(slope, steps);
    const fall = dot(slope, way);
    if (fall > -1e-9) break;
    let length = steps.length ? 1 : 1 / Math.sqrt(dot(slope, slope));
    let next = stepped(at, way, length);
    let there = lossAt(design, target, worth, ridge, next);
    for (let tries = 0; there.loss > loss + 1e-4 * length * fall && tries < 20; tries++) {
      length /= 2;
      next = stepped(at, way, length);
      there = lossAt(design, target, worth, ridge, next);
    }
    const s = minus(next, at);
    const y = minus(there.slope, slope);
    const curve = dot(s, y);
    if (curve > 1e-12) {
      steps.push({ s, y, rho: 1 / curve });
      if (steps.length > KEPT) steps.shift();
    }
    const gain = loss - there.loss;
    at = next;
    ({ loss, slope } = there);
    if (gain < 1e-7 * Math.abs(loss)) break;
  }
  return { sparse: at.slice(0, sparse), dense: at.slice(sparse, size - 1), start: at[size - 1] as number };
}

function direction(
  slope: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = Float64Array.from(slope, (one) => -one);
  const alphas: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const { s, y, rho } = steps[k] as (typeof steps)[number];
    const alpha = rho * dot(s, q);
    alphas[k] = alpha;
    add(q, y, -alpha);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale;
  }
  for (const [k, { s, y, rho }] of steps.entries()) add(q, s, (alphas[k] as number) - rho * dot(y, q));
  return q;
}

function lossAt(
  { starts, columns, values, dense, width }: Design,
  target: Float64Array,
  worth: Float64Array,
  ridge: number,
  at: Float64Array,
): { loss: number; slope: Float64Array } {
  const sparse = values.length;
  const slope = new Float64Array(at.length);
  const scaled = new Float64Array(sparse);
  for (let j = 0; j < sparse; j++) scaled[j] = (at[j] as number) * (values[j] as number);
  const pull = new Float64Array(sparse);
  let loss = 0;
  const rows = target.length;
  for (let i = 0; i < rows; i++) {
    let z = at[at.length - 1] as number;
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    for (let k = from; k < to; k++) z += scaled[columns[k] as number] as number;
    const row = i * width;
    for (let d = 0; d < width; d++) z += (dense[row + d] as number) * (at[sparse + d] as number);
    const y = target[i] as number;
    const w = worth[i] as number;
    loss += w * (softplus(z) - y * z);
    const error = w * (sigmoid(z) - y);
    for (let k = from; k < to; k++) pull[columns[k] as number] = (pull[columns[k] as number] as number) + error;
    for (let d = 0; d < width; d++)
      slope[sparse + d] = (slope[sparse + d] as number) + error * (dense[row + d] as number);
    slope[at.length - 1] = (slope[at.length - 1] as number) + error;
  }
  for (let j = 0; j < sparse; j++) slope[j] = (pull[j] as number) * (values[j] as number);
  for (let j = 0; j < at.length - 1; j++) {
    const one = at[j] as number;
    loss += 0.5 * ridge * one * one;
    slope[j] = (slope[j] as number) + ridge * one;
  }
  return { loss, slope };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (what[i] as number);
}

const stepped = (at: Float64Array, way: Float64Array, length: number): Float64Array =>
  at.map((one, i) => one + length * (way[i] as number));

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((one, i) => one - (b[i] as number));
