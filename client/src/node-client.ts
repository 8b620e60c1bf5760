// The client of a server that is a process.
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Wiring } from './server-life';
import { wired } from './language-client';

/** @param module the server's program. */
export const newClient = (wiring: Wiring, module: string): LanguageClient =>
  wired(
    wiring,
    (options) =>
      new LanguageClient(
        'copydesk',
        'Copydesk',
        { run: program(module, execArgv), debug: program(module, [...execArgv, '--inspect=6009']) },
        options,
      ),
  );

/** The second is taken where the extension itself is being debugged: “Server (attach)” in .vscode/launch.json finds it at that port. */
const program = (module: string, execArgv: string[]) => ({
  module,
  transport: TransportKind.ipc,
  options: { execArgv },
});

/**
 * Room for what is new, in MB, three times over: Node.js takes 16 where it has them, and a server that reads a paragraph at a time and
 * then waits for the next key is as quick in 4.
 */
const execArgv = ['--max-semi-space-size=4'];
