// What a code action asks the server to do, by name. Decisions are written where the desk's other files are; a draft that
// lies nowhere keeps them for the session.
import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import type { SettingsChange } from '../../config/edit';
import type { GlossaryForm } from '../../config/glossary';
import { literal } from '../../config/glob';
import type { Clearance, Reason } from '../../engine/clearances';
import { difference } from '../../text/edit';
import { lineIndex } from '../../text/line-index';
import { toEdit } from '../convert';
import type { Session } from '../session';
import { decide } from './decide';
import { type Spelling, spellEverywhere } from './spell-everywhere';

/** Named apart from the extension's own commands: a client registers these by itself. */
export const commands = {
  clear: 'copydesk.server.clear',
  revoke: 'copydesk.server.revoke',
  turnOff: 'copydesk.server.turnOff',
  notADraft: 'copydesk.server.notADraft',
  prefer: 'copydesk.server.prefer',
  spellEverywhere: 'copydesk.server.spellEverywhere',
} as const;

/** The one argument of every command; each reads what it needs. */
export interface Argument {
  readonly uri: string;
  readonly clearance?: Clearance;
  readonly reason?: Reason;
  readonly rule?: string;
  /** A form for the house glossary. */
  readonly form?: GlossaryForm;
  /** A name by its key, and how it is to be spelled. */
  readonly spelling?: Spelling;
}

export async function execute(session: Session, { command, arguments: given }: ExecuteCommandParams): Promise<null> {
  const argument = readArgument(given?.[0]);
  const { uri, clearance, reason, rule, form, spelling } = argument;
  if (command === commands.clear && clearance && reason) await decide(session, uri, [{ ...clearance, reason }]);
  else if (command === commands.revoke && clearance) await decide(session, uri, [{ ...clearance, reason: 'revoked' }]);
  else if (command === commands.turnOff && rule) await turnOff(session, uri, rule);
  else if (command === commands.notADraft) await leaveAlone(session, uri);
  else if (command === commands.prefer && form) await prefer(session, uri, form);
  else if (command === commands.spellEverywhere && spelling) return spellEverywhere(session, uri, spelling);
  else throw new ResponseError(ErrorCodes.InvalidParams, `Copydesk cannot do ${command} with what was sent along.`);
  session.settings.forget();
  session.news();
  return null;
}

function readArgument(given: unknown): Argument {
  if (typeof given === 'object' && given !== null && typeof (given as Argument).uri === 'string')
    return given as Argument;
  throw new ResponseError(ErrorCodes.InvalidParams, 'Copydesk could not answer: the command names no document.');
}

async function turnOff(session: Session, uri: string, rule: string): Promise<void> {
  const { desk } = (await session.settings.of(uri)).resolved;
  if (desk) await changeFile(session, desk.settingsFile, { turnOff: rule });
  else session.settings.turnOff(uri, rule);
}

async function leaveAlone(session: Session, uri: string): Promise<void> {
  const { desk } = (await session.settings.of(uri)).resolved;
  if (!desk) return session.settings.ignore(uri);
  const folder = desk.settingsFile.slice(0, desk.settingsFile.lastIndexOf('/'));
  const name = session.host.canonical(uri).slice(folder.length);
  await changeFile(session, desk.settingsFile, { ignore: literal(decodeURIComponent(name)) });
}

async function prefer(session: Session, uri: string, form: GlossaryForm): Promise<void> {
  const { desk } = (await session.settings.of(uri)).resolved;
  if (!desk) throw new Error('This draft lies in no folder, so there is no glossary to write into. Save it first.');
  await changeFile(session, desk.settingsFile, { prefer: form });
}

/** In the editor where the file is open, so that nothing typed there is lost; on disk where it is not. */
async function changeFile(session: Session, uri: string, change: SettingsChange): Promise<void> {
  const { changeSettings, emptySettings } = await import('../../config/edit');
  const { host, drafts, connection, client } = session;
  const open = [...drafts.all()].find((draft) => host.canonical(draft.uri) === uri);
  const before = open?.text ?? (await host.readSettings(uri)) ?? emptySettings;
  const after = changeSettings(before, change);
  if (after === undefined)
    throw new Error(`${decodeURIComponent(uri)} is not in order. Put it right first, then choose this again.`);
  if (!open || !client.appliesEdits) return host.write(uri, after);
  const edits = [toEdit(lineIndex(before), difference(before, after))];
  await connection.workspace.applyEdit({ changes: { [open.uri]: edits } });
}
