// A session: one draft while somebody writes it. Paragraphs that stay are not read again; what was cleared stays cleared.
import type { Memory } from '../document/memory';
import { createMemory } from '../document/memory';
import { type Answer, answerFor, type Reader, read } from '../engine/answer';
import {
  type Clearance,
  clearanceKey,
  clearancesFor,
  reasons as allReasons,
  sameClearance,
} from '../engine/clearances';
import { reasonsFor } from '../engine/reasons';
import { toRecord } from '../engine/diagnostic';
import { asEdits, type Fixed, fixUntilStable, notWithheld } from '../engine/fix';
import type { Diagnostic } from '../engine/record';
import type { Settings } from '../engine/settings';
import { unseenFixes } from '../engine/unseen';
import { canWait, unfinished } from '../engine/writing';
import { type DeskRecord, deskRecord } from '../report/desk/record';
import { judgedClaims } from '../report/judged';
import { namesRecord } from '../report/names';
import { sourcesRecord } from '../report/sources';
import { applyEdits, type TextEdit } from '../text/edit';
import { overlaps } from '../text/span';
import { mustBeText } from './checked';
import type { Cleared, SafeFixes, Session } from './session';

interface Opened {
  readonly reader: Reader;
  readonly cleared: readonly Clearance[];
  readonly settings: () => Settings;
}

export function openSession(first: string, { reader: asGiven, cleared, settings }: Opened): Session {
  const memory: Memory = createMemory();
  const reader: Reader = { ...asGiven, memory };
  const decided = new Map(cleared.map((one) => [clearanceKey(one), one]));
  const mine = new WeakMap<Diagnostic, Clearance>();
  let text = first;
  let known: Answer | undefined;
  let safe: SafeFixes | undefined;

  const now = (): Answer => (known ??= found(answerFor(read(reader, text), text, asked())));
  const asked = () => ({ settings: settings(), cleared: [...decided.values()] });
  const found = (answer: Answer): Answer => {
    const named = new Map(clearancesFor(answer.all).map((one, i) => [answer.all.findings[i], one]));
    answer.record.diagnostics.forEach((one, i) => {
      const clearance = named.get(answer.left.findings[i]);
      if (clearance) mine.set(one, clearance);
    });
    return answer;
  };
  /** The same story under other decisions. */
  const decideAnew = (): void => {
    known &&= found(answerFor(known.story, text, asked()));
    safe = undefined;
  };
  const change = (to: string): void => {
    if (to === text) return;
    text = to;
    known = safe = undefined;
  };
  const clearanceOf = (diagnostic: Diagnostic): Clearance => {
    const clearance = mine.get(diagnostic);
    if (!clearance) throw new TypeError('This finding is none of this session. Take it from `diagnostics`.');
    return clearance;
  };

  return {
    get text() {
      return text;
    },
    get diagnostics() {
      return now().record.diagnostics;
    },
    get problems() {
      return now().record.problems;
    },
    get cleared() {
      return clearedIn(now(), text, decided);
    },
    get clearances() {
      return [...decided.values()];
    },
    edit: (edits) => change(applyEdits(text, [edits].flat().map(checkedEdit))),
    update(to) {
      mustBeText(to);
      change(to);
    },
    waiting(offset) {
      const { story, record } = now();
      const span = unfinished(story, text, offset);
      return span ? record.diagnostics.filter((one) => canWait(one) && overlaps(one, span)) : [];
    },
    safeFixes: () => (safe ??= safeFixesOf(text, now(), (copy) => answerFor(read(reader, copy), copy, asked()))),
    reasons: ({ rule }) => reasonsFor(rule),
    clear(diagnostic, { reason, initials, date }) {
      if (!allReasons.includes(reason))
        throw new TypeError(`reason cannot be "${reason}". Use one of: ${allReasons.join(', ')}.`);
      const made = { ...clearanceOf(diagnostic), reason, ...(initials && { initials }), ...(date && { date }) };
      decided.set(clearanceKey(made), made);
      decideAnew();
      return made;
    },
    askAgain(clearance) {
      if (decided.delete(clearanceKey(clearance))) decideAnew();
    },
    sources: () => sourcesRecord(now().story),
    names: () => namesRecord(now().story, settings().house),
    report: () => reportOf(now(), settings()),
    async reportPage(title = 'Draft') {
      const { deskSheet } = await import('../report/desk/page');
      const { head = '', page, tail = '' } = deskSheet();
      return head + page(reportOf(now(), settings()), title, text) + tail;
    },
  };
}

function checkedEdit({ start, end, text }: TextEdit): TextEdit {
  mustBeText(text);
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
    throw new RangeError(`An edit cannot reach from ${start} to ${end}: offsets are whole numbers from 0.`);
  return { start, end, text };
}

const reportOf = (answer: Answer, { house }: Settings): DeskRecord =>
  deskRecord(answer.story, house, answer.record, judgedClaims(answer));

function clearedIn({ all, left }: Answer, text: string, decided: ReadonlyMap<string, Clearance>): Cleared[] {
  const kept = new Set(left.findings);
  const gone = all.findings.filter((one) => !kept.has(one));
  if (!gone.length) return [];
  const named = clearancesFor(all);
  const { diagnostics } = toRecord({ ...all, findings: gone }, text);
  return gone.map((one, i) => {
    const clearance = named[all.findings.indexOf(one)] as Clearance;
    const own = [...decided.values()].find((line) => sameClearance(line, clearance));
    return { diagnostic: diagnostics[i] as Diagnostic, clearance: own ?? clearance };
  });
}

/** The fixes one by one where one round makes them all, else one edit over all that changes. */
function safeFixesOf(text: string, { record }: Answer, look: (copy: string) => Answer): SafeFixes {
  const { withheld, ...fixed }: Fixed = fixUntilStable(text, (copy) =>
    copy === text ? record.diagnostics : look(copy).record.diagnostics,
  );
  const agreed = notWithheld(unseenFixes(record.diagnostics), withheld);
  return { ...fixed, edits: asEdits(text, fixed.text, agreed) };
}
