// Roles: which part of a news story each chunk is, by position and shape, never by a word alone.
import type { Parsed } from '../draft';
import type { Role } from '../role';
import type { Span } from '../../text/span';

export interface Part extends Span {
  readonly role: Role;
  readonly line: number;
}

/** The parts of a parsed draft, in order. A chunk may become several: dateline and paragraph, last sentence and sign-off. */
export function assignRoles({ chunks }: Parsed): Part[] {
  return chunks.map(({ kind, start, end }, line) => ({
    role: kind === 'heading' ? 'headline' : kind,
    start,
    end,
    line,
  }));
}
