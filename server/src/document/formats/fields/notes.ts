// What fields say to a desk and not to a reader: a note to editors, the state that a story is in. No copy, but what holds it back is told of.
import type { PartData } from '../../role';
import { embargo, restricted } from '../../structure/embargo';
import type { Claim, ChunkInStory } from '../../structure/part';

type Held = 'embargo' | 'restricted';

/** What part of the story the note is, if it is one that counts. */
export function isNoteHeld(note: string): Held | undefined {
  const role = claimOf(note)?.role;
  return role === 'embargo' || role === 'restricted' ? role : undefined;
}

/** What it says of an embargo. */
export const noteData = (note: string): PartData | undefined => claimOf(note)?.data;

const claimOf = (note: string): Claim | undefined => embargo(note.trim(), alone) ?? restricted(note.trim(), alone);

const alone: ChunkInStory = { lines: [], index: 0, before: 0, after: 0, titled: true };

/** The state of a story by its name or code, `canceled`, `stat:withheld`: whether it may run. That it is a draft still, every draft may say. */
export function heldBy(state: string): Held | undefined {
  const name = state.trim().slice(state.trim().lastIndexOf(':') + 1);
  if (HELD.test(name)) return 'restricted';
  return /^embargoed$/i.test(name) ? 'embargo' : undefined;
}

const HELD = /^(?:withheld|cancell?ed|killed|recalled|retracted|spiked|on[- ]hold|hold)$/i;
