// Reading the whole workspace: not before the writer asks for it, since an archive of drafts would bury today's.
import * as vscode from 'vscode';
import { type DiagnosticProviderMiddleware, vsdiag } from 'vscode-languageclient';

/** What stood in the workspace when it was last read. */
export interface WorkspaceRead {
  readonly drafts: number;
  readonly draftsWithFindings: number;
  readonly findings: number;
}

type Pull = NonNullable<DiagnosticProviderMiddleware['provideWorkspaceDiagnostics']>;

export function workspacePulls() {
  const counts = new Map<string, number>();
  const answered = new vscode.EventEmitter<void>();
  const asked = new vscode.EventEmitter<void>();
  let wanted = false;
  let complete = false;

  const provideWorkspaceDiagnostics: Pull = async (known, token, report, next) => {
    if (!wanted) await Promise.race([once(asked.event), once(token.onCancellationRequested)]);
    if (token.isCancellationRequested) return { items: [] };
    // the library's parameter allows null (no more to come), its type does not say so
    const counting: typeof report = (chunk) => {
      for (const item of chunk?.items ?? [])
        if (item.kind === vsdiag.DocumentDiagnosticReportKind.full) counts.set(item.uri.toString(), item.items.length);
      report(chunk);
    };
    const answer = await next(known, token, counting);
    complete = true;
    answered.fire();
    return answer;
  };

  return {
    provideWorkspaceDiagnostics,
    /** The first time it waits for the answer; later ones arrive by themselves, so what is known is what stands. */
    async read(token: vscode.CancellationToken): Promise<WorkspaceRead> {
      wanted = true;
      asked.fire();
      if (!complete) await Promise.race([once(answered.event), once(token.onCancellationRequested)]);
      const all = [...counts.values()];
      return {
        drafts: all.length,
        draftsWithFindings: all.filter((count) => count > 0).length,
        findings: all.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

const once = (event: vscode.Event<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const listener = event(() => {
      listener.dispose();
      resolve();
    });
  });
