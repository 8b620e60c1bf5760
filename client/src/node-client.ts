// The client of a server that is a process.
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Wiring } from './desk';
import { wired } from './language-client';

/** @param module the server's program. */
export const newClient = (wiring: Wiring, module: string): LanguageClient =>
  wired(
    wiring,
    (options) =>
      new LanguageClient(
        'copydesk',
        'Copydesk',
        { module, transport: TransportKind.ipc, options: { execArgv } },
        options,
      ),
  );

/**
 * Room for what is new, in MB, three times over: Node.js takes 16 where it has them, and a server that reads a paragraph at a time and
 * then waits for the next key is as quick in 4.
 */
const execArgv = ['--max-semi-space-size=4'];
