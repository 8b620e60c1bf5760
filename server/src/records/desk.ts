// The record of `copydesk report`: everything that the desk makes of a draft, in one.
import { isCopy, type Role } from '../document/role';
import type { Problem, Story } from '../document/story';
import type { LintRecord } from '../engine/record';
import type { House } from '../rules/house';
import { toFile } from '../text/source-map';
import type { Span } from '../text/span';
import type { Judged } from './judgement';
import { type NamesRecord, namesRecord } from './names';
import { type SourcesRecord, sourcesRecord } from './sources';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface DeskRecord {
  readonly sentences: SourcesRecord['sentences'];
  readonly sources: SourcesRecord['sources'];
  readonly entities: NamesRecord['entities'];
  readonly ambiguous?: NamesRecord['ambiguous'];
  readonly diagnostics: LintRecord['diagnostics'];
  /** What became of the claims: those that stand alone, and those that somebody has cleared. */
  readonly alone: Judged['alone'];
  readonly cleared: Judged['cleared'];
  /** Every part of the draft, in order: `block` of a sentence counts in it. */
  readonly parts: readonly PartRecord[];
  readonly problems: readonly Problem[];
}

export interface PartRecord extends Span {
  readonly role: Role;
  /** What stands round the story and is not read as copy: datelines, sign-offs, page controls. */
  readonly furniture: boolean;
}

export function deskRecord(
  story: Story,
  house: House,
  { diagnostics, problems }: LintRecord,
  { alone, cleared }: Judged,
): DeskRecord {
  const { sentences, sources } = sourcesRecord(story);
  const parts = story.blocks.map(({ role, start, end }) => ({
    ...toFile(story.map, { start, end }),
    role,
    furniture: !isCopy(role) && role !== 'table' && role !== 'code',
  }));
  const { entities, ambiguous } = namesRecord(story, house);
  return {
    ...{ sentences, sources, entities, ...(ambiguous && { ambiguous }) },
    ...{ diagnostics, alone, cleared, parts, problems },
  };
}
