// Where VS Code on a machine enters, a remote one too: the server is a process of its own.
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openExtension } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  openExtension(
    context,
    (options) => new LanguageClient('copydesk', 'Copydesk', { module, transport: TransportKind.ipc }, options),
  );
}
