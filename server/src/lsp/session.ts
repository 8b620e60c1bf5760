// A session: everything the server remembers between one request and the next, from `initialize` to `exit`.
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import { problem } from '../document/decode';
import type { Format } from '../document/draft';
import { formatOfName, formatTable } from '../document/formats/table';
import { LARGEST_OPEN } from '../document/longest';
import type { Problem } from '../document/story';
import { canWait, REST, unfinished } from '../engine/writing';
import { overlaps } from '../text/span';
import { type Comparison, folderComparison } from './across';
import type { Client } from './client';
import { shownProblem } from './convert';
import type { Host, Resolved } from './host';
import { whyNotADraft } from './is-draft';
import { type OpenDraft, type OpenDrafts, openDrafts } from './open-drafts';
import { type Reading, readText } from './reading';
import type { Made } from './say';
import { type Own, type SettingsStore, settingsStore } from './settings-store';
import { t } from './words';

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
  /** Called when what is shown may have changed without the client's doing: for these documents, or for all. */
  readonly onNews: Set<(uris: readonly string[] | undefined) => void>;
  news(uris?: readonly string[]): void;
}

/** A document that the desk leaves alone. */
export interface NotRead {
  /** A whole sentence. */
  readonly off: string;
  /** It is a draft, and something keeps the desk from reading it: the writer is told among the findings too. */
  readonly fault?: Problem;
  readonly resolved?: Resolved;
}

export interface Showing {
  readonly reading: Reading | NotRead;
  readonly items: readonly Shown[];
}

const tooLong = (length: number): Problem =>
  problem(
    'too-large',
    t(
      'This document has {0} million characters; Copydesk reads drafts of up to one million while they are open. Split it into its stories, or lint the file on the command line.',
      (length / 1e6).toFixed(1),
    ),
  );

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

/**
 * Why it is left alone, where it is. A document of a language that may hold anything is read where its folder's settings name the file,
 * or the person's the language: the language alone never is a reason.
 */
function offFor({ uri, languageId }: OpenDraft, format: Format, own: Own, resolved: Resolved): string | undefined {
  const isAsked = own.languages.includes(languageId);
  if (resolved.ignored !== undefined) return resolved.unasked && isAsked ? undefined : resolved.ignored;
  const isNamed = resolved.desk !== undefined && formatOfName(uri) === format;
  if (!formatTable[format].onlyWhenNamed || isAsked || isNamed) return undefined;
  return t('Documents in the language “{0}” are read where the setting copydesk.languages names it.', languageId);
}

export function createSession(connection: Connection, client: Client, host: Host): Session {
  const settings = settingsStore(connection, client, host);
  const onNews: Session['onNews'] = new Set();
  const news: Session['news'] = (uris) => {
    for (const listener of onNews) listener(uris);
  };
  const drafts = openDrafts();
  const told = new Set<string>();
  const comparison = folderComparison({ client, host, settings, drafts, read: reading, news });

  async function reading(draft: OpenDraft): Promise<Reading | NotRead> {
    const named = whyNotADraft(draft.uri, draft.languageId, settings.folders);
    if (named.off !== undefined) return named;
    const { own, resolved } = await settings.of(draft.uri);
    if (!own.enable) return { off: t('Copydesk is switched off here by the setting copydesk.enable.'), resolved };
    const off = named.asked ? undefined : offFor(draft, named.format, own, resolved);
    if (off !== undefined) return { off, resolved };
    if (draft.text.length > LARGEST_OPEN) {
      const fault = tooLong(draft.text.length);
      return { off: fault.message, resolved, fault };
    }
    const last = draft.reading;
    const same = last?.version === draft.version && last.reading.resolved === resolved;
    if (same && last.reading.across === comparison.of(resolved)) return last.reading;
    const { uri, memory } = draft;
    const { format } = named;
    const { now } = client.options;
    const read = await readText({ uri, format, resolved, text: () => draft.text, memory, now, comparison });
    draft.reading = { version: draft.version, reading: read };
    tellWhatThrew(read.record);
    return read;
  }

  /** In the log, once a place: a rule that throws does so again at each key. */
  function tellWhatThrew({ problems }: Reading['record']): void {
    for (const { message, stack } of problems) {
      if (stack === undefined || told.has(stack)) continue;
      told.add(stack);
      connection.console.error(`${message}\n${stack}`);
    }
  }

  async function shown(draft: OpenDraft): Promise<Showing> {
    const read = await reading(draft);
    if (!isRead(read)) return { reading: read, items: read.fault ? [shownProblem(read.fault)] : [] };
    if (draft.writing === undefined) return { reading: read, items: read.shown };
    const rests = draft.writing.since + REST - performance.now();
    const waits = rests > 0 ? unfinished(read.story, read.text, draft.writing.at) : undefined;
    if (!waits) return { reading: read, items: read.shown };
    const { diagnostics } = read.record;
    const items = read.shown.filter((_, i) => {
      const finding = diagnostics[i];
      return !(finding && canWait(finding) && overlaps(finding, waits));
    });
    if (items.length < read.shown.length) {
      draft.writing.timer ??= setTimeout(() => {
        draft.writing = undefined;
        news([draft.uri]);
      }, rests);
    }
    return { reading: read, items };
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
    reading,
    shown,
    onNews,
    news,
  };
}
