// `copydesk glossary`: the house's forms in copydesk.json checked, sorted, and taken over from a spreadsheet.
import * as path from 'node:path';
import { emptySettings } from '../config/edit';
import { type GlossaryForm, glossaryOf, sortedGlossary, withForms } from '../config/glossary';
import { glossaryFaults } from '../config/glossary-faults';
import { parseSettings } from '../config/parse';
import { SETTINGS_FILE } from '../config/chain';
import { createResolver } from '../config/resolve';
import { visible } from '../report/escape';
import { rules } from '../rules/index';
import { didYouMean } from '../text/nearest';
import { inText } from '../text/spelling';
import type { Problem } from '../document/story';
import { linkOutOf } from '../workspace/inside-root';
import { rootAbove, settingsFiles } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import { writeAtomically, writeInside } from '../workspace/write-file';
import type { Arguments, Usage } from './arguments';
import { deskFlags } from './resolve-settings';
import { shownAs } from '../workspace/shown-as';
import { complain, print } from './output';
import { counted } from '../report/counted';
import type { FormsTable } from './forms-table';
import type { Imported, ImportedRule } from './import/imported';

export const usage: Usage = {
  summary: "Check, sort or fill the house's glossary in copydesk.json.",
  takes: '<check | sort | import <file …>>',
  offers: ['check', 'sort', 'import'],
  flags: {
    config: deskFlags.config as NonNullable<Usage['flags'][string]>,
    encoding: {
      takes: '<encoding>',
      offers: ['utf-8', 'windows-1252', 'windows-1250', 'macintosh', 'utf-16le'],
      help: 'What the table is written in, where it is not UTF-8.',
    },
    'dry-run': { help: 'Print the settings as they would be, and change nothing.' },
  },
  examples: [
    ['copydesk glossary check', 'entries that contradict one another; exit code 1 where there are any'],
    ['copydesk glossary sort', 'by the alphabet, comments kept with their entries'],
    ['copydesk glossary import forms.csv', 'columns prefer, instead (several with | between), source'],
    ['copydesk glossary import old.csv --encoding windows-1252', 'as old spreadsheets save it'],
    ['copydesk glossary import Terms.yml prh.yml', 'rules of Vale, a dictionary of textlint’s prh'],
    ['copydesk glossary import Vocab/Desk/accept.txt', 'a vocabulary of Vale'],
    ['copydesk glossary import styles/Microsoft/*.yml', 'a style of Vale: forms, and house rules from what it bans'],
    ['copydesk glossary import forms.tsv --dry-run', 'see first what it would write'],
  ],
};

const actions: Readonly<Record<string, (args: Arguments, rest: readonly string[]) => number | Promise<number>>> = {
  check,
  sort,
  import: importForms,
};

export async function run(args: Arguments): Promise<number> {
  const [name = '', ...rest] = args.rest;
  const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const known = Object.keys(actions);
  if (!act)
    throw new Trouble(
      `${name ? `There is nothing called "${name}" to do with a glossary.${didYouMean(name, known)}` : 'Say what to do with the glossary.'} Use one of: ${known.join(', ')}.`,
    );
  return act(args, rest);
}

async function check(args: Arguments, rest: readonly string[]): Promise<number> {
  refuse(rest);
  const { shown, text } = await settingsIn(args);
  const faults = glossaryFaults(text);
  for (const { message, line, column } of faults)
    await print(`${visible(shown)}:${line}:${column}: ${visible(message)}\n`);
  const forms = count(glossaryOf(text).length);
  await print(faults.length ? `${forms}, ${faults.length} to look at.\n` : `${forms}, all in order.\n`);
  return faults.length ? 1 : 0;
}

async function sort(args: Arguments, rest: readonly string[]): Promise<number> {
  refuse(rest);
  const settings = await settingsIn(args);
  const { shown, text } = settings;
  const sorted = sortedGlossary(text);
  const { isKept } = await import('../config/glossary-kept');
  if (!isKept(text, sorted, glossaryOf(text)))
    throw new Trouble(
      `A comment in the glossary of ${shown} stands where sorting would lose it or the entry beside it. Put each on a line of its own, above its entry. Nothing was written.`,
    );
  return put(
    args,
    settings,
    text,
    sorted,
    sorted === text ? `The glossary in ${shown} is in order.` : `Sorted the glossary in ${shown}.`,
  );
}

async function importForms(args: Arguments, names: readonly string[]): Promise<number> {
  const { forms, rules: own, faults, notes } = await formsOfAll(args, names);
  const name = names.join(', ');
  const settings = faults.length ? undefined : await settingsIn(args, emptySettings);
  const against = settings ? rivals(glossaryOf(settings.text), forms, settings.shown) : [];
  for (const fault of [...faults, ...against]) await print(`${visible(fault)}\n`);
  if (!settings || against.length) throw new Trouble(`${name} is not in order, so nothing was written.`);
  // the settings that a dry run prints are whole, and nothing else
  for (const note of notes) args.has('dry-run') ? complain(note) : await print(`${visible(note)}\n`);
  const { shown, text } = settings;
  const { text: filled, added, changed } = forms.length ? withForms(text, forms) : { text, added: 0, changed: 0 };
  const { glossaryThatCounts, isKept } = await import('../config/glossary-kept');
  if (!isKept(text, filled, glossaryThatCounts(text).length + added))
    throw new Trouble(
      `The glossary of ${shown} stands in the file twice, or a comment in it where the forms would be written. Make it one, with each comment on a line of its own above its entry. Nothing was written.`,
    );
  const { withHouseRules } = await import('../config/house-edit');
  const made = withHouseRules(filled, own);
  const told = `Added ${count(added)} and changed ${count(changed)} in ${shown}.`;
  const ofRules = own.length ? ` Added ${counted(made.added, 'house rule')} and changed ${made.changed}.` : '';
  return put(args, settings, text, made.text, told + ofRules);
}

