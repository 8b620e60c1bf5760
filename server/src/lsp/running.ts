// The server as it runs for one client, and what follows when something has changed: answers that were kept are let go, and clients
// that are pushed to hear of it.
import type { OpenDraft } from './open-drafts';
import { publish, withdrawProblems } from './handlers/diagnostics';
import { tellStatus } from './handlers/status';
import type { WorkspaceDiagnostics } from './handlers/workspace-diagnostics';
import type { WorkspaceNames } from './handlers/workspace-symbols';
import type { Session } from './session';

export interface Running {
  readonly session: Session;
  readonly folders: WorkspaceDiagnostics;
  readonly everyName: WorkspaceNames;
}

/** Drafts longer than this, in UTF-16 units, are not read at every keystroke where several have come in meanwhile. */
const LONG = 100_000;

/** A draft was opened or edited: a client that is pushed to hears at once, the others ask. */
export async function draftChanged(running: Running, draft: OpenDraft | undefined): Promise<void> {
  if (!draft) return;
  const { session } = running;
  letGo(running, draft.uri);
  if (session.client.pulls) return;
  if (draft.text.length > LONG) {
    // the writer may have typed on while the version before was read: the newest is enough
    const { version } = draft;
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (draft.version !== version) return;
  }
  await push(session, draft);
}

/** Lets go of answers about a document that may be true no longer; about all, where none is named. */
export function letGo({ folders, everyName }: Running, uri?: string): void {
  folders.changed(uri);
  everyName.changed(uri);
}

/** Something else than typing has changed what is shown: of these documents, or of all. */
export async function showAnew(running: Running, uris: readonly string[] | undefined): Promise<void> {
  for (const uri of uris ?? [undefined]) letGo(running, uri);
  const { connection, client, drafts } = running.session;
  if (client.pulls) {
    if (client.refreshes) await connection.languages.diagnostics.refresh();
    return;
  }
  for (const one of uris?.flatMap((uri) => drafts.get(uri) ?? []) ?? drafts.all()) await push(running.session, one);
  if (!uris) await withdrawProblems(running.session);
}

/** Settings have changed: everything is read with the new ones. */
export function settingsChanged({ session }: Running): void {
  session.settings.forget();
  session.comparison.forget();
  session.news();
  refreshViews(session);
}

async function push(session: Session, draft: OpenDraft): Promise<void> {
  await publish(session, draft);
  await tellStatus(session, draft, await session.shown(draft));
}

/** What a client shows beside diagnostics and asks for by itself only when somebody types. */
function refreshViews({ connection, client }: Session): void {
  for (const method of client.refreshable) void connection.sendRequest(method).catch(() => undefined);
}
