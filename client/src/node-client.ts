// The client of a server that is a process.
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Wiring } from './desk';
import { wired } from './language-client';

/** @param module the server's program. */
export const newClient = (wiring: Wiring, module: string): LanguageClient =>
  wired(
    wiring,
    (options) => new LanguageClient('copydesk', 'Copydesk', { module, transport: TransportKind.ipc }, options),
  );
