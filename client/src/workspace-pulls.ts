// Reading the whole workspace: not before the writer asks for it, since an archive of drafts would bury today's.
import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

/** What stood in the workspace when it was last read. */
export interface WorkspaceRead {
  readonly drafts: number;
  readonly draftsWithFindings: number;
  readonly findings: number;
  /** Ended before the last draft. */
  readonly stopped: boolean;
}

export interface WorkspacePulls {
  readonly provideWorkspaceDiagnostics: NonNullable<DiagnosticProviderMiddleware['provideWorkspaceDiagnostics']>;
  /** The workspace was read, and its findings are kept. */
  isWanted(): boolean;
  /**
   * The first time it waits for the answer; later ones arrive by themselves, so what is known is what stands.
   * @param token ends the reading: what was read stays, and nothing more is.
   * @param tell called with how many drafts were read so far.
   */
  read(token: vscode.CancellationToken, tell: (drafts: number) => void): Promise<WorkspaceRead>;
}

export function workspacePulls(): WorkspacePulls {
  const counts = new Map<string, number>();
  const answered = new vscode.EventEmitter<void>();
  const asked = new vscode.EventEmitter<void>();
  const counted = new vscode.EventEmitter<number>();
  const stopped = new vscode.EventEmitter<void>();
  let wanted = false;
  let complete = false;

  return {
    async provideWorkspaceDiagnostics(known, token, report, next) {
      if (!wanted) await Promise.race([once(asked.event), once(token.onCancellationRequested)]);
      if (token.isCancellationRequested) return { items: [] };
      const reading = new vscode.CancellationTokenSource();
      const ends = [token.onCancellationRequested, stopped.event].map((event) => event(() => reading.cancel()));
      try {
        const answer = await next(known, reading.token, (chunk) => {
          // the library's parameter allows null (no more to come), its type does not say so
          for (const item of chunk?.items ?? [])
            if ('items' in item) counts.set(item.uri.toString(), item.items.length);
          counted.fire(counts.size);
          report(chunk);
        });
        if (!reading.token.isCancellationRequested) {
          complete = true;
          answered.fire();
        }
        return answer;
      } catch (error) {
        // the library counts failures, and asks no more after five; this is none
        if (reading.token.isCancellationRequested) return { items: [] };
        throw error;
      } finally {
        for (const end of ends) end.dispose();
      }
    },
    isWanted: () => wanted,
    async read(token, tell) {
      wanted = true;
      asked.fire();
      if (!complete) {
        const telling = counted.event(tell);
        await Promise.race([once(answered.event), once(token.onCancellationRequested)]);
        telling.dispose();
      }
      if (!complete) {
        wanted = false;
        stopped.fire();
      }
      const all = [...counts.values()];
      return {
        drafts: all.length,
        draftsWithFindings: all.filter((count) => count > 0).length,
        findings: all.reduce((sum, count) => sum + count, 0),
        stopped: !complete,
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
