// One reading of a draft: text and settings in, the engine's answer and protocol diagnostics out. The one way to what is shown.
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import type { Across } from '../analysis/names/across';
import { fullNamesOf } from '../analysis/names/roll';
import type { Format } from '../document/draft';
import { parserFor } from '../document/formats/parser';
import { createMemory, type Memory } from '../document/memory';
import type { Story } from '../document/story';
import { type Answer, answerFor, type Reader, read } from '../engine/answer';
import { type Clearance, clearancesFor } from '../engine/clearances';
import { type Judged, judgedClaims } from '../records/judged';
import type { LintRecord } from '../engine/diagnostic';
import type { Found } from '../engine/lint';
import { atMoment } from '../engine/settings';
import type { Silenced } from '../engine/useless-comments';
import { lineIndex } from '../text/line-index';
import { toFile } from '../text/source-map';
import type { Span } from '../text/span';
import type { Comparison } from './across';
import { toShown } from './convert';
import type { Resolved } from './host';

export interface Reading {
  readonly uri: string;
  readonly text: string;
  readonly resolved: Resolved;
  readonly story: Story;
  /** What other drafts spell otherwise, where they are compared. */
  readonly across: Across | undefined;
  readonly record: LintRecord;
  /** One for each diagnostic of the record, in order, then one for each problem. */
  readonly shown: readonly Shown[];
  /** What would be found if the text were another. */
  readonly lint: (text: string) => LintRecord;
  /** What would be found, had nobody cleared it. */
  readonly clearedFindings: readonly { readonly rule: string; readonly at: Span; readonly clearance: Clearance }[];
  /** What a comment in the draft keeps from being said. */
  readonly silenced: readonly Silenced[];
  /** What became of its claims, for every view. */
  readonly judged: Judged;
  /** What would clear the record's diagnostic at this index. */
  readonly clearanceOf: (index: number) => Clearance | undefined;
}

export interface ToRead {
  readonly uri: string;
  readonly format: Format;
  readonly resolved: Resolved;
  /** Asked for when it is needed, not before: while a parser is loaded the writer may type on. */
  readonly text: () => string;
  /** Facts of earlier readings of the same draft. */
  readonly memory?: Memory;
  /** The moment of linting, ISO 8601, instead of the clock's. */
  readonly now: string | undefined;
  readonly comparison: Comparison;
}

/** Never throws, on any text. */
export async function readText(wanted: ToRead): Promise<Reading> {
  const { uri, format, resolved, comparison, memory = createMemory() } = wanted;
  const parser = await parserFor(format);
  const { date, genre, fields } = resolved;
  const { words } = resolved.settings.house;
  const reader: Reader = { format, date, genre, fields, words, memory, parser };
  const text = wanted.text();
  const story = read(reader, text);
  const across = comparison.take(uri, resolved, () => fullNamesOf(story, lineIndex(text)));
  const settings = atMoment(resolved.settings, wanted.now);
  const look = (story: Story, text: string): Answer =>
    answerFor(story, text, { settings, cleared: resolved.cleared, across });
  const answer = look(story, text);
  const { all, left, record } = answer;
  let judged: Judged | undefined;
  let named: ReadonlyMap<Found, Clearance> | undefined;
  return {
    uri,
    text,
    resolved,
    story,
    across,
    record,
    shown: toShown(record, uri, text, (path) => comparison.uriOf(resolved, path)),
    silenced: all.silenced ?? [],
    get clearedFindings() {
      const kept = new Set(left.findings);
      const clearances = clearancesFor(all);
      return all.findings.flatMap((one, i) =>
        kept.has(one) ? [] : [{ rule: one.rule.id, at: toFile(story.map, one), clearance: clearances[i] as Clearance }],
      );
    },
    get judged() {
      return (judged ??= judgedClaims(answer));
    },
    lint: (other) => look(read(reader, other), other).record,
    clearanceOf: (index) => {
      named ??= new Map(clearancesFor(all).map((clearance, i) => [all.findings[i] as Found, clearance]));
      return named.get(left.findings[index] as Found);
    },
  };
}
