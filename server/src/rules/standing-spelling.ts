// Which of a story's spellings of one name stands where no house decides, and whether more than the order of the story speaks for it.
import { endsPerson } from '../analysis/names/gazetteer';
import { isKnownName, isKnownWord } from '../analysis/names/lists';
import type { Link, Spelling, Variant, WrittenAt } from '../analysis/names/variant';
import { bare } from '../analysis/transliteration/letters';
import { isOverwhelming } from './other-way';
import type { SpellingDecision } from './preferred';

/** Which spelling stands where no house decides. */
export type Order = 'first-full-mention' | 'first' | 'majority';

/** Index of the spelling that stands, or that other places point at where the house writes none of them. */
export function standingSpelling(
  variant: Variant,
  order: Order,
  decision: SpellingDecision | undefined,
): number | undefined {
  const { spellings, links } = variant;
  const candidates = [...spellings.keys()].filter((i) => unquoted(spellings[i] as Spelling).length > 0);
  if (candidates.length < 2) return quotedOnly(spellings, links, candidates[0]);
  if (decision) {
    const own = candidates.find((i) => sameText((spellings[i] as Spelling).text, decision.text));
    if (own !== undefined) return own;
  }
  const first = (i: number): number => (unquoted(spellings[i] as Spelling)[0] as WrittenAt).start;
  const count = (i: number): number => unquoted(spellings[i] as Spelling).length;
  const full = (i: number): number =>
    unquoted(spellings[i] as Spelling).find((p) => p.full)?.start ?? Number.POSITIVE_INFINITY;
  // of two spellings of a slip the one that somebody listed has, whoever is meant here
  const known = (i: number): number =>
    Number(isWord(spellings[i] as Spelling) || endsPerson((spellings[i] as Spelling).places[0]?.words.at(-1) ?? ''));
  // one inconsistency is told where it is, not at each place that is as all others are
  const byMost = (a: number, b: number): number =>
    Number(isMost(count, candidates, b)) - Number(isMost(count, candidates, a));
  const slip = links.some((l) => l.evidence === 'slip');
  const byFull = (a: number, b: number): number => compare(full(a), full(b));
  const byCount = (a: number, b: number): number => count(b) - count(a);
  const byPlace = (a: number, b: number): number => first(a) - first(b);
  const listed = (i: number): number => Number(isListed(variant, i));
  const byListed = (a: number, b: number): number => listed(b) - listed(a);
  const orders: Readonly<Record<Order, readonly ((a: number, b: number) => number)[]>> = {
    'first-full-mention': [byMost, byListed, byFull, byCount, byPlace],
    first: [byPlace],
    majority: [byCount, (a, b) => known(b) - known(a), byFull, byPlace],
  };
  const ranked = (a: number, b: number): number =>
    orders[slip ? 'majority' : order].reduce((so, by) => so || by(a, b), 0);
  const [top] = candidates.sort(ranked) as [number];
  return order === 'first' || isMost(count, candidates, top) ? top : withAccents(spellings, candidates, top);
}

/**
 * True where the story or the lexicon says that this spelling is the right one. Where it is only the first, or stands once more than the
 * other, nobody knows: a slip may come first.
 */
export function isRanked(variant: Variant, standing: number): boolean {
  const { spellings, links } = variant;
  const one = spellings[standing] as Spelling;
  const others = spellings.filter((spelling) => spelling !== one);
  const count = (i: number): number => unquoted(spellings[i] as Spelling).length;
  return (
    isListed(variant, standing) ||
    isMost(count, [...spellings.keys()], standing) ||
    others.every(({ text }) => bare(text) === bare(one.text) && accentsIn(one.text) > accentsIn(text)) ||
    (links.some((l) => l.evidence === 'slip') && isWord(one) && !others.some(isWord))
  );
}

/** No draft is to go back to "Peking" from its name of today, whichever stands first. */
function isListed({ entity, spellings }: Variant, i: number): boolean {
  const listed = entity?.type === 'place' ? entity.spellings[0] : undefined;
  return listed !== undefined && sameText((spellings[i] as Spelling).text, listed);
}

const isWord = ({ places: [place] }: Spelling): boolean => place?.words.every(isKnownWord) ?? false;

/** Of two that differ in their accents alone the one that has them: nobody types an accent by chance. */
function withAccents(spellings: readonly Spelling[], candidates: readonly number[], top: number): number {
  const text = (i: number): string => (spellings[i] as Spelling).text;
  const same = candidates.filter((i) => bare(text(i)) === bare(text(top)));
  return same.reduce((a, b) => (accentsIn(text(b)) > accentsIn(text(a)) ? b : a), top);
}

const accentsIn = (text: string): number => text.normalize('NFD').replace(/\P{M}/gu, '').length;

const isMost = (count: (i: number) => number, all: readonly number[], i: number): boolean =>
  isOverwhelming(count(i), all.filter((other) => other !== i).map(count));

/**
 * The other spelling of a slip that stands in quotations alone, where that is a name which readers know and the one outside is not:
 * what stands in marks is somebody's document, and still what the name is.
 */
function quotedOnly(spellings: readonly Spelling[], links: readonly Link[], outside = 0): number | undefined {
  const isKnown = (i: number): boolean => (spellings[i] as Spelling).places[0]?.words.every(isKnownName) ?? false;
  if (isKnown(outside)) return undefined;
  return links
    .flatMap(({ a, b, evidence }) => (evidence === 'slip' ? [a, b] : []))
    .find((i) => i !== outside && isKnown(i));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
export const unquoted = ({ places }: Spelling): readonly WrittenAt[] => places.filter((p) => !p.quoted);
const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
