// Rules turned off by an action, and on again: for everybody in a folder, for the person alone, or until the editor is closed.
import type { RuleOff } from '../../config/edit';
import { rulesFor } from '../../engine/settings';
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import {
  type OwnRules,
  type OwnRulesParams,
  ownRulesMethod,
  type RulesOff,
  type RuleTurnedOff,
} from '../protocol/choices';
import type { Session } from '../session';
import { type Made, refused, say } from '../say';
import { changeFile, namedFile, tell } from '../settings-changes';
import { t } from '../words';

/** `folder`: in the settings file that decides there. `me`: in the person's own settings. `session`: nothing is written down. */
export type ForWhom = 'folder' | 'me' | 'session' | 'document';

export async function turnOff(session: Session, uri: string, rule: string, forWhom?: ForWhom): Promise<void> {
  const { own, resolved } = await session.settings.of(uri);
  const { desk, files } = resolved;
  if (forWhom === 'me') return tell(session, await inOwnSettings(session, uri, rule));
  if (forWhom === 'session' || !desk)
    return tell(session, inSession(session, forWhom === 'session' ? undefined : uri, rule, true));
  const changed = await changeFile(session, desk.settingsFile, { turnOff: rule });
  const yields = !files.length && own.rules && Object.keys(own.rules).length > 0;
  const { askedAllTheSame } = await import('../../config/edit');
  const asked = askedAllTheSame(changed.text, rule).map((glob) => `“${glob}”`);
  const except = asked.length
    ? t('It is asked all the same in {0}: “overrides” of that file set it there.', asked.join(', '))
    : '';
  if (changed.isSame) {
    const already = t('Copydesk: {0} stands as “off” in {1} already; nothing was written.', rule, changed.name);
    return say(session.connection, [already, except].filter(Boolean).join(' '));
  }
  await tell(session, {
    said: [
      t('Copydesk: {0} is off for everybody who works in this folder; so says {1}.', rule, namedFile(changed)),
      ...(except ? [except] : []),
      ...(yields ? [t('Where there is such a file, the rules in your own settings no longer count.')] : []),
    ]
      .join(' ')
      .concat(changed.rest),
    undo: async () => `${t('Copydesk: {0} is asked again in this folder.', rule)} ${await changed.undo()}`,
  });
}

const inSession = ({ settings }: Session, uri: string | undefined, rule: string, off: boolean): Made => {
  const where = uri === undefined ? t('in every draft') : t('in this draft');
  settings.turnOff(uri, rule, off);
  const said = off
    ? t('Copydesk: {0} is off {1} for you until the editor is closed. Nothing was written down.', rule, where)
    : t('Copydesk: {0} is on again {1}.', rule, where);
  return {
    said,
    undo: async () => {
      settings.turnOff(uri, rule, !off);
      return off ? t('Copydesk: {0} is on again {1}.', rule, where) : t('Copydesk: {0} is off {1} again.', rule, where);
    },
  };
};

async function inOwnSettings({ connection }: Session, uri: string, rule: string): Promise<Made> {
  const request = (params: OwnRulesParams): Promise<OwnRules> => connection.sendRequest(ownRulesMethod, params);
  const was = await request({ uri, rule, off: true });
  return {
    said: t(
      'Copydesk: {0} is off for you alone, in your own settings (copydesk.rules). A folder with a copydesk.json decides for itself.',
      rule,
    ),
    undo: async () => {
      await request({ uri, was });
      return t('Copydesk: {0} is asked again; your own settings are as they were.', rule);
    },
  };
}

/** What somebody has turned off for a document that would be on. */
export async function rulesOff(session: Session, uri: string): Promise<RulesOff> {
  const { own, resolved } = await session.settings.of(uri);
  const { isOff, rulesOff: offIn } = await import('../../config/edit');
  const entries: RuleTurnedOff[] = session.settings.turnedOff(uri).map(({ rule, uri: only }) => ({
    rule,
    where: 'session',
    said: t('{0}, until the editor is closed', only === undefined ? t('in every draft') : t('in this draft')),
  }));
  if (!resolved.files.length)
    for (const [rule, entry] of Object.entries(own.rules ?? {}))
      if (isOff(entry)) entries.push({ rule, where: 'me', said: t('for you, in your own settings') });
  for (const file of resolved.files) {
    const name = decodeURIComponent(file.split('/').slice(-2).join('/'));
    for (const { rule, override } of offIn((await session.host.readSettings(file)) ?? '')) {
      const said =
        override === undefined
          ? t('for everybody in this folder: {0}', name)
          : t('for everybody in this folder, in some of its files: {0}', name);
      entries.push({
        ...{ rule, where: 'folder', file, said },
        ...(override !== undefined && { override }),
      });
    }
  }
  const known = rulesFor(resolved.settings, rules);
  return { entries: entries.filter(({ rule }) => isOnByDefault(rule, known)) };
}

const isOnByDefault = (rule: string, known: readonly Rule[]): boolean =>
  known.some(({ id, severity }) => id === rule && severity !== 'off');

/** On again where the entry says; without one the person is asked which. */
export async function turnOn(session: Session, uri: string, entry?: RuleTurnedOff): Promise<void> {
  const chosen = entry ?? (await choose(session, uri));
  if (chosen) await tell(session, await on(session, uri, chosen));
}

async function choose(session: Session, uri: string): Promise<RuleTurnedOff | undefined> {
  const { entries } = await rulesOff(session, uri);
  if (!entries.length) throw refused(t('Copydesk: nobody has turned off a rule here.'));
  const titled = entries.map((entry) => ({ title: `${entry.rule}: ${entry.said}`, entry }));
  const titles = titled.map(({ title }) => ({ title }));
  const picked = await session.connection.window.showInformationMessage(t('Turn which rule on again?'), ...titles);
  return titled.find(({ title }) => title === picked?.title)?.entry;
}

async function on(session: Session, uri: string, { rule, where, file, override }: RuleTurnedOff): Promise<Made> {
  if (where === 'me') {
    const { connection } = session;
    const request = (params: OwnRulesParams): Promise<OwnRules> => connection.sendRequest(ownRulesMethod, params);
    const was = await request({ uri, rule, off: false });
    return {
      said: t('Copydesk: {0} is on again for you.', rule),
      undo: async () => {
        await request({ uri, was });
        return t('Copydesk: {0} is off again for you.', rule);
      },
    };
  }
  if (where === 'session' || file === undefined) {
    const here = session.settings.turnedOff(uri).find((one) => one.rule === rule);
    return inSession(session, here?.uri, rule, false);
  }
  // a file that no draft here is under is nobody's to change
  const { resolved } = await session.settings.of(uri);
  if (!resolved.files.includes(file))
    throw refused(t('{0} does not decide for this draft, so it was left alone.', file));
  const off: RuleOff = { rule, ...(override !== undefined && { override }) };
  const { name, rest, undo } = await changeFile(session, file, { turnOn: off });
  return {
    said:
      t('Copydesk: {0} is on again for everybody who works in this folder; {1} no longer turns it off.', rule, name) +
      rest,
    undo: async () => `${t('Copydesk: {0} is off in this folder again.', rule)} ${await undo()}`,
  };
}
