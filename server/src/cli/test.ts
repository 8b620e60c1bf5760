// `copydesk test`: the cases of a house's own rules, as its pages have them.
import * as path from 'node:path';
import { HOUSE_FOLDER, pagesBeside } from '../config/house-folder';
import { folderOf } from '../config/path';
import { readPageHead } from '../config/page-head';
import { parserFor } from '../document/formats/parser';
import { type Genre, genres } from '../document/story';
import { answer } from '../engine/answer';
import { faultsOfCase } from '../engine/run-case';
import { askOnly, atMoment, type Settings } from '../engine/settings';
import { type Case, readCases } from '../rules/case-file';
import { didYouMean } from '../text/nearest';
import { settingsFiles } from '../workspace/settings-files';
import { shownAs } from '../workspace/shown-as';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flag, Usage } from './arguments';
import { deskFlags, openDesk } from './desk';
import { complain, print } from './output';

export const usage: Usage = {
  summary: "Run the cases of the house's own rules.",
  takes: '[folder]',
  words: [['folder', 'Where copydesk.json and its folder house/ lie. Without one, this folder.']],
  flags: {
    config: deskFlags.config as Flag,
    quiet: { help: 'Show what fails, and the sum.' },
  },
  examples: [
    ['copydesk test', 'every page in house/'],
    ['copydesk test desk --quiet', 'what fails in the folder desk'],
  ],
};

/** 0 all cases hold, 1 one does not, 2 there is none, or a rule is not in order. */
export async function run(args: Arguments): Promise<number> {
  const [folder = '.', ...more] = args.rest;
  if (more.length) throw new Trouble(`Name one folder, not ${args.rest.length}. See "copydesk help test".`);
  const desk = openDesk(args);
  const { resolved } = await desk.at(path.join(folder, 'draft.txt'));
  const problems = desk.newProblems();
  for (const { path: file, line, message } of problems)
    complain(`${shownAs(file, process.cwd())}${line === undefined ? '' : `:${line}`}: ${message}`);
  const files = [...new Set(resolved.files.map(folderOf))];
  const pages = (
    await Promise.all(files.map((one) => pagesBeside(settingsFiles(slashes(process.cwd())), one)))
  ).flatMap((beside) => beside.pages);
  const own = resolved.settings.own ?? [];
  let failed = 0;
  let count = 0;
  for (const page of pages) {
    const rule = own.find(({ house }) => house?.path === page.path);
    const told = await runPage(page.text, rule?.id, resolved.settings);
    if (!told.count && !told.faults.length) continue;
    count += told.count;
    failed += told.faults.length;
    const lines = args.has('quiet') ? told.faults : told.lines;
    if (lines.length)
      await print(`${shownAs(page.path, process.cwd())}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  }
  if (!count) {
    complain(noCases(own.length));
    return 2;
  }
  const rules = `${own.length} ${own.length === 1 ? 'rule' : 'rules'}`;
  await print(`${rules}, ${count} ${count === 1 ? 'case' : 'cases'}: ${failed ? `${failed} failed` : 'all hold'}.\n`);
  return failed ? 1 : problems.length ? 2 : 0;
}

const noCases = (rules: number): string =>
  rules
    ? `The house has ${rules} rules of its own and no case for any. Write copy in a fence on a page in ${HOUSE_FOLDER}/, marked as docs/house-rules.md shows.`
    : `There are no house rules here. Write one into copydesk.json or onto a page in ${HOUSE_FOLDER}/: docs/house-rules.md shows how.`;

interface Told {
  readonly count: number;
  /** A line for each case, and below those that fail why. */
  readonly lines: readonly string[];
  /** Those that fail. */
  readonly faults: readonly string[];
}

/** @param id of the rule whose page it is; a page without one is for the rules that its notes name. */
async function runPage(text: string, id: string | undefined, settings: Settings): Promise<Told> {
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
