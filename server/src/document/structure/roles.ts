// Roles: which part of a news story each piece of it is, by position and shape, never by a word alone.
//
// A file holds one story or several. Each is read from its head down as far as its first sentence, from its foot up as far as
// its last, and then between the two, where little counts as furniture. Recognisers, one for each kind, say what a piece is.
import type { Parsed } from '../draft';
import type { HouseWords } from '../house-words';
import type { Role } from '../role';
import { advisory, advisoryBetween, isOrder } from './advisory';
import { byline, credit, creditBelow } from './credit';
import { dateline, fullDateline } from './dateline';
import { embargo, embargoBetween, isUnderRestriction, restricted } from './embargo';
import { deck, headline, kicker, subhead } from './headline';
import { markedUp } from './marked-up';
import { correction, envelope, syndication, tagline } from './notes';
import type { ChunkInStory, Claim, Line, Part, Recogniser } from './part';
import { caption, pictureCredit } from './pictures';
import { cut, isFixed, piecesOf, whole } from './pieces';
import { placeAt } from './place';
import { opensBoilerplate } from './boilerplate';
import { isContactLine, opensContacts } from './contacts';
import { creditBehind, footNote, footNoteBehind } from './foot-notes';
import { isLetterhead, releaseLine } from './release';
import { remnantBehind, remnantLine, remnantTail } from './remnant';
import { listItem, resultAbove, resultLine } from './result';
import { signOffBehind, signOffBetween, signOffLine, trailer } from './sign-off';
import { slug, takeHead } from './slug';
import { storiesIn } from './stories';
import { isLoose, isTail } from './tail';
import { linesOf } from './unfold';

export type { Part } from './part';

/** What may stand before a story's first sentence, in the order in which a piece is tried. */
const head: readonly Recogniser[] = [
  envelope,
  embargo,
  restricted,
  correction,
  releaseLine,
  advisory,
  footNoteBehind,
  creditBehind,
  remnantBehind,
  remnantLine,
  remnantTail,
  pictureCredit,
  credit,
  byline,
  slug,
  takeHead,
  caption,
  dateline,
  resultAbove,
  kicker,
  headline,
  deck,
];

/** What may stand behind its last. */
const foot: readonly Recogniser[] = [
  envelope,
  trailer,
  embargo,
  footNote,
  signOffLine,
  markedUp(signOffLine),
  markedUp(footNote),
  creditBelow,
  correction,
  releaseLine,
  advisory,
  syndication,
  tagline,
  remnantLine,
  markedUp(remnantLine),
  pictureCredit,
  caption,
  resultLine,
  listItem,
  footNoteBehind,
  creditBehind,
  remnantTail,
  signOffBehind,
];

/** What may stand between. */
const middle: readonly Recogniser[] = [
  embargoBetween,
  signOffBetween,
  markedUp(signOffBetween),
  takeHead,
  advisoryBetween,
  remnantLine,
  markedUp(remnantLine),
  fullDateline,
  pictureCredit,
  caption,
  resultLine,
  listItem,
  subhead,
  remnantTail,
  signOffBehind,
];

/** What may stand among addresses behind a story. */
const behind: readonly Recogniser[] = [
  envelope,
  (piece, place) => (isOrder(piece) ? advisoryBetween(piece, place) : undefined),
  trailer,
  footNote,
  // a telephone among addresses is one of them
  (piece, place) => {
    const found = signOffLine(piece, place);
    return found?.data?.kind === 'newsroom' || found?.data?.kind === 'telephone' ? undefined : found;
  },
];

/** The parts of a parsed draft, in order. A chunk may become several: dateline and paragraph, last sentence and sign-off. */
export function assignRoles(parsed: Parsed, words?: HouseWords): Part[] {
  const lines = linesOf(parsed, words);
  return storiesIn(lines).flatMap(({ from: first, to }, story) =>
    readOne(lines.slice(first, to))
      .flatMap((pieces, index) => {
        const { start: from, paragraph } = lines[first + index] as Line;
        return pieces.map(({ role, start, end, data }): Part => {
          const at = { line: paragraph, role, start: from + start, end: from + end };
          return data ? { ...at, data } : at;
        });
      })
      .map((part, index) => (story > 0 && index === 0 ? { ...part, opens: true } : part)),
  );
}

type Pieces = readonly Claim[];

/** One story's lines, each in its pieces. */
function readOne(lines: readonly Line[]): Pieces[] {
  const pieces = new Array<Pieces | undefined>(lines.length);
  const top = readHead(lines, pieces);
  const end = readBehind(lines, pieces, top);
  readFoot(lines, pieces, top, end);
  return lines.map((line, index) => pieces[index] ?? piecesOf(line, placeAt(lines, index), middle));
}

