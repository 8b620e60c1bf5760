// What the server takes for a draft, by scheme and language; by name and place the settings decide.
import type { Format } from '../document/draft';
import { formatOfLanguage, formatOfName, whyUnread } from '../document/formats/table';
import { sampleScheme, wordScheme } from './protocol/options';
import { t } from './words';

/** Where drafts live: on disk, not saved yet, in a repository opened over the network, on another machine; in an open folder. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', sampleScheme];

export type Named =
  /** `asked`: whoever opened it there has asked for it. */
  { readonly format: Format; readonly asked?: true; readonly off?: undefined } | { readonly off: string };

/** Where a text lies that is shown in another place. */
export const fileOf = (uri: string): string =>
  schemeOf(uri) === wordScheme && uri.includes('?') ? decodeURIComponent(uri.slice(uri.indexOf('?') + 1)) : uri;

/** The format to read a document in, or a sentence that says why it is no draft. */
export function whyNotADraft(uri: string, languageId: string, folders: readonly string[]): Named {
  const scheme = schemeOf(uri);
  if (scheme === wordScheme) return { format: 'docx', asked: true };
  if (!schemes.includes(scheme) && !folders.some((folder) => schemeOf(folder) === scheme))
    return { off: t('Documents of the kind “{0}:” are not drafts.', scheme) };
  const unread = whyUnread(uri);
  if (unread) return { off: `This document ${unread}` };
  const format = formatOf(uri, languageId);
  return format ? { format } : { off: t('Documents in the language “{0}” are not drafts.', languageId) };
}

/** Editors call plain text what they know no language for: then its name says more. */
function formatOf(uri: string, languageId: string): Format | undefined {
  const format = formatOfLanguage(languageId);
  return format === 'text' && formatOfName(uri) === 'archieml' ? 'archieml' : format;
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
