// A house's own words beside those that the desk knows of every newsroom: what `lists` in its settings adds.
//
// They are the draft's, as its day and kind are: what is read of a text by itself is the same in every house and is kept for the whole
// process, and what depends on these words is kept by them, so that two drafts of two houses never meet.

export const listNames = [
  ...(['placeholders', 'endMarks', 'weakSources', 'titles', 'agencies', 'pageControls', 'loadedVerbs'] as const),
];
export type ListName = (typeof listNames)[number];

/** The very same object for all drafts of one house. A list that is named has an entry. */
export type HouseWords = Readonly<Partial<Record<ListName, readonly string[]>>>;

/** What is made of a house's words, once as long as they live. */
export function perHouse<T>(make: (words: HouseWords) => T): (words: HouseWords) => T {
  const made = new WeakMap<HouseWords, { readonly value: T }>();
  return (words) => {
    let known = made.get(words);
    if (!known) made.set(words, (known = { value: make(words) }));
    return known.value;
  };
}

/** Several lists as one: an entry that two of them have is there once. Nothing where none has one. */
export function joinedWords(all: readonly HouseWords[]): HouseWords | undefined {
  const joined: Partial<Record<ListName, readonly string[]>> = {};
  for (const name of listNames) {
    const entries = new Set(all.flatMap((words) => words[name] ?? []));
    if (entries.size) joined[name] = [...entries];
  }
  return Object.keys(joined).length ? joined : undefined;
}
