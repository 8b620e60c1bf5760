// A session: one draft while somebody writes it. Paragraphs that stay are not read again; what was cleared stays cleared.
import { createMemory, type Memory } from '../document/memory';
import type { Story } from '../document/story';
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
import { type DeskRecord, deskRecord } from '../records/desk';
import { judgedClaims } from '../records/judged';
import { namesRecord } from '../records/names';
import { sourcesRecord } from '../records/sources';
import { applyEdits, type TextEdit } from '../text/edit';
import { overlaps } from '../text/span';
import { mustBeText } from './checked';
import type { Cleared, SafeFixes, Session } from './session';

interface Opened {
  readonly reader: Reader;
  readonly cleared: readonly Clearance[];
  readonly settings: () => Settings;
}

export function openSession(first: string, opened: Opened): Session {
  const { settings } = opened;
  const draft = heldDraft(first, opened);
  return {
    get text() {
      return draft.text;
    },
    get diagnostics() {
      return draft.answer().record.diagnostics;
    },
    get problems() {
      return draft.answer().record.problems;
    },
    get cleared() {
      return clearedIn(draft.answer(), draft.text, draft.decided);
    },
    get clearances() {
      return [...draft.decided.values()];
    },
    edit: (edits) => draft.change(applyEdits(draft.text, [edits].flat().map(checkedEdit))),
    update(to) {
      mustBeText(to);
      draft.change(to);
    },
    waiting(offset) {
      const { story, record } = draft.answer();
      const span = unfinished(story, draft.text, offset);
      return span ? record.diagnostics.filter((one) => canWait(one) && overlaps(one, span)) : [];
    },
    safeFixes: draft.safeFixes,
    reasons: ({ rule }) => reasonsFor(rule),
    clear(diagnostic, { reason, initials, date }) {
      if (!allReasons.includes(reason))
        throw new TypeError(`reason cannot be "${reason}". Use one of: ${allReasons.join(', ')}.`);
      const made = { ...draft.clearanceOf(diagnostic), reason, ...(initials && { initials }), ...(date && { date }) };
      draft.decide(made);
      return made;
    },
    askAgain: draft.askAgain,
    sources: () => sourcesRecord(draft.answer().story),
    names: () => namesRecord(draft.answer().story, settings().house),
    report: () => reportOf(draft.answer(), settings()),
    async reportPage(title = 'Draft') {
      const { deskSheet } = await import('../report/desk/page');
      const { head = '', page, tail = '' } = deskSheet();
      return head + page(reportOf(draft.answer(), settings()), title, draft.text) + tail;
    },
  };
}

/** A draft with what was decided of it. What is said of both is worked out when somebody asks, and kept until either changes. */
function heldDraft(first: string, { reader: asGiven, cleared, settings }: Opened) {
  const memory: Memory = createMemory();
  const reader: Reader = { ...asGiven, memory };
  const decided = new Map(cleared.map((one) => [clearanceKey(one), one]));
  const clearanceBy = new WeakMap<Diagnostic, Clearance>();
  let text = first;
  let known: Answer | undefined;
  let safe: SafeFixes | undefined;

  const answerOn = (story: Story, copy: string): Answer =>
    answerFor(story, copy, { settings: settings(), cleared: [...decided.values()] });
  const found = (answer: Answer): Answer => {
    const named = new Map(clearancesFor(answer.all).map((one, i) => [answer.all.findings[i], one]));
    answer.record.diagnostics.forEach((one, i) => {
      const clearance = named.get(answer.left.findings[i]);
      if (clearance) clearanceBy.set(one, clearance);
    });
    return answer;
  };
  const answer = (): Answer => (known ??= found(answerOn(read(reader, text), text)));
  /** The same story under other decisions. */
  const answerAnew = (): void => {
    known &&= found(answerOn(known.story, text));
    safe = undefined;
  };

  return {
    get text() {
      return text;
    },
    decided,
    answer,
    change(to: string): void {
      if (to === text) return;
      text = to;
      known = safe = undefined;
    },
    decide(clearance: Clearance): void {
      decided.set(clearanceKey(clearance), clearance);
      answerAnew();
    },
    askAgain(clearance: Clearance): void {
      if (decided.delete(clearanceKey(clearance))) answerAnew();
    },
    clearanceOf(diagnostic: Diagnostic): Clearance {
      const clearance = clearanceBy.get(diagnostic);
      if (!clearance) throw new TypeError('This finding is none of this session. Take it from `diagnostics`.');
      return clearance;
    },
    safeFixes: (): SafeFixes => (safe ??= safeFixesOf(text, answer(), (copy) => answerOn(read(reader, copy), copy))),
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
