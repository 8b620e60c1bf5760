// Diagnostics of one document: pushed after every change, or answered when asked, never both.
import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import { shownProblem } from '../convert';
import type { Resolved } from '../host';
import type { OpenDraft } from '../open-drafts';
import { resultId } from '../result-id';
import type { Session } from '../session';
import { readingOfFile } from '../unopened';

/** Sends what stands on the draft now, with its version, also where nothing differs. Settings files at fault get theirs. */
export async function publish(session: Session, draft: OpenDraft): Promise<void> {
  const { reading, items } = await session.shown(draft);
  // closed while the settings were asked for
  if (session.drafts.get(draft.uri) !== draft) return;
  await session.connection.sendDiagnostics({ uri: draft.uri, version: draft.version, diagnostics: [...items] });
  if (reading.resolved) await publishProblems(session, reading.resolved);
}

async function publishProblems({ connection, settingsAtFault: known }: Session, { problems }: Resolved): Promise<void> {
  for (const [uri, found] of problems) {
    const diagnostics = found.map(shownProblem);
    const id = resultId(diagnostics);
    if (known.get(uri) === id || (!diagnostics.length && !known.has(uri))) continue;
    known.set(uri, id);
    await connection.sendDiagnostics({ uri, diagnostics });
  }
}

/** Takes back what was said of settings files that no open document's settings come from any more: they are gone, or no longer built on. */
export async function withdrawProblems(session: Session): Promise<void> {
  const known = session.settingsAtFault;
  if (!known.size) return;
  const applied = await Promise.all([...session.drafts.all()].map(({ uri }) => session.settings.of(uri)));
  const files = new Set(applied.flatMap(({ resolved }) => [...resolved.problems.keys()]));
  for (const uri of [...known.keys()].filter((one) => !files.has(one))) {
    known.delete(uri);
    await session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

/** Answers `textDocument/diagnostic`; documents that are not open are read from where they lie. */
export async function answer(
  session: Session,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const { items, resolved } = await diagnosticsOf(session, uri);
  const id = resultId(items);
  const related = session.client.takesRelatedDocuments && resolved ? relatedDocuments(resolved) : undefined;
  const also = related && { relatedDocuments: related };
  return id === previousResultId
    ? { kind: 'unchanged', resultId: id, ...also }
    : { kind: 'full', resultId: id, items: [...items], ...also };
}

const relatedDocuments = ({ problems }: Resolved): Record<string, FullDocumentDiagnosticReport> =>
  Object.fromEntries([...problems].map(([uri, found]) => [uri, { kind: 'full', items: found.map(shownProblem) }]));

export interface Diagnosed {
  readonly items: readonly Shown[];
  /** Of an open document. */
  readonly version?: number;
  readonly resolved?: Resolved | undefined;
}

/** What stands on a document now, open or not. */
export async function diagnosticsOf(session: Session, uri: string): Promise<Diagnosed> {
  if (session.host.isSettingsFile(uri)) {
    const canonical = session.host.canonical(uri);
    const { resolved } = await session.settings.ofFile(uri);
    const found = resolved.problems.get(canonical) ?? session.host.settingsProblems(canonical) ?? [];
    return { items: found.map(shownProblem) };
  }
  const draft = session.drafts.get(uri);
  if (draft) {
    // a client that cannot be told to ask again is told all at once
    if (session.client.pulls && !session.client.refreshes)
      await session.comparison.whole((await session.settings.of(uri)).resolved);
    const { items, reading } = await session.shown(draft);
    return { items, version: draft.version, resolved: reading.resolved };
  }
  const { resolved, read, fault } = await readingOfFile(session, uri);
  return { items: fault ? [shownProblem(fault)] : (read?.shown ?? []), resolved };
}
