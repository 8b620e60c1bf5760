// Answers kept between runs, by what they depend on. Several runs may use one folder at once. An entry with a wrong signature is
// ignored.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { LintRecord } from '../engine/diagnostic';
import { folderInside } from './inside-root';
import { largestOf, readRegularText } from './regular-file';
import { takeAway } from './write-file';

export interface AnswerCache {
  /** @param key made by {@link keyOf}. */
  get(key: string): LintRecord | undefined;
  put(key: string, record: LintRecord): void;
}

/** The key of an answer: equal for equal parts, where the parts are all that the answer depends on. */
export const keyOf = (parts: readonly string[]): string =>
  hash(parts.map((part) => `${part.length} ${part}`).join('\n'));

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Each answer is a file, written beside and renamed, and signed with this installation's secret. A file without that signature is
 * ignored. A folder that cannot be written is still read; on a full disk nothing is kept, and the run goes on.
 */
export function openAnswerCache(folder: string, secret: Uint8Array): AnswerCache {
  const fileOf = (key: string): string => path.join(folder, key.slice(0, 2), key.slice(2));
  const signed = (key: string, body: string): string =>
    createHmac('sha256', secret).update(`${key}\n${body}`, 'utf8').digest('hex');
  let written = 0;
  return {
    get(key) {
      const text = readRegularText(fileOf(key), largestOf.answer);
      if (typeof text !== 'string') return undefined;
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      const told = Buffer.from(text.slice(0, Math.max(0, end)));
      const own = Buffer.from(signed(key, body));
      try {
        return told.length === own.length && timingSafeEqual(told, own) ? (JSON.parse(body) as LintRecord) : undefined;
      } catch {
        return undefined;
      }
    },
    put(key, record) {
      const file = fileOf(key);
      const beside = `${file}.${process.pid}-${threadId}-${written++}.tmp`;
      const body = JSON.stringify(record);
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        // nothing is written through a link
        if (!lstatSync(path.dirname(file)).isDirectory()) return;
        writeFileSync(beside, `${signed(key, body)}\n${body}`, { flag: 'wx' });
        renameSync(beside, file);
      } catch {
        takeAway(beside);
      }
    },
  };
}

/** The cache's folder, relative to the root of the settings. */
export const CACHE_FOLDER = '.copydesk/cache';

/**
 * The root's own folder for answers, made so that version control passes over it.
 * @returns nothing where it would lie outside the root, or cannot be made.
 */
export function ownCacheFolder(root: string): string | undefined {
  try {
    const folder = folderInside(root, CACHE_FOLDER.split('/'));
    if (typeof folder !== 'string') return undefined;
    writeOnce(path.join(folder, '.gitignore'), '*\n');
    return folder;
  } catch {
    return undefined;
  }
}

function writeOnce(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch {
    // it is there
  }
}

/** The name of this very build: another build may answer otherwise. V8's compiled code is left out, as it is made from the rest. */
export function buildName(): string {
  const files = readdirSync(__dirname, { withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.endsWith('.bin'))
    .map(({ name }) => name)
    .sort();
  return hash(files.map((name) => readFileSync(path.join(__dirname, name), 'latin1')).join('\n'));
}

/** How many answers lie in a folder, and their bytes. */
export function sizeOfCache(folder: string): { readonly answers: number; readonly bytes: number } {
  let answers = 0;
  let bytes = 0;
  for (const shelf of namesIn(folder))
    for (const name of namesIn(path.join(folder, shelf))) {
      if (name.includes('.')) continue;
      const stat = lstatSync(path.join(folder, shelf, name), { throwIfNoEntry: false });
      if (!stat?.isFile()) continue;
      answers++;
      bytes += stat.size;
    }
  return { answers, bytes };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
