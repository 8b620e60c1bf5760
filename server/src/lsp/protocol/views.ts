// What Copydesk says over the protocol beyond the protocol: shared with the editor extension, so types and names only.

import type { NamesRecord } from '../report/names';
import type { SourcesRecord } from '../report/sources';

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
  readonly at: Place;
  /** A sentence with file and line: "drafts/copydesk.json, line 3: This is not JSON. …" */
  readonly said: string;
}

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

/** Under `copydesk-word:/path/draft.docx?file%3A%2F%2F…` the client shows that text: a draft, whose settings are the file's. */
export const wordScheme = 'copydesk-word';

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

/** `codeDescription.href` of every diagnostic, where package.json names no homepage: the client serves what stands there. */
export const manualScheme = 'copydesk-rule';

export const manualUri = (rule: string): string => `${manualScheme}:/${rule}.md`;

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

export interface SourceMap {
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
  readonly range?: { readonly start: Place; readonly end: Place };
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
  readonly position: Place;
}

export interface Why {
  /** The sentence that it is about. */
  readonly range: { readonly start: Place; readonly end: Place };
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
  readonly range?: { readonly start: Place; readonly end: Place };
  /** What the commands that clear and revoke take along. */
  readonly clearance: object;
}

/** `data` of every diagnostic: with the protocol's own fields, all that a `lint` record says. */
export interface DiagnosticData {
  /** `problem`: not a finding, something that could not be read; `code` is then the problem's. */
  readonly kind: 'fix' | 'query' | 'problem';
  readonly class?: string;
  /** Of a problem that names a place. From 1. */
  readonly line?: number;
  readonly column?: number;
  /** Of a rule that threw: where in the program. */
  readonly stack?: string;
  /** Places that belong to it and are not listed under it in an editor. */
  readonly related?: readonly {
    readonly range: { readonly start: Place; readonly end: Place };
    readonly message: string;
  }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly apply: 'auto' | 'ask';
    /** The protocol's text edits. */
    readonly edits: readonly {
      readonly range: { readonly start: Place; readonly end: Place };
      readonly newText: string;
    }[];
    /** Who is named as having said it: a fix that a person alone may choose. */
    readonly speaker?: string;
  }[];
}

/** From 0, `character` in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * Requests to the client, for files that the server cannot reach itself: sent where it said `files`. It answers for what lies
 * in its open folders, and with `null` for all else and for what is not there.
 */
export const filesMethods = {
  /** Answers {@link FileKind}. */
  kind: 'copydesk/files/kind',
  /** Answers {@link FileContent}. */
  read: 'copydesk/files/read',
  /** Answers {@link FileEntry}, in any order. */
  list: 'copydesk/files/list',
  /** Answers `null`, or with an error that says why it could not. */
  write: 'copydesk/files/write',
  /** Answers `null`, also where there is no such file; or with an error that says why it could not. */
  remove: 'copydesk/files/remove',
} as const;

/** Links are neither. */
export type FileKind = 'file' | 'folder';

