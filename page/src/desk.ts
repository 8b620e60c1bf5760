// The page's end of the desk: starts the worker out of the page itself, asks it, and starts another where one has died.
import type { Question, Questions, Reply } from './protocol';

export type Ask = <N extends keyof Questions>(
  name: N,
  ...given: Parameters<Questions[N]>
) => Promise<Awaited<ReturnType<Questions[N]>>>;

/** @param program what the worker runs. @param died is told when it has: what was asked is answered by nobody. */
export function startDesk(program: string, died: (error: string) => void): Ask {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const waiting = new Map<
    number,
    { readonly done: (answer: never) => void; readonly failed: (error: Error) => void }
  >();
  let next = 0;
  const worker = new Worker(address);
  worker.onmessage = ({ data: { id, answer, error } }: MessageEvent<Reply>) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(answer as never);
    else asked?.failed(new Error(error));
  };
  worker.onerror = ({ message }) => {
    waiting.clear();
    worker.terminate();
    died(message);
  };
  return (name, ...given) =>
    new Promise((done, failed) => {
      const id = next++;
      waiting.set(id, { done, failed });
      worker.postMessage({ id, name, given } satisfies Question);
    });
}
