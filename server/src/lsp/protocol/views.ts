// What views beside a draft ask for and are shown: who says what, names, reports, clearances, manuals, the text of a Word file.
import type { NamesRecord } from '../../records/names';
import type { SourcesRecord } from '../../records/sources';
import type { PositionInFile } from './diagnostics';

/** Request from the client: the text of a Word file, a line a paragraph. */
export const wordMethod = 'copydesk/word';

export interface WordParams {
  readonly uri: string;
}

/** Its text, or a sentence that says why it cannot be read. */
export interface Word {
  readonly text?: string;
  readonly problem?: string;
}

/** Request from the client: a rule's manual, or a page that one leads to, as Markdown. Answers `null` where there is neither. */
export const manualMethod = 'copydesk/manual';

export interface ManualParams {
  /** The rule's id, `wire-sign-off`, or where a link in a manual leads, `docs/how-claims-are-judged.md`. */
  readonly rule: string;
  /** The draft that is looked at: a house's own rule is known where it holds. Without one, by the drafts that are open. */
  readonly uri?: string;
}

export interface Manual {
  readonly rule: string;
  readonly markdown: string;
}

/** Request from the client: who says what in an open draft. Answers `null` where it is no draft. */
export const sourcesMethod = 'copydesk/sources';

/** Request from the client: the names in an open draft, with their spellings. Answers `null` where it is no draft. */
export const namesMethod = 'copydesk/names';

export interface RecordParams {
  readonly uri: string;
}

/** A record as the command line gives it: offsets in UTF-16 units into the text of that version. */
export interface Recorded<R> {
  readonly uri: string;
  readonly version: number;
  readonly record: R;
}

export interface Sources extends Recorded<SourcesRecord> {
  /** Sentences of the record, from 0, whose claims stand alone, and those whose claims somebody has cleared. */
  readonly judged?: { readonly alone: readonly number[]; readonly cleared: readonly number[] };
}
export type Names = Recorded<NamesRecord>;

/**
 * Request from the client: what a view beside an open draft shows, ready to be drawn as a tree: its sources by kind with their
 * statements, the claims that stand alone, its names with their spellings. Answers `null` where the document is no draft.
 */
export const sourceMapMethod = 'copydesk/sourceMap';

export interface SourcesView {
  readonly uri: string;
  /** The ranges are those of this version. */
  readonly version: number;
  /** Claims that stand alone. */
  readonly alone?: number;
  /** Empty where the story cites nobody, claims nothing and names nothing. */
  readonly entries: readonly MapEntry[];
}

/** One line of the tree, in words that are fit to be shown as they are. */
export interface MapEntry {
  readonly kind: 'sources' | 'source' | 'statement' | 'claims' | 'claim' | 'names' | 'name' | 'spelling' | 'mention';
  readonly label: string;
  /** What stands behind the label, quieter. May be empty. */
  readonly note: string;
  /** Where it leads; a line that only gathers others leads nowhere. */
  readonly range?: { readonly start: PositionInFile; readonly end: PositionInFile };
  readonly entries: readonly MapEntry[];
}

/** Request from the client: the desk report of an open draft. Answers `null` where it is no draft. */
export const reportMethod = 'copydesk/report';

export interface ReportParams extends RecordParams {
  /** The client's command that leads to a place, as its pages can name it: called with a URI and a range. Without it nothing leads there. */
  readonly command?: string;
}

export interface Report {
  readonly uri: string;
  readonly version: number;
  /** A whole page without script, with the strictest content security policy that lets its own style work. */
  readonly html: string;
}

/** Request from the client: why the desk asks nothing at a place. Answers `null` where the document is no draft. */
export const whyMethod = 'copydesk/why';

export interface WhyParams extends RecordParams {
  readonly position: PositionInFile;
}

export interface Why {
  /** The sentence that it is about. */
  readonly range: { readonly start: PositionInFile; readonly end: PositionInFile };
  readonly markdown: string;
}

/** Request from the client, without parameters: what was decided to be fine in the open folders and in this session. */
export const clearancesMethod = 'copydesk/clearances';

export interface ClearanceList {
  readonly entries: readonly ClearanceEntry[];
}

export interface ClearanceEntry {
  readonly uri: string;
  /** The draft as the desk's file names it. */
  readonly file: string;
  readonly rule: string;
  /** The sentence that it is about, white space as one space; none where the sentence is gone. */
  readonly words?: string;
  readonly reason: string;
  readonly initials?: string;
  /** ISO day; empty where it is kept for the session only. */
  readonly date: string;
  /** It keeps the desk from asking. Where the sentence has changed, or the draft is gone, it does not. */
  readonly alive: boolean;
  /** The sentence is there, and nothing is asked about it now: it would count if something were. */
  readonly standing?: true;
  /** Where that is. */
  readonly range?: { readonly start: PositionInFile; readonly end: PositionInFile };
  /** What the commands that clear and revoke take along. */
  readonly clearance: object;
}

/** Request from the client: the drafts below a folder, whatever is open. Answers {@link DraftsBelow}. */
export const draftsMethod = 'copydesk/drafts';

export interface DraftsBelow {
  /** In order. What settings leave alone is not among them. */
  readonly uris: readonly string[];
}

/**
 * Request from the client: what an assistant is told that asks about a draft of the open folders, open or not. Answers
 * {@link ForAssistant}, or `null` where there is no such draft.
 */
export const assistantMethod = 'copydesk/forAssistant';

export interface AssistantParams extends RecordParams {
  readonly wants: 'lint' | 'sources';
}

export interface ForAssistant {
  readonly uri: string;
  /** Fit to be told as JSON. */
  readonly answer: object;
}
