// Lints one draft, in this process or in a worker. The fixed file is written in this process only.
import { realpathSync } from 'node:fs';
import { problem, textOf } from '../../document/decode';
import { encodeAs, type Encoding } from '../../document/encoding';
import type { Format } from '../../document/draft';
import { formatTable } from '../../document/formats/table';
import type { Problem } from '../../document/story';
import type { LintRecord } from '../../engine/diagnostic';
import { type Fixed, fixUntilStable } from '../../engine/fix';
import { fixableIn } from '../../engine/fixable';
import type { Linted } from '../../report/report';
import { linkOutOf } from '../../workspace/inside-root';
import { rootAbove } from '../../workspace/settings-files';
import { readDraft } from '../../workspace/read-draft';
import { writeAtomically } from '../../workspace/write-file';
import { type KnownAnswers, unknown } from '../cache';
import type { Desk, DraftDesk } from '../resolve-settings';
import type { Input } from '../inputs';
import { print } from '../output';
import { type ToLint, linterAt } from './record';

/** Whether safe fixes are written, or only shown as a diff. */
export type Fixing = 'dry' | 'write' | undefined;

/** A draft whose file could be read. Plain data, so that it can be sent to a worker. */
export interface Question extends ToLint {
  readonly content: string;
  /** The file's encoding; undefined for UTF-8. */
  readonly encoding?: Encoding;
}

/** What the desk says of the draft, or of the fixed text where fixes were wanted. Plain data too. */
export interface Answer extends LintRecord {
  readonly fixed?: Fixed;
  /** How many findings `--fix` would put right, where it was not asked to. */
  readonly fixable?: number;
}

/** Lints the draft. Reads no file but settings, clearances and the cache, and writes no file but the cache. */
export async function answer(
  { content, ...asked }: Question,
  desk: Desk,
  known: KnownAnswers,
  fixing: boolean,
): Promise<Answer> {
  // fixes that are written into a draft never come from the cache
  const lint = await linterAt(asked, desk, fixing ? unknown : known);
  if (!fixing) return withFixable(await desk.at(asked.file), asked, content, lint);
  const fixed = fixUntilStable(content, (copy) => lint(copy).diagnostics);
  const left = lint(fixed.text);
  return { ...left, problems: [...left.problems, ...fixed.problems], fixed };
}

/** Adds how many findings `--fix` would put right: none in a format that is never written. */
function withFixable(
  { house }: DraftDesk,
  { encoding }: Pick<Question, 'encoding'>,
  content: string,
  lint: (text: string) => LintRecord,
): Answer {
  const record = lint(content);
  const fixable =
    encoding && !encodeAs('', encoding)
      ? 0
      : fixableIn(content, record.diagnostics, house.glossary, (text) => lint(text).diagnostics);
  return { ...record, fixable };
}

/** Writes or shows the fixes of an answer, as was asked for. Drafts are written one after another, in their order. */
export function settler(
  desk: Desk,
  known: KnownAnswers,
  fixing: Fixing,
): (input: Input, answered: Answer) => Promise<Linted> {
  const written = new Set<string>();

  /** Reads the draft again where this run has already fixed the same file under another name: the earlier text is old. */
  async function anew(input: Input, answered: Answer): Promise<{ input: Input; answered: Answer }> {
    if (input.piped || !written.has(realOf(input.file))) return { input, answered };
    const content = textOf(await readDraft(input.file, input.shown));
    if (typeof content !== 'string') return { input, answered };
    return { input: { ...input, content }, answered: await answer({ ...input, content }, desk, known, true) };
  }

  /** Lints the draft as it is on disk, and adds why it was not fixed. */
  async function unfixed(input: Input, text: string, problem: Problem): Promise<Linted> {
    const { diagnostics, problems } = await answer({ ...input, content: text }, desk, known, false);
    return { path: input.shown, text, diagnostics, problems: [...problems, problem], fixable: 0 };
  }

  /** Whoever pipes a draft through puts what comes out in its place: that is the draft, though nothing could be done in it. */
  async function asItCame({ given }: Input): Promise<void> {
    if (fixing === 'write' && given) await print(given);
  }

  return async (asked, told) => {
    const { input, answered } = fixing === 'write' ? await anew(asked, told) : { input: asked, answered: told };
    const { shown: path } = input;
    // a draft that could not be read has no text
    const text = typeof input.content === 'string' ? input.content : '';
    const { fixed, ...record } = answered;
    if (!fixed) {
      await asItCame(input);
      return { path, text, ...record };
    }
    if (formatTable[input.format].textOf) {
      await asItCame(input);
      const told = record.diagnostics.length ? [readOnly(path, input.format)] : [];
      return { path, text, ...record, problems: [...record.problems, ...told] };
    }
    const bytes = inItsEncoding(input, text, fixed.text);
    if (!(bytes instanceof Uint8Array) && typeof bytes !== 'string') {
      await asItCame(input);
      return unfixed(input, text, bytes);
    }
    if (fixing === 'dry') {
      const { unifiedDiff } = await import('../../report/diff');
      await print(unifiedDiff(path, text, fixed.text));
      return { path, text: fixed.text, ...record };
    }
    const { root } = (await desk.at(input.file)).resolved;
    const problem = fixed.text === text && !input.piped ? undefined : await put(input, root, text, bytes);
    if (problem) return unfixed(input, text, problem);
    if (!input.piped && fixed.text !== text) written.add(realOf(input.file));
    return { path, text: fixed.text, fixed: fixed.applied, ...record };
  };
}

const readOnly = (path: string, format: Format): Problem => ({
  ...{ code: 'read-only', severity: 'note' },
  message: `${path} is ${formatTable[format].name}, and nothing is ever written to it. Put right there what was found.`,
});

/** The fixed draft as it is written down; a draft in another encoding than UTF-8 stays in that, or as it is. */
function inItsEncoding(
  { encoding, shown, piped }: Input,
  before: string,
  after: string,
): string | Uint8Array | Problem {
  if (!encoding) return after;
  const bytes = encodeAs(after, encoding);
  if (bytes) return bytes;
  if (before === after && !piped) return after;
  return problem(
    'unwritable-encoding',
    `${shown} is in ${encoding.said}, which is read and cannot be written here, so nothing in it was changed. Convert it to UTF-8 and run the command again.`,
  );
}

/** Writes the fixed draft where it came from, unless somebody else has written there since. */
async function put(
  { piped, file, shown }: Input,
  root: string,
  before: string,
  after: string | Uint8Array,
): Promise<Problem | undefined> {
  if (piped) {
    await print(after);
    return undefined;
  }
  if (textOf(await readDraft(file)) !== before)
    return {
      code: 'changed-meanwhile',
      message: `${shown} was changed while it was linted, so nothing was fixed in it. Run the command again.`,
    };
  // what a link leads to may say that it is a root of its own
  for (const home of [rootAbove(process.cwd()), root]) {
    const link = linkOutOf(home, file);
    if (link !== undefined)
      return {
        code: 'outside-root',
        message: `${link} is a link that leads outside ${home}, so nothing in ${shown} was changed. Name the file itself.`,
      };
  }
  return writeAtomically(file, after, shown);
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
