// What a backslash stands for in JSON, and in YAML and TOML too, which only add to it: a few characters in short, and units by their number.

/** By the letter behind the backslash. */
export const inShort: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' },
};

export interface Escape {
  readonly read: string;
  /** In the file. */
  readonly length: number;
}

/** `\u00e9` at an offset; both halves of a character beyond the first 65,536 as one. Nothing where no number stands there. */
export function unitEscape(text: string, at: number, end: number): Escape | undefined {
  const unit = unitAt(text, at, end);
  if (unit === undefined) return undefined;
  const second = unit >= 0xd800 && unit < 0xdc00 ? unitAt(text, at + 6, end) : undefined;
  return second !== undefined && second >= 0xdc00 && second < 0xe000
    ? { read: String.fromCharCode(unit, second), length: 12 }
    : { read: String.fromCharCode(unit), length: 6 };
}

/** The unit that `\u00e9` stands for. */
function unitAt(text: string, at: number, end: number): number | undefined {
  const written =
    at + 6 <= end && text.charAt(at) === '\\' && text.charAt(at + 1) === 'u' ? text.slice(at + 2, at + 6) : '';
  return /^[\da-f]{4}$/i.test(written) ? Number.parseInt(written, 16) : undefined;
}
