// The other way round: of two spellings that nobody can rank a person may keep either. So the fix that puts the one here has one beside it
// that puts what is written here in all places of the other.
import type { TextEdit } from '../text/edit';
import type { Fix } from './rule';

/** Places that one choice changes at most: each finding holds them all. Who has more renames the name. */
const MOST = 30;

/** Whether so many places are changed by one choice. */
export const mayGoTogether = (places: number): boolean => places <= MOST;

/** How much oftener than any other a form stands that is no slip: three times as often, and three times at least. */
const OVERWHELMING = 3;

export const isOverwhelming = (count: number, others: readonly number[]): boolean =>
  others.every((other) => count >= OVERWHELMING * other);

/** @param edits all that is changed: every place where the odd spelling does not stand yet. */
export const otherWay = (spelling: string, edits: readonly TextEdit[]): readonly Fix[] =>
  edits.length && mayGoTogether(edits.length)
    ? [{ title: `Keep “${spelling}” throughout this draft`, apply: 'ask', edits }]
    : [];
