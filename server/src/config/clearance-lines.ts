// The lines of `.copydesk/cleared.jsonl`: what editors have decided to be fine. A line for each decision, a revocation too.
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
  /** Of every draft, in order of their first decision. */
  readonly all: readonly ClearanceLine[];
  readonly problems: readonly Problem[];
}

export const noClearances: Clearances = { of: () => [], all: [], problems: [] };

/** A line that cannot be read is skipped and told; the others hold. */
export function parseClearances(text: string): Clearances {
  const byFile = new Map<string, ClearanceLine[]>();
  const problems: Problem[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (!line.trim()) continue;
    const read = readLine(line);
    if (!read) {
      problems.push({
        code: 'bad-clearance',
        message: 'This line is no clearance, so it does not count. Take it out, or restore it from version control.',
        line: number,
        column: 1,
      });
      continue;
    }
    const others = (byFile.get(read.file) ?? []).filter((c) => !sameClearance(c, read));
    byFile.set(read.file, read.revoked ? others : [...others, read]);
  }
  return { of: (name) => byFile.get(name) ?? [], all: [...byFile.values()].flat(), problems };
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

/** @returns what is added to the file for these decisions, each a line of its own. */
export const toLines = (lines: readonly ClearanceLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
