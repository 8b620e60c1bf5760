// The sample story: a draft to try the desk on. It lies in memory, so a person may change it, and closing it asks nothing.
import * as vscode from 'vscode';
import { sampleScheme } from '../../server/src/lsp/protocol';
import { commands } from './commands';

/** The one that pictures and tests show. */
const file = 'test/samples/harbour.txt';

export function registerSample({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const story = inMemory(() => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, file)));
  return vscode.Disposable.from(
    story,
    vscode.workspace.registerFileSystemProvider(sampleScheme, story, { isCaseSensitive: true }),
    vscode.commands.registerCommand(commands.openSample, async () => {
      const uri = vscode.Uri.from({ scheme: sampleScheme, path: `/${vscode.l10n.t('Sample story')}.txt` });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: false });
    }),
  );
}

/** One file, whatever it is called; what is saved is kept until the window is closed. */
function inMemory(first: () => Thenable<Uint8Array>): vscode.FileSystemProvider & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let kept: Uint8Array | undefined;
  let mtime = 1;
  const content = async (): Promise<Uint8Array> => (kept ??= await first());
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('There is only the sample story here.'));
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat({ path }) {
      if (!path.endsWith('.txt')) throw vscode.FileSystemError.FileNotFound();
      return { type: vscode.FileType.File, ctime: 1, mtime, size: (await content()).length };
    },
    readFile: content,
    writeFile(uri, now) {
      kept = now;
      mtime++;
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
    dispose: () => changed.dispose(),
  };
}
