// A session: everything the server remembers between one request and the next, from `initialize` to `exit`.
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import { type Comparison, folderComparison } from './across';
import type { Client } from './client';
import { shownProblem } from './convert';
import type { Host } from './host';
import { whyNotADraft } from './is-draft';
import { type NotRead, whyNotRead } from './not-read';
import { type OpenDraft, type OpenDrafts, openDrafts } from './open-drafts';
import { type Reading, readText } from './reading';
import type { Made } from './say';
import { type SettingsStore, settingsStore } from './settings-store';
import { shownNow } from './while-writing';

export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly drafts: OpenDrafts;
  readonly settings: SettingsStore;
  /** The draft as it stands now, read once for each version and settings. */
  reading(draft: OpenDraft): Promise<Reading | NotRead>;
  /** What a reader of the draft sees at this moment: everything but queries on a sentence that is being written. */
  shown(draft: OpenDraft): Promise<Showing>;
  readonly comparison: Comparison;
  /** Changes of settings that were made by an action and can be taken back, the last one last. */
  readonly changes: Made[];
  /** Names that were spelled anew in several drafts, the last one last: each takes itself back, and says what is so again. */
  readonly respelled: (() => Promise<string> | undefined)[];
  /** Settings files that have a diagnostic now, each with its result id: for clients that are pushed to. */
  readonly settingsAtFault: Map<string, string>;
  /** What was written to the log of folders that cannot be listed, once each. */
  readonly warned: Set<string>;
  /** Called when what is shown may have changed without the client's doing: for these documents, or for all. */
  readonly onNews: Set<(uris: readonly string[] | undefined) => void>;
  news(uris?: readonly string[]): void;
}

export interface Showing {
  readonly reading: Reading | NotRead;
  readonly items: readonly Shown[];
}

export const isRead = (reading: Reading | NotRead): reading is Reading => 'record' in reading;

/** @param uri of a document by any of its spellings. */
export const openAt = ({ drafts, host }: Session, uri: string): OpenDraft | undefined =>
  drafts.get(uri) ?? [...drafts.all()].find((draft) => host.canonical(draft.uri) === host.canonical(uri));

/** An open draft as it stands; nothing where it is not open or is no draft. */
export async function readingOf(session: Session, uri: string): Promise<Reading | undefined> {
  const draft = session.drafts.get(uri);
  const reading = draft && (await session.reading(draft));
  return reading && isRead(reading) ? reading : undefined;
}

export function createSession(connection: Connection, client: Client, host: Host): Session {
  const settings = settingsStore(connection, client, host);
  const onNews: Session['onNews'] = new Set();
  const news: Session['news'] = (uris) => {
    for (const listener of onNews) listener(uris);
  };
  const drafts = openDrafts();
  const tellWhatThrew = tellingWhatThrew(connection);
  const comparison = folderComparison({ client, host, settings, drafts, read: reading, news });

  async function reading(draft: OpenDraft): Promise<Reading | NotRead> {
    const { uri, languageId, memory } = draft;
    const named = whyNotADraft(uri, languageId, settings.folders);
    if (named.off !== undefined) return named;
    const applied = await settings.of(uri);
    const notRead = whyNotRead(draft, named, applied);
    if (notRead) return notRead;
    const { resolved } = applied;
    const last = draft.reading;
    const isSame = last?.version === draft.version && last.reading.resolved === resolved;
    if (isSame && last.reading.across === comparison.of(resolved)) return last.reading;
    const { format } = named;
    const { now } = client.options;
    const read = await readText({ uri, format, resolved, text: () => draft.text, memory, now, comparison });
    draft.reading = { version: draft.version, reading: read };
    tellWhatThrew(read.record);
    return read;
  }

  async function shown(draft: OpenDraft): Promise<Showing> {
    const read = await reading(draft);
    if (isRead(read)) return { reading: read, items: shownNow(draft, read, () => news([draft.uri])) };
    return { reading: read, items: read.fault ? [shownProblem(read.fault)] : [] };
  }

  return {
    connection,
    client,
    host,
    drafts,
    settings,
    comparison,
    changes: [],
    respelled: [],
    settingsAtFault: new Map(),
    warned: new Set(),
    reading,
    shown,
    onNews,
    news,
  };
}

/** Writes what threw to the log, once a place: a rule that throws does so again at each key. */
function tellingWhatThrew(connection: Connection): (record: Reading['record']) => void {
  const told = new Set<string>();
  return ({ problems }) => {
    for (const { message, stack } of problems) {
      if (stack === undefined || told.has(stack)) continue;
      told.add(stack);
      connection.console.error(`${message}\n${stack}`);
    }
  };
}
