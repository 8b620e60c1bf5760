// Which documents the desk is handed. Whether one of them is a draft (README.md is not) the server decides.
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import { sampleScheme, wordScheme } from '../../server/src/lsp/protocol';

/**
 * Files, drafts not saved yet, and folders that live elsewhere, whatever brings them here; never Git's old versions, output or
 * our own manual.
 */
export const schemes: readonly string[] = [
  ...new Set([
    'file',
    'untitled',
    'vscode-vfs',
    'vscode-remote',
    sampleScheme,
    wordScheme,
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]),
];

export const languages = ['wire-copy', 'plaintext', 'markdown'];

/** Handed over too, where the desk is awake: it says which of them it reads, and why it leaves the others alone. */
const unasked = ['html', 'xml', 'json', 'archieml'];

/** A language of its own to an editor, and Markdown to the desk. */
const dialects = ['mdx'];

const handed = [...languages, ...unasked, ...dialects];

export const selector: DocumentSelector = schemes.flatMap((scheme) => [
  ...handed.map((language) => ({ scheme, language })),
  // a fault in the settings is reported where it stands
  { scheme, pattern: '**/copydesk.json' },
]);

export const mayBeDraft = ({ languageId, uri: { scheme } }: vscode.TextDocument): boolean =>
  handed.includes(languageId) && schemes.includes(scheme);

/** What people write prose in and the desk cannot read: the status item says so, and nothing else is done. */
const unreadable = ['asciidoc', 'restructuredtext', 'latex', 'tex', 'typst', 'org', 'rtf', 'textile'];

export const isProse = (document: vscode.TextDocument): boolean =>
  mayBeDraft(document) || (unreadable.includes(document.languageId) && schemes.includes(document.uri.scheme));

/** The draft in front; while a page of ours has the focus, the one beside it. */
export function draftInFront(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = activeTextEditor ?? visibleTextEditors[0];
  return editor && mayBeDraft(editor.document) ? editor : undefined;
}
