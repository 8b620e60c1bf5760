// What a caller may say of a draft and of the house. Types alone.
import type { SettingsFile } from '../config/file';
import type { Format as AnyFormat } from '../document/draft';
import type { Genre } from '../document/story';
import type { Clearance } from '../engine/clearance';

/** What a text may be written in; a Word file is none. */
export type Format = Exclude<AnyFormat, 'docx'>;

/** What a draft is. All may be left out. */
export interface DraftOptions {
  /** Default `text`. */
  readonly format?: Format;
  /** The day it is written for, such as `2016-12-07`. */
  readonly date?: string;
  readonly genre?: Genre;
  /** What editors have found fine: what `clear` gave, or lines of `.copydesk/cleared.jsonl`. */
  readonly cleared?: readonly Clearance[];
}

/** What a draft is, and what the newsroom has decided. All may be left out. */
export interface Options extends DraftOptions {
  /** The moment that embargoes are judged by, ISO 8601. Default: the clock. */
  readonly now?: string;
  /** As `copydesk.json` holds them; `extends` names presets, not files. The same object again costs no second reading. */
  readonly settings?: SettingsFile;
}
