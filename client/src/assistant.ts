// Beside an assistant: three tools with which one can ask the desk, for who turns them on. They read and change nothing; they know the
// drafts of the open folders and no others; and an editor that has no such tools misses nothing.
import * as vscode from 'vscode';
import {
  type AssistantParams,
  assistantMethod,
  type DraftsBelow,
  draftsMethod,
  type ForAssistant,
  type Manual,
  manualMethod,
} from '../../server/src/lsp/protocol/views';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';

/** As much of the editor's interface (VS Code 1.95) as is used here: the extension is compiled for older ones too. */
interface WithTools {
  readonly lm?: { registerTool?(name: string, tool: Tool): vscode.Disposable };
  readonly LanguageModelToolResult: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart: new (text: string) => object;
}

interface Input {
  readonly draft?: unknown;
  readonly rule?: unknown;
}

interface Tool {
  prepareInvocation(call: { readonly input: Input }): object;
  invoke(call: { readonly input: Input }, token: vscode.CancellationToken): Promise<object>;
}

const setting = 'assistantTools';

const editor = vscode as unknown as WithTools;

export function registerAssistantTools(desk: Desk): vscode.Disposable {
  let tools: vscode.Disposable | undefined;
  const look = (): void => {
    const wanted = vscode.workspace.isTrusted && vscode.workspace.getConfiguration('copydesk').get(setting, false);
    if (wanted) tools ??= register(desk);
    else {
      tools?.dispose();
      tools = undefined;
    }
  };
  look();
  return vscode.Disposable.from(
    { dispose: () => tools?.dispose() },
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`copydesk.${setting}`)) look();
    }),
  );
}

/** Nothing where the editor knows no tools. */
function register(desk: Desk): vscode.Disposable | undefined {
  const { lm } = editor;
  if (!lm?.registerTool) return undefined;
  const { t } = vscode.l10n;
  const about = (wants: AssistantParams['wants'], doing: (name: string) => string): Tool => ({
    prepareInvocation: ({ input }) => ask(doing(nameOf(input))),
    invoke: async ({ input }, token) => told(await answerAbout(desk, input, wants, token)),
  });
  return vscode.Disposable.from(
    lm.registerTool(
      'copydesk_lint',
      about('lint', (name) => t('The desk reads {0}', name)),
    ),
    lm.registerTool(
      'copydesk_sources',
      about('sources', (name) => t('The desk lists the sources of {0}', name)),
    ),
    lm.registerTool('copydesk_explain', {
      prepareInvocation: ({ input }) => ({ invocationMessage: t('The desk explains {0}', String(input.rule ?? '')) }),
      async invoke({ input }, token) {
        const rule = String(input.rule ?? '');
        const manual = await desk.ask<Manual | null>(manualMethod, { rule }, token);
        return told(manual?.markdown ?? `Copydesk has no rule called ${rule}.`);
      },
    }),
  );

  /** What leaves the machine is said before it does. */
  function ask(invocationMessage: string): object {
    return {
      invocationMessage,
      confirmationMessages: {
        title: t('Let the assistant ask the desk?'),
        message: t(
          'What the desk says, and the words of the draft that it is about, go where the assistant’s model runs.',
        ),
      },
    };
  }
}

const told = (text: string): object => new editor.LanguageModelToolResult([new editor.LanguageModelTextPart(text)]);

const nameOf = ({ draft }: Input): string =>
  typeof draft === 'string' && draft ? draft : (draftInFront()?.document.uri.path.split('/').at(-1) ?? '');

/** A sentence where there is no such draft: the assistant reads it. */
async function answerAbout(
  desk: Desk,
  input: Input,
  wants: AssistantParams['wants'],
  token: vscode.CancellationToken,
): Promise<string> {
  const uri = draftFor(input);
  if (!uri || !(await isInWorkspace(desk, uri, token)))
    return 'There is no such draft in the open folders. Name one by its path in the workspace, or open it and name none.';
  const answer = await desk.ask<ForAssistant | null>(assistantMethod, { uri: uri.toString(), wants }, token);
  if (!answer) return 'Copydesk does not read this document: its settings leave it alone, or it is no draft.';
  return JSON.stringify({ draft: vscode.workspace.asRelativePath(uri), ...answer.answer });
}

/** What is named, else the draft in front. */
function draftFor({ draft }: Input): vscode.Uri | undefined {
  if (typeof draft !== 'string' || !draft) return draftInFront()?.document.uri;
  const parts = draft.split(/[\\/]/);
  if (parts.includes('..')) return undefined;
  const folders = vscode.workspace.workspaceFolders ?? [];
  // of several folders a path begins with the folder's name, as the editor writes it
  const named = folders.length > 1 ? folders.find(({ name }) => name === parts[0]) : undefined;
  const folder = named ?? folders[0];
  const within = folder?.uri.path ?? '';
  if (draft.startsWith(`${within}/`)) return folder?.uri.with({ path: draft });
  return folder && vscode.Uri.joinPath(folder.uri, ...(named ? parts.slice(1) : parts));
}

/** Open there, or found there as the desk finds drafts: what lies behind a link that leads out is not. */
async function isInWorkspace(desk: Desk, uri: vscode.Uri, token: vscode.CancellationToken): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  if (draftInFront()?.document.uri.toString() === uri.toString()) return true;
  const { uris } = await desk.ask<DraftsBelow>(draftsMethod, { uri: folder.uri.toString() }, token);
  return uris.some((one) => vscode.Uri.parse(one).toString() === uri.toString());
}
