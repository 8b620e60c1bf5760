// What makes a lexicon entry fit to ship. By file; each gets [{line, number}] and returns the first fault or nothing.
export const validators = {};
