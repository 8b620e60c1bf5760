// What is said of a rule that threw: a sentence for the writer, and where in the program it was for whoever mends it.
import type { Problem } from '../document/story';

/** @param error what was thrown. */
export const ruleFailed = (rule: string, error: unknown): Problem => ({
  code: 'rule-failed',
  message: `The rule ${rule} could not read this draft and was left out (${String(error)}). The other rules ran. Please report it.`,
  ...(error instanceof Error && error.stack !== undefined && { stack: withoutFolders(error.stack) }),
});

/** The folders of a file in a line of a stack: `at ask (/opt/copydesk/dist/parts.js:41:7)`. */
const FOLDERS = /(?<=[ (])(?:file:)?[^\s()]*[\\/](?=[^\s()\\/]*:\d)/g;

/** Names files without the folders that they lie in: a record is kept and sent on, and whose machine it was is nobody's concern. */
const withoutFolders = (stack: string): string =>
  stack
    .split('\n')
    .map((line) => (/^\s+at /.test(line) ? line.replace(FOLDERS, '') : line))
    .join('\n');
