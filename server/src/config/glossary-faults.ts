// What in a glossary cannot be meant: entries that contradict or undo one another, each told in one sentence at its place.
import type { Node } from 'jsonc-parser';
import { allEntities, entityOf } from '../analysis/names/gazetteer';
import { areOneTerm } from '../analysis/usage/terms';
import type { Problem } from '../document/story';
import { lineIndex, positionAt } from '../text/line-index';
import { didYouMean } from '../text/nearest';
import { entriesOf, type Entry } from './glossary';

const small = (text: string): string => text.toLowerCase().replace(/[’‘`]/g, "'");

/** @param text settings that are in order. */
export function glossaryFaults(text: string): Problem[] {
  const lines = lineIndex(text);
  const problems: Problem[] = [];
  const lineOf = ({ node }: Entry): number => positionAt(lines, node.offset).line;
  const report = ({ offset }: Node, message: string): void => {
    problems.push({ code: 'glossary', message, ...positionAt(lines, offset) });
  };
  const entries = entriesOf(text);
  const preferred = new Map<string, Entry>();
  const replaced = new Map<string, Entry>();
  for (const entry of entries) {
    const { node, form } = entry;
    const twin = preferred.get(form.prefer);
    if (twin) report(node, `"${form.prefer}" has an entry on line ${lineOf(twin)} too. Put their spellings into one.`);
    preferred.set(form.prefer, twin ?? entry);
    if (form.entity !== undefined && !entityOf(form.entity))
      report(
        node,
        `The gazetteer has no "${form.entity}".${didYouMean(
          form.entity,
          allEntities().map(({ id }) => id),
        )} Leave "entity" out, or name one that it has.`,
      );
    for (const spelling of form.instead) {
      if (spelling === form.prefer) report(node, `"${spelling}" is to replace itself. Take it out of "instead".`);
      const other = replaced.get(small(spelling));
      if (other && other.form.prefer !== form.prefer)
        report(
          node,
          `"${spelling}" becomes "${form.prefer}" here and "${other.form.prefer}" on line ${lineOf(other)}. The last one holds; keep one.`,
        );
      replaced.set(small(spelling), entry);
    }
  }
  const circling = new Set<Entry>();
  for (const entry of entries) {
    if (circling.has(entry)) continue;
    const circle = circleFrom(entry, replaced);
    if (circle) {
      for (const one of circle) circling.add(one);
      const way = [...circle, entry].map(({ form }) => `"${form.prefer}"`).join(' becomes ');
      const where = circle.map(lineOf).sort((a, b) => a - b);
      report(
        entry.node,
        `${way} again (lines ${where.join(', ')}): these entries undo one another, so none of their fixes is made. Keep one of them.`,
      );
    } else reportRivals(entry);
  }
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

  /** Another entry has the last word on what this one prefers. */
  function reportRivals(entry: Entry): void {
    const { node, form } = entry;
    const other = replaced.get(small(form.prefer));
    if (other && other.form.prefer !== form.prefer && !circleFrom(other, replaced))
      report(
        node,
        `"${form.prefer}" is preferred here and replaced by "${other.form.prefer}" on line ${lineOf(other)}. Keep one of the two.`,
      );
    const rival = entries.find((one) => one !== entry && areRivals(one.form, form));
    if (rival && !other && rival.node.offset < node.offset && !replaced.has(small(rival.form.prefer)))
      report(
        node,
        `"${form.prefer}" here and "${rival.form.prefer}" on line ${lineOf(rival)} are two ways to write one thing, and both are preferred. The last one holds; keep one.`,
      );
  }
}

/** The entries through which what this one prefers becomes itself again, in order. */
function circleFrom(entry: Entry, replaced: ReadonlyMap<string, Entry>): Entry[] | undefined {
  const way = [entry];
  for (let at = replaced.get(small(entry.form.prefer)); at; at = replaced.get(small(at.form.prefer))) {
    if (at === entry) return way.length > 1 ? way : undefined;
    if (way.includes(at)) return undefined;
    way.push(at);
  }
  return undefined;
}

/** Both forms are one name of the gazetteer, or one listed term. */
function areRivals(a: Entry['form'], b: Entry['form']): boolean {
  if (small(a.prefer) === small(b.prefer)) return a.prefer !== b.prefer;
  if (areOneTerm(a.prefer, b.prefer)) return true;
  const [one, other] = [entitiesOf(a), entitiesOf(b)];
  return one.some((id) => other.includes(id));
}

const entitiesOf = ({ prefer, entity }: Entry['form']): readonly string[] => {
  if (entity !== undefined) return [entity];
  return allEntities()
    .filter((e) => e.spellings.some((s) => small(s) === small(prefer)))
    .map((e) => e.id);
};
