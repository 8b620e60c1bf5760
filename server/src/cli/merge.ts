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
  const kinds = await Promise.all(args.rest.map(kindOf));
  const [kind] = kinds as [Kind, ...Kind[]];
  const other = kinds.findIndex((k) => k !== kind);
  if (other > 0)
    throw new Trouble(
      `${args.rest[0]} is ${kind} and ${args.rest[other]} is ${kinds[other]}. Join reports of one format at a time.`,
    );
  const failOn = args.value('fail-on') ?? 'error';
  const verdict: Verdict = {
    failing: severities.slice(0, severities.indexOf(failOn as Severity) + 1),
    failed: false,
    troubled: false,
  };
  if (kind === 'sarif' || kind === 'gitlab') await mergeForPages(kind, args, verdict);
  else await mergeRecords(kind, args, verdict);
  return verdict.troubled ? 2 : verdict.failed ? 1 : 0;
}

type Kind = 'json' | 'ndjson' | 'sarif' | 'gitlab';

interface Verdict {
  readonly failing: readonly Severity[];
  failed: boolean;
  troubled: boolean;
}

/** What a report is written in, by how it begins. */
async function kindOf(file: string): Promise<Kind> {
  // it is read twice, and a pipe only once
  const { stat } = kindAt(file);
  const unlike = stat && unlikeAFile(stat);
  if (unlike)
    throw new Trouble(`The report ${file} is ${unlike}, and only files can be joined. Write it to a file first.`);
  const [first = ''] = await firstLines(file);
  if (first.startsWith('{"version":1,')) return 'json';
  if (first.startsWith('{"version":"2.1.0"')) return 'sarif';
  if (first.startsWith('[')) return 'gitlab';
  // a job that had nothing to read wrote no line
  if (first === '' || /^\{"(?:id|path)":/.test(first)) return 'ndjson';
  throw new Trouble(`${file} is no report that can be joined. Write it with --format json, ndjson, sarif or gitlab.`);
}

async function firstLines(file: string): Promise<string[]> {
  for await (const line of linesOf(file)) return [line];
  return [];
}

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
    const problems = record.problems.length ? JSON.stringify([record.path, record.problems]) : '';
    if (problems && !record.diagnostics?.length && told.has(problems)) continue;
    if (problems) told.add(problems);
    verdict.troubled ||= record.problems.some((problem) => !isNote(problem));
    verdict.failed ||= (record.diagnostics ?? []).some(({ severity }) => verdict.failing.includes(severity));
    yield record;
  }
}

async function mergeRecords(kind: 'json' | 'ndjson', args: Arguments, verdict: Verdict): Promise<void> {
  const reports = kind === 'json' ? documentsOf(args.rest, verdict) : args.rest.map(linesIn);
  const { wanted, printed } = destinations(args, kind);
  const formats = [...wanted.map(({ format }) => format), ...(printed ? [printed] : [])];
  const withText = (await import('./merge-text')).textFor(formats);
  const sinks = await openSinks(args, verdict.failing, { otherwise: kind });
  for await (const record of inOrder(reports, verdict)) {
    const { id, line } = record as { readonly id?: unknown; readonly line?: number };
    if (id === undefined) await sinks.draft(await withText(record as Linted));
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
  for await (const line of linesOf(file)) if (line) yield parsed<Sharded>(file, line);
}

interface Document {
  readonly shard?: string;
  readonly files: readonly Sharded[];
}

function documentsOf(files: readonly string[], verdict: Verdict): AsyncIterable<Sharded>[] {
  const documents = files.map((file) => parsed<Document>(file, whole(file)));
  complainOfMissing(
    documents.flatMap(({ shard }) => shard ?? []),
    verdict,
  );
  return documents.map(async function* ({ files }) {
    yield* files;
  });
}

/** A job whose report is not there has not passed. */
function complainOfMissing(shards: readonly string[], verdict: Verdict): void {
  const of = new Set(shards.map((shard) => shard.split('/')[1]));
  if (of.size > 1) throw new Trouble(`These reports are of ${[...of].join(' and ')} jobs. Join those of one run.`);
  const missing = Array.from({ length: Number([...of][0] ?? 0) }, (_, i) => `${i + 1}/${[...of][0]}`).filter(
    (shard) => !shards.includes(shard),
  );
  if (new Set(shards).size < shards.length) throw new Trouble('One job’s report is named twice. Name each once.');
  if (missing.length) {
    complain(`The report of ${missing.join(', ')} is missing, so this is not the whole. Check that every job has run.`);
    verdict.troubled = true;
  }
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
  const log = kind === 'sarif' ? mergedLog(args.rest.map(read<SarifLog>)) : undefined;
  const issues = log ? [] : mergedIssues(args.rest.map(read<Issue[]>));
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
    throw new Trouble(`The report ${file} breaks off. Its job was stopped: run that one again.`);
  }
}
