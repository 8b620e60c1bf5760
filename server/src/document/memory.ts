// Memory: paragraph facts kept from one reading to the next, so that typing in one paragraph re-reads that paragraph.
import type { Paragraph } from './paragraph';

/** Facts by all that they depend on. Holds what the last two readings used, and no more. */
export interface Memory {
  recall(key: string, read: () => Paragraph): Paragraph;
  /** Call when a reading begins: facts that the reading before did not use are let go. */
  turn(): void;
}

export function createMemory(): Memory {
  let current = new Map<string, Paragraph>();
  let previous = new Map<string, Paragraph>();
  return {
    recall(key, read) {
      const known = current.get(key) ?? previous.get(key) ?? read();
      current.set(key, known);
      return known;
    },
    turn() {
      previous = current;
      current = new Map();
    },
  };
}
