// The records of `copydesk sources` and `copydesk names` for an open draft: what an editor's side views are made of.
import type { Story } from '../../document/story';
import type { Resolved } from '../host';
import type { Names, Recorded, RecordParams, Sources } from '../protocol/views';
import { isRead, type Session } from '../session';

export async function sources(session: Session, { uri }: RecordParams): Promise<Sources | null> {
  const { sourcesRecord } = await import('../../records/sources');
  const recordedHere = await recorded(session, uri, sourcesRecord);
  const draft = session.drafts.get(uri);
  const reading = draft && (await session.reading(draft));
  if (!recordedHere || !reading || !isRead(reading)) return recordedHere;
  const { alone, cleared } = reading.judged;
  const places = (those: typeof alone): number[] => [...new Set(those.map(({ sentence }) => sentence))];
  return { ...recordedHere, judged: { alone: places(alone), cleared: places(cleared) } };
}

export async function names(session: Session, { uri }: RecordParams): Promise<Names | null> {
  const { namesRecord } = await import('../../records/names');
  return recorded(session, uri, (story, { settings }) => namesRecord(story, settings.house));
}

async function recorded<R>(
  session: Session,
  uri: string,
  record: (story: Story, resolved: Resolved) => R,
): Promise<Recorded<R> | null> {
  const draft = session.drafts.get(uri);
  const reading = draft && (await session.reading(draft));
  return draft && reading && isRead(reading)
    ? { uri, version: draft.version, record: record(reading.story, reading.resolved) }
    : null;
}
