// The language server as a process: over stdio, Node's IPC or a socket, as the client asks on the command line.
import { createConnection } from 'vscode-languageserver/node';
import { fileHost } from './file-host';
import { disk } from './disk';
import { cancelUndispatched } from './safely';
import { serve } from './serve';
import { throughClient } from './through-client';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.includes(argument.split('=')[0] as string))) {
  // a question that was taken back while others were answered is not looked into at all
  const connection = createConnection({ cancelUndispatched });
  // one request's mistake must not take the desk away from every open draft
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  serve(connection, fileHost({ disk, client: throughClient(connection) }));
} else {
  process.stderr.write(`copydesk: say how the editor talks to the server: ${transports.join(', ')}.\n`);
  process.exitCode = 2;
}