/** What files give: forms of the glossary, and rules of the house's own. */
interface Given extends FormsTable {
  readonly rules: readonly ImportedRule[];
}

/** A table, or rules of other tools, as many as are named. @throws Trouble where none is, or a table is not the only file. */
async function formsOfAll(args: Arguments, names: readonly string[]): Promise<Given> {
  const [first, ...more] = names;
  if (first === undefined) throw new Trouble('Name the table to import: copydesk glossary import forms.csv.');
  const { tableText } = await import('./table-text');
  const textIn = (name: string): string => tableText(path.resolve(name), name, args.value('encoding'));
  const { importedFrom, leftInWords, settled } = await import('./import/imported');
  const read = await Promise.all(names.map((name) => importedFrom(textIn(name), name)));
  if (read.includes(undefined)) {
    refuse(more);
    return { ...(await import('./forms-table')).formsIn(textIn(first), first), rules: [] };
  }
  const faults = read.filter((one): one is string => typeof one === 'string');
  const all = read.filter((one): one is Imported => typeof one === 'object');
  const { forms, rules: own, left, taken } = settled(all);
  const made = `${count(forms.length)}${own.length ? ` and ${counted(own.length, 'house rule')}` : ''}`;
  const told = `${counted(taken, 'entry', 'entries')} of ${counted(names.length, 'file')} taken over as ${made}, ${left.length} not.`;
  return { forms, rules: own, faults, notes: [told, ...leftInWords(left)] };
}

/** Spellings that the house puts into one form and the table into another. An entry that the table decides anew is none. */
function rivals(house: readonly GlossaryForm[], forms: readonly GlossaryForm[], shown: string): string[] {
  const decidedAnew = new Set(forms.flatMap(({ prefer, instead }) => [prefer, ...instead]));
  const known = new Map(
    house
      .filter(({ prefer }) => !decidedAnew.has(prefer))
      .flatMap(({ prefer, instead }) => instead.map((one) => [inText(one), prefer] as const)),
  );
  return forms.flatMap(({ prefer, instead }) => {
    if (house.some((entry) => entry.instead.includes(prefer))) return [];
    return instead
      .filter((one) => known.has(inText(one)))
      .map((one) => `“${one}” becomes “${prefer}” here and “${known.get(inText(one))}” in ${shown}. Keep one.`);
  });
}

const count = (forms: number): string => counted(forms, 'form');

function refuse([more]: readonly string[]): void {
  if (more !== undefined) throw new Trouble(`"${more}" is one word too many. See "copydesk help glossary".`);
}

interface SettingsText {
  readonly file: string;
  /** Where it must lie; nothing for a file that a person has named. */
  readonly root?: string;
  readonly shown: string;
  readonly text: string;
}

/** The settings file nearest to the working folder. @throws Trouble where there is none and no `otherwise`, or it is not in order. */
async function settingsIn(args: Arguments, otherwise?: string): Promise<SettingsText> {
  const folder = process.cwd();
  const named = args.value('config');
  const resolver = createResolver({ files: settingsFiles(slashes(folder)), rules });
  const here = await resolver.for(slashes(path.join(folder, 'draft.txt')));
  const nearest = named === undefined ? here.files.at(-1) : slashes(path.resolve(named));
  const file = nearest ?? slashes(path.join(folder, SETTINGS_FILE));
  const text = (await settingsFiles(slashes(folder)).read(file)) ?? (named === undefined ? otherwise : undefined);
  const shown = shownAs(file, folder);
  if (typeof text === 'object') throw new Trouble(text.message);
  if (typeof text !== 'string')
    throw new Trouble(`There is no ${named ?? `${SETTINGS_FILE} here or above`}. "copydesk init" writes one.`);
  const [problem] = parseSettings(text, rules).problems;
  if (problem) throw new Trouble(`${shown}:${problem.line}:${problem.column}: ${problem.message}`);
  return { file, shown, text, ...(named === undefined && { root: here.root }) };
}

async function put(
  args: Arguments,
  { file, root }: SettingsText,
  before: string,
  after: string,
  done: string,
): Promise<number> {
  if (args.has('dry-run')) {
    await print(after);
    return 0;
  }
  const home = rootAbove(process.cwd());
  const link = linkOutOf(home, file);
  if (link !== undefined)
    throw new Trouble(`${link} is a link that leads outside ${home}, so nothing was written. Name the file itself.`);
  const write = (): Problem | undefined =>
    root === undefined ? writeAtomically(file, after) : writeInside(root, file, after);
  const problem = before === after ? undefined : write();
  if (problem) throw new Trouble(problem.message);
  await print(`${visible(done)}\n`);
  return 0;
}
