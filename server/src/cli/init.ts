// `copydesk init`: a copydesk.json to begin with, which explains itself.
import { existsSync, lstatSync } from 'node:fs';
import * as path from 'node:path';
import { noPreset, preset, presetNames } from '../config/presets/index';
import { SETTINGS_FILE } from '../config/chain';
import { CLEARANCE_FILE } from '../config/clearance-lines';
import { inside } from '../config/path';
import { counted } from '../report/counted';
import { rules } from '../rules/index';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import { writeInside } from '../workspace/write-file';
import type { Arguments, Usage } from './arguments';
import { ownFile } from './help';
import { print } from './output';
import { openDesk, whyRoot } from './resolve-settings';
import { foldersAbove, uncountedIn } from './uncounted-clearances';

export const usage: Usage = {
  summary: 'Write a commented copydesk.json into this folder.',
  takes: '',
  flags: {
    extends: {
      takes: '<preset>',
      offers: presetNames,
      many: true,
      help: 'The preset to build on. Default: recommended.',
    },
    schema: { help: 'Write anew what editors complete and check by, and leave the settings as they are.' },
  },
  examples: [
    ['copydesk init', 'the settings that copydesk ships with'],
    ['copydesk init --extends ap', "a house's preset"],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const presets = args.values('extends');
  for (const name of presets) if (!preset(name, rules)) throw new Trouble(`${noPreset(name)} Nothing was written.`);
  if (args.has('schema')) {
    const schema = layOutSchema();
    await print(
      schema === LAID_OUT
        ? `Wrote ${LAID_OUT}. "$schema": "./${LAID_OUT}" in ${SETTINGS_FILE} names it.\n`
        : `The schema lies in ${schema} already.\n`,
    );
    return 0;
  }
  // a link to nowhere is one too
  if (lstatSync(SETTINGS_FILE, { throwIfNoEntry: false }))
    throw new Trouble(
      `There is a ${SETTINGS_FILE} here already, and it was left as it is. Edit it, or move it away first.`,
    );
  const homes = await countingSoFar(args);
  const schema = layOutSchema();
  write(SETTINGS_FILE, settings(schema, presets.length ? presets : ['recommended']));
  const also = schema === LAID_OUT ? `, and ${LAID_OUT} for editors that complete by it` : '';
  await print(
    `Wrote ${SETTINGS_FILE}${also}. "copydesk lint" reads it from now on.\n${await noLongerCounting(args, homes)}`,
  );
  return 0;
}

/** The folders above whose clearances count for drafts here as long as this folder is no root. */
async function countingSoFar(args: Arguments): Promise<readonly string[]> {
  const { resolved } = await openDesk(args).at('draft.txt');
  const above = foldersAbove(slashes(process.cwd()));
  // where nothing says which the root is, it was any folder above from which the desk was asked
  return whyRoot(resolved) === 'working-folder'
    ? above
    : above.filter((one) => inside(resolved.root, one) !== undefined);
}

/** What becomes of decisions that were made from above; nothing where there are none. */
async function noLongerCounting(args: Arguments, homes: readonly string[]): Promise<string> {
  const here = slashes(process.cwd());
  const found = await uncountedIn(openDesk(args), homes, (file) => inside(here, file) !== undefined);
  const own = found.filter(({ root }) => root === here);
  if (!own.length) return '';
  const count = own.reduce((sum, one) => sum + one.count, 0);
  const files = own.map(({ home }) => `${home}/${CLEARANCE_FILE}`).join(' and ');
  const [stop, them] = count === 1 ? ['stops', 'it'] : ['stop', 'them'];
  return `${counted(count, 'clearance')} in ${files} ${stop} counting for drafts here; take "root": true out of ${SETTINGS_FILE} to keep ${them}.\n`;
}

/** Where npm has put it, and where it is laid out where npm has not: a file that everybody on the desk can reach by the same name. */
const INSTALLED = 'node_modules/copydesk/schemas/copydesk.schema.json';
const LAID_OUT = '.copydesk/copydesk.schema.json';

/** @returns where the schema lies, from this folder. @throws Trouble where it cannot be written. */
function layOutSchema(): string {
  if (existsSync(INSTALLED)) return INSTALLED;
  write(LAID_OUT, ownFile('schemas/copydesk.schema.json'));
  return LAID_OUT;
}

function write(file: string, text: string): void {
  const problem = writeInside(process.cwd(), path.resolve(file), text);
  if (problem) throw new Trouble(problem.message);
}

const settings = (
  schema: string,
  presets: readonly string[],
): string => `// What this newsroom has decided for its drafts. Comments are allowed, and every entry may go.
{
  // For editors that complete and check by it; VS Code needs no such line.
  "$schema": "./${schema}",

  // Settings and clearances in folders above this one do not count.
  "root": true,

  // Presets to build on, later ones winning: recommended, all, the name of a house, or "./a-file.json".
  "extends": ${JSON.stringify(presets)},

  // "error", "warning", "information" or "off" for a rule, or ["warning", { "option": … }].
  // "copydesk rules" lists them all, "copydesk explain <rule>" tells what one asks.
  "rules": {},

  // Forms that the house prefers: { "prefer": "Kyiv", "instead": ["Kiev"] }
  "glossary": [],

  // Files that are no drafts. README, LICENSE and their like are none anyway; "!README.md" takes one back in.
  "ignore": []
}
`;
