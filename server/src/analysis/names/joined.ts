// Joined: a name that stands in one word here and in two there, DeWinne and De Winne. The capital inside the one word says where it
// would be cut.
import type { Story } from '../../document/story';
import { type Form, namesOf, type Occurrence } from './forms';
import { isPlace, isProperAdjective } from './lists';
import type { WrittenAt, Variant } from './variant';

/** Every name of the story that is written closed in one place and open in another, its head and rest with a blank between. */
export function joinedVariants(story: Story, claimed: ReadonlySet<number>): Variant[] {
  const isFree = (at: Occurrence): boolean => !claimed.has(endOf(at)) && !claimed.has(at.base + at.mention.end);
  const variants: Variant[] = [];
  const { forms } = namesOf(story);
  for (const form of forms.values()) {
    const cut = form.form.length >= FEWEST_LETTERS ? cutOf(story, form) : undefined;
    const rest = cut && forms.get(cut.rest);
    if (!cut || !rest) continue;
    const closed = form.occurrences.filter((at) => writtenIn(story, at) === cut.text && isFree(at));
    const open = rest.occurrences.filter((at) => isBehind(story, at, cut.head) && isFree(at));
    const alike = open.filter((at) => closed.some((other) => areAlike(at, other, cut.head)));
    if (closed.length === 0 || alike.length === 0) continue;
    const spellings = [
      { text: cut.text, places: closed.map((at) => placeOf(story, at, coreOf(at))) },
      {
        text: `${cut.head} ${cut.written}`,
        places: alike.map((at) => placeOf(story, at, coreOf(at) - cut.head.length - 1)),
      },
    ];
    variants.push({ spellings, links: [{ a: 0, b: 1, evidence: 'cut' }] });
  }
  return variants;
}

const FEWEST_LETTERS = 5;

interface Cut {
  readonly text: string;
  readonly head: string;
  readonly written: string;
  /** Comparable. */
  readonly rest: string;
}

/** Two letters or more, then a capital with small letters behind it: McVie, JPMorgan, DeWinne. */
const HUMP = /^(\p{L}\p{L}{1,11})(\p{Lu}\p{Ll}{2,})$/u;

function cutOf(story: Story, { occurrences }: Form): Cut | undefined {
  for (const at of occurrences.slice(0, MOST_LOOKS)) {
    const text = writtenIn(story, at);
    const parts = HUMP.exec(text);
    if (parts) {
      const [, head, written] = parts as unknown as readonly [string, string, string];
      return { text, head, written, rest: written.toLowerCase() };
    }
  }
  return undefined;
}

const MOST_LOOKS = 20;

const coreOf = ({ base, word }: Occurrence): number => base + word.core;
const endOf = ({ base, word }: Occurrence): number => base + word.end;
const writtenIn = ({ prose }: Story, at: Occurrence): string => prose.slice(coreOf(at), endOf(at));

const isBehind = ({ prose }: Story, at: Occurrence, head: string): boolean => {
  const from = coreOf(at) - head.length - 1;
  return (
    from >= at.base && prose.slice(from, coreOf(at)) === `${head} ` && !/[\p{L}\p{N}.]/u.test(prose.charAt(from - 1))
  );
};

/** Where both have words before or behind, these are the same: "Frank De Winne" is not "Paula DeWinne". */
function areAlike(open: Occurrence, closed: Occurrence, head: string): boolean {
  const [before, behind] = besides(open, head);
  const [left, right] = besides(closed, '');
  const [leftIs, rightIs] = [before !== undefined && before === left, behind !== undefined && behind === right];
  // a paper is called The EastAfrican, and a bank HongKong Bank
  if (isPlace(open.word.form) || isProperAdjective(open.word.form)) return leftIs || rightIs;
  return (!before || !left || leftIs) && (!behind || !right || rightIs);
}

function besides({ words, position }: Occurrence, head: string): readonly [string | undefined, string | undefined] {
  const own = head !== '' && words[position - 1]?.form === head.toLowerCase() ? 1 : 0;
  return [words[position - own - 1]?.form, words[position + 1]?.form];
}

function placeOf({ prose }: Story, at: Occurrence, start: number): WrittenAt {
  const { base, mention } = at;
  const end = endOf(at);
  return {
    start,
    end,
    text: prose.slice(start, end),
    words: [at.word.form],
    article: '',
    letters: { start, end },
    quoted: at.word.quoted,
    last: at.position === at.words.length - 1,
    full: base + mention.start < start,
  };
}
