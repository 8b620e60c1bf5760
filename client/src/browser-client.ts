// The client of a server that is a web worker.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Wiring } from './server-life';
import { wired } from './language-client';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** @param startWorker ends the worker before, if any, and starts another. */
export function newClient(wiring: Wiring, startWorker: () => Promise<unknown>): LanguageClient {
  const connect = async (): Promise<MessageTransports> => {
    // VS Code puts a class of its own in Worker's place, which the library would not know for one
    const port = (await startWorker()) as Port;
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  };
  return wired(wiring, (options) => new LanguageClient('copydesk', 'Copydesk', connect, options));
}
