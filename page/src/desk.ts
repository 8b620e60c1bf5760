// The page's end of the desk: starts the worker out of the page itself, asks it, and ends it.
import type { Question, Questions, Reply } from './protocol';

export type Ask = <N extends keyof Questions>(
  name: N,
  ...given: Parameters<Questions[N]>
) => Promise<Awaited<ReturnType<Questions[N]>>>;

export interface RunningDesk {
  readonly ask: Ask;
  /** Ends it. Whoever waits for an answer, and whoever asks from now on, is told so by {@link Stopped}. */
  stop(): void;
}

/** Another desk may be asked the same. */
export class Stopped extends Error {}

/** @param program what the worker runs. @param died is told when it has. */
export function startDesk(program: string, died: (error: string) => void): RunningDesk {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const waiting = new Map<
    number,
    { readonly done: (answer: never) => void; readonly failed: (error: Error) => void }
  >();
  let next = 0;
  let isOver = false;
  const worker = new Worker(address);
  worker.onmessage = ({ data: { id, answer, error } }: MessageEvent<Reply>) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(answer as never);
    else asked?.failed(new Error(error));
  };
  const stop = (): void => {
    isOver = true;
    worker.terminate();
    URL.revokeObjectURL(address);
    for (const { failed } of waiting.values()) failed(new Stopped());
    waiting.clear();
  };
  worker.onerror = ({ message }) => {
    stop();
    died(message);
  };
  const ask: Ask = (name, ...given) =>
    new Promise((done, failed) => {
      if (isOver) return failed(new Stopped());
      const id = next++;
      waiting.set(id, { done, failed });
      worker.postMessage({ id, name, given } satisfies Question);
    });
  return { ask, stop };
}
