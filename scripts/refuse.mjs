// What a script says when it cannot go on: a sentence for the person who ran it, and no stack.

/** @returns an error to throw; whoever ends the run prints its `sentence`. */
export const refusal = (sentence) => Object.assign(new Error(sentence), { sentence });
