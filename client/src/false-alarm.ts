// A false alarm, written down for whoever looks after Copydesk: a text that is filled in and stays here. Nothing is sent. It lies in
// memory under a name of its own, where the desk reads no drafts, and is kept as it is typed, so that closing it asks nothing.
import * as vscode from 'vscode';
import { commands } from './commands';
import { draftInFront } from './drafts';
import { filesInMemory } from './in-memory';
import { findingAt, ruleOf } from './queries';

/** No scheme of a draft. */
const scheme = 'copydesk-false-alarm';

/** How long after the last key it is kept, in ms. */
const REST = 500;

export function registerFalseAlarm({ extension, workspaceState }: vscode.ExtensionContext): vscode.Disposable {
  const { version } = extension.packageJSON as { readonly version: string };
  // a window that is opened again shows what stood there
  const kept = (path: string): string | undefined => workspaceState.get(`${scheme}:${path}`);
  const keep = (path: string, text: string | undefined): void => void workspaceState.update(`${scheme}:${path}`, text);
  const files = filesInMemory(
    {
      read: async (path) => encoded(kept(path)),
      write: (path, content) => keep(path, new TextDecoder().decode(content)),
    },
    () => vscode.l10n.t('There are only false alarms here.'),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  return vscode.Disposable.from(
    files,
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) return;
      clearTimeout(timer);
      timer = setTimeout(() => void document.save(), REST);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) keep(uri.path, undefined);
    }),
    vscode.commands.registerCommand(commands.reportFalseAlarm, async () => {
      const path = freePath();
      keep(path, textOf(version, findingHere()));
      const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path }));
      const end = document.lineAt(document.lineCount - 1).range.end;
      await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(end, end) });
    }),
  );
}

const encoded = (text: string | undefined): Uint8Array | undefined =>
  text === undefined ? undefined : new TextEncoder().encode(text);

/** Another one may be open still. */
function freePath(): string {
  const open = new Set(vscode.workspace.textDocuments.flatMap(({ uri }) => (uri.scheme === scheme ? [uri.path] : [])));
  const name = vscode.l10n.t('False alarm');
  for (let number = 1; ; number++) {
    const path = number === 1 ? `/${name}.md` : `/${name} ${number}.md`;
    if (!open.has(path)) return path;
  }
}

interface Found {
  readonly finding: vscode.Diagnostic;
  readonly document: vscode.TextDocument;
}

/** The finding at the cursor; else the one on its line. */
function findingHere(): Found | undefined {
  const editor = draftInFront();
  if (!editor) return undefined;
  const { document, selection } = editor;
  const finding = findingAt(document.uri, selection.active);
  return finding && { finding, document };
}

/** Ends where the person is to write. */
function textOf(version: string, here: Found | undefined): string {
  const { t } = vscode.l10n;
  const { finding, document } = here ?? {};
  const lines = [
    `# ${t('False alarm')}`,
    '',
    t(
      'This text stays on your machine: Copydesk sends nothing. Change what must not leave the newsroom, then copy it to whoever looks after Copydesk at your desk.',
    ),
    '',
    `- ${t('Rule: {0}', finding ? ruleOf(finding) : '')}`,
    `- ${t('Copydesk {0}, VS Code {1}', version, vscode.version)}`,
    `- ${t('Kind of document: {0}', document ? documentKindOf(document) : '')}`,
    '',
    `## ${t('What the desk asked')}`,
    '',
    finding?.message ?? '',
    '',
    `## ${t('The words it marked')}`,
    '',
    ...quoted(here ? here.document.getText(here.finding.range) : ''),
    '',
    `## ${t('The line they stand in')}`,
    '',
    ...quoted(here ? here.document.lineAt(here.finding.range.start.line).text.trim() : ''),
    '',
    `## ${t('Why it should not have asked')}`,
    '',
    '',
  ];
  return lines.join('\n');
}

/** In the words of the day, where there are some. */
function documentKindOf({ languageId }: vscode.TextDocument): string {
  const { t } = vscode.l10n;
  const kinds: Readonly<Record<string, string>> = {
    plaintext: t('plain text'),
    markdown: 'Markdown',
    'wire-copy': t('wire copy'),
  };
  return kinds[languageId] ?? languageId;
}

const quoted = (text: string): string[] => text.split('\n').map((line) => `> ${line}`);
