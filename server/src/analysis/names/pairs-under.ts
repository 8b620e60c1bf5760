// Names that may be one, found without holding each against all: by the keys that they share.

/** Two that stand under one key, each pair once. @param names each once. @param most how many are held against others at one key. */
export function* pairsUnder<Key>(
  names: readonly string[],
  keysOf: (name: string) => readonly Key[],
  most: number,
): Generator<readonly [string, string]> {
  const index: Index<Key> = new Map();
  for (const b of names) {
    // those that it was held against already, once there is one
    let seen: Set<string> | undefined;
    for (const key of keysOf(b)) {
      const bucket = othersAt(index, key, b);
      if (!bucket) continue;
      for (const a of bucket) {
        if (a === b || seen?.has(a)) continue;
        (seen ??= new Set()).add(a);
        yield [a, b];
      }
      if (bucket.length < most) bucket.push(b);
    }
  }
}

/** Names by a key: nearly all stand alone there. */
type Index<Key> = Map<Key, string | string[]>;

/** The names filed under the key before this one; undefined where it is the first, and is filed. */
function othersAt<Key>(index: Index<Key>, key: Key, name: string): string[] | undefined {
  const held = index.get(key);
  if (held === undefined) {
    index.set(key, name);
    return undefined;
  }
  if (Array.isArray(held)) return held;
  const bucket = [held];
  index.set(key, bucket);
  return bucket;
}
