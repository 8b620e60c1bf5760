// A secret of this installation, in the person's own data folder: what it has signed is its own, whatever lies in a workspace.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { liesInside, readRegular } from './regular-file';

const LENGTH = 32;

/**
 * Made when it is first asked for, readable by its owner alone; one that others may read is replaced.
 * @param root of the drafts: a secret that lies in there is none.
 * @returns nothing where it cannot be kept.
 */
export function ownSecret(root: string): Uint8Array | undefined {
  const file = path.join(dataFolder(), 'secret');
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (liesInside(root, path.dirname(file))) return undefined;
    const known = ownFile(file);
    if (known) return known;
    rmSync(file, { force: true });
    make(file);
  } catch {
    // another run may have been quicker
  }
  try {
    return ownFile(file);
  } catch {
    return undefined;
  }
}

/** Several runs may begin at once: the file appears whole, and the first one's holds. */
function make(file: string): void {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, randomBytes(LENGTH), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

function ownFile(file: string): Uint8Array | undefined {
  const bytes = readRegular(file, LENGTH);
  if (!(bytes instanceof Uint8Array) || bytes.length !== LENGTH) return undefined;
  const { mode, uid } = statSync(file);
  const isOwn = process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.getuid?.());
  return isOwn ? bytes : undefined;
}

/** Where programs keep what is the person's own, as each system has it. */
export function dataFolder(): string {
  const { XDG_DATA_HOME: named = '', LOCALAPPDATA: local } = process.env;
  if (path.isAbsolute(named)) return path.join(named, 'copydesk');
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(local ?? path.join(home, 'AppData/Local'), 'copydesk');
  return path.join(home, process.platform === 'darwin' ? 'Library/Application Support' : '.local/share', 'copydesk');
}
