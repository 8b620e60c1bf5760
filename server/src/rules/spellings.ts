// Spellings: what the two rules on names spelled in several ways report, each its own half: the sure ones are put right, the
// others are asked about. One finding for each odd place, none for each pair.
import { opensSentence, type Story } from '../document/story';
import {
  evidenceBetween,
  type Evidence,
  isSure,
  type WrittenAt,
  type Spelling,
  type Variant,
} from '../analysis/names/variant';
import { isPlace } from '../analysis/names/lists';
import { isInLongerName, isPlaceName } from '../analysis/names/longer-name';
import { isPlaceShown } from '../analysis/usage/place-shown';
import { somebodyAt } from '../analysis/names/somebody';
import { variantsOf } from '../analysis/names/variants';
import { leadingArticle, nameWords } from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import { termSetsOf } from '../analysis/usage/terms';
import type { TextEdit } from '../text/edit';
import { slice } from '../text/span';
import type { House } from './house';
import { joinedEdit, withArticleAlike } from './joined-article';
import { meantAt } from './entries-not-persons';
import { mayGoTogether, otherWay } from './other-way';
import { authority, type SpellingDecision } from './preferred';
import { isAsPreferred, replacementFor } from './replacement';
import { decisionsFor } from './spelling-decisions';
import { isRanked, type Order, standingSpelling, unquoted } from './standing-spelling';
import { standsBeside } from './stands-beside';
import { mayGoUnseen } from './respelled';
import type { Finding, Fix } from './rule';

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
    const decisions = variant.spellings.flatMap(({ places }) => places.flatMap((place) => decide(place) ?? []));
    const standing = standingSpelling(variant, options.winner, onlyOne(decisions));
    if (standing === undefined) continue;
    const isOpen = !decisions.length && !isRanked(variant, standing);
    for (const [i, spelling] of variant.spellings.entries()) {
      const evidence = i === standing ? evidenceOf(variant, i) : evidenceBetween(variant, i, standing);
      if (!evidence || isSure(evidence) !== sure) continue;
      let others: readonly Fix[] | undefined;
      for (const place of spelling.places) {
        const decision = decide(place);
        if (i === standing && !decision) continue;
        const finding = findingAt({ story, variant, standing, decision, evidence }, i, place);
        if (!finding) continue;
        if (isOpen && finding.fixes?.length) others ??= otherWayOf(story, variant, i);
        yield others?.length ? { ...finding, fixes: [...(finding.fixes ?? []), ...others] } : finding;
      }
    }
  }
}

/** "Health-care" with a sentence's capital is a common word, and no name: another rule's. */
const isTerm = (text: string): boolean =>
  [text, text.replace(/-/g, ' '), text.replace(/-/g, '')].some((one) => termSetsOf(one).length > 0);

/** What the house decides, where it decides one way wherever it does. */
const onlyOne = (all: readonly SpellingDecision[]): SpellingDecision | undefined =>
  all.every(({ text }) => text === all[0]?.text) ? all[0] : undefined;

/** The odd spelling in the place of every other one: nobody can say which of them is right. None where one of those would stay. */
function otherWayOf(story: Story, variant: Variant, odd: number): readonly Fix[] {
  const { spellings } = variant;
  if (!mayGoTogether(spellings.reduce((sum, { places }, i) => sum + (i === odd ? 0 : places.length), 0))) return [];
  const edits: TextEdit[] = [];
  for (const [i, { places }] of spellings.entries()) {
    const evidence = i === odd ? undefined : evidenceBetween(variant, i, odd);
    if (!evidence) continue;
    for (const place of places) {
      const finding = findingAt({ story, variant, standing: odd, decision: undefined, evidence }, i, place);
      if (finding && !finding.fixes?.length) return [];
      edits.push(...(finding?.fixes ?? []).flatMap((fix) => fix.edits));
    }
  }
  return otherWay((spellings[odd] as Spelling).text, edits);
}

const evidenceOf = ({ links }: Variant, i: number): Evidence | undefined =>
  links.find((l) => l.a === i || l.b === i)?.evidence;

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
