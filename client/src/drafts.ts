// Which documents the desk is handed. Whether one of them is a draft (README.md is not) the server decides.
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol/status';
import { sampleScheme, wordScheme } from '../../server/src/lsp/protocol/options';
import type { Desk } from './server-life';

/** Schemes of what may be a draft in any window; never Git's old versions, output or our own manual. */
const everywhere = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', sampleScheme, wordScheme];

/** These, and the schemes of the folders that are open now, whatever brings them here. */
const schemes = (): readonly string[] => [
  ...new Set([...everywhere, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** Calls back when a folder is added whose scheme has not been among those of the window: a new {@link selector} is needed. */
export function onNewScheme(changed: () => void): vscode.Disposable {
  const known = new Set(schemes());
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const before = known.size;
    for (const scheme of schemes()) known.add(scheme);
    if (known.size > before) changed();
  });
}

export const languages = ['wire-copy', 'plaintext', 'markdown'];

/** Handed over too, where the desk is awake: it says which of them it reads, and why it leaves the others alone. */
const unasked = ['html', 'xml', 'json', 'archieml'];

/** A language of its own to an editor, and Markdown to the desk. */
const dialects = ['mdx'];

const handed = [...languages, ...unasked, ...dialects];

/** The documents that the desk is handed, in folders that are open now. */
export const selector = (): DocumentSelector =>
  schemes().flatMap((scheme) => [
    ...handed.map((language) => ({ scheme, language })),
    // a fault in the settings is reported where it stands
    { scheme, pattern: '**/copydesk.json' },
  ]);

export const mayBeDraft = ({ languageId, uri: { scheme } }: vscode.TextDocument): boolean =>
  handed.includes(languageId) && schemes().includes(scheme);

/** What people write prose in and the desk cannot read: the status item says so, and nothing else is done. */
const unreadable = ['asciidoc', 'restructuredtext', 'latex', 'tex', 'typst', 'org', 'rtf', 'textile'];

export const isProse = (document: vscode.TextDocument): boolean =>
  mayBeDraft(document) || (unreadable.includes(document.languageId) && schemes().includes(document.uri.scheme));

/** Why the desk leaves the document alone, in a sentence; nothing where it reads it, or has not said yet. */
export function whyNotRead(desk: Pick<Desk, 'statusOf'>, uri: vscode.Uri): string | undefined {
  const status = desk.statusOf(uri);
  return status?.state === 'off' ? offBecause(status) : undefined;
}

export const offBecause = ({ message }: Pick<Status, 'message'>): string =>
  message || vscode.l10n.t('Copydesk does not read this document.');

/** The draft in front; while a page of ours has the focus, the one beside it. */
export function draftInFront(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = activeTextEditor ?? visibleTextEditors[0];
  return editor && mayBeDraft(editor.document) ? editor : undefined;
}
