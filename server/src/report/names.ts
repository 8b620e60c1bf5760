// The record of `copydesk names`: each entity with its spellings, in the file's offsets.
import type { Problem, Story } from '../document/story';
import type { Span } from '../text/span';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface NamesRecord {
  readonly entities: readonly EntityRecord[];
  readonly problems: readonly Problem[];
}

export interface EntityRecord {
  /** The form that wins: glossary, preset, first full mention, majority. */
  readonly preferred: string;
  readonly type: string;
  readonly variants: readonly {
    readonly text: string;
    readonly mentions: readonly Span[];
    /** What says that it is the same name. */
    readonly evidence: string;
  }[];
}

export function namesRecord(story: Story): NamesRecord {
  return { entities: [], problems: story.problems };
}
