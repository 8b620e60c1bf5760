// Changing copydesk.json for a person who chose an action, comments and layout kept. Loaded when somebody does.
import { applyEdits, type FormattingOptions, modify, type ParseError, parse } from 'jsonc-parser';

/** One change that an action makes. */
export type SettingsChange = { readonly turnOff: string } | { readonly ignore: string };

/** What a first settings file holds. */
export const emptySettings = '{\n}\n';

/** The text with the change made, or nothing where it is no JSON object: a broken file is not made worse. */
export function changeSettings(text: string, change: SettingsChange): string | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const formattingOptions = layoutOf(text);
  if ('turnOff' in change)
    return applyEdits(text, modify(text, ['rules', change.turnOff], 'off', { formattingOptions }));
  const { ignore } = value as { ignore?: unknown };
  const patterns = Array.isArray(ignore) ? ignore : [];
  if (patterns.includes(change.ignore)) return text;
  const path = Array.isArray(ignore) ? ['ignore', patterns.length] : ['ignore'];
  const entry = Array.isArray(ignore) ? change.ignore : [change.ignore];
  return applyEdits(text, modify(text, path, entry, { formattingOptions, isArrayInsertion: Array.isArray(ignore) }));
}

/** Indented as the file is. */
function layoutOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
