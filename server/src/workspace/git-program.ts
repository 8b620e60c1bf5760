// Runs Git for reading only. No program that a repository names is run, a Git that does not answer is stopped, and Git ends when
// this process ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import * as path from 'node:path';
import { hindrances, keyFiles } from './git-hindrance';

export interface Answer {
  readonly ok: boolean;
  /** Bytes: names may be in any encoding. */
  readonly out: Buffer;
  readonly err: string;
}

/** Longest answer that is read, in bytes. */
const LARGEST_ANSWER = 1 << 29;
const LARGEST_COMPLAINT = 1 << 20;

/** ms until a Git that does not answer is given up. */
const PATIENCE = 20_000;

/** ms of silence after which we look for what may keep it waiting. */
const SILENCE = 500;

/**
 * What a repository could have Git run or be led astray by, each taken back by the command line, which outranks its configuration:
 * the file system monitor (and a cache of what is untracked that it keeps), hooks, a pager, an editor, programs that ask for
 * passwords or connect, a configuration inside a bare repository that lies among the files. Only plumbing is asked that looks at
 * no content of the working tree, so filters, drivers of diff and text conversion have no part in it, and attributes no say.
 */
const SAFELY = [
  ['core.fsmonitor', 'false'],
  ['core.untrackedCache', 'false'],
  ['core.preloadIndex', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.editor', 'false'],
  ['core.askPass', 'false'],
  ['core.sshCommand', 'false'],
  ['core.gitProxy', ''],
  ['core.alternateRefsCommand', 'false'],
  ['core.commitGraph', 'false'],
  ['core.attributesFile', ''],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['diff.orderFile', ''],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['protocol.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['safe.bareRepository', 'explicit'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * @param inner the folder is a repository inside another: what the environment says of that one (as a hook is told) is not meant.
 * @returns nothing where there is no Git.
 * @throws an error where it does not answer, or would wait for ever: its message is the rest of a sentence.
 */
export async function askGit(folder: string, args: readonly string[], inner = false): Promise<Answer | undefined> {
  const program = gitProgram();
  if (program === undefined) return undefined;
  if (!isFolder(folder)) return { ok: false, out: Buffer.alloc(0), err: 'no such folder' };
  for (const found of keyFiles(folder)) throw new Error(waits(found));
  let child: ChildProcess | undefined;
  // listen before Git is started: a signal may come as soon as it runs
  const done = endWithUs(() => child?.kill('SIGKILL'));
  child = spawn(program, ['--no-pager', ...SAFELY, ...args], {
    cwd: folder,
    env: environment(inner),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const over = new AbortController();
  try {
    return await Promise.race([answerOf(child), given(folder, over.signal)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    over.abort();
    child.kill('SIGKILL');
    done();
  }
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, out, err] = await Promise.all([
    ended,
    taken(child.stdout, LARGEST_ANSWER),
    taken(child.stderr, LARGEST_COMPLAINT),
  ]);
  return { ok: code === 0, out, err: err.toString('utf8') };
}

async function taken(stream: ChildProcess['stdout'], largest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    if ((length += part.length) > largest) throw new Error(`its answer is longer than ${largest >> 20} MB`);
  }
  return Buffer.concat(parts);
}

/** Rejects when Git is to be given up: as soon as it is clear what keeps it waiting, else when it has had its time. */
async function given(folder: string, over: AbortSignal): Promise<never> {
  await pause(SILENCE, over);
  const rest = pause(PATIENCE - SILENCE, over);
  for await (const found of hindrances(folder, over)) throw new Error(waits(found));
  await rest;
  throw new Error(`it did not answer for ${PATIENCE / 1000} s`);
}

const waits = ({ file, kind }: { readonly file: string; readonly kind: string }): string =>
  `${file} is ${kind}, and Git would wait for it. Put a file there, or take it away.`;

/** Waits, and never resolves once `over` is aborted: nobody waits for the answer then. */
const pause = (ms: number, over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    over.addEventListener('abort', () => clearTimeout(timer));
  });

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends Git whenever this process ends, by a signal too. @returns a function that stops watching over it. */
function endWithUs(end: () => void): () => void {
  const heard = (signal: NodeJS.Signals): void => {
    end();
    letGo();
    // If anybody else handles this signal, they decide. Otherwise send it to this process again, so that it ends as by default.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    process.removeListener('exit', end);
    for (const signal of SIGNALS) process.removeListener(signal, heard);
  };
  process.on('exit', end);
  for (const signal of SIGNALS) process.on(signal, heard);
  return letGo;
}

/** The person's own environment without the variables that make Git run a program or write its answer elsewhere. */
function environment(inner: boolean): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !DROPPED.test(name) && !(inner && OF_ONE.test(name)));
  return {
    ...Object.fromEntries(own),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // read the object of this very name, not one that the repository puts in its place
    GIT_NO_REPLACE_OBJECTS: '1',
    // fetch nothing that a partial clone lacks
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}

const DROPPED =
  /^(?:GIT_(?:EXTERNAL_DIFF|DIFF_OPTS|PAGER\w*|EDITOR|SEQUENCE_EDITOR|SSH\w*|ASKPASS|PROXY_COMMAND|TRACE\w*|REDIRECT_\w+|TEST_\w+|ATTR_\w+|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)|SSH_ASKPASS|PAGER|EDITOR|VISUAL)$/i;

/** Variables that name the parts of one repository. */
const OF_ONE =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|IMPLICIT_WORK_TREE)$/i;

/** The full path of Git. A program named git that lies among the drafts must not be run, on any system. */
function gitProgram(): string | undefined {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  const paths = process.env.PATH ?? process.env.Path ?? '';
  for (const folder of paths.split(path.delimiter))
    for (const name of path.isAbsolute(folder) ? names : []) {
      const file = path.join(folder, name);
      if (isProgram(file)) return file;
    }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    const { mode } = statSync(file);
    return statSync(file).isFile() && (process.platform === 'win32' || (mode & 0o111) !== 0);
  } catch {
    return false;
  }
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
