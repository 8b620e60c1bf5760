// Differences: the findings of one draft then and now, known again by rule and words, as clearances are.
import type { Story } from '../../document/story';
import { type Clearance, clearanceKey, clearancesFor } from '../../engine/clearances';
import type { Diagnostic } from '../../engine/diagnostic';
import type { Found } from '../../engine/lint';
import { indexAt } from '../../text/span';
import { sentencesOf } from '../../document/story';
import { excerpt } from '../../report/excerpt';
import { lineIndex, rangeAt } from '../../text/line-index';
import { toFile, toProse } from '../../text/source-map';

/** A finding as it is told: where it stands, what was asked, and the sentence. */
export interface ToldFinding {
  readonly rule: string;
  readonly class?: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Its words, on one line. */
  readonly sentence: string;
}

export interface OfRule {
  readonly rule: string;
  readonly new: number;
  readonly gone: number;
  readonly same: number;
}

/** What compare needs of a diagnostic that may have been written by another version. */
export type OldDiagnostic = Pick<
  Diagnostic,
  'rule' | 'class' | 'severity' | 'start' | 'end' | 'line' | 'column' | 'message'
>;

/** @returns a sentence where the draft is not the one that the old findings are of. */
export function differencesIn(
  story: Story,
  text: string,
  before: readonly OldDiagnostic[],
  now: readonly Diagnostic[],
):
  | { readonly rules: readonly OfRule[]; readonly new: readonly ToldFinding[]; readonly gone: readonly ToldFinding[] }
  | string {
  const lines = lineIndex(text);
  const strayed = before.find(({ start, end, line, column }) => {
    if (start > end || end > text.length) return true;
    const range = rangeAt(lines, { start, end });
    return range.line !== line || range.column !== column;
  });
  if (strayed)
    return `It was changed since: line ${strayed.line} is not where it was. Ask about it again with the older version.`;
  const [old, fresh] = [keysOf(story, before), keysOf(story, now)];
  const [known, asked] = [new Set(old), new Set(fresh)];
  const tell = (one: OldDiagnostic): ToldFinding => told(story, text, one);
  const added = now.filter((_, i) => !known.has(fresh[i] as string));
  const gone = before.filter((_, i) => !asked.has(old[i] as string));
  const same = now.filter((_, i) => known.has(fresh[i] as string));
  return { rules: counted({ new: added, gone, same }), new: added.map(tell), gone: gone.map(tell) };
}

/** What each finding would be cleared by. */
function keysOf(story: Story, diagnostics: readonly OldDiagnostic[]): string[] {
  const findings = diagnostics.map(({ rule, class: kind, start, end }) => ({
    rule: { id: rule },
    ...(kind !== undefined && { class: kind }),
    start: toProse(story.map, start),
    end: toProse(story.map, end),
  }));
  const named = clearancesFor({ story, findings: findings as unknown as readonly Found[], problems: [] });
  return named.map((one: Clearance) => clearanceKey(one));
}

function told(story: Story, text: string, one: OldDiagnostic): ToldFinding {
  const { rule, class: kind, severity, start, end, line, column, message } = one;
  const sentences = sentencesOf(story);
  const at = sentences[indexAt(sentences, toProse(story.map, start))];
  const words = at ? toFile(story.map, at) : { start, end };
  return {
    rule,
    ...(kind !== undefined && { class: kind }),
    severity,
    start,
    end,
    line,
    column,
    message,
    sentence: excerpt(text, words, LONGEST),
  };
}

/** UTF-16 units of a sentence that is told. */
const LONGEST = 300;

function counted(all: Readonly<Record<'new' | 'gone' | 'same', readonly OldDiagnostic[]>>): OfRule[] {
  const ids = new Set([...all.new, ...all.gone, ...all.same].map(({ rule }) => rule));
  const of = (list: readonly OldDiagnostic[], id: string): number => list.filter(({ rule }) => rule === id).length;
  return [...ids]
    .sort()
    .map((rule) => ({ rule, new: of(all.new, rule), gone: of(all.gone, rule), same: of(all.same, rule) }));
}
