// How a settings file is laid out, so that what is written into it looks as its own.
import type { FormattingOptions } from 'jsonc-parser';

/** Indent and line ends as the file has them; two spaces where it has no indent. */
export function layoutOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
