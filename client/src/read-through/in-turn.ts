// Steps that are taken one after the other: a key pressed twice is two steps, of which the second waits for the first.
/** Takes a step when those before it are done. It resolves when the step is, and fails where the step does. */
export type InTurn = (step: () => Promise<void>) => Promise<void>;

/** @param isOver steps that are still waiting then are not taken. */
export function inTurn(isOver: () => boolean): InTurn {
  let last: Promise<void> = Promise.resolve();
  return (step) => {
    const taken = last.then(() => (isOver() ? undefined : step()));
    // a step that fails is told to whoever took it, and the next one is taken all the same
    last = taken.catch(() => undefined);
    return taken;
  };
}
