// The extension: starts the desk (the language server) and gives it a place in the window. No linting and no settings here.
// `node.ts` and `browser.ts` are where VS Code enters; they differ in how the server is reached and in nothing else.
import type * as vscode from 'vscode';
import { registerAssistantTools } from './assistant';
import { registerChoices } from './choose';
import { registerClearances } from './clearances';
import { registerCommands } from './commands';
import { registerDecorations } from './decorations';
import { type Connect, openDesk } from './server-life';
import { onNewScheme } from './drafts';
import { registerFalseAlarm } from './false-alarm';
import { registerFixAll } from './fix-all';
import { registerGoTo } from './go-to';
import { registerManual } from './manual';
import { registerMenu } from './menu';
import { registerProse } from './prose';
import { registerQueries } from './queries';
import { registerReadThrough } from './read-through/read-through';
import { registerReport } from './report';
import { registerRules } from './rules';
import { registerSample } from './sample';
import { registerSettingsChanges } from './settings-changes';
import { registerSettingsFaults } from './settings-faults';
import { registerSourceMap } from './source-map';
import { registerStatus } from './status';
import { registerWhySilent } from './why-silent';
import { registerWord } from './word';

export function openExtension(context: vscode.ExtensionContext, connect: Connect): void {
  const desk = openDesk(connect);
  context.subscriptions.push(
    desk,
    registerStatus(desk),
    registerManual(desk),
    registerCommands(desk, context),
    registerGoTo(),
    registerChoices(desk),
    registerMenu(desk),
    registerFixAll(),
    registerProse(desk, context),
    registerFalseAlarm(context),
    registerRules(desk, context),
    registerSourceMap(desk),
    registerReport(desk),
    registerQueries(),
    registerReadThrough(desk, context),
    registerDecorations(desk),
    registerWhySilent(desk),
    registerSample(context),
    registerWord(desk),
    registerClearances(desk),
    registerSettingsChanges(desk),
    registerSettingsFaults(desk),
    registerAssistantTools(desk),
    onNewScheme(() => void desk.restart()),
  );
  // nobody waits for the desk: it reads what is open as soon as it is there
  void desk.start();
}
