// What a person is asked to choose: questions, menus that go on asking, rules turned off and on again.

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
