// What stands in Problems. The language client leaves there what it was told last of a draft, also once that is closed or renamed:
// here it goes, unless the person has had the whole workspace read, and then where the draft itself is gone. Of a reading that was
// stopped half way it stays until its draft changes or goes: nobody reads that again.
import * as vscode from 'vscode';

export interface Problems extends vscode.Disposable {
  /** The language client keeps what it is told in this from now on, until it says otherwise: with a server its collection goes. */
  keepIn(collection: vscode.DiagnosticCollection): void;
  keepNoLongerIn(collection: vscode.DiagnosticCollection): void;
  /** It stands there, be it nothing: what is "unchanged" needs to be. */
  holds(uri: vscode.Uri): boolean;
  /** What stands on a draft that nobody has open. It goes when the draft changes. */
  put(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void;
}

/** How long to wait for more that goes, in ms: what is listed is gone through once for all of it. */
const REST = 200;

/** @param keepsAll whether what is found in drafts that nobody looks at is to stay. */
export function openProblems(keepsAll: () => boolean): Problems {
  let found: vscode.DiagnosticCollection | undefined;

  async function leave(uri: vscode.Uri): Promise<void> {
    if (!found?.has(uri) || isShown(uri)) return;
    if (!keepsAll() || !(await isThere(uri))) found?.delete(uri);
  }

  /** Of files and folders: where a folder goes, nobody tells of what lay in it. */
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
    // the tab of a draft that was renamed stays, with another document in it
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
