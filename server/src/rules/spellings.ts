// Spellings: what the two rules on names spelled in several ways report, each its own half: the sure ones are put right, the
// others are asked about. One finding for each odd place, none for each pair.
import { opensSentence, type Story } from '../document/story';
import {
  evidenceBetween,
  type Evidence,
  isSure,
  type Link,
  type WrittenAt,
  type Spelling,
  type Variant,
} from '../analysis/names/variant';
import { isKnownName, isKnownWord, isPlace } from '../analysis/names/lists';
import { isInLongerName, isPlaceName } from '../analysis/names/longer-name';
import { isPlaceShown } from '../analysis/usage/place-shown';
import { somebodyAt } from '../analysis/names/somebody';
import { variantsOf } from '../analysis/names/variants';
import { bare, leadingArticle, nameWords } from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import { termSetsOf } from '../analysis/usage/terms';
import { slice } from '../text/span';
import type { House } from './house';
import { joinedEdit, withArticleAlike } from './joined-article';
import { meantAt } from './entries-not-persons';
import { authority, type SpellingDecision } from './preferred';
import { isAsPreferred, replacementFor } from './replacement';
import { decisionsFor } from './spelling-decisions';
import { standsBeside } from './stands-beside';
import { mayGoUnseen } from './respelled';
import type { Finding } from './rule';

/** Which spelling stands where no house decides. */
export type Order = 'first-full-mention' | 'first' | 'majority';

export interface SpellingOptions {
  readonly winner: Order;
  readonly suggested: boolean;
}

/** @param sure the half that is known to be one name; else the half that may be. */
export function* spellingFindings(
  story: Story,
  options: SpellingOptions,
  house: House,
  sure: boolean,
): Generator<Finding> {
  for (const variant of variantsOf(story)) {
    if (variant.spellings.every(({ text }) => isTerm(text))) continue;
    const decide = decisionsFor(story, variant, house, options.suggested);
    const standing = standingSpelling(variant, options.winner, onlyOne(variant, decide));
    if (standing === undefined) continue;
    for (const [i, spelling] of variant.spellings.entries()) {
      const evidence = i === standing ? evidenceOf(variant, i) : evidenceBetween(variant, i, standing);
      if (!evidence || isSure(evidence) !== sure) continue;
      for (const place of spelling.places) {
        const decision = decide(place);
        if (i === standing && !decision) continue;
        const finding = findingAt({ story, variant, standing, decision, evidence }, i, place);
        if (finding) yield finding;
      }
    }
  }
}

/** "Health-care" with a sentence's capital is a common word, and no name: another rule's. */
const isTerm = (text: string): boolean =>
  [text, text.replace(/-/g, ' '), text.replace(/-/g, '')].some((one) => termSetsOf(one).length > 0);

/** What the house decides, where it decides one way wherever it does. */
function onlyOne(
  { spellings }: Variant,
  decide: (place: WrittenAt) => SpellingDecision | undefined,
): SpellingDecision | undefined {
  const all = spellings.flatMap(({ places }) => places.flatMap((place) => decide(place) ?? []));
  return all.every(({ text }) => text === all[0]?.text) ? all[0] : undefined;
}

const evidenceOf = ({ links }: Variant, i: number): Evidence | undefined =>
  links.find((l) => l.a === i || l.b === i)?.evidence;

