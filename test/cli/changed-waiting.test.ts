// `lint --changed` where Git would wait for ever: pipes where it expects files are told of by name, and nothing is left running.
// And what a link hides from nobody.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program, type Ran } from '../support/cli';
import { git, gitEnv, repository } from '../support/git';

const clean = 'The ferry leaves at noon, the harbour master said.\n';
const marked = 'The ferry leaves at TK, the harbour master said.\n';

const at = (made: Folder, name: string): string => path.join(made.path, name);

function pipe(made: Folder, name: string): void {
  rmSync(at(made, name), { force: true });
  mkdirSync(path.dirname(at(made, name)), { recursive: true });
  assert.equal(spawnSync('mkfifo', [at(made, name)]).status, 0);
}

/** A run that waits for ever is killed and has no code. */
function run(made: Folder, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: made.path,
    env: gitEnv,
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('copydesk lint --changed, where Git would wait', function () {
  this.timeout(60_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  const tree = (made: Folder): string => {
    const oid = git(made.path, 'rev-parse', 'HEAD^{tree}').trim();
    return `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
  };
  const table: readonly [what: string, lay: (made: Folder) => string][] = [
    ...['.git/HEAD', '.git/config', '.git/index', '.git/packed-refs', '.git/info/exclude', '.gitignore'].map(
      (name): [string, (made: Folder) => string] => [
        name,
        (made) => {
          pipe(made, name);
          return name;
        },
      ],
    ),
    [
      'a list of what is passed over, deep among the drafts',
      (made) => {
        pipe(made, 'desk/deep/.gitignore');
        return 'desk/deep/.gitignore';
      },
    ],
    [
      'one that leads to a pipe',
      (made) => {
        pipe(made, 'p');
        rmSync(at(made, '.git/info/exclude'), { force: true });
        symlinkSync('../../p', at(made, '.git/info/exclude'));
        return '.git/info/exclude';
      },
    ],
    [
      'a configuration that another includes',
      (made) => {
        pipe(made, 'p');
        appendFileSync(at(made, '.git/config'), '[includeIf "gitdir:/"]\n\tpath = "../more" \n');
        made.write('more', '[Include]\nPATH=p\n');
        return 'p';
      },
    ],
    [
      'a list that the configuration names',
      (made) => {
        pipe(made, 'p');
        git(made.path, 'config', 'core.excludesFile', 'p');
        return 'p';
      },
    ],
    [
      'the branch',
      (made) => {
        pipe(made, '.git/refs/heads/main');
        return '.git/refs/heads/main';
      },
    ],
    [
      'what was recorded',
      (made) => {
        const name = tree(made);
        pipe(made, name);
        return name;
      },
    ],
    [
      'the index of a repository that lies elsewhere',
      (made) => {
        renameSync(at(made, '.git'), at(made, 'home'));
        made.write('.git', 'gitdir: home\n');
        pipe(made, 'home/index');
        return 'home/index';
      },
    ],
  ];
  for (const [what, lay] of table)
    it(`${what}: is told of`, () => {
      const made = repository({ 'a.txt': clean });
      made.write('a.txt', clean + marked);
      const name = lay(made);
      const { err, out, code } = run(made, ['lint', '--changed']);
      assert.equal(
        err,
        `copydesk: Git could not say what has changed: ${name} is a pipe, and Git would wait for it. Put a file there, or take it away.\n`,
        out,
      );
      assert.equal(code, 2);
    });

  it('doctor says so too', () => {
    const made = repository({ 'a.txt': clean });
    pipe(made, '.git/index');
    const { out, code } = run(made, ['doctor']);
    assert.match(
      out,
      /but --changed does not work: see below\.\n[\s\S]*\.git\/index is a pipe, and Git would wait for it/,
    );
    assert.equal(code, 2);
  });

  it('a configuration that names the null device, as many do, is none of these', () => {
    const made = repository({ 'a.txt': clean });
    git(made.path, 'config', 'include.path', '/dev/null');
    made.write('a.txt', clean + marked);
    assert.equal(run(made, ['lint', '--changed']).code, 1);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    it(`${signal} ends Git with the run`, async function () {
      if (process.platform !== 'linux') this.skip();
      const made = repository({ 'a.txt': clean });
      // one that waits for what nobody could find
      const away = folder({ git: '#!/bin/sh\nexec sleep 600\n' });
      chmodSync(at(away, 'git'), 0o755);
      const child = spawn(process.execPath, [program, 'lint', '--changed'], {
        cwd: made.path,
        env: { ...gitEnv, PATH: `${away.path}:${gitEnv.PATH}` },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
      await eventually(() => workingIn(made.path, child.pid));
      child.kill(signal);
      assert.equal(await ended, signal);
      // one that has ended and that nobody has taken note of yet works nowhere
      await eventually(() => !workingIn(made.path, child.pid));
    });

  /** The process other than `but` that has this folder for its own. */
  const workingIn = (home: string, but: number | undefined): string | undefined =>
    readdirSync('/proc').find((pid) => {
      try {
        const isIt =
          /^\d+$/.test(pid) && Number(pid) !== but && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sleep\n';
        return isIt && readlinkSync(`/proc/${pid}/cwd`) === home;
      } catch {
        return false;
      }
    });

  async function eventually<T>(ask: () => T): Promise<NonNullable<T>> {
    for (let asked = 0; asked < 1000; asked++) {
      const told = ask();
      if (told) return told;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.fail('it never came');
  }
});

describe('copydesk lint --changed, by way of a link', function () {
  this.timeout(60_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  const marks = (made: Folder, ...paths: readonly string[]): string[] =>
    run(made, ['lint', '--changed', '--format', 'ndjson', ...paths])
      .out.split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .flatMap(({ path: name, diagnostics }) => diagnostics.map((d: { line: number }) => `${name}:${d.line}`));

  const linked = (made: Folder): void => symlinkSync('desk', at(made, 'news'));

  it('to a folder: what lies there has changed where it lies', () => {
    const made = repository({ 'desk/a.txt': marked, 'desk/b.txt': clean }, linked);
    made.write('desk/b.txt', clean + marked);
    assert.deepEqual(marks(made, 'news/b.txt', 'news/a.txt'), ['news/b.txt:2']);
    assert.deepEqual(marks(made, 'news'), ['news/b.txt:2']);
    assert.deepEqual(marks(made), ['desk/b.txt:2'], 'each draft once');
  });

  it('through several of them, with a file at the end', () => {
    const made = repository({ 'desk/a.txt': clean }, (one) => {
      linked(one);
      symlinkSync('../news/a.txt', at(one, 'desk/latest.txt'));
    });
    made.write('desk/a.txt', marked);
    assert.deepEqual(marks(made, 'news/latest.txt'), ['news/latest.txt:1']);
  });

  it('one that is new, or leads elsewhere now, has all in it changed; one that Git passes over changes nothing', () => {
    const made = repository({ 'desk/a.txt': marked, 'old/a.txt': marked }, linked);
    assert.deepEqual(marks(made, 'news/a.txt'), []);
    rmSync(at(made, 'news'));
    symlinkSync('old', at(made, 'news'));
    assert.deepEqual(marks(made, 'news/a.txt'), ['news/a.txt:1']);
    symlinkSync('desk', at(made, 'fresh'));
    assert.deepEqual(marks(made, 'fresh/a.txt'), ['fresh/a.txt:1']);
    made.write('.gitignore', 'fresh\n');
    assert.deepEqual(marks(made, 'fresh/a.txt'), []);
  });

  it('a folder that became a link has changed, whatever lies behind it', () => {
    const made = repository({ 'desk/a.txt': marked, 'other/a.txt': marked });
    rmSync(at(made, 'desk'), { recursive: true });
    symlinkSync('other', at(made, 'desk'));
    assert.deepEqual(marks(made, 'desk/a.txt'), ['desk/a.txt:1']);
  });

  it('a repository inside whose .git is broken has all in it changed', () => {
    const made = repository({ 'a.txt': clean }, (one) => {
      one.write('sub/b.txt', marked);
      git(at(one, 'sub'), 'init', '-q');
      git(at(one, 'sub'), 'add', '-A');
      git(at(one, 'sub'), 'commit', '-qm', 'first');
    });
    assert.deepEqual(marks(made), []);
    rmSync(at(made, 'sub/.git'), { recursive: true });
    pipe(made, 'sub/.git');
    assert.deepEqual(marks(made), ['sub/b.txt:1']);
  });
});
