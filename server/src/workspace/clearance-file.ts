// `.copydesk/cleared.jsonl`: what editors have decided to be fine. Append-only, a line for each decision, a revocation too.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Problem } from '../document/story';
import { type Clearance, type Reason, reasons, sameClearance } from '../engine/clearances';

/** Relative to the root of the settings. */
export const CLEARANCE_FILE = '.copydesk/cleared.jsonl';

/** One line. Holds no words of the draft. */
export interface ClearanceLine extends Clearance {
  /** The draft, relative to the root, with forward slashes. */
  readonly file: string;
  /** Present unless it is revoked. */
  readonly reason?: Reason;
  readonly initials?: string;
  /** ISO day. */
  readonly date: string;
  /** Takes the earlier decision back. */
  readonly revoked?: true;
}

export interface Clearances {
  /** What holds for a draft, the newest line deciding. */
  of(file: string): readonly ClearanceLine[];
  readonly problems: readonly Problem[];
}

const none: Clearances = { of: () => [], problems: [] };

/** Reads the root's decisions. A line that cannot be read is skipped and told; the others hold. */
export function readClearances(root: string): Clearances {
  const file = path.join(root, CLEARANCE_FILE);
  if (!existsSync(file)) return none;
  const byFile = new Map<string, ClearanceLine[]>();
  const problems: Problem[] = [];
  let line = 0;
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    line++;
    if (!text.trim()) continue;
    const read = readLine(text);
    if (!read) {
      problems.push({
        code: 'bad-clearance',
        message: 'This line is no clearance, so it does not count. Take it out, or restore it from version control.',
        line,
        column: 1,
      });
      continue;
    }
    const others = (byFile.get(read.file) ?? []).filter((c) => !sameClearance(c, read));
    byFile.set(read.file, read.revoked ? others : [...others, read]);
  }
  return { of: (name) => byFile.get(name) ?? [], problems };
}

function readLine(text: string): ClearanceLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<ClearanceLine>;
    const whole =
      typeof line.file === 'string' &&
      typeof line.rule === 'string' &&
      typeof line.sentence === 'string' &&
      Number.isInteger(line.occurrence) &&
      (line.revoked === true || reasons.includes(line.reason as Reason));
    return whole ? (line as ClearanceLine) : undefined;
  } catch {
    return undefined;
  }
}

/** Adds decisions at the end; one write, so that two editors' lines do not mix. */
export function appendClearances(root: string, lines: readonly ClearanceLine[]): Problem | undefined {
  const file = path.join(root, CLEARANCE_FILE);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    appendFileSync(file, startOfLine(file) + lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      code: 'unwritable-file',
      message: `${file} cannot be written (${code}), so nothing was cleared. Make it writable.`,
    };
  }
}

/** A file that someone left without its last line end must not swallow the next line. */
const startOfLine = (file: string): string =>
  existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8').slice(-1)) ? '\n' : '';
