// Answers about texts, kept for a while: a paragraph that was asked about lately is not read again at the next keystroke.
import { ownCopy } from './span';

/** Texts in one of the two maps of a memory. When the newer map is full it becomes the older one, and the older one is dropped. */
const MOST = 1000;

/**
 * The same function, with a memory. It must be pure: the answer depends on the text alone.
 * @param most texts in each of the two maps; callers with long texts pass a small number.
 */
export function rememberByText<T>(read: (text: string) => T, most = MOST): (text: string) => T {
  let current = new Map<string, { readonly answer: T }>();
  let previous = new Map<string, { readonly answer: T }>();
  return (text) => {
    let known = current.get(text);
    if (known) return known.answer;
    known = previous.get(text) ?? { answer: read(text) };
    if (current.size >= most) {
      previous = current;
      current = new Map();
    }
    current.set(ownCopy(text), known);
    return known.answer;
  };
}

/** The same for an answer that may depend on a second argument, and mostly does not. Each such object has a memory of its own. */
export function rememberByTextWith<More extends object, T>(
  read: (text: string, more: More | undefined) => T,
): (text: string, more?: More) => T {
  const alone = rememberByText((text) => read(text, undefined));
  const others = new WeakMap<More, (text: string) => T>();
  return (text, more) => {
    if (!more) return alone(text);
    let own = others.get(more);
    if (!own) others.set(more, (own = rememberByText((one) => read(one, more))));
    return own(text);
  };
}
