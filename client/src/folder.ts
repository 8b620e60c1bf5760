// Reading the drafts of one folder, for a person who asks about that folder and not for the whole workspace.
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentDiagnosticReport } from 'vscode-languageclient';
import { type DraftsBelow, draftsMethod } from '../../server/src/lsp/protocol/views';
import type { Problems } from './problems';
import type { WorkspaceRead } from './workspace-pulls';

/** @param tell called with how many drafts were read so far. */
export async function readFolder(
  client: BaseLanguageClient,
  problems: Problems,
  folder: vscode.Uri,
  token: vscode.CancellationToken,
  tell: (drafts: number) => void,
): Promise<WorkspaceRead> {
  let [drafts, draftsWithFindings, findings] = [0, 0, 0];
  const { uris } = await client.sendRequest<DraftsBelow>(draftsMethod, { uri: folder.toString() }, token);
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const items = report.kind === 'full' ? report.items : [];
    problems.put(vscode.Uri.parse(uri), await client.protocol2CodeConverter.asDiagnostics(items));
    drafts++;
    findings += items.length;
    if (items.length) draftsWithFindings++;
    tell(drafts);
  }
  return { drafts, draftsWithFindings, findings, stopped: drafts < uris.length };
}
