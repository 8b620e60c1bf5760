// The gap that a fix leaves where only the writer knows the word.

/** "To come", misspelt so that no word looks like it: `placeholder` asks about it until it is filled. */
export const GAP = 'TK';
