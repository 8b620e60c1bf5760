// What the server takes for a draft, by scheme and language; by name and place the settings decide.
import type { Format } from '../document/draft';

/** Where drafts live: on disk, not saved yet, in a repository opened over the network, on another machine; in an open folder. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

const formats: Readonly<Record<string, Format>> = { 'wire-copy': 'wire-copy', plaintext: 'text', markdown: 'markdown' };

/** Other editors' names for the same languages. */
const aliases: Readonly<Record<string, string>> = {
  text: 'plaintext',
  txt: 'plaintext',
  'plain-text': 'plaintext',
  md: 'markdown',
};

/** The format that a document in this language is read in, wherever it lies. */
export const formatOfLanguage = (languageId: string): Format | undefined => formats[aliases[languageId] ?? languageId];

export type Named = { readonly format: Format; readonly off?: undefined } | { readonly off: string };

/** The format to read a document in, or a sentence that says why it is no draft. */
export function whyNotADraft(uri: string, languageId: string, folders: readonly string[]): Named {
  const scheme = schemeOf(uri);
  if (!schemes.includes(scheme) && !folders.some((folder) => schemeOf(folder) === scheme))
    return { off: `Documents of the kind "${scheme}:" are not drafts.` };
  const format = formatOfLanguage(languageId);
  return format ? { format } : { off: `Documents in the language "${languageId}" are not drafts.` };
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
