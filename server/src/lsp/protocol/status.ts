// What the status item shows of an open document.
import type { PositionInFile } from './diagnostics';

/** Notification to the client after each lint of an open document: what the status item shows. */
export const statusMethod = 'copydesk/status';

export interface Status {
  readonly uri: string;
  /**
   * `off`: not a draft, or switched off; `clean`: read, nothing to ask; `foreign`: the same of a draft that is not English, of which
   * hardly anything is read; `trouble`: something kept the desk from reading it.
   */
  readonly state: 'off' | 'clean' | 'foreign' | 'findings' | 'trouble';
  /** How many diagnostics stand on the document. */
  readonly findings: number;
  /** Whole sentences that say why: "README.md is not a draft.", "Three paragraphs are not English: …". May be empty. */
  readonly message: string;
  /** What was checked and is right: "7 names, no second spelling found". */
  readonly confirmed: readonly string[];
  /** How many of the findings must not run. */
  readonly mustNotRun?: number;
  /** How many are to be put right, and may run: the rest are questions. */
  readonly toPutRight?: number;
  /** How long it is, and what its claims rest on: "412 words, 2 minutes to read". */
  readonly figures?: readonly string[];
  /** Where there is trouble: the draft was read all the same, and a settings file is not in order. */
  readonly wasRead?: boolean;
  /** What is not in order in settings files, each with its place. */
  readonly faults?: readonly SettingsFault[];
  /** Rules on what must not run that the folder's settings turn off: told where the folder is not trusted. */
  readonly silenced?: readonly string[];
}

export interface SettingsFault {
  /** URI of the settings file. */
  readonly uri: string;
  /** The file with its folder: "drafts/copydesk.json". */
  readonly file: string;
  readonly at: PositionInFile;
  /** A sentence with file and line: "drafts/copydesk.json, line 3: This is not JSON. …" */
  readonly said: string;
}
