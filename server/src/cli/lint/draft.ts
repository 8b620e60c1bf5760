// One draft linted: asked about where there is time for it, here or in a worker; put right where its file lies, here alone.
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
import { type Known, unknown } from '../cache';
import type { Desk, Place } from '../desk';
import type { Input } from '../inputs';
import { print } from '../output';
import { type Asked, linterAt } from './record';

/** Whether safe fixes are written, or only shown as a diff. */
export type Fixing = 'dry' | 'write' | undefined;

/** A draft that could be read. Plain data, so that it can go to a worker. */
export interface Question extends Asked {
  readonly content: string;
  /** As the file says it; nothing where that is UTF-8. */
  readonly encoding?: Encoding;
}

/** What the desk says of it: of the fixed text, where fixes were wanted. Plain data too. */
export interface Answer extends LintRecord {
  readonly fixed?: Fixed;
  /** How many findings `--fix` would put right, where it was not asked to. */
  readonly fixable?: number;
}

/** Reads nothing and writes nothing but settings, clearances and what is known already. */
export async function answer(
  { content, ...asked }: Question,
  desk: Desk,
  known: Known,
  fixing: boolean,
): Promise<Answer> {
  // what is written into a draft is found now, whatever was kept
  const lint = await linterAt(asked, desk, fixing ? unknown : known);
  if (!fixing) return withFixable(await desk.at(asked.file), asked, content, lint);
  const fixed = fixUntilStable(content, (copy) => lint(copy).diagnostics);
  const left = lint(fixed.text);
  return { ...left, problems: [...left.problems, ...fixed.problems], fixed };
}

/** Nothing is fixable in a file that is never written. */
function withFixable(
  { house }: Place,
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

/** Does with an answer what was asked for: drafts are written one after another, in their order. */
export function settler(desk: Desk, known: Known, fixing: Fixing): (input: Input, answered: Answer) => Promise<Linted> {
  const written = new Set<string>();

  /** Another name of a file that this run has fixed: what was read of it before is old. */
  async function anew(input: Input, answered: Answer): Promise<{ input: Input; answered: Answer }> {
    if (input.piped || !written.has(realOf(input.file))) return { input, answered };
    const content = textOf(await readDraft(input.file, input.shown));
    if (typeof content !== 'string') return { input, answered };
    return { input: { ...input, content }, answered: await answer({ ...input, content }, desk, known, true) };
  }

  /** What is said of the draft as it lies there, and why it was not put right. */
  async function unfixed(input: Input, text: string, problem: Problem): Promise<Linted> {
    const { diagnostics, problems } = await answer({ ...input, content: text }, desk, known, false);
    return { path: input.shown, text, diagnostics, problems: [...problems, problem], fixable: 0 };
  }

  return async (asked, told) => {
    const { input, answered } = fixing === 'write' ? await anew(asked, told) : { input: asked, answered: told };
    const { shown: path } = input;
    // what could not be read has no text
    const text = typeof input.content === 'string' ? input.content : '';
    const { fixed, ...record } = answered;
    if (!fixed) return { path, text, ...record };
    if (formatTable[input.format].textOf) {
      const told = record.diagnostics.length ? [readOnly(path, input.format)] : [];
      return { path, text, ...record, problems: [...record.problems, ...told] };
    }
    const bytes = inItsEncoding(input, text, fixed.text);
    if (!(bytes instanceof Uint8Array) && typeof bytes !== 'string') return unfixed(input, text, bytes);
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
