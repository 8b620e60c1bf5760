// As what a file is passed over that a walk meets: by its name as lists and kinds say, and by what lies in it.
import type { Ignored } from '../config/ignore';
import { kindByBeginning } from '../workspace/beginning';

/** `list` for one that settings or ignore files mean; `report` is what a linter wrote, `no-story` what would not be read were it named. */
export type PassedOverAs = 'list' | 'report' | 'no-story' | NonNullable<Ignored['kind']>;

/** @param ignored what its name comes to. @returns nothing for a draft. */
export async function passedOverAs(file: string, ignored: Ignored | undefined): Promise<PassedOverAs | undefined> {
  // whoever has named it need not be told what it is
  if (ignored && !ignored.kind) return 'list';
  const kind = await kindByBeginning(file);
  if (kind === 'report') return 'report';
  return ignored && kind === 'other' ? 'no-story' : ignored?.kind;
}
