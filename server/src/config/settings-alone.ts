// A settings file by itself: nothing above it counts, and no folder beside it. All that is wrong with it is told, each with its line.
import type { Problem } from '../document/story';
import type { Rule } from '../rules/rule';
import type { SettingsFile } from './file';
import { noRule } from './no-rule';
import { parseSettings } from './parse';

export interface SettingsAlone {
  /** Nothing where the text is no JSON. */
  readonly settings: SettingsFile | undefined;
  /** The house's own rules, where it has some. */
  readonly own?: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** @param rules our own. */
export async function settingsAlone(text: string, rules: readonly Rule[]): Promise<SettingsAlone> {
  const { settings, problems, others, placeOf } = parseSettings(text, rules);
  const house = settings?.houseRules
    ? (await import('./house-rules')).ownRules(settings, placeOf, { path: '', pages: [], rules })
    : undefined;
  const known = [...rules, ...(house?.own ?? [])].map(({ id }) => id);
  return {
    settings,
    ...(house && { own: house.own }),
    problems: [...problems, ...(house?.problems ?? []), ...others.map((other) => noRule(other, known))],
  };
}
