// What was asked before: read from a report of `lint`, or asked of an older Copydesk that the person named.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import * as path from 'node:path';
import { NO_WEIGHTS } from '../../analysis/claims/claims';
import { visible } from '../../report/escape';
import { Trouble } from '../../workspace/trouble';
import { kindAt } from '../../workspace/regular-file';
import type { Arguments } from '../arguments';
import { deskFlags } from '../resolve-settings';
import type { OldDiagnostic } from './differences';

export interface OldAnswers {
  /** As a sentence speaks of it. */
  readonly name: string;
  readonly against: { readonly path: string; readonly version?: string };
  /** By the path of the draft, as a report shows it. */
  readonly records: ReadonlyMap<string, OldRecord>;
}

export interface OldRecord {
  readonly diagnostics: readonly OldDiagnostic[];
  /** What kept the draft from being read then. */
  readonly problem?: { readonly code: string; readonly message: string };
}

/** @throws Trouble with a sentence on what it is instead. */
export function oldAnswers(against: string, args: Arguments): OldAnswers {
  const { stat, fault } = kindAt(path.resolve(against));
  if (fault) throw new Trouble(fault.message);
  if (!stat) throw new Trouble(`There is no ${against} to compare with. Check what follows --against.`);
  if (stat.isDirectory()) return askProgram(programIn(against), against, args);
  if (!stat.isFile()) throw new Trouble(`${against} is no file. Name a report of lint, or an older cli.js.`);
  if (isProgram(against)) return askProgram(against, against, args);
  return { name: against, against: { path: against }, records: recordsIn(read(against), against) };
}

