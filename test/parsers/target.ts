// A parser under attack: what it is begun with, the marks of its grammar, and what must hold of whatever it is given.
export interface Target {
  readonly name: string;
  readonly seeds: () => readonly string[];
  readonly words: readonly string[];
  /** Throws where it throws, or where what it made of the text cannot be. Cheap: each text is checked so. */
  readonly quick: (text: string) => void;
  /** The same of all that is made of it afterwards. */
  readonly whole?: (text: string) => void;
  /** What is measured for growing faster than the text; {@link quick} where nothing is said. */
  readonly grows?: (text: string) => void;
}
