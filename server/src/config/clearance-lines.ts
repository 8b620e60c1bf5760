// The lines of `.copydesk/cleared.jsonl`: what editors have decided to be fine. A line for each decision, a revocation too.
import type { Problem } from '../document/story';
import { type Clearance, clearanceKey, type Reason, reasons } from '../engine/clearances';

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

/** How many lines that cannot be read are told of one by one. */
const MOST_TOLD = 20;

/** A line that cannot be read is skipped and told; the others hold. */
export function parseClearances(text: string): Clearances {
  const byFile = new Map<string, Map<string, ClearanceLine>>();
  const bad: number[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (!line.trim()) continue;
    const read = readLine(line);
    if (!read) {
      bad.push(number);
      continue;
    }
    const ofFile = byFile.get(read.file) ?? new Map<string, ClearanceLine>();
    byFile.set(read.file, ofFile);
    // the newest decision stands last
    const key = clearanceKey(read);
    ofFile.delete(key);
    if (!read.revoked) ofFile.set(key, read);
  }
  const lists = new Map([...byFile].map(([file, lines]) => [file, [...lines.values()]]));
  return { of: (name) => lists.get(name) ?? [], all: [...lists.values()].flat(), problems: problemsOf(bad) };
}

function problemsOf(bad: readonly number[]): Problem[] {
  const told = bad.slice(0, MOST_TOLD).map(
    (line): Problem => ({
      code: 'bad-clearance',
      message: 'This line is no clearance, so it does not count. Take it out, or restore it from version control.',
      line,
      column: 1,
    }),
  );
  const more = bad[MOST_TOLD];
  if (more === undefined) return told;
  const message = `${bad.length - MOST_TOLD} more lines are no clearances and do not count. Restore the file from version control.`;
  return [...told, { code: 'bad-clearance', message, line: more, column: 1 }];
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
