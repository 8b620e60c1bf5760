// Words in other tools' lists that are what they say: letters and marks, and no regular expression. Those are never taken over.

/** The words themselves; nothing where they are an expression. A stop is a stop, and a mark behind a stroke is that mark. */
export function literalOf(pattern: string): string | undefined {
  const plain = pattern.replace(/\\([.\-/+#&'()[\]?!$*])/g, (_, mark: string) =>
    String.fromCharCode(SAFE + marks.indexOf(mark)),
  );
  if (EXPRESSION.test(plain)) return undefined;
  const words = plain
    .replace(/[\uE000-\uE00F]/g, (stood) => marks.charAt(stood.charCodeAt(0) - SAFE))
    .trim()
    .replace(/\s+/g, ' ');
  return words === '' ? undefined : words;
}

/** The first of the characters, of private use, that stand for marks that were written as themselves. */
const SAFE = 0xe000;
const marks = ".-/+#&'()[]?!$*";

/** What stands for other letters than itself: classes, choices, repetitions, bounds, a stop that repeats. */
const EXPRESSION = /[\\^$*+?()[\]{}|]/;
