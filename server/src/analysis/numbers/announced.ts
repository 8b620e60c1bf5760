// Lists announced with a count: "Five points of the plan:" and the items below.
import type { Block, Story } from '../../document/story';
import { wordAt } from '../../document/token';
import { type Span, shift } from '../../text/span';
import { perStory } from '../../document/memo';
import { isListNoun } from './list-nouns';
import { quantitiesOf } from '../../language/quantities';

export interface Announced {
  /** The count, in prose offsets. */
  readonly count: Span & { readonly value: number };
  readonly items: readonly Block[];
}

/** Counts that a colon and a list follow, right or wrong. */
export const announcedIn = perStory(({ blocks }: Story): readonly Announced[] =>
  blocks.flatMap((block, i) => {
    const count = announcing(block);
    if (!count) return [];
    let end = i + 1;
    while (blocks[end]?.role === 'item') end++;
    const items = blocks.slice(i + 1, end);
    return items.length > 1 ? [{ count, items }] : [];
  }),
);

/** The only exact count of a last sentence that ends in a colon, where it counts such things. */
function announcing({ start, role, facts }: Block): Announced['count'] | undefined {
  const { tokens, sentences } = facts;
  const last = sentences.at(-1);
  if (role === 'item' || !last || wordAt(tokens, last.lastToken - 1) !== ':') return undefined;
  const counts = quantitiesOf(facts).list.filter((q) => q.first >= last.firstToken && q.kind === 'count' && !q.vague);
  const [only] = counts;
  if (!only || counts.length > 1 || only.bound !== undefined) return undefined;
  if (!isListNoun(wordAt(tokens, only.last)) && !isListNoun(wordAt(tokens, only.last + 1))) return undefined;
  return { ...shift(only, start), value: only.value };
}