/** Of `kind`, `list` and `remove`. */
export interface FileParams {
  readonly uri: string;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export interface ReadFileParams extends FileParams {
  /** Bytes above which nobody wants the content. */
  readonly largest: number;
}

export interface FileContent {
  /** In bytes. */
  readonly size: number;
  /** A character of code 0 to 255 for each byte, since not every text is UTF-8. */
  readonly bytes?: string;
}

export interface WriteFileParams extends FileParams {
  readonly text: string;
  /** Lines to be added at the end; folder and file are made where there is none. Otherwise the text replaces the file's. */
  readonly append?: boolean;
}

/**
 * Request to the client, where it said `ownRules`: a rule turned off or on again in the person's own settings, `copydesk.rules`.
 * Answers {@link OwnRules}: what stood there before.
 */
export const ownRulesMethod = 'copydesk/ownRules';

export type OwnRulesParams =
  /** Off for the person everywhere; on again wherever in the editor's settings it is off. */
  | { readonly uri: string; readonly rule: string; readonly off: boolean }
  /** As it was before. */
  | { readonly uri: string; readonly was: OwnRules };

/** `copydesk.rules` by the place where it was changed, in whatever way the client names these; `null` where nothing stood there. */
export type OwnRules = Readonly<Record<string, object | null>>;

/**
 * Request to the client, where it said `questions`: a question that the person answers before anything else is done, where the
 * protocol's own may pass unseen. Enter is the first choice. Answers the title of what was chosen, or null.
 */
export const questionMethod = 'copydesk/question';

export interface QuestionParams {
  readonly message: string;
  readonly choices: readonly string[];
}

/** Request from the client: the rules that somebody has turned off for a document, and where. Answers {@link RulesOff}. */
export const rulesOffMethod = 'copydesk/rulesOff';

export interface RulesOff {
  readonly entries: readonly RuleTurnedOff[];
}

export interface RuleTurnedOff {
  readonly rule: string;
  /** `session`: until the editor is closed; `me`: in the person's own settings; `folder`: in a settings file. */
  readonly where: 'session' | 'me' | 'folder';
  /** URI of the settings file. */
  readonly file?: string;
  /** Which of the file's overrides, from 0. */
  readonly override?: number;
  /** Where that is, in words: "for this folder, in drafts/copydesk.json". */
  readonly said: string;
}

/** The client's command, where it said `choices`. */
export const chooseCommand = 'copydesk.choose';

/** What an entry of the menu under a finding asks yet. */
export interface Choose {
  readonly kind: 'fix' | 'spelling' | 'clear' | 'speaker' | 'comment' | 'off' | 'manual';
  readonly uri: string;
  /** The edits are meant for this version. */
  readonly version: number;
  /** What is asked: "Clear this". */
  readonly title: string;
  /** The finding's message, where it is about one. */
  readonly about?: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  /** What it is about, where the choices are about several things: the words above a group. */
  readonly group?: string;
  /** The protocol's workspace edit, made before the command is run. */
  readonly edit?: object;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
  /** It goes on asking. */
  readonly choices?: readonly Choice[];
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

/** Where the sample story lies: nowhere, so what is decided there holds for the session. */
export const sampleScheme = 'copydesk-sample';

/** What a client may say in `initializationOptions`. */
export interface InitializationOptions {
  /** True where it shows `copydesk/status`; nobody else is sent it. */
  readonly status?: boolean;
  /** True where it answers {@link filesMethods}. */
  readonly files?: boolean;
  /** True where it answers {@link ownRulesMethod}. */
  readonly ownRules?: boolean;
  /** True where it answers {@link questionMethod}. */
  readonly questions?: boolean;
  /** True where it has the command `copydesk.showManual`, which takes a rule's id. */
  readonly manuals?: boolean;
  /** True where it has the command `copydesk.choose`, which takes {@link Choose}: entries of a menu that go on asking. */
  readonly choices?: boolean;
  /**
   * What menus, hovers and views say, in the editor’s language: by the English words, with the same `{0}` in them. What is not there is
   * said in English. `l10n/bundle.l10n.json` holds all that can be.
   */
  readonly words?: Readonly<Record<string, string>>;
  /** Settings as in `copydesk.*`, for clients that cannot be asked for theirs. */
  readonly settings?: object;
  /** What `workspace/diagnostic` is to answer for, instead of the open folders: URIs of folders, and of files named by a person. */
  readonly only?: readonly string[];
  /** URIs of drafts whose names are compared with one another, whatever the settings say, in the order that counts. */
  readonly across?: readonly string[];
  /** URI of the one settings file to use. */
  readonly config?: string;
  /** Settings as in copydesk.json that win over every file: the flags of a command line. */
  readonly last?: readonly object[];
  /** The moment of linting, ISO 8601, instead of the clock's. */
  readonly now?: string;
}
