// What is made when it is first asked for, and kept: nothing costs a start but what the start needs.

/** @returns what `make` gives, made at the first call. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