// ---- a report

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Trouble(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'too large'}).`);
  }
}

const REMEDY = 'Write it with lint --format json or ndjson, with the version in use before the update.';

function recordsIn(text: string, name: string): Map<string, OldRecord> {
  const other = otherKind(text.slice(0, 400).trimStart());
  if (other) throw new Trouble(`${name} is ${other}, which does not hold what compare needs. ${REMEDY}`);
  const first = text.slice(0, text.indexOf('\n') >>> 0);
  const records = /^\{"version":/.test(first) ? inDocument(text, name) : inLines(text, name);
  const known = new Map<string, OldRecord>();
  for (const [at, record] of records)
    for (const [file, one] of recordOf(record, `${name}, ${at}`)) known.set(file, one);
  return known;
}

function otherKind(start: string): string | undefined {
  if (start === '') return 'empty';
  if (start.startsWith('{"version":"2.1.0"') || start.includes('"$schema"')) return 'a SARIF log';
  if (start.startsWith('[')) return 'a code quality report';
  if (start.startsWith('<?xml')) return 'a JUnit report';
  if (start.startsWith('<')) return 'a page';
  return start.startsWith('{') ? undefined : 'no report that a program can read';
}

type Located = readonly [at: string, record: unknown];

function inDocument(text: string, name: string): Located[] {
  let document: { readonly version?: unknown; readonly shard?: unknown; readonly files?: unknown };
  try {
    document = JSON.parse(text);
  } catch {
    throw new Trouble(`${name} breaks off or is damaged. ${REMEDY}`);
  }
  if (document.version !== 1)
    throw new Trouble(
      `${name} is a report of form ${JSON.stringify(document.version)}, and this Copydesk reads form 1. Compare with the version that wrote it or a newer one.`,
    );
  if (document.shard !== undefined) throw isPart(name, document.shard);
  if (!Array.isArray(document.files)) throw new Trouble(`${name} holds no "files". ${REMEDY}`);
  return document.files.map((record, i) => [`draft ${i + 1}`, record] as const);
}

const isPart = (name: string, shard: unknown): Trouble =>
  new Trouble(`${name} is part ${String(shard)} of a report. Join the parts first: copydesk merge.`);

const inLines = (text: string, name: string): Located[] =>
  text.split(/\r?\n/).flatMap((line, i) => {
    if (!line.trim()) return [];
    let record: { readonly shard?: unknown } | null;
    try {
      record = JSON.parse(line);
    } catch {
      throw new Trouble(`Line ${i + 1} of ${name} breaks off or is damaged. ${REMEDY}`);
    }
    if (record?.shard !== undefined) throw isPart(name, record.shard);
    return [[`line ${i + 1}`, record] as const];
  });

/** A record with its path. What a run said of its settings is no draft. */
function recordOf(record: unknown, where: string): [string, OldRecord][] {
  const { path: file, id, diagnostics, problems, sentences, entities } = (record ?? {}) as Record<string, unknown>;
  if (Array.isArray(sentences) || Array.isArray(entities))
    throw new Trouble(`${where}: this is no answer of lint but of another command. ${REMEDY}`);
  if (typeof file !== 'string')
    throw new Trouble(
      id === undefined
        ? `${where}: this is no record of a draft. ${REMEDY}`
        : `${where}: the stories came through --input ndjson and have no path, so no draft can be held against them. Lint the files.`,
    );
  if (!Array.isArray(diagnostics) || !diagnostics.every(isDiagnostic))
    throw new Trouble(`${where}: its "diagnostics" are not as this Copydesk knows them. ${REMEDY}`);
  const said = whatKept(diagnostics, Array.isArray(problems) ? problems : []);
  return [[file, { diagnostics, ...(said && { problem: said }) }]];
}

/** The draft, or the judge's weights, could not be read then. */
function whatKept(
  found: readonly unknown[],
  problems: readonly { code?: unknown; message?: unknown }[],
): OldRecord['problem'] {
  const problem = problems.find(({ code }) => code === NO_WEIGHTS) ?? (found.length ? undefined : problems[0]);
  return problem && { code: String(problem.code), message: `It was not read whole then: ${String(problem.message)}` };
}

function isDiagnostic(one: unknown): one is OldDiagnostic {
  const { rule, severity, start, end, line, column, message, class: kind } = (one ?? {}) as Record<string, unknown>;
  return (
    [rule, severity, message, kind ?? ''].every((text) => typeof text === 'string') &&
    [start, end, line, column].every((n) => Number.isSafeInteger(n) && (n as number) >= 0)
  );
}

// ---- an older program

const START = 64;

/** A script, by its name or its first bytes. */
function isProgram(file: string): boolean {
  if (/\.[cm]?js$/.test(file)) return true;
  const bytes = Buffer.alloc(START);
  try {
    const handle = openSync(file, 'r');
    readSync(handle, bytes, 0, START, 0);
    closeSync(handle);
  } catch (error) {
    throw new Trouble(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return /^#!.*\bnode\b/.test(bytes.toString('latin1'));
}

/** Where a copy of the project, an unpacked package or a folder of npm's has its command line. */
const PLACES = ['dist/cli.js', 'package/dist/cli.js', 'node_modules/copydesk/dist/cli.js', 'cli.js'];

function programIn(folder: string): string {
  const found = PLACES.map((place) => path.join(folder, place)).find((file) => existsSync(file));
  if (found === undefined)
    throw new Trouble(
      `There is no Copydesk in the folder ${folder}: no ${PLACES[0]}. Name the cli.js of an older one, or a report of lint.`,
    );
  return found;
}

/** It is run because the person named it, with the drafts and flags of this command, and nothing else. */
function askProgram(program: string, named: string, args: Arguments): OldAnswers {
  const version = runs(program, ['--version']).stdout.trim();
  if (!/^\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+]\S*)?$/.test(version))
    throw new Trouble(
      `${named} is no Copydesk: it does not answer --version with one. Name the cli.js of an older one.`,
    );
  const flags = Object.keys(deskFlags).flatMap((flag) => args.values(flag).map((value) => `--${flag}=${value}`));
  const { status, stdout, stderr } = runs(program, [
    'lint',
    '--format=ndjson',
    '--fail-on=never',
    ...flags,
    '--',
    ...args.rest,
  ]);
  const name = `Copydesk ${version}`;
  if (status !== 0 && !stdout)
    throw new Trouble(
      `${name} in ${named} gave no answer: ${visible(stderr.trim().split('\n')[0] || `it ended with ${status}`)}`,
    );
  return { name, against: { path: named, version }, records: recordsIn(stdout, `The answer of ${name}`) };
}

/** Bytes of its answer. */
const LARGEST_ANSWER = 1 << 30;

function runs(program: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: LARGEST_ANSWER,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error)
    throw new Trouble(`${program} could not be run (${(error as NodeJS.ErrnoException).code ?? error.message}).`);
  return { status, stdout, stderr };
}
