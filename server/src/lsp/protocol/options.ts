// What a client may say of itself at the start, and the schemes of documents that only it shows.

/** Under `copydesk-word:/path/draft.docx?file%3A%2F%2F…` the client shows that text: a draft, whose settings are the file's. */
export const wordScheme = 'copydesk-word';

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
