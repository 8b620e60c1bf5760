// Where VS Code on a machine enters, a remote one too: the server is a process of its own.
import type * as vscode from 'vscode';
import { openExtension } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  const program = context.asAbsolutePath('dist/server.js');
  openExtension(context, async (wiring) => (await import('./node-client')).newClient(wiring, program));
}
