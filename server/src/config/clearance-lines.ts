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
  /** The day of the decision where it was made, ISO. */
  readonly date: string;
  /** Takes the earlier decision back. */
  readonly revoked?: true;
}

/** The day of a decision that is made now, by the calendar of whoever makes it: in New York it is not yet tomorrow at 20:00. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

export interface Clearances {
  /** What holds for a draft, the newest line deciding. */
  of(file: string): readonly ClearanceLine[];
  /** Of every draft, in order of their first decision. */
  readonly all: readonly ClearanceLine[];
  readonly problems: readonly Problem[];
  /** What must be put right before a decision is added: a merge that nobody has settled, or half a line of somebody else's. */
  readonly broken?: Problem;
}

export const noClearances: Clearances = { of: () => [], all: [], problems: [] };

/** A line that is none. */
export const BAD_CLEARANCE = 'bad-clearance';

/** How many places with lines that cannot be read are told of one by one. */
const MOST_TOLD = 20;

/** Lines that cannot be read and stand below one another. */
interface Bad {
  readonly from: number;
  to: number;
}

/** A line that cannot be read is skipped and told; the others hold. */
export function parseClearances(text: string): Clearances {
  const byFile = new Map<string, Map<string, ClearanceLine>>();
  const bad: Bad[] = [];
  const marks: number[] = [];
  let half: number | undefined;
  let untold = 0;
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from) >>> 0;
    const begin = from;
    const line = lineBetween(text, from, Math.min(end, text.length));
    from = end + 1;
    number++;
    if (line === '') continue;
    const read = line === undefined ? 'half' : readLine(line);
    if (typeof read === 'string') {
      // they come in threes: the first says that the others are what they look like
      if (isMark(text, begin) && (marks.length || text.charAt(begin) === '<')) {
        marks.push(number);
        continue;
      }
      if (read === 'half') half ??= number;
      const last = bad.at(-1);
      if (last?.to === number - 1 && !untold) last.to = number;
      else if (bad.length < MOST_TOLD) bad.push({ from: number, to: number });
      else untold++;
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
  const conflict = conflictOf(marks);
  const problems = [...conflict, ...problemsOf(bad, untold)];
  const broken = conflict[0] ?? problems.findLast(({ line = 0 }) => half !== undefined && line <= half);
  const all = [...lists.values()].flat();
  return { of: (name) => lists.get(name) ?? [], all, problems, ...(broken && { broken }) };
}

/** One of the lines that Git puts round the two sides of a conflict. */
const isMark = (text: string, at: number): boolean =>
  MARKS.includes(text.charAt(at)) &&
  text.startsWith(text.charAt(at).repeat(7), at) &&
  /[ \r\n]|^$/.test(text.charAt(at + 7));

const MARKS = ['<', '|', '=', '>'];

function conflictOf([first, ...others]: readonly number[]): Problem[] {
  if (first === undefined) return [];
  const last = others.at(-1);
  const where = last === undefined ? `line ${first}` : `lines ${first} to ${last}`;
  const message = `A merge has left two versions in ${where}. The decisions of both count; take out Git’s marks (<<<<<<<, =======, >>>>>>>) and keep the lines between them.`;
  return [{ code: BAD_CLEARANCE, message, line: first, column: 1 }];
}

/** No decision is written in fewer characters. */
const SHORTEST = '{"file":"","rule":"","sentence":"","occurrence":0,"revoked":true}'.length;

/** The line; '' where it is blank, nothing where it is too short to hold a decision: there may be millions. */
function lineBetween(text: string, from: number, to: number): string | undefined {
  if (to - from >= SHORTEST) return text.slice(from, to).trim();
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) return undefined;
  return '';
}

const SPACE = 32;

function problemsOf(bad: readonly Bad[], untold: number): Problem[] {
  const told = bad.map(({ from, to }): Problem => {
    const message =
      from === to
        ? 'This line is no clearance, so it does not count. Take it out, or restore it from version control.'
        : `The ${to - from + 1} lines from here on are no clearances, so they do not count. Take them out, or restore them from version control.`;
    return { code: BAD_CLEARANCE, message, line: from, column: 1 };
  });
  if (!untold) return told;
  const message = `${untold} more lines below are no clearances and do not count. Restore the file from version control.`;
  return [...told, { code: BAD_CLEARANCE, message, line: (bad.at(-1)?.to ?? 0) + 1, column: 1 }];
}

/** A decision; or whether the line was cut, or says what no version known here does. */
function readLine(text: string): ClearanceLine | 'half' | 'unknown' {
  if (!text.startsWith('{') || !text.endsWith('}')) return 'half';
  try {
    const line = JSON.parse(text) as Partial<ClearanceLine>;
    const whole =
      typeof line.file === 'string' &&
      typeof line.rule === 'string' &&
      typeof line.sentence === 'string' &&
      Number.isInteger(line.occurrence) &&
      (line.revoked === true || reasons.includes(line.reason as Reason));
    return whole ? (line as ClearanceLine) : 'unknown';
  } catch {
    return 'half';
  }
}

/** The file without some of its decisions; all else, lines that cannot be read too, stays as it stands. */
export const withoutLines = (text: string, isOut: (line: ClearanceLine) => boolean): string =>
  (text.match(/[^\n]*\n|[^\n]+/g) ?? [])
    .filter((line) => {
      const read = readLine(line.trim());
      return typeof read === 'string' || !isOut(read);
    })
    .join('');

/** Why no decision is added to a file in this state. */
export const inTheWay = ({ line, message }: Problem): string =>
  `Nothing was cleared: line ${line} of ${CLEARANCE_FILE} is in the way. ${message}`;

/** @returns what is added to the file for these decisions, each a line of its own. */
export const toLines = (lines: readonly ClearanceLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
