// Which lines of a text are new or changed since another one. Its time is bounded: where both have too little in common to be
// compared in time, all that lies between what they share at either end counts as changed.

/** Lines from 1, both ends in. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Steps that are taken in comparing: some tenths of a second. */
const MOST_STEPS = 5_000_000;

/** Where lines were only taken out, the two that now meet count: a source may be gone. Line ends, as CR LF or LF, do not. */
export function changedLines(before: string, after: string): readonly Lines[] {
  const known = new Map<string, number>();
  const a = numbered(before, known);
  const b = numbered(after, known);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const kept = keptLines(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const changed: Lines[] = [];
  let [i, j] = [0, 0];
  const gap = (x: number, y: number): void => {
    if (y > j) changed.push({ from: start + j + 1, to: start + y });
    else if (x > i) changed.push({ from: start + j, to: start + j + 1 });
  };
  for (const [x, y] of kept) {
    gap(x, y);
    [i, j] = [x + 1, y + 1];
  }
  gap(a.length - start - end, b.length - start - end);
  return changed;
}

/** Lines as numbers, the same for the same line. The last one's missing end does not count. */
function numbered(text: string, known: Map<string, number>): number[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const number = known.get(line) ?? known.size;
    known.set(line, number);
    return number;
  });
}

/** Pairs of lines that both share, in order: the shortest way from one to the other (Myers 1986), or none where it is too long. */
function keptLines(a: readonly number[], b: readonly number[]): (readonly [number, number])[] {
  const trail: Int32Array[] = [];
  const most = a.length + b.length;
  let reached = new Int32Array(3);
  let steps = 0;
  for (let d = 0; d <= most; d++) {
    // diagonals -d … d, each with how far into `a` it goes
    const next = new Int32Array(2 * d + 3);
    for (let k = -d; k <= d; k += 2) {
      const at = (diagonal: number): number => reached[diagonal + d] as number;
      const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
      let x = d === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x++;
        steps++;
      }
      next[k + d + 1] = x;
      if (x >= a.length && x - k >= b.length) return walkedBack([...trail, next], a, b);
    }
    steps += next.length;
    if (steps > MOST_STEPS) return [];
    trail.push(next);
    reached = next;
  }
  return [];
}

/** From the end back to the beginning: each step along a diagonal is a line that both share. */
function walkedBack(trail: readonly Int32Array[], a: readonly number[], b: readonly number[]): [number, number][] {
  const kept: [number, number][] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trail.length - 1; d >= 0; d--) {
    const k = x - y;
    const before = trail[d - 1];
    const at = (diagonal: number): number => before?.[diagonal + d] ?? -1;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = d === 0 ? 0 : at(down ? k + 1 : k - 1);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    const [startX, startY] = d === 0 ? [0, 0] : down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    while (x > startX && y > startY) kept.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return kept.reverse();
}
