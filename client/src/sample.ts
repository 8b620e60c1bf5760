// The sample story: a draft to try the desk on, opened as one that is not saved anywhere.
import * as vscode from 'vscode';
import { commands } from './commands';

/** The one that pictures and tests show. */
const file = 'test/samples/harbour.txt';

export const registerSample = ({ extensionUri }: vscode.ExtensionContext): vscode.Disposable =>
  vscode.commands.registerCommand(commands.openSample, async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, file));
    const content = new TextDecoder().decode(bytes);
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document, { preview: false });
  });
