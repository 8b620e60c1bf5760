// The sample story: a draft to try the desk on. It lies in memory, so a person may change it, and closing it asks nothing.
import * as vscode from 'vscode';
import { sampleScheme } from '../../server/src/lsp/protocol/options';
import { commands } from './commands';
import { filesInMemory } from './in-memory';

/** The one that pictures and tests show. */
const file = 'test/samples/harbour.txt';

export function registerSample({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let kept: Uint8Array | undefined;
  const first = (): Thenable<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, file));
  const story = filesInMemory(
    {
      // one file, whatever it is called
      read: async (path) => (path.endsWith('.txt') ? (kept ??= await first()) : undefined),
      write: (_, content) => void (kept = content),
    },
    () => vscode.l10n.t('There is only the sample story here.'),
  );
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
