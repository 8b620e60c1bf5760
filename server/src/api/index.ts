// `import { lint } from 'copydesk'`: the desk as a library, the same in Node.js and in browsers. It reads no file, no clock but for
// embargoes, and keeps nothing but what a session keeps of its draft.
import type { SettingsFile } from '../config/file';
import type { Genre, Problem } from '../document/story';
import type { Clearance, Reason } from '../engine/clearance';
import type { Diagnostic, LintRecord } from '../engine/record';
import type { DeskRecord } from '../records/desk';
import type { NamesRecord } from '../records/names';
import type { SourcesRecord } from '../records/sources';
import { rules as registry } from '../rules/index';
import type { Kind, Severity } from '../rules/severity';
import type { TextEdit } from '../text/edit';
import { createDesk, type Desk, type FixedRecord, type RuleInfo, type RuleOption } from './desk';
import { type FileText, fileText } from './file';
import type { DraftOptions, Format, Options } from './options';
import { ruleInfo } from './rule-info';
import type { Cleared, Decision, SafeFixes, Session } from './session';

export { createDesk, fileText };
export type {
  Clearance,
  Cleared,
  Decision,
  Desk,
  DeskRecord,
  Diagnostic,
  DraftOptions,
  FileText,
  FixedRecord,
  Format,
  Genre,
  Kind,
  LintRecord,
  NamesRecord,
  Options,
  Problem,
  Reason,
  RuleInfo,
  RuleOption,
  SafeFixes,
  Session,
  SettingsFile,
  Severity,
  SourcesRecord,
  TextEdit,
};

/**
 * What a desk would mark. Offsets are UTF-16 units into `text`.
 * @throws TypeError where an option cannot be: its message says which and why. Never because of the text.
 */
export const lint = (text: string, options: Options = {}): Promise<LintRecord> =>
  asked(options, (desk) => desk.lint(text, options));

/** Applies every fix that is safe to apply unseen, until nothing changes. @throws TypeError as {@link lint}. */
export const fix = (text: string, options: Options = {}): Promise<FixedRecord> =>
  asked(options, (desk) => desk.fix(text, options));

/** Who says what: the ledger of a story. @throws TypeError as {@link lint}. */
export const sources = (text: string, options: Options = {}): Promise<SourcesRecord> =>
  asked(options, (desk) => desk.sources(text, options));

/** Each name with its spellings, in the form that the house prefers. @throws TypeError as {@link lint}. */
export const names = (text: string, options: Options = {}): Promise<NamesRecord> =>
  asked(options, (desk) => desk.names(text, options));

/** Every rule there is, as it ships. */
export const rules: readonly RuleInfo[] = registry.map((rule) => ruleInfo(rule));

async function asked<T>({ settings, now }: Options, ask: (desk: Desk) => Promise<T>): Promise<T> {
  return ask(await createDesk(settings, now === undefined ? {} : { now }));
}
