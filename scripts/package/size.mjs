/** What the package for the editor, and that for npm, may each weigh at most, in bytes. */
export const largestPackage = 1960 * 1024;
