// What in a glossary cannot be meant: entries that contradict or undo one another, each told in one sentence at its place.
import { inText } from '../text/spelling';
import { allEntities, entityOf } from '../analysis/names/gazetteer';
import { termWaysOf } from '../analysis/usage/terms';
import type { Problem } from '../document/story';
import { circlesOf } from '../text/circles';
import { lineIndex, positionAt } from '../text/line-index';
import { didYouMean } from '../text/nearest';
import { entriesOf, type GlossaryEntry } from './glossary';

/** Most forms of a circle that a sentence names, and most slips of the keys that are looked up. */
const MOST_NAMED = 12;
const MOST_MEANT = 50;

/** What is wrong with an entry, in a sentence. */
interface EntryFault {
  readonly entry: GlossaryEntry;
  readonly message: string;
}

/** The line that an entry stands on, from 1. */
type LineOf = (entry: GlossaryEntry) => number;

/** Entries by the forms that they replace: of several that replace a form the last, which holds. */
type Replaced = ReadonlyMap<string, GlossaryEntry>;

/** @param text settings that are in order. */
export function glossaryFaults(text: string): Problem[] {
  const lines = lineIndex(text);
  const lineOf: LineOf = ({ node }) => positionAt(lines, node.offset).line;
  const entries = entriesOf(text);
  const replaced = new Map(entries.flatMap((entry) => entry.form.instead.map((one) => [inText(one), entry] as const)));
  const faults = [...formFaults(entries, lineOf), ...lastWordFaults(entries, replaced, lineOf)];
  return faults
    .map(({ entry, message }): Problem => ({ code: 'glossary', message, ...positionAt(lines, entry.node.offset) }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** Forms that two entries have, forms that replace themselves, and entities that there are not. */
function* formFaults(entries: readonly GlossaryEntry[], lineOf: LineOf): Generator<EntryFault> {
  const preferred = new Map<string, GlossaryEntry>();
  const replaced = new Map<string, GlossaryEntry>();
  let meant = 0;
  for (const entry of entries) {
    const { prefer, entity, instead } = entry.form;
    const twin = preferred.get(prefer);
    if (twin)
      yield { entry, message: `"${prefer}" has an entry on line ${lineOf(twin)} too. Put their spellings into one.` };
    preferred.set(prefer, twin ?? entry);
    if (entity !== undefined && !entityOf(entity)) {
      const nearest = meant++ < MOST_MEANT ? didYouMean(entity, idsOfAll()) : '';
      const message = `The gazetteer has no "${entity}".${nearest} Leave "entity" out, or name one that it has.`;
      yield { entry, message };
    }
    for (const spelling of instead) {
      if (spelling === prefer)
        yield { entry, message: `"${spelling}" is to replace itself. Take it out of "instead".` };
      const other = replaced.get(inText(spelling));
      if (other && other.form.prefer !== prefer)
        yield {
          entry,
          message: `"${spelling}" becomes "${prefer}" here and "${other.form.prefer}" on line ${lineOf(other)}. The last one holds; keep one.`,
        };
      replaced.set(inText(spelling), entry);
    }
  }
}

/** Entries on whose preferred form another one has the last word: each circle of them is told once, at its first entry. */
function* lastWordFaults(entries: readonly GlossaryEntry[], replaced: Replaced, lineOf: LineOf): Generator<EntryFault> {
  const all = circlesOf(entries, (one) => replaced.get(inText(one.form.prefer)));
  const circles = new Map([...all].filter(([, circle]) => circle.length > 1));
  const told = new Set<readonly GlossaryEntry[]>();
  const rivalOf = rivals();
  for (const entry of entries) {
    const rival = rivalOf(entry);
    const circle = circles.get(entry);
    if (circle) {
      if (!told.has(circle)) yield { entry, message: inCircle(circle, entry, lineOf) };
      told.add(circle);
      continue;
    }
    const { prefer } = entry.form;
    const other = replaced.get(inText(prefer));
    if (other && other.form.prefer !== prefer && !circles.has(other))
      yield {
        entry,
        message: `"${prefer}" is preferred here and replaced by "${other.form.prefer}" on line ${lineOf(other)}. Keep one of the two.`,
      };
    if (rival && !other && !replaced.has(inText(rival.form.prefer)))
      yield {
        entry,
        message: `"${prefer}" here and "${rival.form.prefer}" on line ${lineOf(rival)} are two ways to write one thing, and both are preferred. The last one holds; keep one.`,
      };
  }
}

/** @param circle entries each of which replaces what the one before prefers. */
function inCircle(circle: readonly GlossaryEntry[], first: GlossaryEntry, lineOf: LineOf): string {
  const from = circle.indexOf(first);
  const all = [...circle.slice(from), ...circle.slice(0, from)];
  const named = all.slice(0, MOST_NAMED);
  const left = all.length - named.length;
  const way = [...named, ...(left ? [] : [first])].map(({ form }) => `"${form.prefer}"`).join(' becomes ');
  const rest = left ? ` and so on through ${left} more, and becomes "${first.form.prefer}"` : '';
  const where = named.map(lineOf).sort((a, b) => a - b);
  return `${way}${rest} again (lines ${where.join(', ')}${left ? ' …' : ''}): these entries undo one another, so none of their fixes is made. Keep one of them.`;
}

let ids: readonly string[] | undefined;

const idsOfAll = (): readonly string[] => (ids ??= allEntities().map(({ id }) => id));

/** For entries in order: the first of those before that prefers another way to write the same name or term. */
function rivals(): (entry: GlossaryEntry) => GlossaryEntry | undefined {
  const spelled = new Map<string, string[]>();
  for (const { id, spellings } of allEntities())
    for (const one of spellings) spelled.set(inText(one), [...(spelled.get(inText(one)) ?? []), id]);
  /** By what forms have in common, the first two that are written in different ways: that is enough to find one that differs. */
  const before = new Map<
    string,
    { readonly entry: GlossaryEntry; readonly at: number; readonly way: string | number }[]
  >();
  let at = 0;
  return (entry) => {
    const { prefer, entity } = entry.form;
    const ids = entity === undefined ? (spelled.get(inText(prefer)) ?? []) : [entity];
    const keys = [
      [`=${inText(prefer)}`, prefer],
      ...termWaysOf(prefer).map(({ set, way }) => [`#${set}`, way] as const),
      ...ids.map((id) => [`@${id}`, prefer] as const),
    ] as const;
    let first: { readonly entry: GlossaryEntry; readonly at: number } | undefined;
    for (const [key, way] of keys) {
      const known = before.get(key) ?? [];
      const other = known.find((one) => one.way !== way);
      if (other && (!first || other.at < first.at)) first = other;
      if (known.length < 2 && known.every((one) => one.way !== way)) before.set(key, [...known, { entry, at, way }]);
    }
    at++;
    return first?.entry;
  };
}
