// Rounds: what several rounds of fixes made of one place, so that fixes which undo one another are found, and a place counts once.
import { applyEdits, type TextEdit } from '../text/edit';
import { byPosition, firstWhere, type Span } from '../text/span';

/** A fix as it was taken: its rule, and its edits in the text that its round began with. */
export interface Taken {
  readonly rule: string;
  readonly edits: readonly TextEdit[];
}

export interface Round {
  readonly before: string;
  readonly after: string;
  readonly taken: readonly Taken[];
  /** The fix that each edit of `forth` belongs to. */
  readonly owners: readonly Taken[];
  readonly forth: Shift;
  readonly back: Shift;
}

/** Edits in order, and what each adds to the offsets behind it. */
interface Shift {
  readonly edits: readonly TextEdit[];
  readonly behind: readonly number[];
}

export function roundOf(before: string, taken: readonly Taken[]): Round {
  const owned = taken.flatMap((fix) => fix.edits.map((edit) => ({ edit, fix })));
  owned.sort((a, b) => byPosition(a.edit, b.edit));
  const edits = owned.map(({ edit }) => edit);
  const forth = shiftOf(edits);
  const inverse = edits.map(({ start, end, text }, i) => {
    const from = start + behindOf(forth, i - 1);
    return { start: from, end: from + text.length, text: before.slice(start, end) };
  });
  const owners = owned.map(({ fix }) => fix);
  return { before, after: applyEdits(before, edits), taken, owners, forth, back: shiftOf(inverse) };
}

function shiftOf(edits: readonly TextEdit[]): Shift {
  let sum = 0;
  return { edits, behind: edits.map(({ start, end, text }) => (sum += text.length - (end - start))) };
}

const behindOf = ({ behind }: Shift, i: number): number => behind[i] ?? 0;

/** Whether an edit changes something of the place; an insertion at its edge does where one of the two is empty. */
const touches = (edit: Span, place: Span): boolean =>
  (edit.start < place.end && place.start < edit.end) ||
  ((edit.start === edit.end || place.start === place.end) && edit.start <= place.end && place.start <= edit.end);

/** The place after the edits; one that an edit cuts grows to hold all of it. */
function through({ start, end }: Span, shift: Shift): Span {
  const { edits } = shift;
  let i = firstEndingAt(edits, start);
  let place = { start, end };
  let inside = -1;
  let last = i - 1;
  for (; i < edits.length; i++) {
    const edit = edits[i] as TextEdit;
    if (edit.start > place.end) break;
    if (!touches(edit, place)) {
      if (edit.start >= place.end) break;
      last = i;
      continue;
    }
    if (inside < 0) inside = i;
    place = { start: Math.min(place.start, edit.start), end: Math.max(place.end, edit.end) };
    last = i;
  }
  const first = inside < 0 ? last : inside - 1;
  return { start: place.start + behindOf(shift, first), end: place.end + behindOf(shift, last) };
}

const firstEndingAt = (edits: readonly TextEdit[], offset: number): number =>
  firstWhere(edits, ({ end }) => end >= offset);

/** One place, in the text that each round began with and in the last round's result. */
export type Trace = readonly Span[];

const GROWTHS = 8;

/** The place that an edit of the round numbered `at` changed, as it stood before and after every round. */
export function traceOf(rounds: readonly Round[], at: number, edit: TextEdit): Trace {
  const spans: Span[] = [];
  spans[at] = edit;
  for (let i = at; i > 0; i--) spans[i - 1] = through(spans[i] as Span, (rounds[i - 1] as Round).back);
  // what one round enlarges is larger in the others too
  for (let growth = 0; growth < GROWTHS; growth++) {
    for (const [i, { forth }] of rounds.entries()) spans[i + 1] = hull(spans[i + 1], through(spans[i] as Span, forth));
    let grown = false;
    for (let i = rounds.length; i > 0; i--) {
      const had = spans[i - 1] as Span;
      const now = hull(had, through(spans[i] as Span, (rounds[i - 1] as Round).back));
      grown ||= now.start !== had.start || now.end !== had.end;
      spans[i - 1] = now;
    }
    if (!grown) break;
  }
  return spans;
}

const hull = (a: Span | undefined, b: Span): Span =>
  a ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : b;

/** What stood there before and after every round. */
export const contentsOf = (rounds: readonly Round[], trace: Trace): string[] =>
  trace.map(({ start, end }, i) => (rounds[i]?.before ?? (rounds.at(-1) as Round).after).slice(start, end));

/** The fixes that changed the place in the round numbered `at`. */
export function takenAt(rounds: readonly Round[], at: number, trace: Trace): Taken[] {
  const { owners, forth } = rounds[at] as Round;
  const place = trace[at] as Span;
  const found = new Set<Taken>();
  for (let i = firstEndingAt(forth.edits, place.start); i < forth.edits.length; i++) {
    const edit = forth.edits[i] as TextEdit;
    if (edit.start > place.end) break;
    if (touches(edit, place)) found.add(owners[i] as Taken);
  }
  return [...found];
}

/** Where a place of the first text stands in the last one. */
export const lastPlaceOf = (rounds: readonly Round[], place: Span): Span =>
  rounds.reduce((span, { forth }) => through(span, forth), place);
