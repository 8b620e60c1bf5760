// `copydesk pack`: whether a folder is a house pack that others may build on, and what it holds.
import * as path from 'node:path';
import { buildSettings } from '../config/build';
import { glossaryFaults } from '../config/glossary-faults';
import { createSettingsReader, type Layer } from '../config/extends';
import { pagesBeside } from '../config/house-folder';
import { resolveFrom } from '../config/path';
import { SETTINGS_FILE } from '../config/chain';
import { counted } from '../report/counted';
import { visible } from '../report/escape';
import { rules } from '../rules/index';
import { noFolder } from '../workspace/named-folder';
import { packFiles } from '../workspace/pack-files';
import { settingsFiles } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Usage } from './arguments';
import { runPage } from './house-cases';
import { print } from './output';

export const usage: Usage = {
  summary: 'Check a house pack, a folder of settings that other folders extend, and say what it holds.',
  takes: '<folder>',
  flags: {
    format: { takes: '<format>', choices: ['pretty', 'json'], help: 'pretty (default) or json.' },
  },
  examples: [
    ['copydesk pack house-style', 'before it is shared: settings, cases, licence, version, nothing but data'],
    ['copydesk pack node_modules/@daily/house', 'before you build on it'],
    ['copydesk pack . --format json', 'for a script of your own'],
  ],
};

/** A contract: fields may be added, never changed. */
export interface PackRecord {
  readonly folder: string;
  readonly name?: string;
  readonly version?: string;
  readonly licence?: string;
  readonly holds: {
    readonly extends: readonly string[];
    /** Rules whose severity or options it sets. */
    readonly rules: number;
    /** Rules of its own, in `houseRules` and on pages. */
    readonly ownRules: number;
    readonly glossary: number;
    /** Entries, by list. */
    readonly lists: Readonly<Record<string, number>>;
    readonly overrides: number;
    readonly files: number;
  };
  /** What has to be put right before others can build on it. Sentences. */
  readonly faults: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
}

/** 0 where all is in order, 1 where something is not. @throws Trouble where there is no such folder. */
export async function run(args: Arguments): Promise<number> {
  const [named, more] = args.rest;
  if (named === undefined) throw new Trouble('Name the folder of the pack: copydesk pack house-style.');
  if (more !== undefined) throw new Trouble(`"${more}" is one word too many. See "copydesk help pack".`);
  const none = noFolder(named, 'Name the folder that the pack is.');
  if (none) throw new Trouble(none.message);
  const pack = await examined(slashes(path.resolve(named)), named);
  await print(args.value('format') === 'json' ? `${JSON.stringify({ version: 1, pack }, null, 2)}\n` : inWords(pack));
  return pack.faults.length ? 1 : 0;
}

async function examined(folder: string, shown: string): Promise<PackRecord> {
  const files = settingsFiles(folder);
  const settingsPath = resolveFrom(folder, SETTINGS_FILE);
  // the pack is its own root: whatever leads out of it is told as such
  const { layers, problems } = await createSettingsReader(files, rules).extended(settingsPath, folder);
  const own = layers.find((layer) => layer.path === settingsPath);
  const { told, manifest, ...met } = packFiles(folder);
  const faults = [
    ...told,
    ...manifestFaults(manifest),
    ...(own
      ? []
      : [
          {
            path: SETTINGS_FILE,
            message: `There is no ${SETTINGS_FILE}, so there is nothing to build on. "copydesk init" writes one.`,
          },
        ]),
    ...problems.map(({ path: file, line, message }) => ({
      path: within(folder, file),
      ...(line !== undefined && { line }),
      message,
    })),
    ...(await glossariesFaults(layers, folder)),
    ...(await casesFaults(layers, folder)),
  ];
  const { name, version, license } = manifest ?? {};
  return {
    folder: shown,
    ...(typeof name === 'string' && { name }),
    ...(typeof version === 'string' && { version }),
    ...(typeof license === 'string' && { licence: license }),
    holds: { ...holdsOf(layers), files: met.files },
    faults,
  };
}

const within = (folder: string, file: string): string =>
  file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;

