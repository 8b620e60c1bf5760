// Memoised facts: an analysis runs when somebody asks, once for each paragraph or story, and is kept as long as that lives.
import type { Paragraph } from './paragraph';
import type { Story } from './story';

/** Each object's facts, a place for each analysis: one weak entry an object, for a hundred analyses weigh on the collector. */
const kept = new WeakMap<object, unknown[]>();

/** In the place of a fact that is `undefined`. */
const nothing = Symbol('nothing');

/** Memoises functions of one kind of object. */
function keeper<Of extends object>() {
  let analyses = 0;
  // the object asked about last, with its facts: the next question is nearly always about the same one of its kind
  let latest: Of | undefined;
  let latestFacts: unknown[] = [];
  const factsOf = (of: Of): unknown[] => {
    if (latest === of) return latestFacts;
    let facts = kept.get(of);
    // room for all: what grows fact by fact is copied again and again
    if (!facts) kept.set(of, (facts = new Array(analyses)));
    latest = of;
    latestFacts = facts;
    return facts;
  };
  return <T>(analyse: (of: Of) => T): ((of: Of) => T) => {
    const place = analyses++;
    return (of) => {
      const facts = factsOf(of);
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
