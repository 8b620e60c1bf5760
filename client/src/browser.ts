// Where VS Code in a browser enters (vscode.dev, github.dev): the server is a web worker.
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { openExtension } from './extension';

/** As much of a browser as is used here; the project is compiled without a browser's types. */
declare class Worker {
  constructor(program: string);
  terminate(): void;
}

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

export function activate(context: vscode.ExtensionContext): void {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    // unlike a process, a worker does not leave by itself when it is told to
    worker?.terminate();
    worker = new Worker(program);
    // VS Code puts a class of its own in Worker's place, which the library would not know for one
    const port = worker as unknown as Port;
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  openExtension(context, (options) => new LanguageClient('copydesk', 'Copydesk', start, options));
}
