// Words in other tools' lists that are what they say: letters and marks, and no regular expression. Those are never taken over.

/** The words themselves; nothing where they are an expression. A stop is a stop, and a mark behind a stroke is that mark. */
export function literalOf(pattern: string): string | undefined {
  const plain = pattern.replace(/\\([.\-/+#&'()[\]?!$*])/g, (_, mark: string) => SAFE + (marks.indexOf(mark) + 1));
  if (EXPRESSION.test(plain)) return undefined;
  const words = plain
    .replace(/\uE000(\d{1,2})/g, (_, at: string) => marks.charAt(Number(at) - 1))
    .trim()
    .replace(/\s+/g, ' ');
  return words === '' ? undefined : words;
}

/** In the place of a mark that was written as itself. */
const SAFE = '\uE000';
const marks = ".-/+#&'()[]?!$*";

/** What stands for other letters than itself: classes, choices, repetitions, bounds, a stop that repeats. */
const EXPRESSION = /[\\^$*+?()[\]{}|]/;
