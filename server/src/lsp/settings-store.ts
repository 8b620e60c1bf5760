// Settings of each document: what the editor says, under what the house's files say; asked once, kept until either changes.
import type { Connection } from 'vscode-languageserver';
import type { RuleEntry } from '../config/file';
import type { RuleSetting, Settings } from '../engine/settings';
import type { Client } from './client';
import type { Host, Resolved } from './host';

/** `copydesk.*` as the editor gives it. */
export interface Own {
  readonly enable: boolean;
  readonly rules?: Readonly<Record<string, RuleEntry>>;
}

export interface SettingsStore {
  of(uri: string): Promise<{ readonly own: Own; readonly resolved: Resolved }>;
  /** Settings sent along with `didChangeConfiguration`, by clients that cannot be asked. */
  given(settings: unknown): void;
  /** Everything is asked again at the next need. */
  forget(): void;
  /** The folder that a document belongs to, the innermost where several hold it. */
  folderOf(uri: string): string | undefined;
  readonly folders: readonly string[];
  setFolders(folders: readonly string[]): void;
  /** For this session only: where there is no place to write it down. */
  ignore(uri: string): void;
  turnOff(uri: string, rule: string): void;
}

export function settingsStore(connection: Connection, client: Client, host: Host): SettingsStore {
  let folders = client.folders;
  let given: unknown = client.options.settings;
  const known = new Map<string, ReturnType<SettingsStore['of']>>();
  const ignored = new Set<string>();
  const off = new Map<string, Set<string>>();

  const folderOf = (uri: string): string | undefined =>
    folders.filter((folder) => isBelow(uri, folder)).sort((a, b) => b.length - a.length)[0];

  async function ask(uri: string) {
    const said = client.configures
      ? await connection.workspace.getConfiguration({ scopeUri: uri, section: 'copydesk' })
      : given;
    const own = readOwn(said);
    const found = await host.settingsFor(uri, folderOf(uri), own.rules ? { rules: own.rules } : {});
    return { own, resolved: forThisSession(found, uri) };
  }

  function forThisSession(resolved: Resolved, uri: string): Resolved {
    const rules = off.get(uri);
    return {
      ...resolved,
      ...(rules && { settings: without(resolved.settings, rules) }),
      ...(ignored.has(uri) && { ignored: 'You said that this is not a draft.' }),
    };
  }

  return {
    folderOf,
    get folders() {
      return folders;
    },
    of(uri) {
      let answer = known.get(uri);
      if (!answer) {
        known.set(uri, (answer = ask(uri)));
        // a failure is not remembered: the next need asks again
        answer.catch(() => known.delete(uri));
      }
      return answer;
    },
    given(settings) {
      if (typeof settings === 'object' && settings !== null && 'copydesk' in settings) given = settings.copydesk;
    },
    forget() {
      known.clear();
      host.settingsChanged();
    },
    setFolders(now) {
      folders = now;
      known.clear();
    },
    ignore(uri) {
      ignored.add(uri);
      known.delete(uri);
    },
    turnOff(uri, rule) {
      off.set(uri, (off.get(uri) ?? new Set()).add(rule));
      known.delete(uri);
    },
  };
}

export const isBelow = (uri: string, folder: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** What is not of the right type counts as not said: an editor's settings page already complains. */
function readOwn(said: unknown): Own {
  if (typeof said !== 'object' || said === null) return { enable: true };
  const { enable, rules } = said as Record<string, unknown>;
  return {
    enable: enable !== false,
    ...(typeof rules === 'object' && rules !== null && { rules: rules as NonNullable<Own['rules']> }),
  };
}

function without({ rules, house }: Settings, names: ReadonlySet<string>): Settings {
  const off = (id: string, setting: RuleSetting): RuleSetting =>
    names.has(id) ? { ...setting, severity: 'off' } : setting;
  return { house, rules: new Map([...rules].map(([id, setting]) => [id, off(id, setting)])) };
}
