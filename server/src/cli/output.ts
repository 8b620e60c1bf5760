// Standard output and error. Output to a pipe is the same bytes every time, and a reader that leaves early ends the run quietly.

/** Resolves when the reader can take more: a slow reader holds the run back instead of filling memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export const complain = (sentence: string): void => void process.stderr.write(`copydesk: ${sentence}\n`);

/** `copydesk lint . | head`: nobody reads on. What was not read cannot have passed, so the code is 2. */
export function leaveWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(2);
    throw error;
  });
}
