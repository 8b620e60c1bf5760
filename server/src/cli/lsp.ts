// `copydesk lsp`: the language server, on standard input and output, on a socket of the editor's, or waiting for clients.
import * as path from 'node:path';
import type { Arguments, Usage } from './arguments';

export const usage: Usage = {
  summary: 'Run the language server, for any editor.',
  takes: '',
  flags: {
    stdio: { help: 'Talk on standard input and output, which is the default.' },
    socket: { takes: '<port>', help: 'Talk over a port of this machine that the editor listens on.' },
    pipe: { takes: '<path>', help: 'Talk over a socket file or named pipe that the editor listens on.' },
    listen: {
      takes: '<port or path>',
      help: 'Wait for clients, on a port of this machine or a socket file, and serve each by a process of its own.',
    },
  },
  examples: [
    ['copydesk lsp', 'as the command of a client in Neovim, Emacs, Helix …'],
    ['copydesk lsp --listen desk.sock', 'then "copydesk lint --server=desk.sock", or a client of your own'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const where = args.value('listen');
  if (where !== undefined) return (await import('../lsp/listen')).listen(where);
  if (!args.has('socket') && !args.has('pipe') && !args.has('stdio')) process.argv.push('--stdio');
  require(path.join(__dirname, 'server.js'));
  // the server ends the process itself, when its client says so
  return new Promise(() => undefined);
}
