// A draft of the workspace, open or not, as a story: for what is asked about whole folders.
import { parserFor } from '../document/formats/parser';
import { readStory } from '../document/read';
import type { Story } from '../document/story';
import type { House } from '../rules/house';
import { readingOf, type Session } from './session';
import { textOfFile } from './unopened';

export interface AnyDraft {
  readonly uri: string;
  readonly text: string;
  readonly story: Story;
  readonly house: House;
  /** Of an open document; null where it is read from disk. */
  readonly version: number | null;
}

/** Nothing where it is gone, cannot be read or is no draft: that is said among the diagnostics. */
export async function anyDraft(session: Session, uri: string): Promise<AnyDraft | undefined> {
  const open = session.drafts.get(uri);
  if (open) {
    const reading = await readingOf(session, uri);
    if (!reading) return undefined;
    const { text, story, resolved } = reading;
    return { uri, text, story, house: resolved.settings.house, version: open.version };
  }
  const { resolved, read } = await textOfFile(session, uri);
  if (!read) return undefined;
  const { text, format } = read;
  const { date, genre, fields, settings: own } = resolved;
  const { words } = own.house;
  const story = readStory({ text, format, date, genre, fields, words }, undefined, await parserFor(format));
  return { uri, text, story, house: own.house, version: null };
}
