// Trouble: what a person must put right before the work can go on. Ends the command with exit code 2.

/** Its message is whole sentences: what is wrong, where, what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}
