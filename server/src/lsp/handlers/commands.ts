// What a code action asks the server to do, by name. Decisions are written where the desk's other files are; a draft that
// lies nowhere keeps them for the session.
import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import type { GlossaryForm } from '../../config/glossary';
import { literal } from '../../config/glob';
import type { Clearance, Reason } from '../../engine/clearances';
import type { RuleTurnedOff } from '../protocol/choices';
import type { Session } from '../session';
import { undoRespelling } from '../respelled';
import { refused, say } from '../say';
import { serverCommands } from '../server-commands';
import { changeFile, namedFile, tell, undoLast } from '../settings-changes';
import { decide } from './decide';
import { type Spelling, spellEverywhere } from './spell-everywhere';
import { type ForWhom, turnOff, turnOn } from './switch-rule';
import { tellUndone } from './undone';
import { t } from '../words';

export { serverCommands as commands };

/** The one argument of every command; each reads what it needs. */
export interface Argument {
  readonly uri: string;
  readonly clearance?: Clearance;
  /** Several clearances, instead of one. */
  readonly clearances?: readonly Clearance[];
  readonly reason?: Reason;
  /** Initials of the person who decides. Default: what the settings say. */
  readonly initials?: string;
  readonly rule?: string;
  /** For whom the rule is turned off. Default: the folder. */
  readonly for?: ForWhom;
  /** Which entry turns the rule off, of a rule that is turned on again. Where it is left out, the person is asked. */
  readonly off?: RuleTurnedOff;
  /** A form for the house glossary. */
  readonly form?: GlossaryForm;
  /** A name by its key, and how it is to be spelled. */
  readonly spelling?: Spelling;
}

export async function execute(session: Session, { command, arguments: given }: ExecuteCommandParams): Promise<null> {
  if (command === serverCommands.undo) return undoLast(session).then(() => null);
  if (command === serverCommands.undoSpelling) return undoRespelling(session).then(() => null);
  const argument = readArgument(given?.[0]);
  const { uri, reason, rule, form, spelling, off } = argument;
  const meant = argument.clearances ?? (argument.clearance ? [argument.clearance] : []);
  if (command === serverCommands.tellUndone) return tellUndone(session, uri);
  if (command === serverCommands.clear && meant.length && reason) await clear(session, argument, meant, reason);
  else if (command === serverCommands.revoke && meant.length)
    await decide(
      session,
      uri,
      meant.map((one) => ({ ...one, reason: 'revoked' as const })),
    );
  else if (command === serverCommands.turnOff && rule) await turnOff(session, uri, rule, argument.for);
  else if (command === serverCommands.turnOn) await turnOn(session, uri, off);
  else if (command === serverCommands.notADraft) await leaveAlone(session, uri);
  else if (command === serverCommands.prefer && form) await prefer(session, uri, form);
  else if (command === serverCommands.spellEverywhere && spelling) return spellEverywhere(session, uri, spelling);
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

/** Longest initials. Control characters are taken out, since others read the file. */
const MOST_INITIALS = 20;

async function clear(
  session: Session,
  { uri, initials }: Argument,
  meant: readonly Clearance[],
  reason: Reason,
): Promise<void> {
  const said = initials ?? (await session.settings.of(uri)).own.initials ?? '';
  const who = (typeof said === 'string' ? said : '')
    .replace(/[^\p{L}\p{M}\p{N} .'’/-]/gu, '')
    .trim()
    .slice(0, MOST_INITIALS);
  await decide(
    session,
    uri,
    meant.map((one) => ({ ...one, reason, ...(who && { initials: who }) })),
  );
}

async function leaveAlone(session: Session, uri: string): Promise<void> {
  const { settings, host } = session;
  const { desk } = (await settings.of(uri)).resolved;
  if (!desk) {
    settings.ignore(uri);
    return tell(session, {
      said: t('Copydesk leaves this document alone until the editor is closed. Nothing was written down.'),
      undo: async () => {
        settings.ignore(uri, false);
        return t('Copydesk reads this document again.');
      },
    });
  }
  const folder = desk.settingsFile.slice(0, desk.settingsFile.lastIndexOf('/'));
  const path = decodeURIComponent(host.canonical(uri).slice(folder.length));
  const changed = await changeFile(session, desk.settingsFile, { ignore: literal(path) });
  const draft = path.slice(1);
  if (changed.isSame) {
    const already = t('Copydesk leaves {0} alone already; so says {1}, and nothing was written.', draft, changed.name);
    return say(session.connection, already);
  }
  return tell(session, {
    said:
      t(
        'Copydesk leaves {0} alone from now on, for everybody who works in this folder; so says {1}.',
        draft,
        namedFile(changed),
      ) + changed.rest,
    undo: async () => `${t('Copydesk reads {0} again.', draft)} ${await changed.undo()}`,
  });
}

async function prefer(session: Session, uri: string, form: GlossaryForm): Promise<void> {
  const { desk } = (await session.settings.of(uri)).resolved;
  if (!desk) throw refused(t('This draft lies in no folder, so there is no glossary to write into. Save it first.'));
  const changed = await changeFile(session, desk.settingsFile, { prefer: form });
  if (changed.isSame) {
    const already = t(
      'Copydesk: “{0}” stands in the glossary of {1} already; nothing was written.',
      form.prefer,
      changed.name,
    );
    return say(session.connection, already);
  }
  const instead = (form.instead ?? []).map((one) => `“${one}”`).join(', ');
  return tell(session, {
    said:
      t(
        'Copydesk: {0} is the house’s form from now on, for everybody who works in this folder; it stands in the glossary of {1}.',
        instead ? t('“{0}”, not {1},', form.prefer, instead) : `“${form.prefer}”`,
        namedFile(changed),
      ) + changed.rest,
    undo: async () => `${t('Copydesk: “{0}” is no longer in the glossary.', form.prefer)} ${await changed.undo()}`,
  });
}
