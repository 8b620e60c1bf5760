// `copydesk test`: the cases of a house's own rules, as its pages have them.
import * as path from 'node:path';
import { HOUSE_FOLDER, pagesBeside } from '../config/house-folder';
import { folderOf } from '../config/path';
import { noFolder } from '../workspace/named-folder';
import { settingsFiles } from '../workspace/settings-files';
import { shownAs } from '../workspace/shown-as';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flag, Usage } from './arguments';
import { deskFlags, openDesk } from './resolve-settings';
import { runPage } from './house-cases';
import { counted } from '../report/counted';
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
  const none = noFolder(folder, 'Name the folder in which copydesk.json and its folder house/ lie.');
  if (none) throw new Trouble(none.message);
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
    // what is to be done stands with each of the problems
    complain(problems.length ? 'No case was run.' : noCases(own.length));
    return 2;
  }
  const rules = `${own.length} ${own.length === 1 ? 'rule' : 'rules'}`;
  await print(`${rules}, ${count} ${count === 1 ? 'case' : 'cases'}: ${failed ? `${failed} failed` : 'all hold'}.\n`);
  return failed ? 1 : problems.length ? 2 : 0;
}

const noCases = (rules: number): string =>
  rules
    ? `The house has ${counted(rules, 'rule')} of its own and no case for any. Write copy in a fence on a page in ${HOUSE_FOLDER}/, marked as docs/house-rules.md shows.`
    : `There are no house rules here. Write one into copydesk.json or onto a page in ${HOUSE_FOLDER}/: docs/house-rules.md shows how.`;
