// Files that lie in memory: a person may change and save them, and nothing is on disk. What is here is opened by its name.
import * as vscode from 'vscode';

/** @param held the text of a file, nothing where there is none; and what becomes of one that is saved. @param refusal why nothing else can be done. */
export function filesInMemory(
  held: { read(path: string): Thenable<Uint8Array | undefined>; write(path: string, content: Uint8Array): void },
  refusal: () => string,
): vscode.FileSystemProvider & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let mtime = 1;
  const readFile = async ({ path }: vscode.Uri): Promise<Uint8Array> => {
    const content = await held.read(path);
    if (!content) throw vscode.FileSystemError.FileNotFound();
    return content;
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions(refusal());
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => ({ type: vscode.FileType.File, ctime: 1, mtime, size: (await readFile(uri)).length }),
    readFile,
    writeFile(uri, content) {
      held.write(uri.path, content);
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
