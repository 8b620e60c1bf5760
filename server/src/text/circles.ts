// Circles: where one thing leads to the next, which of them come back to themselves.

/**
 * Each thing of a circle with the whole circle in order; a thing that leads to itself is a circle of one. Every thing is walked
 * through once.
 * @param next what a thing leads to; undefined where it leads nowhere.
 */
export function circlesOf<T>(starts: Iterable<T>, next: (one: T) => T | undefined): Map<T, readonly T[]> {
  const circles = new Map<T, readonly T[]>();
  const walkOf = new Map<T, number>();
  let walk = 0;
  for (const first of starts) {
    walk++;
    const way: T[] = [];
    let at: T | undefined = first;
    for (; at !== undefined && !walkOf.has(at); at = next(at)) {
      walkOf.set(at, walk);
      way.push(at);
    }
    // it came back to where this walk has been
    const circle = at !== undefined && walkOf.get(at) === walk ? way.slice(way.indexOf(at)) : [];
    for (const one of circle) circles.set(one, circle);
  }
  return circles;
}
