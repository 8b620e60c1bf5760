// Memoised facts: an analysis runs when somebody asks, once for each paragraph or story, and is kept as long as that lives.
import type { Paragraph } from './paragraph';
import type { Story } from './story';

/**
 * Where an object keeps its facts, a place for each analysis. In the object itself: what a weak map holds outlives every collection of
 * young garbage, and with it all that it knows of its key, so no draft's facts would go before the next full one.
 */
const kept = Symbol('facts');

interface Keeping {
  readonly [kept]?: unknown[];
}

/** In the place of a fact that is `undefined`. */
const nothing = Symbol('nothing');

/** Memoises functions of one kind of object. */
function keeper<Of extends object>() {
  let analyses = 0;
  const begin = (of: Of): unknown[] => {
    // room for all: what grows fact by fact is copied again and again
    const facts: unknown[] = new Array(analyses);
    // out of sight: a copy of a story is another story, and begins without facts
    Object.defineProperty(of, kept, { value: facts });
    return facts;
  };
  return <T>(analyse: (of: Of) => T): ((of: Of) => T) => {
    const place = analyses++;
    return (of) => {
      const facts = (of as Keeping)[kept] ?? begin(of);
      const known = facts[place];
      if (known !== undefined) return (known === nothing ? undefined : known) as T;
      const value = analyse(of);
      facts[place] = value === undefined ? nothing : value;
      return value;
    };
  };
}

/** A fact of one paragraph. `analyse` must be pure: the same object serves every story the paragraph stands in. */
export const perParagraph = keeper<Paragraph>();

/** A fact of the whole story: a cheap fold over its paragraphs' facts. */
export const perStory = keeper<Story>();
