// From settings files to what the engine takes: presets first, then each file, the later one winning.
import { askOnly, type RuleSetting, type Settings } from '../engine/settings';
import { noHouse, type PreferredForm } from '../rules/house';
import { defaults } from '../rules/option';
import { standingForms } from '../rules/standing-forms';
import type { Rule } from '../rules/rule';
import type { ReadSettings } from './extends';
import type { SettingsFile } from './file';
import { wordsOf } from './house-lists';
import { preset } from './presets/index';

/** @param now the moment of linting, ISO 8601: the only clock that any rule sees. */
export function buildSettings(files: readonly ReadSettings[], rules: readonly Rule[], now?: string): Settings {
  // a folder further in may put a rule of its own in the place of one further out
  const own = [...new Map(files.flatMap((file) => file.own ?? []).map((rule) => [rule.id, rule])).values()];
  let settings = new Map<string, RuleSetting>(
    [...rules, ...own].map(({ id, severity, options }) => [id, { severity, options: defaults(options) }]),
  );
  const glossary: PreferredForm[] = [];
  const typed = new Map<string, string>();
  let signOff: Settings['house']['signOff'] = 'forbid';
  const all = files.flatMap((f): readonly ReadSettings[] => [...extended(f, rules), f]);
  const words = wordsOf(all.map(({ lists }) => lists));
  for (const file of all) {
    for (const [id, entry] of Object.entries(file.rules ?? {})) {
      const before = settings.get(id);
      if (!before) continue;
      const [severity, options] = typeof entry === 'string' ? [entry, undefined] : entry;
      settings.set(id, { severity, options: { ...before.options, ...options } });
    }
    if (file.only) settings = askOnly(settings, new Set(file.only));
    for (const form of file.glossary ?? []) glossary.push(composed({ instead: [], basis: 'house', ...form }, typed));
    signOff = file.signOff ?? signOff;
  }
  return {
    rules: settings,
    house: {
      // one for all drafts without: what is made of a glossary is kept by it
      glossary: glossary.length ? standingForms(glossary) : noHouse.glossary,
      signOff,
      ...(words && { words }),
      ...(typed.size && { typed }),
      ...(now !== undefined && { now }),
    },
    ...(own.length && { own }),
  };
}

function extended(file: SettingsFile, rules: readonly Rule[]): SettingsFile[] {
  const names = typeof file.extends === 'string' ? [file.extends] : (file.extends ?? []);
  return names.flatMap((name) => preset(name, rules) ?? []);
}

/** The form as stories are read, its accents composed; what a person typed otherwise is kept word by word in `typed`. */
function composed(form: PreferredForm, typed: Map<string, string>): PreferredForm {
  const prefer = form.prefer.normalize('NFC');
  if (prefer !== form.prefer)
    for (const word of form.prefer.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const read = word.normalize('NFC');
      if (read !== word) typed.set(read, word);
    }
  return { ...form, prefer, instead: form.instead.map((one) => one.normalize('NFC')) };
}
