// Datelines and bylines: the place at the head of a story is written as the house writes it below, in the capitals in which it stands. One
// form in the dateline and another in the copy would be worse than either.
import { tokensOf } from '../analysis/names/called-tokens';
import { spelledSo } from '../analysis/names/gazetteer';
import { isInState } from '../analysis/names/place-meant';
import { nameWords } from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import { renamesPlace } from '../analysis/usage/renamed-place';
import type { Role } from '../document/role';
import type { Block, Story } from '../document/story';
import type { Span } from '../text/span';
import { inText } from '../text/spelling';
import type { House, PreferredForm } from './house';
import { namesNobody, somebodyFor } from './entries-not-persons';
import { authority } from './preferred';
import { standsBeside } from './stands-beside';
import { isLetters, mayGoUnseen } from './respelled';
import type { Finding, Fix } from './rule';

/** @param suggested whether forms of a preset count that are only suggested. */
export function* placesInDatelines(story: Story, house: House, suggested: boolean): Generator<Finding> {
  if (!house.glossary.length) return;
  for (const block of story.blocks) {
    const pieces = block.role === 'dateline' ? piecesOf(block) : isSigned(block.role) ? placesBehindIn(block) : [];
    yield* findingsAt(story, block, pieces, house, suggested);
  }
}

/** "By Ada Okoye in Kiev", "Jim Gray/Agency": who wrote or made it, and from where. */
export const isSigned = (role: Role): boolean => role === 'byline' || role === 'tagline' || role === 'credit';

function* findingsAt(
  story: Story,
  block: Block,
  pieces: readonly Piece[],
  house: House,
  suggested: boolean,
): Generator<Finding> {
  for (const piece of pieces) {
    const form = formFor(piece.text, house, suggested);
    // "KIEV, W.Va.": another town
    if (!form || (!piece.isRegion && isInState(block, tokensOf(block, piece)[1]))) continue;
    const finding = findingAt(story, piece, form);
    if (finding) yield finding;
  }
}

// ---- the places of a dateline -------------------------------------------------------------------------------------------------

/** A name in a dateline, in offsets of the prose: "KIEV" and "Ukraine" of "KIEV, Ukraine". */
interface Piece extends Span {
  readonly text: string;
  /** The land or the state behind the town. */
  readonly isRegion: boolean;
}

/** Names whole and in parts, for "TRINIDAD AND TOBAGO" is one: both are looked up, and one of them is listed. */
function piecesOf({ start: base, facts: { text }, data }: Block): Piece[] {
  const place = data?.place ?? PLACE.exec(text)?.[0] ?? '';
  const from = base + Math.max(0, text.indexOf(place));
  return cut(place, from, /[,()[\]]/g).flatMap((whole, i) => {
    const parts = cut(whole.text, whole.start, /[/&]| and | AND /g);
    return [whole, ...(parts.length > 1 ? parts : [])].map((one) => ({ ...bare(one), isRegion: i > 0 }));
  });
}

/** Behind "in" and "from", each as long as it may be and shorter: "in Port of Spain". */
function placesBehindIn({ start: base, facts: { text } }: Block): Piece[] {
  return [...text.matchAll(BEHIND_IN)].flatMap(({ 0: found, 1: name = '', index }) => {
    const start = base + index + found.length - name.length;
    const ends = [...name.matchAll(/ |$/g)].map(({ index: end }) => end);
    return ends.map((end) => ({ start, end: start + end, text: name.slice(0, end), isRegion: false }));
  });
}

const BEHIND_IN = /\b(?:in|from|IN|FROM) (\p{Lu}[\p{L}\p{M}’'.-]{1,30}(?: (?:of )?\p{Lu}[\p{L}\p{M}’'-]{1,30}){0,3})/gu;

