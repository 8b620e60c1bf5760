// Standard output and error. Output to a pipe is the same bytes every time, and a reader that leaves early ends the run quietly.
//
// A file or pipe is written to directly, for Node.js's own stream takes a tenth of a short run to set up.
import { fstatSync, writeSync } from 'node:fs';
import { visible } from '../report/escape';
import { unwritableBecause } from '../workspace/trouble';

const STDOUT = 1;
const STDERR = 2;

/** Whether output is written directly. A terminal needs Node.js's stream, and so does a reader that cannot take more at the moment. */
let direct = process.platform !== 'win32' && !isDevice(STDOUT);

/** True for a terminal; for the null device too. */
function isDevice(stream: number): boolean {
  return fstatSync(stream).isCharacterDevice();
}

let before: (() => void) | undefined;

/** Sets what clears the terminal (a line of progress) before anything else is written to it. */
export function beforePrinting(clear: (() => void) | undefined): void {
  before = clear;
}

/** Resolves when the reader can take more: a slow reader holds the run back instead of filling memory. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!direct) before?.();
  const left = direct ? writeDirectly(typeof text === 'string' ? Buffer.from(text) : text) : text;
  if (left.length && !process.stdout.write(left)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** @returns what could not be written. */
function writeDirectly(bytes: Uint8Array): Uint8Array {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(STDOUT, bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') leave(error as NodeJS.ErrnoException);
    direct = false;
    process.stdout.on('error', leave);
  }
  return bytes.subarray(done);
}

/** How wide a terminal is that the output goes to; nothing where it goes to a file or pipe. */
export const terminal = (): { readonly columns: number } | undefined =>
  !direct && process.stdout.isTTY ? process.stdout : undefined;

/** Standard error, where it may be a terminal. */
export const screenForErrors = (): NodeJS.WriteStream | undefined => (isDevice(STDERR) ? process.stderr : undefined);

export function complain(sentence: string): void {
  before?.();
  // the sentence may hold a file's name, and that may hold control characters
  process.stderr.write(`copydesk: ${sentence.split('\n').map(visible).join('\n')}\n`);
}

/**
 * Resolves when all that was printed has left the process: true where that is certain. On Windows a pipe takes its time and
 * does not say so.
 */
export async function isWritten(): Promise<boolean> {
  if (process.platform === 'win32') return false;
  if (!direct) await new Promise((resolve) => process.stdout.write('', resolve));
  return true;
}

/** Ends the run when the output cannot be written, with exit code 2: a check whose result is lost must not look green. */
export function leaveWithTheReader(): void {
  if (!direct) process.stdout.on('error', leave);
}

/** In `copydesk lint . | head` the reader stops early. Then the run ends without a message, as SIGPIPE ends programs (128 + 13). */
function leave({ code }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit(141);
  const { why, remedy } = unwritableBecause(code);
  complain(`The output cannot be written: ${why}. ${remedy} and run the command again.`);
  process.exit(2);
}
