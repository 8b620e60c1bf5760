// What the server takes for a draft, by scheme and language; by name and place the settings decide.
import type { Format } from '../document/draft';
import { formatOfLanguage, whyUnread } from '../document/formats/table';
import { sampleScheme } from './protocol';

/** Where drafts live: on disk, not saved yet, in a repository opened over the network, on another machine; in an open folder. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', sampleScheme];

export type Named = { readonly format: Format; readonly off?: undefined } | { readonly off: string };

/** The format to read a document in, or a sentence that says why it is no draft. */
export function whyNotADraft(uri: string, languageId: string, folders: readonly string[]): Named {
  const scheme = schemeOf(uri);
  if (!schemes.includes(scheme) && !folders.some((folder) => schemeOf(folder) === scheme))
    return { off: `Documents of the kind "${scheme}:" are not drafts.` };
  const unread = whyUnread(uri);
  if (unread) return { off: `This document ${unread}` };
  const format = formatOfLanguage(languageId);
  return format ? { format } : { off: `Documents in the language "${languageId}" are not drafts.` };
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
