// `copydesk merge`: the reports of several jobs as the one that a single run would have written, and its exit code.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isNote } from '../document/story';
import { type Issue, mergedIssues, mergedLog, outcomeOfIssues, outcomeOfLog, type SarifLog } from '../report/merged';
import type { Linted } from '../report/report';
import { type Severity, severities } from '../rules/rule';
import { kindAt, unlikeAFile } from '../workspace/regular-file';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags, Usage } from './arguments';
import { ownRulesHere } from './merge-own';
import { allAreThere, breaksOff, type Lines, shardsOf } from './merge-parts';
import { complain, print } from './output';
import { openReportFile } from './report-file';
import { destinations, openSinks, sinkFlags } from './sinks';

const BY_LINES = 'From json and ndjson every format can be made, from sarif and gitlab their own.';

export const usage: Usage = {
  summary: 'Join the reports of several jobs (lint --shard) into the one that a single run would have written.',
  takes: '<reports…>',
  flags: {
    ...sinkFlags,
    format: {
      ...(sinkFlags.format as Flags[string]),
      help: `How it is written. Default: as the reports are. ${BY_LINES}`,
    },
    'fail-on': {
      takes: '<severity>',
      choices: [...severities, 'never'],
      help: 'The least severity that makes the exit code 1: error (default), warning, information, never.',
    },
  },
  examples: [
    ['copydesk merge part-*.json', 'reports that lint --format json has written'],
    ['copydesk merge part-*.json --format pretty', 'the same for a person'],
    ['copydesk merge part-*.json --output sarif=desk.sarif', 'one report for a page, besides what is printed'],
    ['copydesk merge part-*.ndjson > all.ndjson', 'records a line, in the order of one run, in flat memory'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  if (!args.rest.length) throw new Trouble('Name the reports: copydesk merge part-1.json part-2.json …');
  const reports = await Promise.all(args.rest.map(beginningOf));
  const { kind } = reports[0] as Beginning;
  const other = reports.find((report) => report.kind !== kind);
  if (other)
    throw new Trouble(
      `${args.rest[0]} is ${kind} and ${other.file} is ${other.kind}. Join reports of one format at a time.`,
    );
  const failOn = args.value('fail-on') ?? 'error';
  const verdict: Verdict = {
    failing: severities.slice(0, severities.indexOf(failOn as Severity) + 1),
    failed: false,
    troubled: false,
  };
  if (reports.every(({ isEmpty }) => isEmpty)) {
    complain('Nothing stands in these reports: their jobs read no draft, or were never run. Check that they have.');
    verdict.troubled = true;
  }
  if (kind === 'sarif' || kind === 'gitlab') await mergeForPages(kind, args, verdict);
  else await mergeRecords(kind, reports, args, verdict);
  return verdict.troubled ? 2 : verdict.failed ? 1 : 0;
}

type Kind = 'json' | 'ndjson' | 'sarif' | 'gitlab';

/** What the first line of a report tells of it. */
interface Beginning extends Lines {
  readonly kind: Kind;
  readonly isEmpty?: true;
}

interface Verdict {
  readonly failing: readonly Severity[];
  failed: boolean;
  troubled: boolean;
}

async function beginningOf(file: string): Promise<Beginning> {
  // it is read twice, and a pipe only once
  const { stat } = kindAt(file);
  const unlike = stat && unlikeAFile(stat);
  if (unlike)
    throw new Trouble(`The report ${file} is ${unlike}, and only files can be joined. Write it to a file first.`);
  for await (const line of linesOf(file))
    return { file, kind: fileKindOf(file, line), placed: /,"index":\d+\}$/.test(line) };
  // a run that had nothing to read wrote no line, nor did one that was never begun
  return { file, kind: 'ndjson', placed: false, isEmpty: true };
}

/** What a report is written in, by how it begins. */
function fileKindOf(file: string, first: string): Kind {
  if (first.startsWith('{"version":1,')) return 'json';
  if (first.startsWith('{"version":"2.1.0"')) return 'sarif';
  if (first.startsWith('[')) return 'gitlab';
  // a job of several that had nothing to read wrote its end alone
  if (first === '' || /^\{"(?:id|path|shard)":/.test(first)) return 'ndjson';
  throw noReport(file);
}

const noReport = (file: string): Trouble =>
  new Trouble(`${file} is no report that can be joined. Write it with --format json, ndjson, sarif or gitlab.`);

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    stream.destroy();
  }
}

const unreadable = (file: string, error: unknown): Trouble =>
  new Trouble(
    `The report ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}). Check that its job has ended and written it.`,
  );

/** A record with its place among those of all jobs. What belongs to no draft of the job stands at the end. */
interface Sharded extends Linted {
  readonly index?: number;
}

const placeOf = ({ index }: Sharded): number => index ?? Number.POSITIVE_INFINITY;

/** Records in the order of one run, what several jobs said of shared settings once. Holds one record of each report. */
async function* inOrder(reports: readonly AsyncIterable<Sharded>[], verdict: Verdict): AsyncGenerator<object> {
  const iterators = reports.map((report) => report[Symbol.asyncIterator]());
  const heads = await Promise.all(iterators.map((one) => one.next()));
  const told = new Set<string>();
  for (;;) {
    let least = -1;
    for (const [i, head] of heads.entries())
      if (!head.done && (least < 0 || placeOf(head.value) < placeOf((heads[least] as IteratorResult<Sharded>).value)))
        least = i;
    const head = heads[least];
    if (!head) return;
    const { index: _, ...record } = head.value as Sharded;
    heads[least] = await (iterators[least] as AsyncIterator<Sharded>).next();
    // a file stands once in a run, but for settings that several jobs have read; stories of an archive have no file
    if ('path' in record && record.problems.length && !record.diagnostics?.length) {
      const problems = JSON.stringify([record.path, record.problems]);
      if (told.has(problems)) continue;
      told.add(problems);
    }
    verdict.troubled ||= record.problems.some((problem) => !isNote(problem));
    verdict.failed ||= (record.diagnostics ?? []).some(({ severity }) => verdict.failing.includes(severity));
    yield record;
  }
}

