// `copydesk init`: a copydesk.json to begin with, which explains itself.
import { lstatSync } from 'node:fs';
import * as path from 'node:path';
import { noPreset, preset, presetNames } from '../config/presets/index';
import { SETTINGS_FILE } from '../config/chain';
import { rules } from '../rules/index';
import { Trouble } from '../workspace/trouble';
import { writeInside } from '../workspace/write-file';
import type { Arguments, Usage } from './arguments';
import { print } from './output';

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
  },
  examples: [
    ['copydesk init', 'the settings that copydesk ships with'],
    ['copydesk init --extends ap', "a house's preset"],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const presets = args.values('extends');
  for (const name of presets) if (!preset(name, rules)) throw new Trouble(`${noPreset(name)} Nothing was written.`);
  // a link to nowhere is one too
  if (lstatSync(SETTINGS_FILE, { throwIfNoEntry: false }))
    throw new Trouble(
      `There is a ${SETTINGS_FILE} here already, and it was left as it is. Edit it, or move it away first.`,
    );
  const problem = writeInside(
    process.cwd(),
    path.resolve(SETTINGS_FILE),
    settings(presets.length ? presets : ['recommended']),
  );
  if (problem) throw new Trouble(problem.message);
  await print(`Wrote ${SETTINGS_FILE}. "copydesk lint" reads it from now on.\n`);
  return 0;
}

const settings = (
  presets: readonly string[],
): string => `// What this newsroom has decided for its drafts. Comments are allowed, and every entry may go.
{
  // Settings in folders above this one do not count.
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
