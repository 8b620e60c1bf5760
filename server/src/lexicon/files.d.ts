// A lexicon is imported by its file: the build puts what ships of it in its place (scripts/lexicon/compile.mjs).
declare module '*.txt' {
  /** The entries, a line each, comments left out; in a lexicon marked "Encoding: front", packed (packed.ts). */
  export const data: string;
}
declare module '*.tsv' {
  /** The entries, a line each, comments left out. */
  export const data: string;
}
