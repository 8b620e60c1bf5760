// Forms: furniture as a table spells it, with named slots for what changes from story to story. "dpa {initials}".
//
// A form is matched piece by piece and never tried twice at one place, so its cost is linear in the text: a slot reaches as far
// as the first place where what follows it in the form stands.
import type { HouseWords } from '../house-words';

/** What a slot may hold, all of it. By the slot's name; anchored at both ends. */
export type Slots = Readonly<Record<string, Fitting & { readonly ignoreCase?: boolean }>>;

/** An expression, or what does its work: that may know the house's words. */
export interface Fitting {
  test(text: string, words?: HouseWords): boolean;
  readonly source: string;
}

interface Slot {
  readonly fits: Pick<Fitting, 'test'>;
  readonly optional: boolean;
  /** A space before the slot belongs to it: both may be absent together. */
  readonly spaced: boolean;
}

export interface Form {
  readonly pieces: readonly (string | Slot)[];
  readonly anyCase: boolean;
}

/** @param spelling `{name}` must be filled, `{name?}` may be left out with the space before it. */
export function readForm(spelling: string, slots: Slots, anyCase: boolean): Form {
  const pieces = spelling
    .split(/( ?\{[\w-]{1,20}\?\}|\{[\w-]{1,20}\})/)
    .filter(Boolean)
    .map((piece) => {
      const slot = /^( ?)\{([\w-]{1,20})(\??)\}$/.exec(piece);
      if (!slot) return anyCase ? piece.toLowerCase() : piece;
      const fits = slots[slot[2] ?? ''];
      if (!fits) throw new Error(`the form "${spelling}" has a slot that nobody describes`);
      return { fits, optional: slot[3] === '?', spaced: slot[1] === ' ' };
    });
  return { pieces, anyCase };
}

/** True where the form is the whole text. @param folded the text in small letters. */
function fits({ pieces, anyCase }: Form, text: string, folded: string, words: HouseWords | undefined): boolean {
  // where folding case changes the length, letters beyond ASCII stand in it, and no form has any
  const letters = anyCase && folded.length === text.length ? folded : text;
  // most texts are told from a form by its end, and no slot has to be held against them
  const last = pieces[pieces.length - 1];
  if (typeof last === 'string' && !letters.endsWith(last)) return false;
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as string | Slot;
    if (typeof piece === 'string') {
      if (!letters.startsWith(piece, at)) return false;
      at += piece.length;
      continue;
    }
    const end = endOf(letters, at, pieces[i + 1]);
    if (end < 0) return false;
    const held = text.slice(at, end);
    const filled = piece.spaced ? held.replace(/^ /, '') : held;
    if (held ? !piece.fits.test(filled, words) || (piece.spaced && filled === held) : !piece.optional) return false;
    at = end;
  }
  return at === text.length;
}

/** Where a slot ends: before what follows it in the form; -1 where that must follow and does not. */
function endOf(text: string, from: number, next: string | Slot | undefined): number {
  if (next === undefined) return text.length;
  if (typeof next === 'string') return text.indexOf(next, from);
  const at = text.indexOf(' ', from);
  return at < 0 ? text.length : at;
}

/** Forms by what they begin with, so that a text is held against the few that could be it. */
export interface FormTable<T> {
  /** The first that is the whole text, in the table's order among those of one beginning. */
  find(text: string, words?: HouseWords): T | undefined;
  /** The characters that forms begin with, in either case; the empty string where some begin with a slot. */
  readonly starts: ReadonlySet<string>;
}

/** A form as its table writes it, and what it stands for. */
export interface FormRow<T> {
  readonly spelling: string;
  readonly anyCase: boolean;
  readonly entry: T;
}

/** A form is read when a text first begins as it does. @param slots what the forms may hold. */
export function formTable<T>(entries: readonly FormRow<T>[], slots: Slots): FormTable<T> {
  const byStart = new Map<string, (FormRow<T> & { readonly order: number; form?: Form })[]>();
  const starts = new Set<string>();
  for (const [order, row] of entries.entries()) {
    const key = startOf(row.spelling);
    const rows = byStart.get(key);
    if (rows) rows.push({ ...row, order });
    else byStart.set(key, [{ ...row, order }]);
    starts.add(key.slice(0, 1)).add(key.slice(0, 1).toUpperCase());
  }
  const among = (key: string, text: string, folded: string, words: HouseWords | undefined) => {
    const rows = byStart.get(key);
    if (!rows) return undefined;
    for (const row of rows)
      if (fits((row.form ??= readForm(row.spelling, slots, row.anyCase)), text, folded, words)) return row;
    return undefined;
  };
  return {
    find(text, words) {
      const folded = text.toLowerCase();
      let first: { readonly order: number; readonly entry: T } | undefined;
      for (let letters = MOST_LETTERS; letters > 0; letters--) {
        const found = folded.length >= letters ? among(folded.slice(0, letters), text, folded, words) : undefined;
        if (found && !(first && first.order < found.order)) first = found;
      }
      return (first ?? among('', text, folded, words))?.entry;
    },
    starts,
  };
}

/** Letters by which forms are filed: a text is held against a handful and not against all that begin with an "s". */
const MOST_LETTERS = 3;

/** The first letters of a form, in small letters, as far as they always stand there; nothing where it begins with a slot. */
function startOf(spelling: string): string {
  const slot = spelling.search(/ ?\{/);
  return spelling.slice(0, Math.min(MOST_LETTERS, slot < 0 ? MOST_LETTERS : slot)).toLowerCase();
}
