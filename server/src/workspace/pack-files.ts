// What lies in a house pack's folder: data and nothing else, no link that leads out, and no more than anybody would put there.
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import * as path from 'node:path';
import { unlikeAFile, liesInside, readRegularText } from './regular-file';

export interface PackFiles {
  readonly files: number;
  /** Its package.json, where that is an object. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** What may not lie there, by its path from the folder. */
  readonly told: readonly { readonly path: string; readonly message: string }[];
}

/** Most files that are looked at, and most bytes of package.json that are read. */
const MOST_FILES = 5000;
const LARGEST_MANIFEST = 1 << 20;
/** Deepest folder in a folder. */
const DEEPEST = 16;

/** Files by what they are called: settings, tables, pages, texts. */
const DATA = /\.(?:jsonc?|md|markdown|txt|csv|tsv|ya?ml)$/i;
/** Without an ending: who wrote it and what may be done with it. */
const PAPERS = /^(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS|README|CHANGELOG|CODEOWNERS)(?:[.-].{1,20})?$/i;
/** What is no part of the pack that others get. */
const NOT_PACKED: ReadonlySet<string> = new Set(['node_modules', '.git', '.github', '.copydesk']);

export function packFiles(folder: string): PackFiles {
  const told: { path: string; message: string }[] = [];
  let files = 0;
  const walk = (at: string, depth: number): void => {
    for (const name of namesIn(at)) {
      if (NOT_PACKED.has(name) || files > MOST_FILES) continue;
      const full = path.join(at, name);
      const shown = path.relative(folder, full).split(path.sep).join('/');
      const stat = lstatSync(full, { throwIfNoEntry: false });
      const fault = stat && faultOf(folder, full, name, stat);
      if (fault) told.push({ path: shown, message: fault });
      if (stat?.isDirectory() && depth < DEEPEST) walk(full, depth + 1);
      else if (stat && !stat.isDirectory()) files++;
    }
  };
  walk(folder, 0);
  if (files > MOST_FILES)
    told.push({ path: '.', message: `It holds more than ${MOST_FILES} files. Keep what settings need.` });
  const manifest = manifestIn(folder);
  return { files: Math.min(files, MOST_FILES), told, ...(manifest && { manifest }) };
}

function faultOf(folder: string, full: string, name: string, stat: Stats): string | undefined {
  if (stat.isSymbolicLink())
    return liesInside(folder, full)
      ? undefined
      : 'This is a link that leads out of the pack, or nowhere. Put the file itself there.';
  if (stat.isDirectory()) return undefined;
  const kind = unlikeAFile(stat);
  if (kind) return `This is ${kind}, and a pack holds files alone. Take it out.`;
  if (!DATA.test(name) && !PAPERS.test(name) && !name.startsWith('.'))
    return 'This is no data: a pack holds settings, tables, pages and texts (.json, .jsonc, .csv, .tsv, .md, .txt, .yml). Take it out.';
  return stat.mode & 0o111 && process.platform !== 'win32'
    ? 'This file may be run, and nothing in a pack is. Take that permission away: chmod -x.'
    : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function manifestIn(folder: string): Readonly<Record<string, unknown>> | undefined {
  const file = path.join(folder, 'package.json');
  const text = liesInside(folder, file) ? readRegularText(file, LARGEST_MANIFEST, 'package.json') : undefined;
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
