// Rules that settings name and nobody knows.
import type { Problem } from '../document/story';
import { didYouMean } from '../text/nearest';

/** A rule that a file names and Copydesk does not have: it may be the house's own. */
export interface OtherRule extends Pick<Problem, 'line' | 'column'> {
  readonly id: string;
}

/** @param known ids of all rules that are known there. */
export const noRule = ({ id, ...place }: OtherRule, known: readonly string[]): Problem => ({
  code: 'bad-setting',
  message: `There is no rule "${id}".${didYouMean(id, known)} Put its name right, or take it out.`,
  ...place,
});
