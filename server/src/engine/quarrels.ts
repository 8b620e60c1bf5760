// Quarrels: fixes that undo one another, over the rounds in which they were applied. Nobody's is made, and it is told once.
import type { Problem } from '../document/story';
import { lineIndex, positionAt } from '../text/line-index';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { contentsOf, lastPlaceOf, type Round, type Taken, takenAt, type Trace, traceOf } from './rounds';

export interface Quarrel {
  /** What each of the fixes is known again by when the rounds are run without them. */
  readonly keys: readonly string[];
  readonly rules: readonly string[];
  /** What the place becomes by turns; the first one where it never comes to rest. */
  readonly forms: readonly string[];
  readonly endless: boolean;
  /** In the text that the first round began with. */
  readonly at: Span;
}

/** A fix at its place in the first text: the same one again, whatever other fixes are left out. */
export function keyOf(rounds: readonly Round[], at: number, { rule, edits }: Taken, before: string): string {
  const [first] = edits as readonly [TextEdit];
  const origin = traceOf(rounds.slice(0, at), at, first)[0] as Span;
  const what = edits.map(({ start, end, text }) => `${before.slice(start, end)}\0${text}`).join('\0');
  return `${rule}\0${origin.start}\0${what}`;
}

/** What the last round put back as it was before. */
export function quarrelsIn(rounds: readonly Round[]): Quarrel[] {
  const last = rounds.length - 1;
  const { taken, after } = rounds[last] as Round;
  const again = rounds.findIndex(({ before }) => before === after);
  const found = new Map<number, Quarrel>();
  for (const fix of taken) {
    for (const edit of fix.edits) {
      const trace = traceOf(rounds, last, edit);
      const { start } = trace[0] as Span;
      if (found.has(start)) continue;
      const contents = contentsOf(rounds, trace);
      const back = contents.lastIndexOf(contents[last + 1] as string, last);
      if (back >= 0) found.set(start, quarrelAt(rounds, trace, back, false));
    }
  }
  // the text is as it was, though no one place of it is: what one takes away before a word, the other puts behind it
  if (found.size === 0 && again >= 0) return taken.slice(0, 1).map(() => quarrelOver(rounds, again));
  return [...found.values()];
}

/** The fixes of places that the last round still changed: one makes work for the next without end. */
export function unsettledIn(rounds: readonly Round[]): Quarrel[] {
  const last = rounds.length - 1;
  const found = new Map<number, Quarrel>();
  for (const { edits } of (rounds[last] as Round).taken) {
    const trace = traceOf(rounds, last, edits[0] as TextEdit);
    const { start } = trace[0] as Span;
    if (!found.has(start)) found.set(start, quarrelAt(rounds, trace, 0, true));
  }
  return [...found.values()];
}

/**
 * Fixes of the last round that put the same words there again round the same ones, "Israeli" before "army" and once more: what was
 * written is what they look for, and it is chance where they come to rest.
 */
export function feedingOnThemselves(rounds: readonly Round[]): Quarrel[] {
  const last = rounds.length - 1;
  const { taken, before } = rounds[last] as Round;
  const found = new Map<number, Quarrel>();
  for (const { rule, edits } of taken) {
    const grows = edits.find(({ start, end, text }) => isWithin(before.slice(start, end), text));
    if (!grows) continue;
    const trace = traceOf(rounds, last, grows);
    const written = before.slice(grows.start, grows.end);
    const again = rounds
      .slice(0, last)
      .some(({ before: text }, i) =>
        takenAt(rounds, i, trace).some(
          (fix) =>
            fix.rule === rule &&
            fix.edits.some((edit) => edit.text === grows.text && text.slice(edit.start, edit.end) === written),
        ),
      );
    const { start } = trace[0] as Span;
    if (again && !found.has(start)) found.set(start, quarrelAt(rounds, trace, 0, true));
  }
  return [...found.values()];
}

const isWithin = (words: string, text: string): boolean => text.length > words.length && text.includes(words);

/** Whether a fix changes a place of which it was told that nothing there was changed. */
export const isWithheld = (
  quarrels: readonly Quarrel[],
  rounds: readonly Round[],
  at: number,
  { rule, edits }: Taken,
): boolean =>
  quarrels.some(
    (quarrel) =>
      quarrel.rules.includes(rule) &&
      edits.some((edit) => {
        const { start, end } = traceOf(rounds.slice(0, at), at, edit)[0] as Span;
        return start < quarrel.at.end && quarrel.at.start < end;
      }),
  );

function quarrelAt(rounds: readonly Round[], trace: Trace, from: number, endless: boolean): Quarrel {
  const keys = new Set<string>();
  const rules = new Set<string>();
  for (let i = from; i < rounds.length; i++) {
    for (const fix of takenAt(rounds, i, trace)) {
      keys.add(keyOf(rounds, i, fix, (rounds[i] as Round).before));
      rules.add(fix.rule);
    }
  }
  const forms = [...new Set(contentsOf(rounds, trace).slice(from))];
  return { keys: [...keys], rules: [...rules], forms, endless, at: trace[0] as Span };
}

function quarrelOver(rounds: readonly Round[], from: number): Quarrel {
  const { start, end } = (rounds[from] as Round).taken[0]?.edits[0] ?? { start: 0, end: 0 };
  const all = rounds.flatMap((round, i) => (i < from ? [] : round.taken.map((fix) => ({ fix, i, round }))));
  return {
    keys: all.map(({ fix, i, round }) => keyOf(rounds, i, fix, round.before)),
    rules: [...new Set(all.map(({ fix }) => fix.rule))],
    forms: [],
    endless: false,
    at: { start, end },
  };
}

/** One sentence for each kind of quarrel, where the first of them stands in the fixed text. */
export function toProblems(quarrels: readonly Quarrel[], rounds: readonly Round[], text: string): Problem[] {
  const byMessage = new Map<string, Problem>();
  const lines = lineIndex(text);
  for (const quarrel of quarrels) {
    const message = sentence(quarrel);
    const place = positionAt(lines, Math.min(lastPlaceOf(rounds, quarrel.at).start, text.length));
    if (!byMessage.has(message)) byMessage.set(message, { code: 'fixes-undo-each-other', message, ...place });
  }
  return [...byMessage.values()];
}

function sentence({ rules, forms, endless }: Quarrel): string {
  const who = rules.length === 1 ? `Fixes of ${rules[0]}` : `The fixes of ${[...rules].sort().join(' and ')}`;
  // a circle has no beginning: the same one reads the same wherever it was entered
  const turn = endless ? 0 : forms.indexOf([...forms].sort()[0] as string);
  const [first = '', ...others] = [...forms.slice(turn), ...forms.slice(0, turn)].map(clipped);
  const what = forms.length > 1 && !endless ? ` (${[first, ...others, first].join(' → ')})` : '';
  return endless
    ? `${who} never come to an end at ${first}, so none of them was made: look at the house’s glossary.`
    : `${who} undo one another${what}, so none of them was made: look in the house’s glossary for entries that do.`;
}

const LONGEST = 40;
const clipped = (text: string): string =>
  `“${(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(/\s+/g, ' ')}”`;
