// Memoised facts: an analysis runs when somebody asks, once for each paragraph or story, and is kept as long as that lives.
import type { Paragraph } from '../document/paragraph';
import type { Story } from '../document/story';

const memo = <Of extends object, T>(analyse: (of: Of) => T): ((of: Of) => T) => {
  const known = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    let entry = known.get(of);
    if (!entry) known.set(of, (entry = { value: analyse(of) }));
    return entry.value;
  };
};

/** A fact of one paragraph. `analyse` must be pure: the same object serves every story the paragraph stands in. */
export const perParagraph = <T>(analyse: (paragraph: Paragraph) => T): ((paragraph: Paragraph) => T) => memo(analyse);

/** A fact of the whole story: a cheap fold over its paragraphs' facts. */
export const perStory = <T>(analyse: (story: Story) => T): ((story: Story) => T) => memo(analyse);
