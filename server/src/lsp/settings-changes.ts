// What actions change in settings: each change is told in a sentence with an Undo beside it, and can be taken back until the server
// ends. In what a file held nothing is guessed: it is given back as it was, or left alone with a sentence.
import type { SettingsChange } from '../config/edit';
import { difference } from '../text/edit';
import { lineIndex } from '../text/line-index';
import { toEdit } from './convert';
import { type Made, refused, say, sayWithUndo } from './say';
import { openAt, type Session } from './session';
import { t } from './words';

/** Everybody hears of it; then the person is told, and may take it back in the same breath. Waits for no answer. */
export async function tell(session: Session, made: Made): Promise<void> {
  session.changes.push(made);
  heed(session);
  const isStanding = (): boolean => session.changes.includes(made);
  void sayWithUndo(session.connection, made.said, () => (isStanding() ? takeBack(session, made) : undefined));
}

/** The last change of this session. @throws where there is none, or where it cannot be taken back. */
export async function undoLast(session: Session): Promise<void> {
  const last = session.changes.at(-1);
  if (!last) throw refused(t('Copydesk has changed no settings in this session, so there is nothing to undo.'));
  say(session.connection, await takeBack(session, last));
}

async function takeBack(session: Session, made: Made): Promise<string> {
  // tried once: what cannot be taken back now cannot be later, and those before it can
  session.changes.splice(session.changes.indexOf(made), 1);
  const said = await made.undo();
  heed(session);
  return said;
}

function heed(session: Session): void {
  session.settings.forget();
  session.news();
}

/** What a settings file has become. */
export interface FileChange {
  /** The file's name with its folder: "drafts/copydesk.json". */
  readonly name: string;
  /** There was none before. */
  readonly isNew: boolean;
  /** It says so already: nothing was written, and there is nothing to undo. */
  readonly isSame: boolean;
  /** The whole file, as it is now. */
  readonly text: string;
  /** What is still to be done, a sentence with a space before it: a file that is open in the editor holds once it is saved. */
  readonly rest: string;
  readonly undo: () => Promise<string>;
}

/** In the editor where the file is open, so that nothing typed there is lost; on disk where it is not. */
export async function changeFile(session: Session, uri: string, change: SettingsChange): Promise<FileChange> {
  const { changeSettings, emptySettings, hindrance } = await import('../config/edit');
  const name = nameOf(uri);
  const before = await textOf(session, uri);
  // a file that somebody made and left empty says nothing yet
  const own = before?.trim() ? before : emptySettings;
  // what was not UTF-8 could not be given back
  const after = before?.includes('\uFFFD') ? undefined : changeSettings(own, change);
  if (after === undefined) {
    const why = hindrance(own, change) ?? 'is not in order';
    throw refused(`${name} ${why}. ${t('Put it right first, then choose this again.')}`);
  }
  const made = { name, isNew: before === undefined, isSame: after === before, text: after };
  if (made.isSame) return { ...made, rest: '', undo: async () => t('{0} is as it was.', name) };
  const inEditor = await put(session, uri, after);
  const rest = inEditor ? ` ${t('{0} is open here: save it, and it holds.', name)}` : '';
  return { ...made, rest, undo: () => restore(session, uri, before, after) };
}

async function restore(session: Session, uri: string, before: string | undefined, after: string): Promise<string> {
  const name = nameOf(uri);
  if ((await textOf(session, uri)) !== after)
    throw refused(t('{0} has been changed since, so it was left as it is. Open it to change it back by hand.', name));
  if (before === undefined) {
    await session.host.remove(uri);
    return t('{0} is gone again.', name);
  }
  return (await put(session, uri, before))
    ? t('{0} is as it was. Save it, and that holds.', name)
    : t('{0} is as it was.', name);
}

/** As the editor has it; else as it lies there; nothing where there is none. */
const textOf = async (session: Session, uri: string): Promise<string | undefined> =>
  openAt(session, uri)?.text ?? (await session.host.readSettings(uri));

/** @returns true where it was put into an editor's document, which is to be saved yet. */
async function put(session: Session, uri: string, text: string): Promise<boolean> {
  const { client, connection, host } = session;
  const open = openAt(session, uri);
  if (!open || !client.appliesEdits) {
    await host.write(uri, text);
    return false;
  }
  const edits = [toEdit(lineIndex(open.text), difference(open.text, text))];
  const { applied } = await connection.workspace.applyEdit({ changes: { [open.uri]: edits } });
  if (applied === false) throw refused(t('The editor did not change {0}, so nothing was done.', nameOf(uri)));
  return true;
}

/** A settings file with its folder: "drafts/copydesk.json". */
export const nameOf = (uri: string): string => decodeURIComponent(uri.split('/').slice(-2).join('/'));

/** A settings file by its name; one that was not there before is told as such. */
export const namedFile = ({ name, isNew }: Pick<FileChange, 'name' | 'isNew'>): string =>
  isNew ? t('{0}, a new file', name) : name;
