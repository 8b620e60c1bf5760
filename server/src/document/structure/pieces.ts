// The pieces of one line: what recognisers take of it, at its beginning, at its end or whole, and what is left.
import { type Span, trim } from '../../text/span';
import type { Chunk } from '../draft';
import type { HouseWords } from '../house-words';
import type { Role } from '../role';
import { isAgency } from './agency';
import { type ChunkInStory, type Claim, type Line, type Recogniser, wordsAt } from './part';
import { signOffBehind, signOffLine } from './sign-off';

export const whole = (line: Line): Span => ({ start: 0, end: line.text.length });

/** Nothing in it is asked for. */
export const isFixed = ({ chunk }: Line): boolean => chunk.kind === 'code';

/** The pieces of a line. @param recognisers in the order in which they are tried. */
export const piecesOf = (line: Line, place: ChunkInStory, recognisers: readonly Recogniser[]): Claim[] =>
  isFixed(line)
    ? [{ role: 'code', ...whole(line) }]
    : line.chunk.part
      ? readPart(line, line.chunk.part, place)
      : cut(line.text, whole(line), place, recognisers, plainRole(line.chunk, place.titled));

/** What a format names is that part of the story; an end mark or a page's label was copied into it with the words all the same. */
function readPart(line: Line, part: NonNullable<Chunk['part']>, place: ChunkInStory): Claim[] {
  const at = trim(line.text, whole(line));
  if (!mayHoldFurniture.has(part.role)) return [{ ...part, ...at }];
  const alone: ChunkInStory = { ...place, before: Math.max(1, place.before), after: 0 };
  return cut(line.text, at, alone, ofFields, part.role).map((one) =>
    one.role === part.role ? { ...one, ...part, start: one.start, end: one.end } : one,
  );
}

const mayHoldFurniture: ReadonlySet<Role> = new Set(['subhead', 'caption']);

/** An agency's name behind a caption is whose picture it is. */
const ofFields: readonly Recogniser[] = [signOffLine, signOffBehind].map((recognise) => (piece, place) => {
  const found = recognise(piece, place);
  return found && isEndMark(piece.slice(found.start, found.end), wordsAt(place)) ? found : undefined;
});

/** "Enditem", "-30-", "ENDS": it names nobody. */
const isEndMark = (mark: string, words: HouseWords | undefined): boolean =>
  !/[(/]/.test(mark) &&
  !mark.split(/[^\p{L}\p{N}]+/u).some((word) => isAgency(word, words) || isAgency(word.toUpperCase(), words));

const plainRole = ({ kind }: Chunk, titled: boolean): Role =>
  kind !== 'heading' ? kind : titled ? 'subhead' : 'headline';

/** Lets each recogniser take the whole, the beginning or the end of what is left; `role` is what remains. */
export function cut(
  text: string,
  within: Span,
  place: ChunkInStory,
  recognisers: readonly Recogniser[],
  role: Role,
): Claim[] {
  const before: Claim[] = [];
  const after: Claim[] = [];
  let left = trim(text, within);
  // one string for all: what recognisers remember is found again by it
  let piece = text.slice(left.start, left.end);
  for (const recognise of recognisers) {
    if (left.end <= left.start) break;
    const found = recognise(piece, place);
    if (!found) continue;
    const taken = { ...found, start: left.start + found.start, end: left.start + found.end };
    if (found.start === 0) before.push(taken);
    else after.unshift(taken);
    left = trim(
      text,
      found.start === 0 ? { start: taken.end, end: left.end } : { start: left.start, end: taken.start },
    );
    piece = text.slice(left.start, left.end);
  }
  if (left.end > left.start) before.push({ start: left.start, end: left.end, role });
  return [...before, ...after];
}
