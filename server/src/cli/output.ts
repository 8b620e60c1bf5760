// Standard output and error. Output to a pipe is the same bytes every time, and a reader that leaves early ends the run quietly.
//
// A file or pipe is written to directly, for Node.js's own stream takes a tenth of a short run to set up.
import { fstatSync, writeSync } from 'node:fs';

const STDOUT = 1;
const STDERR = 2;

/** False once the stream is needed: for a terminal, and where a reader cannot take more at the moment. */
let direct = process.platform !== 'win32' && !isDevice(STDOUT);

/** True for a terminal; for the null device too. */
function isDevice(stream: number): boolean {
  return fstatSync(stream).isCharacterDevice();
}

let before: (() => void) | undefined;

/** What a terminal must be rid of before anything else is written there. */
export function beforePrinting(clear: (() => void) | undefined): void {
  before = clear;
}

/** Resolves when the reader can take more: a slow reader holds the run back instead of filling memory. */
export async function print(text: string): Promise<void> {
  if (!direct) before?.();
  const left = direct ? writeDirectly(Buffer.from(text)) : text;
  if (left.length && !process.stdout.write(left)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** @returns what could not be written. */
function writeDirectly(bytes: Buffer): Buffer {
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
  process.stderr.write(`copydesk: ${sentence}\n`);
}

/** `copydesk lint . | head`: nobody reads on. What was not read cannot have passed, so the code is 2. */
export function leaveWithTheReader(): void {
  if (!direct) process.stdout.on('error', leave);
}

function leave(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(2);
  throw error;
}
