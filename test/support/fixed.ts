// A draft as `--fix` leaves it, with a house's glossary.
import { buildSettings } from '../../server/src/config/build';
import type { SettingsFile } from '../../server/src/config/file';
import type { Format } from '../../server/src/document/draft';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import type { Fixed } from '../../server/src/engine/fix';
import { fixUntilStable } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import type { LintRecord } from '../../server/src/engine/record';
import { rules } from '../../server/src/rules/index';

const settingsOf = (file: SettingsFile) => buildSettings([file], rules);

const settings = settingsOf({
  glossary: [
    { prefer: 'Kyiv', instead: ['Kiev'] },
    { prefer: 'cafe', instead: ['café'] },
  ],
});

export function recordOf(text: string, format: Format, asked = rules, by = settings): LintRecord {
  const parser = format === 'markdown' ? parseMarkdown : parsePlainText;
  return toRecord(lint(readStory({ text, format }, undefined, parser), by, asked), text);
}

/** Entries that may all go in bulk, other words and names too. */
export const inBulk = (glossary: SettingsFile['glossary']): NonNullable<SettingsFile['glossary']> =>
  (glossary ?? []).map((form) => ({ bulk: true, ...form }));

/** The same by other settings, whose entries go in bulk unless they say otherwise. */
export function fixedBy(file: SettingsFile): (text: string, format: Format) => string {
  const by = settingsOf({ ...file, glossary: inBulk(file.glossary) });
  return (text, format) => fixUntilStable(text, (one) => recordOf(one, format, rules, by).diagnostics).text;
}

export const fixed = (text: string, format: Format): Fixed =>
  fixUntilStable(text, (one) => recordOf(one, format).diagnostics);

/** The rules that could change a draft unseen: a query's fix waits for a person, whatever its rule says (`engine/vocabulary.ts`). */
const unseen = rules.filter(({ kind }) => kind === 'fix');

/** Fixes drafts as `--fix` does, without asking the rules that could not change them; a text read last is not read again. */
export function fixer(format: Format): (text: string) => Fixed {
  let last: { readonly text: string; readonly found: LintRecord['diagnostics'] } | undefined;
  const read = (text: string): LintRecord['diagnostics'] => {
    if (last?.text !== text) last = { text, found: recordOf(text, format, unseen).diagnostics };
    return last.found;
  };
  return (text) => fixUntilStable(text, read);
}