/** Index of the spelling that stands, or that other places point at where the house writes none of them. */
function standingSpelling(
  { spellings, links, entity }: Variant,
  order: Order,
  decision: SpellingDecision | undefined,
): number | undefined {
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
  const known = (i: number): number => Number((spellings[i] as Spelling).places[0]?.words.every(isKnownWord) ?? false);
  // one inconsistency is told where it is, not at each place that is as all others are
  const byMost = (a: number, b: number): number =>
    Number(isMost(count, candidates, b)) - Number(isMost(count, candidates, a));
  const slip = links.some((l) => l.evidence === 'slip');
  const byFull = (a: number, b: number): number => compare(full(a), full(b));
  const byCount = (a: number, b: number): number => count(b) - count(a);
  const byPlace = (a: number, b: number): number => first(a) - first(b);
  // no draft is to go back to "Peking" from its name of today, whichever stands first
  const listed = entity?.type === 'place' ? entity.spellings[0] : undefined;
  const isListed = (i: number): boolean => listed !== undefined && sameText((spellings[i] as Spelling).text, listed);
  const byListed = (a: number, b: number): number => Number(isListed(b)) - Number(isListed(a));
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

/** Of two that differ in their accents alone the one that has them: nobody types an accent by chance. */
function withAccents(spellings: readonly Spelling[], candidates: readonly number[], top: number): number {
  const text = (i: number): string => (spellings[i] as Spelling).text;
  const accents = (i: number): number => text(i).normalize('NFD').replace(/\P{M}/gu, '').length;
  const same = candidates.filter((i) => bare(text(i)) === bare(text(top)));
  return same.reduce((a, b) => (accents(b) > accents(a) ? b : a), top);
}

const OVERWHELMING = 3;

/** Three times as often as any other, and three times at least. */
const isMost = (count: (i: number) => number, all: readonly number[], i: number): boolean =>
  all.every((other) => other === i || count(i) >= OVERWHELMING * count(other));

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
const unquoted = ({ places }: Spelling): readonly WrittenAt[] => places.filter((p) => !p.quoted);
const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** "Al Qaeda" that stands only where sentences begin says nothing of its capital elsewhere: "the al Qaeda men". */
function asInside(story: Story, { text, places }: Spelling, { text: written }: WrittenAt): string {
  const small = /^\p{Ll}/u.test(written) && leadingArticle(text) !== '';
  return small && places.every(({ start }) => opensSentence(story, start))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const naming =
  /(?:\(|\b(?:known|called|spelled|spelt|written|rendered|transliterated|styled) (?:also )?(?:as )?(?:the )?|\b(?:aka|a\.k\.a\.|alias|formerly|previously|née|nee) (?:the )?)["“'‘]?$/i;
const BEFORE = 40;

/** "also known as …", "(formerly …)": the story itself gives the other name. */
const isSaidToBeSo = (prose: string, start: number): boolean =>
  naming.test(prose.slice(Math.max(0, start - BEFORE), start));

interface Case {
  readonly story: Story;
  readonly variant: Variant;
  readonly standing: number;
  readonly decision: SpellingDecision | undefined;
  readonly evidence: Evidence;
}

/** The finding on one place of the spelling `i`, or nothing where it may stand. */
function findingAt(
  { story, variant, standing, decision, evidence }: Case,
  i: number,
  place: WrittenAt,
): Finding | undefined {
  if (place.quoted || isSaidToBeSo(story.prose, place.start)) return undefined;
  if (i !== standing && !(variant.together?.(place, standing) ?? true)) return undefined;
  if (!decision && !(variant.odd?.(i, standing) ?? true)) return undefined;
  if (decision && isOthersPlace(slice(story.prose, place), decision)) return undefined;
  const winner = variant.spellings[standing] as Spelling;
  const somebody = decision ? meantAt(story, place, decision.form, place.text) : 'no';
  if (somebody === 'yes' || (!decision && areTwo(story, place, winner))) return undefined;
  // "The Odessa American" is a paper
  const isOther =
    (decision ? isPlaceForm(decision) : isPlaceVariant(variant)) && isInLongerName(story, place, undefined);
  // "Peking University" spells the university
  if (isOther && !decision) return undefined;
  const isItself = somebody === 'no' && !isOther && !(decision && isPlaceForm(decision) && !isPlaceShown(story, place));
  const initial = opensSentence(story, place.start);
  const article = place.article || story.prose.slice(place.start, place.letters.start);
  const articled = article && decision?.articled;
  const text = articled
    ? inCaseOf(articled, place.text, initial)
    : replacementFor(place, decision?.text ?? asInside(story, winner, place), { initial });
  const joined = decision ? undefined : joinedEdit(story.prose, place, winner, initial);
  const whole =
    joined ??
    (decision?.name
      ? { ...decision.name, text: inCaseOf(decision.form.prefer, slice(story.prose, decision.name), initial) }
      : { ...(articled ? place : place.letters), text: text ?? '' });
  const edit = decision || initial ? whole : withArticleAlike(story.prose, place, winner, whole);
  const written = { text: slice(story.prose, joined ?? decision?.name ?? (articled ? place : place.letters)) };
  if (text === undefined || isAsPreferred(written, whole.text, initial)) return undefined;
  const other = [...unquoted(winner), ...winner.places].find((p) => p.start !== place.start);
  return {
    start: decision?.name?.start ?? place.start,
    end: place.end,
    message: message(slice(story.prose, place), decision, winner.text, evidence),
    related: other ? [{ start: other.start, end: other.end, message: 'The other spelling.' }] : [],
    fixes: standsBeside(story.prose, edit, edit.text)
      ? []
      : [
          {
            title: `Change to “${edit.text}”`,
            apply:
              decision && isItself && isSure(evidence) && maySpell(decision, written.text, edit.text) ? 'auto' : 'ask',
            edits: [edit],
          },
        ],
  };
}

const maySpell = ({ form }: SpellingDecision, written: string, text: string): boolean =>
  form.basis !== 'suggested' && mayGoUnseen(form, written, text);

/** "The al-Kiev brigade", "Omar bin Kiev": with an article or a word of kin that the house’s place has not it is somebody else’s name. */
const isOthersPlace = (written: string, decision: SpellingDecision): boolean =>
  !decision.articled && isPlaceForm(decision) && hasMore(written) && !hasMore(decision.form.prefer);

const isPlaceVariant = ({ entity, spellings }: Variant): boolean =>
  entity?.type === 'place' || spellings.some(({ text }) => isPlace(nameWords(text).join(' ')));

const isPlaceForm = ({ form }: SpellingDecision): boolean => isPlace(nameWords(form.prefer).join(' '));

const hasMore = (text: string): boolean => text.split(/[\s-]/).length > nameWords(text).length;

/** A place, and somebody called by its name: Lviv, Georgy Lvov. */
function areTwo(story: Story, place: WrittenAt, { places: [other] }: Spelling): boolean {
  const isItself = ({ words: [word = ''] }: WrittenAt): boolean => isPlaceName(word);
  if (!other || place.words.length > 1 || !(isItself(place) || isItself(other))) return false;
  return (somebodyAt(story, place) === 'yes') !== (somebodyAt(story, other) === 'yes');
}

/** What the evidence says, as a clause of a message. */
export const because: Readonly<Record<Evidence, string>> = {
  gazetteer: 'the two are known to be one name',
  'given name': 'the two are spellings of one given name',
  format: 'the letters are the same',
  spelling: 'the two differ only as romanised spellings do',
  romanisation: 'the two differ only as romanised spellings do',
  cut: 'the letters are the same, cut differently',
  slip: 'the two are one keystroke apart',
  near: 'the two are near in letters and nothing here tells them apart',
};

function message(written: string, decision: SpellingDecision | undefined, other: string, evidence: Evidence): string {
  if (decision)
    return `“${written}” is also spelled otherwise here. Write “${decision.text}”: ${authority(decision.form)}.`;
  return isSure(evidence)
    ? `“${written}” here, “${other}” elsewhere in the story: ${because[evidence]}. Spell it one way throughout.`
    : `Is “${written}” the “${other}” of this story? ${capital(because[evidence])}. If they are one, spell the name one way.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
