// Escaping: prose and file names are a stranger's text. Nothing in them may steer a terminal or hide what it is.

/** Control characters, and the marks that turn the direction of text: all that a terminal acts on instead of showing. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** For a terminal or a log: each unseen character as `\x1b`, line breaks and tabs as one space. */
export const visible = (text: string): string => unseenShown(text.replace(/\r\n|[\n\r\t]/g, ' '));

/** Each unseen character as `\x1b`; line feeds and tabs stay. */
export const unseenShown = (text: string): string =>
  text.replace(UNSEEN, (c) => {
    const code = c.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });

/** Half a pair has no form in UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A path as a relative URI reference: what would be read as something else is percent-encoded. */
export const inUrl = (path: string): string => wellFormed(path).split('/').map(encodeURIComponent).join('/');

/** Text or attribute of XML 1.0: its marks and what nobody sees as entities, characters that it cannot hold as U+FFFD. */
export const inXml = (text: string): string =>
  wellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(
      /[<>&"'\n\r\t\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      (c) => `&#${c.charCodeAt(0)};`,
    );