/** Reads down to the first sentence. @returns the index of its line. */
function readHead(lines: readonly Line[], pieces: (Pieces | undefined)[]): number {
  let titled = lines.some(({ chunk }) => chunk.part?.role === 'headline');
  let restrictedBefore = false;
  for (const [index, line] of lines.entries()) {
    if (isFixed(line)) return index;
    if (restrictedBefore && isUnderRestriction(line)) {
      pieces[index] = [{ role: 'restricted', start: 0, end: line.text.length }];
      continue;
    }
    const found = piecesOf(line, placeAt(lines, index, { before: 0, titled }), head);
    const isOver = found.length === 1 && found[0]?.role === 'paragraph' && isLetterhead(lines, index);
    const parts: Claim[] = isOver ? [{ role: 'kicker', ...whole(line), data: { kind: 'letterhead' } }] : found;
    if (parts.some(({ role }) => opensStory.has(role))) {
      // the first sentence, behind a dateline perhaps; what may stand at its end is asked for here, for it may be the last too
      pieces[index] = parts.flatMap((part) => (isSentence(part) ? readEnd(line, part, placeAt(lines, index)) : [part]));
      return index;
    }
    pieces[index] = parts;
    titled ||= parts.some(({ role }) => role === 'headline');
    restrictedBefore = parts.some(({ role }) => role === 'restricted');
  }
  return lines.length;
}

const opensStory: ReadonlySet<Role> = new Set(['paragraph', 'item', 'block-quote', 'table', 'code']);

const isSentence = ({ role }: Claim): boolean => role === 'paragraph' || role === 'item' || role === 'block-quote';

const readEnd = (line: Line, part: Claim, place: ChunkInStory): Claim[] =>
  cut(line.text, part, place, [footNoteBehind, creditBehind, signOffBehind], part.role);

/** Reads what a heading opens behind the story, addresses or matter not for publication. @returns the index of that heading. */
function readBehind(lines: readonly Line[], pieces: (Pieces | undefined)[], top: number): number {
  let tries = 0;
  for (let index = top + 1; index < lines.length && tries < mostHeadings; index++) {
    const opening = openingAt(lines, index);
    if (!opening) continue;
    tries++;
    if (opening.role === 'restricted' && opening.data?.kind === 'line') {
      pieces[index] = [opening];
      continue;
    }
    if (opening.role === 'contact' && !isTail(lines, index)) continue;
    pieces[index] = [opening];
    for (let at = index + 1; at < lines.length; at++) {
      const line = lines[at] as Line;
      const again =
        opening.role === 'contact' && !isOrder(line.text) ? (openingAt(lines, at) ?? contactAt(lines, at)) : undefined;
      pieces[at] = again
        ? [again]
        : cut(line.text, whole(line), placeAt(lines, at, { after: 0 }), behind, opening.role);
    }
    return index;
  }
  return lines.length;
}

const contactAt = (lines: readonly Line[], index: number): Claim | undefined => {
  const line = lines[index] as Line;
  return isContactLine(line.text, placeAt(lines, index))
    ? { role: 'contact', ...whole(line), data: { kind: 'contacts' } }
    : undefined;
};

/** Headings tried that open no tail, each with all that stands below it. */
const mostHeadings = 12;

function openingAt(lines: readonly Line[], index: number): Claim | undefined {
  const { text } = lines[index] as Line;
  if (isOrder(text)) return undefined;
  const place = placeAt(lines, index);
  return restricted(text, place) ?? opensContacts(text, place) ?? opensBoilerplate(text, place);
}

/**
 * Reads up from the end: furniture under furniture, and lines between that say nothing by themselves. A few paragraphs of copy may stand
 * among them, an agency's own behind a sign-off, or another page's.
 */
function readFoot(lines: readonly Line[], pieces: (Pieces | undefined)[], top: number, end: number): void {
  let after = 0;
  let loose = 0;
  for (let index = end - 1; index > top && after <= farthest; index--) {
    const line = lines[index] as Line;
    if (isFixed(line)) return;
    const parts = piecesOf(line, placeAt(lines, index, { after }), foot);
    const plain = parts.length === 1 && parts[0]?.role === line.chunk.kind;
    if (!plain) pieces[index] = parts;
    if (plain && loose < mostLoose && isLoose(lines, index)) loose++;
    else if (plain || parts.some(isSentence) || parts.some(({ role }) => role === 'table')) after++;
    if (!plain && parts.some(({ role }) => role === 'sign-off') && parts.some(isSentence)) return;
  }
}

/** Paragraphs of copy among what stands below a story. */
const farthest = 3;
const mostLoose = 24;
