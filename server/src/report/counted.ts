// A number with its noun, as a sentence has both.

/** `1 name`, `2 names`. */
export const counted = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
