// What the server needs of the machine it runs on. In Node it is the workspace layer; a browser worker brings its own.
import type { Genre, Problem } from '../document/story';
import type { Settings } from '../engine/settings';
import type { SettingsFile } from '../config/file';

/** What holds for one draft. The same object as long as nothing changed: the engine keeps findings by `settings`. */
export interface Resolved {
  readonly settings: Settings;
  readonly date?: string | undefined;
  readonly genre?: Genre | undefined;
  /** Named by the default ignore list or the house's own: a sentence that says so. */
  readonly ignored?: string | undefined;
  /** Every settings file that was read for it, by URI, with what is not in order there. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export interface Host {
  /** One spelling for each URI, so that a client's and the host's own can be compared. */
  canonical(uri: string): string;
  /** Once, before all else. @param config the one settings file to use, a URI */
  begin(settings: { readonly config?: string | undefined }): void;
  /** True for the files that settings are read from. */
  isSettingsFile(uri: string): boolean;
  /** The folders that the client has open: the search for settings ends there. */
  setFolders(uris: readonly string[]): void;
  /** @param own what the person's editor says; it yields to the house's files. */
  settingsFor(uri: string, own: SettingsFile): Promise<Resolved>;
  /** Forgets what was read of settings: the next answer is fresh, except where a file is now broken. */
  settingsChanged(): void;
  /** URIs of the files below a folder that may be drafts by their names, in order. */
  drafts(folder: string): AsyncIterable<string>;
  /** The file's text; nothing where it is gone; a problem where it cannot be read. */
  read(uri: string): Promise<string | Problem | undefined>;
}
