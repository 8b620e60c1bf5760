// Settings of each document: what the editor says, under what the house's files say; asked once, kept until either changes.
import type { Connection } from 'vscode-languageserver';
import type { RuleEntry } from '../config/file';
import { keptUnlessFailed } from '../config/files';
import { inside } from '../config/path';
import type { Client } from './client';
import type { ClearanceDecision, Host, Resolved } from './host';
import { fileOf } from './is-draft';
import { sessionDecisions } from './session-decisions';

/** `copydesk.*` as the editor gives it. */
export interface Own {
  readonly enable: boolean;
  /** Whom a pronoun means and who is carried, in the text. */
  readonly inlayHints: boolean;
  /** Sources, cues, quotations and names in colour: unless the editor says no, for a client that asks wants them. */
  readonly colours: boolean;
  /** The story's figures above its lead. */
  readonly codeLens: boolean;
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** Languages that are read although their documents may be anything. */
  readonly languages: readonly string[];
  /** The names of the folder's drafts are compared. */
  readonly across?: boolean;
  /** Whoever clears a finding here. */
  readonly initials?: string;
}

export interface Applied {
  readonly own: Own;
  readonly resolved: Resolved;
}

export interface SettingsStore {
  /** Of an open document: the editor may have settings for it alone. */
  of(uri: string): Promise<Applied>;
  /** Of a file on disk: the editor's settings are those of its folder. */
  ofFile(uri: string): Promise<Applied>;
  /** Settings sent along with `didChangeConfiguration`, by clients that cannot be asked. */
  given(settings: unknown): void;
  /** Everything is asked again at the next need. */
  forget(): void;
  readonly folders: readonly string[];
  setFolders(folders: readonly string[]): void;
  /** The folder that a document belongs to, the innermost where several hold it. */
  folderOf(uri: string): string | undefined;
  /** For this session only: where there is no place to write it down. */
  ignore(uri: string, ignored?: boolean): void;
  /** @param uri of one document; of all where none is named. */
  turnOff(uri: string | undefined, rule: string, isOff?: boolean): void;
  /** What is turned off for this session: for this document, then for all. */
  turnedOff(uri: string): readonly { readonly rule: string; readonly uri: string | undefined }[];
  clear(uri: string, decision: ClearanceDecision): void;
  /** By URI, what was cleared where there is no place to write it down. */
  sessionDecisions(): ReadonlyMap<string, readonly ClearanceDecision[]>;
}

export function settingsStore(connection: Connection, client: Client, host: Host): SettingsStore {
  let folders: readonly string[] = client.folders;
  let given: unknown = client.options.settings;
  const known = new Map<string, Promise<Applied>>();
  const said = new Map<string, Promise<Own>>();
  const decided = sessionDecisions();
  host.begin(client.options);
  host.setFolders(folders);

  const ask = async (scopeUri: string): Promise<Own> =>
    readOwn(client.configures ? await connection.workspace.getConfiguration({ scopeUri, section: 'copydesk' }) : given);

  async function apply(uri: string, scope: string): Promise<Applied> {
    const own = await keptUnlessFailed(said, scope, () => ask(fileOf(scope)));
    const { rules, across } = own;
    const resolved = await host.settingsFor(fileOf(uri), { ...(rules && { rules }), ...(across && { across }) });
    return { own, resolved: decided.over(resolved, uri) };
  }

  const folderOf = (uri: string): string | undefined =>
    folders
      .filter((folder) => inside(host.canonical(folder), host.canonical(uri)) !== undefined)
      .sort((a, b) => b.length - a.length)[0];

  return {
    folderOf,
    get folders() {
      return folders;
    },
    of: (uri) => keptUnlessFailed(known, uri, () => apply(uri, uri)),
    ofFile: (uri) => apply(uri, folderOf(uri) ?? uri),
    given(settings) {
      if (typeof settings === 'object' && settings !== null && 'copydesk' in settings) given = settings.copydesk;
    },
    forget() {
      known.clear();
      said.clear();
      host.settingsChanged();
    },
    setFolders(now) {
      folders = now;
      known.clear();
      host.setFolders(folders);
    },
    ignore(uri, isIgnored = true) {
      decided.ignore(uri, isIgnored);
      known.delete(uri);
    },
    turnOff(uri, rule, isOff = true) {
      decided.turnOff(uri, rule, isOff);
      known.clear();
    },
    turnedOff: decided.turnedOff,
    sessionDecisions: () => decided.cleared,
    clear(uri, decision) {
      decided.clear(uri, decision);
      known.delete(uri);
    },
  };
}

/** What is not of the right type counts as not said: an editor's settings page already complains. */
function readOwn(said: unknown): Own {
  const { enable, rules, across, inlayHints, codeLens, languages, initials, colours } = Object(said) as Record<
    string,
    unknown
  >;
  return {
    enable: enable !== false,
    colours: colours !== false,
    inlayHints: inlayHints === true,
    codeLens: codeLens === true,
    languages: Array.isArray(languages) ? languages.filter((one) => typeof one === 'string') : [],
    ...(across === true && { across }),
    ...(typeof initials === 'string' && initials && { initials }),
    ...(typeof rules === 'object' && rules !== null && { rules: rules as NonNullable<Own['rules']> }),
  };
}
