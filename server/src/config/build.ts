// From settings files to what the engine takes: presets first, then each file, the later one winning.
import type { RuleSetting, Settings } from '../engine/settings';
import type { PreferredForm } from '../rules/house';
import { defaults } from '../rules/option';
import type { Rule } from '../rules/rule';
import type { SettingsFile } from './file';
import { preset } from './presets/index';

/** @param now the moment of linting, ISO 8601: the only clock that any rule sees. */
export function buildSettings(files: readonly SettingsFile[], rules: readonly Rule[], now?: string): Settings {
  const settings = new Map<string, RuleSetting>(
    rules.map(({ id, severity, options }) => [id, { severity, options: defaults(options) }]),
  );
  const glossary: PreferredForm[] = [];
  let signOff: Settings['house']['signOff'] = 'forbid';
  for (const file of files.flatMap((f) => [...extended(f, rules), f])) {
    for (const [id, entry] of Object.entries(file.rules ?? {})) {
      const before = settings.get(id);
      if (!before) continue;
      const [severity, options] = typeof entry === 'string' ? [entry, undefined] : entry;
      settings.set(id, { severity, options: { ...before.options, ...options } });
    }
    for (const form of file.glossary ?? []) glossary.push({ instead: [], basis: 'house', ...form });
    signOff = file.signOff ?? signOff;
  }
  return { rules: settings, house: { glossary, signOff, ...(now !== undefined && { now }) } };
}

function extended(file: SettingsFile, rules: readonly Rule[]): SettingsFile[] {
  const names = typeof file.extends === 'string' ? [file.extends] : (file.extends ?? []);
  return names.flatMap((name) => preset(name, rules) ?? []);
}
