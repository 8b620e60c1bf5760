// e^x and log(1 + e^x) by plain arithmetic: what `Math.exp` returns is left to each engine, and training is the same to the byte.

const LN2 = Math.LN2;
const TERMS = 18;

export function exp(x: number): number {
  if (x < -700) return 0;
  const halvings = Math.round(x / LN2);
  const rest = x - halvings * LN2;
  let sum = 1;
  for (let n = TERMS; n > 0; n--) sum = 1 + (rest / n) * sum;
  for (let k = 0; k < halvings; k++) sum *= 2;
  for (let k = 0; k > halvings; k--) sum /= 2;
  return sum;
}

export const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : 1 - 1 / (1 + exp(x)));

/** log(1 + e^x) */
export function softplus(x: number): number {
  const small = exp(x > 0 ? -x : x);
  // log(1 + s) = 2 artanh(s / (2 + s)), and s / (2 + s) is at most a third
  const z = small / (2 + small);
  let sum = 0;
  for (let n = 41; n > 0; n -= 2) sum = 1 / n + z * z * sum;
  return 2 * z * sum + Math.max(x, 0);
}
