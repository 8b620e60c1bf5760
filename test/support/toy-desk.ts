// A desk that knows patterns alone, for tests of what is made of several fixes: each case shows its rounds.
import type { Diagnostic } from '../../server/src/engine/diagnostic';

export type Swap = readonly [rule: string, wanted: RegExp, by: string];

/** Each rule writes what it is given for what its pattern finds. */
export const desk =
  (...swaps: readonly Swap[]) =>
  (text: string): Diagnostic[] =>
    swaps.flatMap(([rule, wanted, by]) =>
      [...text.matchAll(wanted)].map(({ 0: found, index }) => {
        const edits = [{ start: index, end: index + found.length, text: by }];
        return { rule, fixes: [{ title: 't', apply: 'auto', edits }] } as unknown as Diagnostic;
      }),
    );
