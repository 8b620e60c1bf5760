// Memory: paragraph facts kept from one reading to the next, so that typing in one paragraph re-reads that paragraph.
import type { HouseWords } from './house-words';
import type { Paragraph } from './paragraph';

/** Facts by all that they depend on. Holds what the last two readings used, and no more. */
export interface Memory {
  recall(key: string, read: () => Paragraph): Paragraph;
  /** Call when a reading begins: facts that the reading before did not use are let go, and all where the house has other words now. */
  turn(words?: HouseWords): void;
}

export function createMemory(): Memory {
  let current = new Map<string, Paragraph>();
  let previous = new Map<string, Paragraph>();
  let house: HouseWords | undefined;
  return {
    recall(key, read) {
      const known = current.get(key) ?? previous.get(key) ?? read();
      current.set(key, known);
      return known;
    },
    turn(words) {
      previous = words === house ? current : new Map();
      house = words;
      current = new Map();
    },
  };
}
