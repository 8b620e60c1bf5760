// A draft that is not open, as it lies in its folder: whether the desk reads it, what it holds, and what is said of it.
import type { Format } from '../document/draft';
import { formatOfName } from '../document/formats/table';
import type { Problem } from '../document/story';
import type { Resolved } from './host';
import { type Reading, readText } from './reading';
import type { Session } from './session';

/** What lies in a folder. @typeParam Read what is made of it. */
export interface Unopened<Read> {
  readonly resolved: Resolved;
  /** Nothing where it is gone, or no draft that the desk reads. */
  readonly read?: Read;
  /** Why it cannot be read. */
  readonly fault?: Problem;
}

export interface UnopenedText {
  readonly text: string;
  readonly format: Format;
}

/** Its text, where it is a draft. One that a person has named is, whatever its name is and whatever settings leave out. */
export async function textOfFile(session: Session, uri: string): Promise<Unopened<UnopenedText>> {
  const named = session.client.options.only?.includes(uri) === true;
  const format = formatOfName(uri) ?? (named ? 'text' : undefined);
  const { own, resolved } = await session.settings.ofFile(uri);
  if (!format || !own.enable || (resolved.ignored !== undefined && !named)) return { resolved };
  const text = await session.host.read(uri);
  if (text === undefined) return { resolved };
  return typeof text === 'string' ? { resolved, read: { text, format } } : { resolved, fault: text };
}

/** What is said of it once all drafts that it is held against are read, as of an open one. */
export async function readingOfFile(session: Session, uri: string): Promise<Unopened<Reading>> {
  const { resolved, read, fault } = await textOfFile(session, uri);
  if (!read) return { resolved, ...(fault && { fault }) };
  const { client, comparison } = session;
  await comparison.whole(resolved);
  const { text, format } = read;
  return {
    resolved,
    read: await readText({ uri, format, resolved, text: () => text, now: client.options.now, comparison }),
  };
}
