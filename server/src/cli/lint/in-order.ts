// Questions go out several at a time, answers come back in the order of the questions, and no more is held than a window.

/** How much may be under way. */
export interface Window {
  /** Questions. */
  most(): number;
  /** Sum of their sizes; one question alone may be larger. */
  readonly units: number;
}

/**
 * Each question with its answer. An answer is handed on as soon as those before it are, though no further question may come: a
 * program that waits for an answer before it asks again is not left waiting.
 */
export async function* inOrder<Q, A>(
  questions: AsyncIterable<Q>,
  ask: (question: Q) => Promise<A>,
  sizeOf: (question: Q) => number,
  window: Window,
): AsyncGenerator<readonly [Q, A]> {
  const iterator = questions[Symbol.asyncIterator]();
  const waiting: { readonly question: Q; readonly answer: Promise<A> }[] = [];
  let held = 0;
  let coming: Promise<IteratorResult<Q>> | undefined = iterator.next();
  try {
    while (coming || waiting.length) {
      const [first] = waiting;
      const full = waiting.length >= window.most() || held >= window.units;
      if (first && (full || !coming || (await isFirst(first.answer, coming)))) {
        yield [first.question, await first.answer];
        waiting.shift();
        held -= sizeOf(first.question);
        continue;
      }
      const next: IteratorResult<Q> = await (coming as Promise<IteratorResult<Q>>);
      coming = undefined;
      if (next.done) continue;
      const answer = ask(next.value);
      // told when its turn comes
      answer.catch(() => undefined);
      waiting.push({ question: next.value, answer });
      held += sizeOf(next.value);
      coming = iterator.next();
      coming.catch(() => undefined);
    }
  } finally {
    await iterator.return?.();
  }
}

const isFirst = (one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> =>
  Promise.race([one.then(() => true), other.then(() => false)]);
