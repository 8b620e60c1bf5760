// Diagnostics of whole folders: answered once, then held until something changes, so that an idle minute costs no lint.
import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import { breathe, everyDraft } from '../every-draft';
import { resultId } from '../result-id';
import type { Session } from '../session';
import { diagnosticsOf } from './diagnostics';

interface Known {
  readonly resultId: string;
  readonly items: readonly Shown[];
  readonly version: number | null;
}

export interface WorkspaceDiagnostics {
  answer(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
  ): Promise<WorkspaceDiagnosticReport>;
  /** A document may have new diagnostics; all may, where none is named. Wakes whoever is held. */
  changed(uri?: string): void;
}

/** Reports that go out together while a folder is read. */
const BATCH = 50;

export function workspaceDiagnostics(session: Session): WorkspaceDiagnostics {
  const shown = shownByDraft(session);
  const held = heldRequests();
  let answered = false;

  return {
    changed(uri) {
      shown.changed(uri);
      held.resume();
    },
    async answer({ previousResultIds }, token, partial) {
      const sending = reports(shown.known, previousResultIds, partial);
      // a client that tells of no changes on disk: look again whenever it asks
      if (!session.client.registersWatchers) shown.changed();
      for (;;) {
        await shown.refresh(token, sending.send);
        if (token.isCancellationRequested) return { items: [] };
        const { items, flushed } = sending.rest();
        if (!answered || flushed || items.some(({ kind }) => kind === 'full')) {
          answered = true;
          if (!partial) return { items };
          if (items.length) partial.report({ items });
          return { items: [] };
        }
        // one draft's names may have been news to another meanwhile
        if (!shown.isStale()) await held.until(token);
      }
    },
  };
}

/** What is shown of every draft of the folders, as it was when it was last looked at. */
function shownByDraft(session: Session) {
  const known = new Map<string, Known>();
  const stale = new Set<string>();
  let allStale = true;

  async function look(uri: string): Promise<void> {
    stale.delete(uri);
    const { items, version } = await diagnosticsOf(session, uri);
    known.set(uri, { items, version: version ?? null, resultId: resultId(items) });
  }

  async function lookAtAll(token: CancellationToken, seen: (uri: string) => void): Promise<void> {
    allStale = false;
    const before = new Set(known.keys());
    for await (const uri of everyDraft(session)) {
      if (token.isCancellationRequested) {
        allStale = true;
        return;
      }
      before.delete(uri);
      await look(uri);
      seen(uri);
      await breathe();
    }
    for (const gone of before) {
      known.delete(gone);
      session.comparison.changed(gone);
    }
  }

  return {
    known,
    isStale: (): boolean => allStale || stale.size > 0,
    /** @param uri of one draft; all may have changed where none is named. */
    changed(uri?: string): void {
      if (uri === undefined) allStale = true;
      else stale.add(uri);
    },
    /** Reads what may have changed, a draft at a time so that typing is answered in between. */
    async refresh(token: CancellationToken, seen: (uri: string) => void): Promise<void> {
      if (allStale) await lookAtAll(token, seen);
      for (const uri of stale) {
        if (token.isCancellationRequested) return;
        if (await isThere(session, uri)) await look(uri);
        else {
          stale.delete(uri);
          known.delete(uri);
        }
      }
    },
  };
}

/** Requests that wait until something has changed. */
function heldRequests() {
  let waiting: (() => void)[] = [];
  return {
    /** Resolves when something has changed, or nobody waits for it any more. */
    until: (token: CancellationToken): Promise<void> =>
      new Promise((resolve) => {
        const listening = token.onCancellationRequested(() => resolve());
        waiting.push(() => {
          listening.dispose();
          resolve();
        });
      }),
    resume(): void {
      const resumed = waiting;
      waiting = [];
      for (const resume of resumed) resume();
    },
  };
}

/**
 * The reports of one answer: a batch at a time to a client that takes parts, and what is left at the end. `flushed`: some are gone
 * already, so the answer must end.
 */
function reports(
  known: ReadonlyMap<string, Known>,
  previousResultIds: WorkspaceDiagnosticParams['previousResultIds'],
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
) {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const sent = new Set<string>();
  let batch: WorkspaceDocumentDiagnosticReport[] = [];
  return {
    send(uri: string): void {
      if (!partial || sent.has(uri)) return;
      sent.add(uri);
      batch.push(report(uri, known.get(uri), previous.get(uri)));
      if (batch.length < BATCH) return;
      partial.report({ items: batch });
      batch = [];
    },
    rest() {
      const others = [...new Set([...known.keys(), ...previous.keys()])]
        .filter((uri) => !sent.has(uri))
        .map((uri) => report(uri, known.get(uri), previous.get(uri)));
      return { items: [...batch, ...others], flushed: sent.size > batch.length };
    },
  };
}

function report(uri: string, now: Known | undefined, before: string | undefined): WorkspaceDocumentDiagnosticReport {
  const { items, version, resultId: id } = now ?? { items: [], version: null, resultId: resultId([]) };
  return id === before
    ? { kind: 'unchanged', uri, version, resultId: id }
    : { kind: 'full', uri, version, resultId: id, items: [...items] };
}

const isThere = async (session: Session, uri: string): Promise<boolean> =>
  session.drafts.get(uri) !== undefined || (await session.host.read(uri)) !== undefined;
