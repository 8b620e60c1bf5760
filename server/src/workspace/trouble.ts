// Trouble: what a person must put right before the work can go on. Ends the command with exit code 2.

/** Its message is whole sentences: what is wrong, where, what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** Why the system would not write, and what helps. @param code of the system's error. */
export const unwritableBecause = (code = 'unknown error'): { readonly why: string; readonly remedy: string } =>
  known[code] ?? { why: code, remedy: 'Make it writable' };

const full = { why: 'the disk is full', remedy: 'Make room' };
const forbidden = { why: 'you may not write there', remedy: 'Make it writable' };
const known: Readonly<Record<string, typeof full | undefined>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: { why: 'its disk is read-only', remedy: 'Make it writable' },
  ENOENT: { why: 'there is no such folder', remedy: 'Make it' },
};

/** By name: modules that are loaded on demand carry a copy of the class each. */
export const isTrouble = (error: unknown): error is Trouble => error instanceof Error && error.name === 'Trouble';
