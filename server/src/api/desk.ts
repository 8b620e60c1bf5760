// A desk: a house's settings, looked through once, and all that can be asked with them of any number of drafts.
import { fixUntilStable } from '../engine/fix';
import { answer, read } from '../engine/answer';
import type { LintRecord } from '../engine/record';
import { atMoment, rulesFor } from '../engine/settings';
import { type NamesRecord, namesRecord } from '../records/names';
import { type SourcesRecord, sourcesRecord } from '../records/sources';
import { rules as registry } from '../rules/index';
import type { Kind, Severity } from '../rules/severity';
import type { SettingsFile } from '../config/file';
import { checkedSettings, mustBeMoment, mustBeText, readerFor } from './checked';
import { openSession } from './open-session';
import type { DraftOptions } from './options';
import { ruleInfo } from './rule-info';
import type { Session } from './session';

/** What is left after every fix that is safe unseen, and the text that it is left in. */
export interface FixedRecord extends LintRecord {
  readonly text: string;
  /** How many findings were put right. */
  readonly applied: number;
}

/** One rule, with what may be set on it. */
export interface RuleInfo {
  /** As `copydesk explain` and settings name it. */
  readonly id: string;
  readonly summary: string;
  readonly category: string;
  readonly kind: Kind;
  readonly severity: Severity | 'off';
  /** By name: what it does, and its value: as it ships, and of a desk as the house has set it. */
  readonly options: Readonly<Record<string, RuleOption>>;
}

export interface RuleOption {
  readonly description: string;
  readonly value: unknown;
}

/** Every method but `rules` @throws TypeError where an option cannot be, or the draft is no string. Never because of the copy. */
export interface Desk {
  /** A draft that is being written: keeps what it has read, so an edit costs one paragraph. */
  open(text: string, draft?: DraftOptions): Promise<Session>;
  lint(text: string, draft?: DraftOptions): Promise<LintRecord>;
  fix(text: string, draft?: DraftOptions): Promise<FixedRecord>;
  sources(text: string, draft?: DraftOptions): Promise<SourcesRecord>;
  names(text: string, draft?: DraftOptions): Promise<NamesRecord>;
  /** Every rule as this house has set it. */
  readonly rules: readonly RuleInfo[];
}

/**
 * @param file as `copydesk.json` holds them; `extends` names presets, not files.
 * @param now the moment that embargoes are judged by, ISO 8601. Default: the clock, to the minute.
 * @throws TypeError where the settings cannot be: its message says what in them, and why.
 */
export async function createDesk(file?: SettingsFile, { now }: { readonly now?: string } = {}): Promise<Desk> {
  mustBeMoment(now);
  const checked = await checkedSettings(file);
  const settings = () => atMoment(checked.settings, now);
  const opened = async (text: string, draft: DraftOptions = {}) => {
    mustBeText(text);
    const { reader, cleared } = await readerFor(checked, draft);
    const lint = (copy: string): LintRecord => answer(reader, copy, { settings: settings(), cleared }).record;
    return { reader, cleared, lint };
  };
  return {
    async open(text, draft) {
      const { reader, cleared } = await opened(text, draft);
      return openSession(text, { reader, cleared, settings });
    },
    lint: async (text, draft) => (await opened(text, draft)).lint(text),
    async fix(text, draft) {
      const { lint } = await opened(text, draft);
      const { withheld: _, ...fixed } = fixUntilStable(text, (copy) => lint(copy).diagnostics);
      const left = lint(fixed.text);
      return { ...fixed, ...left, problems: [...left.problems, ...fixed.problems] };
    },
    sources: async (text, draft) => sourcesRecord(read((await opened(text, draft)).reader, text)),
    names: async (text, draft) => namesRecord(read((await opened(text, draft)).reader, text), settings().house),
    rules: rulesFor(checked.settings, registry).map((rule) => ruleInfo(rule, checked.settings.rules.get(rule.id))),
  };
}
