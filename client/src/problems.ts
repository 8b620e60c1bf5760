// Removes diagnostics of closed or renamed drafts from Problems, where the language client leaves them. After "Lint Workspace" they
// stay until the draft itself is gone. Diagnostics of a workspace reading that was stopped half-way stay until their draft changes
// or is gone, since nobody reads it again.
import * as vscode from 'vscode';

export interface Problems extends vscode.Disposable {
  /** The collection that the language client fills from now on. It lives as long as the server: a new server brings a new one. */
  keepIn(collection: vscode.DiagnosticCollection): void;
  keepNoLongerIn(collection: vscode.DiagnosticCollection): void;
  /** Whether the draft has an entry, if only an empty one: the answer "unchanged" needs an entry that stays. */
  holds(uri: vscode.Uri): boolean;
  /** Puts diagnostics on a draft that nobody has open. They are removed when the draft changes. */
  put(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void;
}

/** How long to wait for further deleted files, in ms: the list of diagnostics is then gone through once for all of them. */
const REST = 200;

/** @param keepsAll whether diagnostics stay on drafts that nobody has open. */
export function openProblems(keepsAll: () => boolean): Problems {
  let found: vscode.DiagnosticCollection | undefined;

  async function leave(uri: vscode.Uri): Promise<void> {
    if (!found?.has(uri) || isShown(uri)) return;
    if (!keepsAll() || !(await isThere(uri))) found?.delete(uri);
  }

  /** Addresses of deleted files and folders. For a deleted folder VS Code reports no files inside it. */
  const gone = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function letGo(): void {
    timer = undefined;
    found?.forEach((uri) => {
      if (withFolders(uri).some((one) => gone.has(one))) void leave(uri);
    });
    gone.clear();
  }

  const disk = vscode.workspace.createFileSystemWatcher('**', true);
  const listeners = [
    disk,
    disk.onDidChange((uri) => leave(uri)),
    disk.onDidDelete((uri) => {
      gone.add(`${uri}`);
      timer ??= setTimeout(letGo, REST);
    }),
    { dispose: () => clearTimeout(timer) },
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const uri of closed.flatMap(shownIn)) void leave(uri);
    }),
    // when a draft is renamed its tab stays open, with another document in it
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void leave(uri)),
  ];
  return {
    keepIn(collection) {
      found = collection;
    },
    keepNoLongerIn(collection) {
      if (found === collection) found = undefined;
    },
    holds: (uri) => found?.has(uri) === true,
    put(uri, diagnostics) {
      if (!isShown(uri)) found?.set(uri, diagnostics);
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

/** The address of a file and of every folder that it lies in. */
function withFolders(uri: vscode.Uri): string[] {
  const parts = `${uri}`.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

const isShown = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.flatMap(shownIn).some((one) => `${one}` === `${uri}`));

function shownIn({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

const isThere = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
