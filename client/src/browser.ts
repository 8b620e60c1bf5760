// Where VS Code in a browser enters (vscode.dev, github.dev): the server is a web worker.
import * as vscode from 'vscode';
import { openExtension } from './extension';

/** As much of a browser as is used here; the project is compiled without a browser's types. */
declare class Worker {
  constructor(program: string);
  postMessage(message: string): void;
  terminate(): void;
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

export function activate(context: vscode.ExtensionContext): void {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const lexicons = vscode.Uri.joinPath(context.extensionUri, 'dist/lexicons.mjs');
  let worker: Worker | undefined;
  const start = async (): Promise<Worker> => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(lexicons));
    // unlike a process, a worker does not leave by itself when it is told to
    worker?.terminate();
    worker = new Worker(program);
    // a worker reads no files: what the other server finds beside it this one is told before anything else
    worker.postMessage(text);
    return worker;
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  openExtension(context, async (wiring) => (await import('./browser-client')).newClient(wiring, start));
}
