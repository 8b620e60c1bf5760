// Presets: settings under a name, for `extends`.
import type { SettingsFile } from '../file';
import type { Rule } from '../../rules/rule';
import { didYouMean } from '../../text/nearest';
import { houseForms, houses, isHouse } from './houses';

/** A preset's settings, or nothing where there is none of that name. */
export function preset(name: string, rules: readonly Rule[]): SettingsFile | undefined {
  if (name === 'recommended') return {};
  if (name === 'all')
    return { rules: Object.fromEntries(rules.map((r) => [r.id, r.severity === 'off' ? 'information' : r.severity])) };
  return isHouse(name) ? { glossary: houseForms(name) } : undefined;
}

export const presetNames = ['recommended', 'all', ...houses] as const;

/** The beginning of a sentence to whoever named one that there is not. */
export const noPreset = (name: string): string => `There is no preset "${name}".${didYouMean(name, presetNames)}`;
