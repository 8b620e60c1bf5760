// `copydesk lsp`: the language server on standard input and output, for any editor.
import * as path from 'node:path';
import type { Arguments, Usage } from './arguments';

export const usage: Usage = {
  summary: 'Run the language server on standard input and output.',
  takes: '',
  flags: { stdio: { help: 'Accepted for editors that always send it.' } },
  examples: [['copydesk lsp', 'as the command of a client in Neovim, Emacs, Helix …']],
};

export function run(_args: Arguments): Promise<number> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  require(path.join(__dirname, 'server.js'));
  // the server ends the process itself, when its client says so
  return new Promise(() => undefined);
}
