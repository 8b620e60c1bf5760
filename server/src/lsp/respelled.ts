// A name spelled anew in several drafts: which they are, which of them are saved, and the way back, which takes back all of it or
// nothing. The editor decides what it saves by itself, so that is looked up and never promised.
import type { WorkspaceEdit } from 'vscode-languageserver';
import { nameOf } from '../config/path';
import { lineIndex } from '../text/line-index';
import { applyEdits, difference } from '../text/edit';
import { toEdit, toOffset } from './convert';
import { refused, say, sayWithUndo } from './say';
import { openAt, type Session } from './session';
import type { DraftEdits } from './spelled-anew';
import { t } from './words';

/** A draft around the change. */
export interface Around {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** What its file held before. */
  readonly onDisk: unknown;
}

/** What the drafts are, and will be once these edits are made: to be asked before they are. */
export async function around(session: Session, drafts: readonly DraftEdits[]): Promise<readonly Around[]> {
  const changed = drafts.filter(({ edits }) => edits.length > 0);
  return Promise.all(
    changed.map(async ({ uri, edits }): Promise<Around> => {
      const before = (await textOf(session, uri)) ?? '';
      const lines = lineIndex(before);
      const offsets = edits.map(({ edit: { range, newText } }) => ({
        start: toOffset(lines, range.start, before),
        end: toOffset(lines, range.end, before),
        text: newText,
      }));
      return { uri, before, after: applyEdits(before, offsets), onDisk: await session.host.read(uri) };
    }),
  );
}

/** Those that were changed, with what they hold now: of all edits a person may have made some. */
export async function asTheyAre(session: Session, drafts: readonly Around[]): Promise<readonly Around[]> {
  const now = await Promise.all(drafts.map(async (one) => ({ ...one, after: (await textOf(session, one.uri)) ?? '' })));
  return now.filter(({ before, after }) => inLines(before) !== inLines(after));
}

/** Says what was done, with Undo beside it. @param said without its stop: "Spelled “Kyiv” in 5 places of 2 drafts". */
export async function tellRespelled(session: Session, drafts: readonly Around[], said: string): Promise<void> {
  const { connection, respelled } = session;
  const names = listed(shownNames(drafts));
  let way: (() => Promise<string>) | undefined = async () => {
    way = undefined;
    respelled.splice(respelled.indexOf(undo), 1);
    return takeBack(session, drafts);
  };
  const undo = (): Promise<string> | undefined => way?.();
  respelled.push(undo);
  const whole = `${t('{0}: {1}.', said, names)} ${await saysSaved(session, drafts)}`;
  void sayWithUndo(connection, whole, undo);
}

/** The last one of this session. @throws where there is none, or where a draft has been changed since. */
export async function undoRespelling(session: Session): Promise<void> {
  const said = await session.respelled.at(-1)?.();
  if (said === undefined) throw refused(t('No name was spelled anew in this session, so there is nothing to undo.'));
  say(session.connection, said);
}

async function takeBack(session: Session, drafts: readonly Around[]): Promise<string> {
  const now = await Promise.all(drafts.map(({ uri }) => textOf(session, uri)));
  const changed = drafts.filter(({ after }, i) => inLines(now[i]) !== inLines(after));
  if (changed.length)
    throw refused(
      t(
        'Nothing was taken back: {0} changed since the name was spelled anew. Change the name back there by hand.',
        listed(shownNames(changed)),
      ),
    );
  const saved = await Promise.all(drafts.map(async (one) => ({ ...one, onDisk: await session.host.read(one.uri) })));
  const edit: WorkspaceEdit = {
    changes: Object.fromEntries(
      drafts.map(({ uri, before, after }) => [
        openAt(session, uri)?.uri ?? uri,
        [toEdit(lineIndex(after), difference(after, before))],
      ]),
    ),
  };
  const { applied } = await session.connection.workspace.applyEdit({ label: t('Undo'), edit });
  if (applied === false) throw refused(t('The editor did not take it back, so every draft is as it was.'));
  const names = listed(shownNames(drafts));
  return `${t('Taken back, all of it: {0}.', names)} ${await saysSaved(session, saved)}`;
}

/** Whether their files hold it yet: what the editor saves by itself is nobody's to promise. */
async function saysSaved(session: Session, drafts: readonly Around[]): Promise<string> {
  const isUnsaved = await Promise.all(drafts.map(async ({ uri, onDisk }) => (await session.host.read(uri)) === onDisk));
  const names = shownNames(drafts);
  const unsaved = names.filter((_, i) => isUnsaved[i]);
  if (!unsaved.length) return drafts.length === 1 ? t('It is saved.') : t('All are saved.');
  return t('Not saved yet: {0}.', listed(unsaved));
}

/** As the editor has it; else as it lies there. */
async function textOf(session: Session, uri: string): Promise<string | undefined> {
  const open = openAt(session, uri);
  if (open) return open.text;
  const read = await session.host.read(uri);
  return typeof read === 'string' ? read : undefined;
}

/** An editor writes all line ends of a file alike. */
const inLines = (text: string | undefined): string | undefined => text?.replace(/\r\n?/g, '\n');

/** Two of one name are told apart by their folders. */
function shownNames(drafts: readonly Pick<Around, 'uri'>[]): string[] {
  const names = drafts.map(({ uri }) => decodeURIComponent(nameOf(uri)));
  return drafts.map(({ uri }, i) => {
    const name = names[i] as string;
    return names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : decodeURIComponent(uri.split('/').slice(-2).join('/'));
  });
}

/** Names that are told one by one at most. */
const MOST_TOLD = 3;

function listed(names: readonly string[]): string {
  const told = names.slice(0, MOST_TOLD).join(', ');
  return names.length > MOST_TOLD ? t('{0} and {1} more', told, names.length - MOST_TOLD) : told;
}
