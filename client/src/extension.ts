// The extension: starts the desk (the language server) and gives it a place in the window. No linting and no settings here.
import type * as vscode from 'vscode';
import { registerCommands } from './commands';
import { openDesk } from './desk';
import { registerManual } from './manual';
import { registerStatus } from './status';

export function activate(context: vscode.ExtensionContext): void {
  const desk = openDesk(context);
  context.subscriptions.push(desk, registerStatus(desk), registerManual(desk), registerCommands(desk, context));
  // nobody waits for the desk: it reads what is open as soon as it is there
  void desk.start();
}
