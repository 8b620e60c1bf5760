// Word lists by their names, read at first use. No list of words stands in the code that asks: here each has one name, and whoever
// needs the same words finds them.
import { data } from './english/word-lists.txt';

/** A set of words; `has` takes a word in lower case. */
export interface WordList {
  readonly has: (word: string) => boolean;
}

/** @param name as the lexicon writes it. @throws where no list is called so, when first asked: a fault of ours, found by a test. */
export const wordList = (name: string): WordList => listIn(lists, name);

/** The list of that name among others. */
export function listIn(lexicon: () => ReadonlyMap<string, ReadonlySet<string>>, name: string): WordList {
  let words: ReadonlySet<string> | undefined;
  return {
    has(word) {
      words ??= lexicon().get(name);
      if (!words) throw new Error(`no list of words is called "${name}"`);
      return words.has(word);
    },
  };
}

/** Lines `name: words` as sets, read once, when first asked for; a list may go on in another line of its name. */
export function namedLists(lines: () => string): () => ReadonlyMap<string, ReadonlySet<string>> {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return () => (known ??= read(lines()));
}

function read(lines: string): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  for (const line of lines.split('\n')) {
    const colon = line.indexOf(': ');
    const name = line.slice(0, colon);
    const words = lists.get(name) ?? new Set();
    for (const word of line.slice(colon + 2).split(' ')) words.add(word);
    lists.set(name, words);
  }
  return lists;
}

const lists = namedLists(() => data);
