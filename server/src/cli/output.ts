// Standard output and error. Output to a pipe is the same bytes every time, and a reader that leaves early ends the run quietly.

let before: (() => void) | undefined;

/** What a terminal must be rid of before anything else is written there. */
export function beforePrinting(clear: (() => void) | undefined): void {
  before = clear;
}

/** Resolves when the reader can take more: a slow reader holds the run back instead of filling memory. */
export async function print(text: string): Promise<void> {
  before?.();
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export function complain(sentence: string): void {
  before?.();
  process.stderr.write(`copydesk: ${sentence}\n`);
}

/** `copydesk lint . | head`: nobody reads on. What was not read cannot have passed, so the code is 2. */
export function leaveWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(2);
    throw error;
  });
}
