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
  /** Files that were read for it and are not in order, by URI. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export interface Host {
  /** True for the files that settings and clearances are read from. */
  isSettingsFile(uri: string): boolean;
  /**
   * Settings for a draft, searched from it up to `folder`.
   * @param own what the person's editor says, under what the house's files say
   */
  settingsFor(uri: string, folder: string | undefined, own: SettingsFile): Promise<Resolved>;
  /** Forgets what was read of settings: the next answer is fresh, except where a file is now broken. */
  settingsChanged(): void;
  /** URIs of the drafts below a folder, in order, ignored ones left out. */
  drafts(folder: string): AsyncIterable<string>;
  /** The file's text; nothing where it is gone; a problem where it cannot be read. */
  read(uri: string): Promise<string | Problem | undefined>;
}
