// Decides which fixes may stand, and makes one text of several fixes.
import type { Block, Problem, Story } from '../document/story';
import type { Finding } from '../rules/rule';
import { decoded } from '../analysis/characters';
import { applyEdits, collide, difference, type TextEdit } from '../text/edit';
import { firstWhere, type Span } from '../text/span';
import type { Diagnostic } from './diagnostic';
import { feedingOnThemselves, isWithheld, keyOf, type Quarrel, quarrelsIn, toProblems, unsettledIn } from './quarrels';
import { type Round, roundOf, type Taken, takenAt, traceOf } from './rounds';
import { unseenFix } from './unseen';

/**
 * The finding without any fix that would change a word inside quotation marks. Marks, invisible characters and codes for characters
 * may change.
 * No rule can break this promise: it is kept here, for all of them.
 */
export function keepsQuotedWords(story: Story, finding: Finding): Finding {
  if (!finding.fixes?.length) return finding;
  const fixes = finding.fixes.filter((fix) => fix.edits.every((edit) => !changesQuotedWords(story, edit)));
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}

function changesQuotedWords({ blocks, prose }: Story, edit: TextEdit): boolean {
  const words = (s: string): string =>
    decoded(s)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  for (let i = firstWhere(blocks, ({ end }) => end >= edit.start); i < blocks.length; i++) {
    const { start, facts } = blocks[i] as Block;
    if (start > edit.end) break;
    if (
      LOGGED.test(prose.slice(start, start + LONGEST_NAME)) &&
      words(prose.slice(edit.start, edit.end)) !== words(edit.text)
    )
      return true;
    for (const { inner } of facts.quotations) {
      const from = Math.max(edit.start, start + inner.start);
      const to = Math.min(edit.end, start + inner.end);
      if (from > to || (from === to && edit.end > edit.start)) continue;
      const outside = edit.start < start + inner.start || edit.end > start + inner.end;
      // an edit that reaches across a mark may only take marks and spaces away
      if (words(prose.slice(edit.start, edit.end)) !== words(edit.text)) return true;
      if (outside && words(edit.text) && words(prose.slice(from, to))) return true;
    }
  }
  return false;
}

/** A line of a log, "<ada> I am late". What somebody typed is a quotation, with or without quotation marks. */
const LOGGED = /^(?:\[?\d\d?:\d\d(?::\d\d)?\]? ?)?<[^<>\s]{1,30}> /;
/** Longest head of a line of a log (time and name), in UTF-16 units. */
const LONGEST_NAME = 60;

export interface Fixed {
  readonly text: string;
  /** How many places were put right and stayed so. */
  readonly applied: number;
  /** Fixes that undo one another: none of them is made. */
  readonly problems: readonly Problem[];
  /** Where in the given text those would be made. */
  readonly withheld: readonly Span[];
}

/** Rounds after which a text that still changes is left as it is. */
const ROUNDS = 10;
/** Runs without the fixes that undo one another, until none do. */
const RUNS = 10;

/**
 * Applies every fix that may be applied unseen, lints again, and so on until nothing changes. Fixes that undo one another are
 * made by nobody: the text is what it would be without them.
 * @param lint the diagnostics of a text, in its own offsets.
 */
export function fixUntilStable(text: string, lint: (text: string) => readonly Diagnostic[]): Fixed {
  const quarrels: Quarrel[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { rounds, fights } = runRounds(text, lint, quarrels);
    quarrels.push(...fights);
    if (fights.length) continue;
    const fixed = rounds.at(-1)?.after ?? text;
    const withheld = quarrels.map(({ at }) => at);
    return { text: fixed, applied: placesIn(rounds), problems: toProblems(quarrels, rounds, fixed), withheld };
  }
  return {
    text,
    applied: 0,
    problems: toProblems(quarrels, [], text),
    withheld: quarrels.map(({ at }) => at),
  };
}

/** @param told quarrels of earlier runs: their fixes are left out, and all of their rules at those places. */
function runRounds(text: string, lint: (text: string) => readonly Diagnostic[], told: readonly Quarrel[]) {
  const without = new Set(told.flatMap(({ keys }) => keys));
  const rounds: Round[] = [];
  let before = text;
  for (;;) {
    const offered = lint(before).flatMap(({ rule, fixes }): Taken[] => {
      const fix = unseenFix({ fixes });
      return fix ? [{ rule, edits: fix.edits.filter((edit) => before.slice(edit.start, edit.end) !== edit.text) }] : [];
    });
    const allowed = without.size
      ? offered.filter(
          (fix) =>
            !fix.edits.length ||
            !(without.has(keyOf(rounds, rounds.length, fix, before)) || isWithheld(told, rounds, rounds.length, fix)),
        )
      : offered;
    const taken = together(allowed);
    if (!taken.length) return { rounds, fights: [] };
    rounds.push(roundOf(before, taken));
    const fights = [
      ...(rounds.length < ROUNDS ? quarrelsIn(rounds) : unsettledIn(rounds)),
      ...feedingOnThemselves(rounds),
    ];
    if (fights.length) return { rounds, fights };
    before = (rounds.at(-1) as Round).after;
  }
}

/** A place that several rounds changed counts once. */
function placesIn(rounds: readonly Round[]): number {
  let places = rounds[0]?.taken.length ?? 0;
  for (let at = 1; at < rounds.length; at++)
    for (const { edits } of (rounds[at] as Round).taken) {
      const traces = edits.map((edit) => traceOf(rounds, at, edit));
      const known = traces.some((trace) => rounds.slice(0, at).some((_, i) => takenAt(rounds, i, trace).length > 0));
      if (!known) places++;
    }
  return places;
}

/** Edits of all those fixes that can be applied together. */
export const compatible = (fixes: readonly Edited[]): TextEdit[] => together(fixes).flatMap(({ edits }) => edits);

interface Edited {
  readonly edits: readonly TextEdit[];
}

/** Only the fixes that no other fix undoes. */
export const notWithheld = <F extends Edited>(fixes: readonly F[], withheld: readonly Span[]): F[] =>
  fixes.filter(({ edits }) =>
    edits.every((edit) => withheld.every(({ start, end }) => edit.end < start || end < edit.start)),
  );

/** The edits that make `fixed` of the text: one round of these fixes where that is all, or one edit over all that changed. */
export function asEdits(text: string, fixed: string, fixes: readonly Edited[]): readonly TextEdit[] {
  if (fixed === text) return [];
  const round = compatible(fixes);
  return applyEdits(text, round) === fixed ? round : [difference(text, fixed)];
}

/**
 * Only the fixes that can be applied together: each fix, in the order given, that collides with none taken before. Removals that are
 * unsafe together are not among the fixes given: `removed-together.ts` has made all but one of them ask a person.
 */
export function together<F extends Edited>(fixes: readonly F[]): F[] {
  const taken: F[] = [];
  // findings come in order of place, so most lie behind all that was taken: one look each
  let reach = -1;
  for (const fix of fixes) {
    const behind = fix.edits.every(({ start }) => start > reach);
    const apart = behind || fix.edits.every((edit) => taken.every((t) => t.edits.every((e) => !collide(edit, e))));
    if (!apart || !fix.edits.length) continue;
    taken.push(fix);
    for (const { end } of fix.edits) reach = Math.max(reach, end);
  }
  return taken;
}
