// The cases on a page of a house's own rules, run: for `copydesk test`, and for `copydesk pack`.
import { readPageHead } from '../config/page-head';
import { parserFor } from '../document/formats/parser';
import { type Genre, genres } from '../document/story';
import { answer } from '../engine/answer';
import { faultsOfCase } from '../engine/run-case';
import { askOnly, atMoment, type Settings } from '../engine/settings';
import { type Case, readCases } from '../rules/case-file';
import { didYouMean } from '../text/nearest';

/** What came of a page's cases. */
export interface PageCases {
  readonly count: number;
  /** A line for each case, and below those that fail why. */
  readonly lines: readonly string[];
  /** Those that fail. */
  readonly faults: readonly string[];
}

/** @param id of the rule whose page it is; a page without one is for the rules that its notes name. */
export async function runPage(text: string, id: string | undefined, settings: Settings): Promise<PageCases> {
  let cases: readonly Case[];
  try {
    cases = readCases(text);
  } catch (error) {
    const fault = `FAIL ${error instanceof Error ? error.message : String(error)}`;
    return { count: 1, lines: [fault], faults: [fault] };
  }
  if (id === undefined && readPageHead(text)) return { count: 0, lines: [], faults: [] };
  const named = new Set([...(id === undefined ? [] : [id]), ...cases.flatMap((c) => c.expected.map((e) => e.rule))]);
  const asked = { ...settings, rules: askOnly(settings.rules, named) };
  const lines: string[] = [];
  const faults: string[] = [];
  for (const one of cases) {
    const why = await faultsOf(one, asked);
    const name = `${one.name || 'case'} (line ${one.line})`;
    const told = why.length ? `FAIL ${name}${why.map((sentence) => `\n       ${sentence}`).join('')}` : `ok   ${name}`;
    lines.push(told);
    if (why.length) faults.push(told);
  }
  if (id !== undefined)
    for (const [kind, has] of [
      ['marked', cases.some((c) => c.expected.length > 0)],
      ['clean', cases.some((c) => !c.expected.length)],
    ] as const)
      if (!has) {
        const fault = `FAIL ${id} has no ${kind} case. Add one: a rule is known by what it marks and by what it leaves.`;
        lines.push(fault);
        faults.push(fault);
      }
  return { count: cases.length, lines, faults };
}

const known = ['genre', 'date', 'now', 'layout'];

async function faultsOf(one: Case, settings: Settings): Promise<readonly string[]> {
  const { genre, date, now, layout } = one.info;
  for (const key of Object.keys(one.info))
    if (!known.includes(key))
      return [`The fence says "${key}".${didYouMean(key, known)} Known here: ${known.join(', ')}.`];
  if (genre !== undefined && !(genres as readonly string[]).includes(genre))
    return [`The fence has the genre "${genre}".${didYouMean(genre, genres)} Known: ${genres.join(', ')}.`];
  for (const { rule } of one.expected)
    if (!settings.rules.has(rule))
      return [`A note names the rule "${rule}".${didYouMean(rule, settings.rules.keys())} There is none.`];
  const parser = await parserFor(one.format);
  const reader = { format: one.format, parser, date, genre: genre as Genre | undefined, layout: layout as never };
  const moment = now === undefined ? settings : atMoment(settings, now);
  return faultsOfCase(one, (text) => answer(reader, text, { settings: moment }).record.diagnostics);
}
