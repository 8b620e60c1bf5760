// Notes to editors in a field of their own: no copy, but one that holds the story back is told of.
import type { PartData } from '../../role';
import { embargo, restricted } from '../../structure/embargo';
import type { Claim, Place } from '../../structure/part';

/** What part of the story the note is, if it is one that counts. */
export function isNoteHeld(note: string): 'embargo' | 'restricted' | undefined {
  const role = claimOf(note)?.role;
  return role === 'embargo' || role === 'restricted' ? role : undefined;
}

/** What it says of an embargo. */
export const noteData = (note: string): PartData | undefined => claimOf(note)?.data;

const claimOf = (note: string): Claim | undefined => embargo(note.trim(), alone) ?? restricted(note.trim(), alone);

const alone: Place = { lines: [], index: 0, before: 0, after: 0, titled: true };
