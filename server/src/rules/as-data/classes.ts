// Word classes that a house's patterns may name: `<say>`, `<weekday>`. Read when a house has a pattern.
import { data } from '../../lexicon/english/house-classes.txt';
import { readGroups } from '../../lexicon/claims/groups';
import { once } from '../../text/once';

/** By name. */
export const classesOfHouse = once(() => readGroups(data));