async function mergeRecords(
  kind: 'json' | 'ndjson',
  begun: readonly Beginning[],
  args: Arguments,
  verdict: Verdict,
): Promise<void> {
  const documents = kind === 'json' ? args.rest.map(documentIn) : undefined;
  const shards = documents?.flatMap(({ shard }) => shard ?? []) ?? shardsOf(begun);
  verdict.troubled ||= !allAreThere(shards);
  const reports = documents?.map(recordsOf) ?? args.rest.map(linesIn);
  const { wanted, printed } = destinations(args, kind);
  const formats = [...wanted.map(({ format }) => format), ...(printed ? [printed] : [])];
  const withText = (await import('./merge-text')).textFor(formats);
  const own = ownRulesHere(args);
  const sinks = await openSinks(args, verdict.failing, { otherwise: kind, own: own.all });
  for await (const record of inOrder(reports, verdict)) {
    const { id, line } = record as { readonly id?: unknown; readonly line?: number };
    if (id === undefined) {
      await own.met(record as Linted);
      await sinks.draft(await withText(record as Linted));
    }
    // a story of --input ndjson has no file, and is handed on as it came
    else if (formats.join() === 'ndjson' && printed) await print(`${JSON.stringify(record)}\n`);
    else
      throw new Trouble(
        `${id === null ? `Line ${line}` : `The story ${JSON.stringify(id)}`} came through --input ndjson and lies in no file, so it can be merged into --format ndjson alone.`,
      );
  }
  if (!(await sinks.close([]))) verdict.troubled = true;
}

async function* linesIn(file: string): AsyncGenerator<Sharded> {
  for await (const line of linesOf(file)) {
    const record = line && parsed<Sharded & { readonly shard?: string }>(file, line);
    if (record && record.shard === undefined) yield recordIn(file, record);
  }
}

interface Document {
  readonly shard?: string;
  readonly files: readonly Sharded[];
}

async function* recordsOf({ files }: Document): AsyncGenerator<Sharded> {
  yield* files;
}

/** @throws Trouble where it is no record of a draft: somebody else's JSON may begin like one. */
function recordIn(file: string, value: unknown): Sharded {
  const { path: name, id, diagnostics, problems } = Object(value) as Record<string, unknown>;
  const isOne =
    (typeof name === 'string' || id !== undefined) &&
    (diagnostics === undefined || (Array.isArray(diagnostics) && diagnostics.every(isFinding))) &&
    Array.isArray(problems);
  if (!isOne) throw noReport(file);
  return value as Sharded;
}

const isFinding = (one: unknown): boolean =>
  severities.includes((Object(one) as { severity?: unknown }).severity as Severity);

function documentIn(file: string): Document {
  const read = parsed<{ readonly shard?: unknown; readonly files?: unknown }>(file, whole(file));
  const { shard, files } = Object(read) as { readonly shard?: unknown; readonly files?: unknown };
  if (!Array.isArray(files) || (shard !== undefined && typeof shard !== 'string')) throw noReport(file);
  return { ...(shard !== undefined && { shard }), files: files.map((one) => recordIn(file, one)) };
}

/** A log or list for a page that takes a single one. */
async function mergeForPages(kind: 'sarif' | 'gitlab', args: Arguments, verdict: Verdict): Promise<void> {
  const { wanted, printed } = destinations(args, kind);
  const other = [printed, ...wanted.map(({ format }) => format)].find((format) => format && format !== kind);
  if (other !== undefined)
    throw new Trouble(
      `These reports are ${kind}, and no ${other} can be made of them. Have the jobs write json: every format can be made of that.`,
    );
  const files = wanted.map(({ file }) => openReportFile(file, args.rest));
  const read = <T>(file: string): T => parsed<T>(file, whole(file));
  const log = kind === 'sarif' ? mergedLog(args.rest.map((file) => logIn(file, read(file)))) : undefined;
  const issues = log ? [] : mergedIssues(args.rest.map((file) => issuesIn(file, read(file))));
  const { severities, troubled } = log ? outcomeOfLog(log) : outcomeOfIssues(issues);
  verdict.failed = severities.some((severity) => verdict.failing.includes(severity));
  verdict.troubled = troubled;
  const text = `${JSON.stringify(log ?? issues)}\n`;
  if (printed) await print(text);
  for (const file of files) {
    const problem = await file.write(text);
    if (!problem) continue;
    complain(`The report was not written: ${problem.message}`);
    verdict.troubled = true;
  }
}

function logIn(file: string, value: unknown): SarifLog {
  const { runs } = Object(value) as { readonly runs?: unknown };
  const isRun = (one: unknown): boolean => Array.isArray((Object(one) as { results?: unknown }).results);
  if (!Array.isArray(runs) || !runs.length || !runs.every(isRun)) throw noReport(file);
  return value as SarifLog;
}

function issuesIn(file: string, value: unknown): Issue[] {
  const isIssue = (one: unknown): boolean => typeof (Object(one) as { fingerprint?: unknown }).fingerprint === 'string';
  if (!Array.isArray(value) || !value.every(isIssue)) throw noReport(file);
  return value as Issue[];
}

function whole(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function parsed<T>(file: string, json: string): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    throw new Trouble(breaksOff(file));
  }
}