/** Of a field that holds the dateline and does not say where in it the place is. */
const PLACE = /^[\p{L}\p{M}'’. /,-]{2,80}/u;

interface Words extends Span {
  readonly text: string;
}

function cut(text: string, base: number, by: RegExp): Words[] {
  const out: Words[] = [];
  let from = 0;
  for (const { 0: mark, index } of [...text.matchAll(by), { 0: '', index: text.length }]) {
    out.push({ start: base + from, end: base + index, text: text.slice(from, index) });
    from = index + mark.length;
  }
  return out;
}

/** Without blanks round it, and without "NEAR", "ABOARD A TRAIN NEAR". */
function bare({ start, text }: Words): Words {
  const [before = ''] = /^ {0,3}(?:(?:.{0,60} )?(?:near|outside|in|over|aboard) )?/i.exec(text) ?? [];
  const name = text.slice(before.length).trimEnd();
  return { start: start + before.length, end: start + before.length + name.length, text: name };
}

// ---- the house's form ----------------------------------------------------------------------------------------------------------

interface Listed {
  readonly form: PreferredForm;
  /** What the entry replaces there, as it has it. */
  readonly instead: string;
}

/** The entry that says how the house writes the name; of several the last, and the house's own spellings before the gazetteer's. */
function formFor(name: string, { glossary }: House, suggested: boolean): Listed | undefined {
  if (name.length < 2) return undefined;
  const low = inText(name);
  const isRead = ({ basis }: PreferredForm): boolean => basis !== 'suggested' || suggested;
  const form = glossary.findLast((one) => isRead(one) && one.instead.some((spelling) => isName(spelling, one, low)));
  const instead = form?.instead.find((spelling) => inText(spelling) === low);
  if (form && instead !== undefined) return { form, instead };
  const entities = spelledSo(nameWords(name).join(' '));
  const [entity] = entities;
  if (!entity || entities.length > 1 || entity.type !== 'place') return undefined;
  const known = glossary.findLast((one) => isRead(one) && one.entity === entity.id);
  return known && { form: known, instead: name };
}

/** A dateline's capitals say nothing of a common word: the entry itself has to be of names. */
const isName = (spelling: string, { prefer }: PreferredForm, low: string): boolean =>
  inText(spelling) === low &&
  spelling !== spelling.toLowerCase() &&
  prefer !== prefer.toLowerCase() &&
  inText(prefer) !== low;

function findingAt(story: Story, piece: Piece, { form, instead }: Listed): Finding | undefined {
  const { start, end, text: written } = piece;
  const texts = waysFor(form.prefer, piece).filter((text) => text !== written);
  if (!texts.length) return undefined;
  // "UNITED NATIONS (AP)": a seat, whatever the copy calls those who sit there
  const isCutShort = !piece.isRegion && isLetters(form.prefer) && !isLetters(instead);
  const isSure =
    texts.length === 1 &&
    !isCutShort &&
    form.basis !== 'suggested' &&
    // a dateline is of today
    (mayGoUnseen(form, instead, form.prefer) || renamesPlace(form.prefer, instead)) &&
    somebodyFor(story, piece, namesNobody(form, instead)) === 'no';
  const fixes = texts.map(
    (text): Fix => ({
      title: `Change to “${text}”`,
      apply: isSure ? 'auto' : 'ask',
      edits: [{ start, end, text }],
    }),
  );
  return {
    ...{ start, end },
    message: `“${written}”: write “${texts[0]}”; ${authority(form)}.`,
    fixes: standsBeside(story.prose, piece, texts[0] as string) ? [] : fixes,
  };
}

/** In the dateline's own case. A land behind its town has no article; one by itself may have it. */
function waysFor(prefer: string, { text: written, isRegion }: Piece): readonly string[] {
  const inCase = (form: string): string =>
    written.length > 1 && written === written.toUpperCase() ? form.toUpperCase() : inCaseOf(form, written, true);
  const short = prefer.replace(/^the /, '');
  return short === prefer || isRegion ? [inCase(short)] : [inCase(short), inCase(prefer)];
}
