// Trouble: what a person must put right before the work can go on. Ends the command with exit code 2.

/** Its message is whole sentences: what is wrong, where, what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** Why the system would not write, and what helps. @param code of the system's error. */
export const unwritableBecause = (code: string | undefined): { readonly why: string; readonly remedy: string } =>
  code === 'ENOSPC' || code === 'EDQUOT'
    ? { why: 'the disk is full', remedy: 'Make room' }
    : { why: code ?? 'unknown error', remedy: 'Make it writable' };

/** By name: modules that are loaded on demand carry a copy of the class each. */
export const isTrouble = (error: unknown): error is Trouble => error instanceof Error && error.name === 'Trouble';
