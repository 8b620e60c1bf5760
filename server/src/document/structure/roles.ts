// Roles: which part of a news story each piece of it is, by position and shape, never by a word alone.
//
// A file holds one story or several. Each is read from its head down as far as its first sentence, from its foot up as far as
// its last, and then between the two, where little counts as furniture. Recognisers, one for each kind, say what a piece is.
import type { Parsed } from '../draft';
import type { Role } from '../role';
import { trim } from '../../text/span';
import { byline, credit } from './credit';
import { dateline, fullDateline } from './dateline';
import { deck, headline, kicker, subhead } from './headline';
import type { Claim, Line, Part, Place, Recogniser } from './part';
import { remnantBehind, remnantLine } from './remnant';
import { signOffBehind, signOffBetween, signOffLine, trailer } from './sign-off';

export type { Part } from './part';

/** What may stand before a story's first sentence, in the order in which a piece is tried. */
const head: readonly Recogniser[] = [remnantBehind, remnantLine, credit, byline, dateline, kicker, headline, deck];
/** What may stand behind its last. */
const foot: readonly Recogniser[] = [trailer, signOffLine, remnantLine, signOffBehind];
/** What may stand between. */
const middle: readonly Recogniser[] = [signOffBetween, remnantLine, fullDateline, subhead, signOffBehind];

/** The parts of a parsed draft, in order. A chunk may become several: dateline and paragraph, last sentence and sign-off. */
export function assignRoles({ chunks, prose }: Parsed): Part[] {
  const lines = chunks.map((chunk) => ({ chunk, text: prose.slice(chunk.start, chunk.end) }));
  return readOne(lines).flatMap((pieces, line) => {
    const from = (chunks[line] as Line['chunk']).start;
    return pieces.map(({ start, end, role, data }) => {
      const part = { role, start: from + start, end: from + end, line };
      return data ? { ...part, data } : part;
    });
  });
}

/** One story's lines, each in its pieces. */
function readOne(lines: readonly Line[]): Claim[][] {
  const pieces: (Claim[] | undefined)[] = lines.map(({ text, chunk }) =>
    chunk.kind === 'table' || chunk.kind === 'code' ? [{ role: chunk.kind, start: 0, end: text.length }] : undefined,
  );
  const top = readHead(lines, pieces);
  readFoot(lines, pieces, top);
  return lines.map((line, index) => pieces[index] ?? read(line, between(lines, index), middle));
}

const between = (lines: readonly Line[], index: number): Place => ({
  lines,
  index,
  before: index,
  after: lines.length - 1 - index,
  titled: true,
});

/** Reads down to the first sentence. @returns the index of its line. */
function readHead(lines: readonly Line[], pieces: (Claim[] | undefined)[]): number {
  let titled = false;
  for (let index = 0; index < lines.length; index++) {
    if (pieces[index]) return index;
    const line = lines[index] as Line;
    const parts = read(line, { lines, index, before: 0, after: lines.length - 1 - index, titled }, head);
    if (parts.some(({ role }) => isCopyRole(role))) {
      // the first sentence, behind a dateline perhaps; what may stand at its end is asked for from below
      if (parts.length > 1) pieces[index] = parts.flatMap((part) => rest(line, part, between(lines, index)));
      return index;
    }
    pieces[index] = parts;
    titled ||= parts.some(({ role }) => role === 'headline');
  }
  return lines.length;
}

/** A sign-off may stand behind the very first sentence, where that is also the last. */
function rest(line: Line, part: Claim, place: Place): Claim[] {
  if (!isCopyRole(part.role)) return [part];
  return cut(line.text, part, place, [signOffBehind], part.role);
}

/** Reads up to the last sentence; one paragraph of an agency's own boilerplate may stand behind a sign-off. */
function readFoot(lines: readonly Line[], pieces: (Claim[] | undefined)[], top: number): void {
  let after = 0;
  for (let index = lines.length - 1; index > top && after <= 1; index--) {
    if (pieces[index]) return;
    const line = lines[index] as Line;
    const parts = read(line, { lines, index, before: index, after, titled: true }, foot);
    if (parts.length === 1 && isCopyRole((parts[0] as Claim).role)) {
      after++;
      continue;
    }
    pieces[index] = parts;
    if (parts.some(({ role }) => isCopyRole(role))) return;
  }
}

const isCopyRole = (role: Role): boolean => role === 'paragraph' || role === 'item' || role === 'block-quote';

const read = (line: Line, place: Place, recognisers: readonly Recogniser[]): Claim[] =>
  cut(line.text, { start: 0, end: line.text.length }, place, recognisers, plain(line, place.titled));

const plain = ({ chunk }: Line, titled: boolean): Role =>
  chunk.kind !== 'heading' ? chunk.kind : titled ? 'subhead' : 'headline';

/** Lets each recogniser take the whole, the beginning or the end of what is left; `role` is what remains. */
function cut(
  text: string,
  within: { readonly start: number; readonly end: number },
  place: Place,
  recognisers: readonly Recogniser[],
  role: Role,
): Claim[] {
  const before: Claim[] = [];
  const behind: Claim[] = [];
  let left = trim(text, within);
  for (const recognise of recognisers) {
    if (left.end <= left.start) break;
    const found = recognise(text.slice(left.start, left.end), place);
    if (!found) continue;
    const taken = { ...found, start: left.start + found.start, end: left.start + found.end };
    if (found.start === 0) before.push(taken);
    else behind.unshift(taken);
    left = trim(
      text,
      found.start === 0 ? { start: taken.end, end: left.end } : { start: left.start, end: taken.start },
    );
  }
  if (left.end > left.start) before.push({ ...left, role });
  return [...before, ...behind];
}
