// Where reports go: standard output and files, each in its own format, all fed draft by draft.
import { jsonReport, ndjsonReport } from '../report/json';
import { prettyReport } from '../report/pretty';
import type { Linted, ReportOptions, Report } from '../report/report';
import { rules } from '../rules/index';
import type { Rule, Severity } from '../rules/rule';
import { didYouMean } from '../text/nearest';
import { rootAbove } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import { complain, print, terminal } from './output';
import { openReportFile, type ReportFile } from './report-file';

/** Those that a run rarely needs are loaded when it does. */
const formats: Readonly<Record<string, (paper: ReportOptions) => Report | Promise<Report>>> = {
  pretty: prettyReport,
  json: jsonReport,
  ndjson: ndjsonReport,
  sarif: async (paper) => (await import('../report/sarif')).sarifReport(paper),
  github: async () => (await import('../report/github')).githubReport(),
  gitlab: async () => (await import('../report/gitlab')).gitlabReport(),
  junit: async (paper) => (await import('../report/junit')).junitReport(paper),
  rdjsonl: async () => (await import('../report/rdjsonl')).rdjsonlReport(),
  concise: async () => (await import('../report/concise')).conciseReport(),
  checkstyle: async () => (await import('../report/checkstyle')).checkstyleReport(),
  html: async () => (await import('../report/html')).htmlReport(),
  critic: async () => (await import('../report/critic')).criticReport(),
};

const names = Object.keys(formats);

/** Their readers look for files from the repository's root, wherever the command was run. Reviewdog adds the folder itself. */
const fromTheRoot: ReadonlySet<string> = new Set(['github', 'sarif', 'gitlab', 'junit', 'checkstyle']);

export const sinkFlags: Flags = {
  format: {
    takes: '<format>',
    choices: names,
    help: `How the report is written: ${names.join(', ')}. Default: pretty.`,
  },
  output: {
    takes: '<[format=]file>',
    many: true,
    help: 'Write the report to a file. With a format before it: that one too, besides what is printed.',
  },
  color: { help: 'Use colours, wherever it is printed.' },
  'no-color': { help: 'Use none. So does NO_COLOR in the environment.' },
};

export interface Sinks {
  draft(linted: Linted): Promise<void>;
  /** Resolves with whether all was written. @param read settings files: no report takes their place. */
  close(read: readonly string[]): Promise<boolean>;
}

export interface Printing {
  /** Standard output is taken, by the fixed draft or by a diff. */
  readonly toStderr?: boolean;
  /** What is printed where no format was asked for; `nothing` for what could not be read alone. */
  readonly otherwise?: string;
  /** The houses' own rules that were met. */
  readonly own?: () => readonly Rule[];
}

export const NOTHING = 'nothing';

export async function openSinks(args: Arguments, failing: readonly Severity[], how: Printing = {}): Promise<Sinks> {
  const { toStderr = false, otherwise = 'pretty', own } = how;
  const { wanted, printed } = destinations(args, otherwise);
  const facts = { rules, failing, shard: args.value('shard'), ...(own && { own }) };
  const write = toStderr ? async (text: string) => void process.stderr.write(text) : print;
  const sinks = await Promise.all([
    ...(printed ? [open(printed, { ...facts, ...sheet(args) }, write)] : []),
    ...wanted.map(({ format, file }) => toFile(format, openReportFile(file, args.rest), facts)),
  ]);
  return {
    async draft(linted) {
      for (const sink of sinks) await sink.draft(linted);
    },
    async close(read) {
      let written = true;
      for (const sink of sinks) written = (await sink.close(read)) && written;
      return written;
    },
  };
}

export interface Destination {
  readonly format: string;
  readonly file: string;
}

export interface Destinations {
  readonly wanted: readonly Destination[];
  readonly printed: string | undefined;
}

/** @param otherwise where no format was named. @throws Trouble where `--output` names a format that there is not. */
export function destinations(args: Arguments, otherwise: string): Destinations {
  const chosen = args.value('format') ?? otherwise;
  const wanted = args.values('output').map((output): Destination => {
    const at = output.indexOf('=');
    const format = output.slice(0, Math.max(0, at));
    if (names.includes(format)) return { format, file: output.slice(at + 1) };
    if (/^\w+$/.test(format) && didYouMean(format, names))
      throw new Trouble(
        `--output ${output} names no format.${didYouMean(format, names)} Formats: ${names.join(', ')}.`,
      );
    if (names.includes(output))
      throw new Trouble(`--output ${output} names a format and no file. Write --output ${output}=FILE.`);
    return { format: '', file: output };
  });
  // a plain file takes what would have been printed
  const instead = wanted.some(({ format }) => format === '');
  return {
    // a file holds a whole report, also where a screen shows less
    wanted: wanted.map(({ format, file }) => ({ format: format || (chosen === NOTHING ? 'pretty' : chosen), file })),
    printed: instead ? undefined : chosen,
  };
}

async function open(format: string, paper: ReportOptions, write: (text: string) => Promise<void>): Promise<Sinks> {
  if (format === NOTHING) return unread();
  const report = await (formats[format] as (paper: ReportOptions) => Report | Promise<Report>)(paper);
  const placed = fromTheRoot.has(format) ? (await import('../report/from-root')).fromRoot(...roots()) : same;
  if (report.head) await write(report.head);
  return {
    async draft(linted) {
      const text = report.draft(placed(linted));
      if (text) await write(text);
    },
    async close() {
      const text = report.tail?.();
      if (text) await write(text);
      return true;
    },
  };
}

const same = (linted: Linted): Linted => linted;

/** Where paths count from now, and where they are to. */
const roots = (): [from: string, root: string] => [slashes(process.cwd()), rootAbove(process.cwd())];

/** Findings are told by something else; what could not be read is told all the same. */
const unread = (): Sinks => ({
  async draft({ path, problems }) {
    for (const { line, message } of problems) complain(`${path}${line === undefined ? '' : `:${line}`}: ${message}`);
  },
  close: async () => true,
});

/** Written whole at the end, so that nobody reads half a report. */
async function toFile(
  format: string,
  file: ReportFile,
  facts: Pick<ReportOptions, 'rules' | 'own' | 'failing' | 'shard'>,
): Promise<Sinks> {
  const parts: string[] = [];
  const sink = await open(format, { ...facts, color: false, width: WIDTH }, async (text) => void parts.push(text));
  return {
    async draft(linted) {
      file.spare(linted.path);
      await sink.draft(linted);
    },
    async close(read) {
      await sink.close(read);
      read.forEach(file.spare);
      const problem = await file.write(parts.join(''));
      if (problem) complain(`The report was not written: ${problem.message}`);
      return problem === undefined;
    },
  };
}

/** Columns where nobody tells: output to a pipe is the same everywhere. */
const WIDTH = 100;

function sheet(args: Arguments): Pick<ReportOptions, 'color' | 'width'> {
  const screen = terminal();
  const { NO_COLOR, TERM } = process.env;
  const plain = args.has('no-color') || Boolean(NO_COLOR) || TERM === 'dumb';
  const color = args.has('color') || (screen !== undefined && !plain);
  return { color, width: screen ? Math.max(40, Math.min(screen.columns, 140)) : WIDTH };
}
