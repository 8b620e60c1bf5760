// The words of menus, hovers and views in the editor's language: English stands in the code, and is the key under which a client that
// speaks another one sends its own at the start. What the engine says of copy, findings, fixes, reasons, problems, is the same in
// every report and in every language, and does not come through here. One server has one client, so there is one set of words.

let words: Readonly<Record<string, string>> = {};

/** @param given by English words, as VS Code's `l10n` bundles have them. Whatever else was sent counts for nothing. */
export function speak(given: unknown): void {
  words = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, string>>) : {};
}

/** @param english with `{0}`, `{1}` … in the place of the parts. */
export function t(english: string, ...parts: readonly (string | number)[]): string {
  const found = Object.hasOwn(words, english) ? words[english] : undefined;
  const said = typeof found === 'string' ? found : english;
  return parts.length ? said.replace(/\{(\d)\}/g, (whole, i: string) => String(parts[Number(i)] ?? whole)) : said;
}

export { later } from '../text/later';

/** @param one with the number in words. @param several with `{0}` in its place. */
export const counted = (count: number, one: string, several: string): string =>
  count === 1 ? t(one) : t(several, count);