function holdsOf(layers: readonly Layer[]): Omit<PackRecord['holds'], 'files'> {
  const all = layers.map(({ settings }) => settings);
  const lists: Record<string, number> = {};
  for (const one of all)
    for (const [name, entries] of Object.entries(one.lists ?? {})) lists[name] = (lists[name] ?? 0) + entries.length;
  return {
    extends: all.flatMap((one) => [one.extends ?? []].flat()),
    rules: new Set(all.flatMap((one) => Object.keys(one.rules ?? {}))).size,
    ownRules: all.reduce((sum, one) => sum + (one.own?.length ?? 0), 0),
    glossary: all.reduce((sum, one) => sum + (one.glossary?.length ?? 0), 0),
    lists,
    overrides: all.reduce((sum, one) => sum + (one.overrides?.length ?? 0), 0),
  };
}

/** Whoever builds on it must know which one it is and what may be done with it, and that nothing of it runs. */
function manifestFaults(manifest: Readonly<Record<string, unknown>> | undefined): PackRecord['faults'] {
  const tell = (message: string) => ({ path: 'package.json', message });
  if (!manifest)
    return [
      tell(
        'There is no package.json that can be read, so nobody knows which pack this is. Write name, version and license there.',
      ),
    ];
  const missing = ['name', 'version', 'license'].filter(
    (key) => typeof manifest[key] !== 'string' || manifest[key] === '',
  );
  const runs = [
    'scripts',
    'bin',
    'main',
    'exports',
    'dependencies',
    'optionalDependencies',
    'bundleDependencies',
  ].filter((key) => Object.keys(Object(manifest[key] ?? {})).length > 0 || typeof manifest[key] === 'string');
  return [
    ...missing.map((key) =>
      tell(
        `"${key}" is missing. Name ${key === 'license' ? 'the licence, such as "CC-BY-4.0" or "UNLICENSED"' : `the pack’s ${key}`}.`,
      ),
    ),
    ...runs.map((key) => tell(`"${key}" is for programs, and a pack is data alone. Take it out.`)),
  ];
}

/** Cases on the pack's pages that do not hold. */
async function casesFaults(layers: readonly Layer[], folder: string): Promise<PackRecord['faults']> {
  const { pages } = await pagesBeside(settingsFiles(folder), folder);
  if (!pages.length) return [];
  const settings = buildSettings(
    layers.map((layer) => layer.settings),
    rules,
  );
  const found: PackRecord['faults'][number][] = [];
  for (const { path: file, text } of pages) {
    const own = settings.own?.find(({ house }) => house?.path === file);
    const { faults } = await runPage(text, own?.id, settings);
    found.push(...faults.map((message) => ({ path: within(folder, file), message })));
  }
  return found;
}

async function glossariesFaults(layers: readonly Layer[], folder: string): Promise<PackRecord['faults']> {
  const files = settingsFiles(folder);
  const found: PackRecord['faults'][number][] = [];
  for (const file of new Set(layers.map((layer) => layer.path))) {
    const text = await files.read(file);
    for (const { line, message } of typeof text === 'string' ? glossaryFaults(text) : [])
      found.push({ path: within(folder, file), ...(line !== undefined && { line }), message });
  }
  return found;
}

function inWords({ folder, name, version, licence, holds, faults }: PackRecord): string {
  const lists = Object.entries(holds.lists).map(([list, entries]) => `${list} ${entries}`);
  const says = [
    ...(holds.extends.length ? [`builds on ${holds.extends.join(', ')}`] : []),
    `sets ${counted(holds.rules, 'rule')}`,
    ...(holds.ownRules ? [`${counted(holds.ownRules, 'rule')} of its own`] : []),
    counted(holds.glossary, 'form'),
    ...(lists.length ? [`lists: ${lists.join(', ')}`] : []),
    ...(holds.overrides ? [counted(holds.overrides, 'override')] : []),
    `in ${counted(holds.files, 'file')}`,
  ];
  const lines = [
    `${name ?? folder}${version === undefined ? '' : ` ${version}`}${licence === undefined ? '' : `, licensed ${licence}`}: ${says.join('; ')}.`,
    ...faults.map(({ path: file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`),
    faults.length ? `${counted(faults.length, 'fault')}: put them right before others build on it.` : 'All in order.',
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
