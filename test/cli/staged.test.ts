// `copydesk lint --staged`: what the next commit would hold, read from Git's index, whatever lies in the working tree.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, ownData, program } from '../support/cli';
import { git, gitEnv, repository } from '../support/git';

const clean = 'The ferry leaves at noon, the harbour master said.\n';
const marked = 'The ferry leaves at TK, the harbour master said.\n';

const env = { ...gitEnv, PATH: process.env.PATH ?? '' };
const lint = (made: Folder, ...args: string[]) =>
  made.run(['lint', '--staged', '--format', 'concise', ...args], '', env);
const places = (made: Folder, ...args: string[]): string[] => {
  const { out, err } = lint(made, ...args);
  assert.equal(err, '');
  return [...out.matchAll(/^(.*?):(\d+):\d+: /gm)].map(([, file, line]) => `${file}:${line}`);
};

describe('copydesk lint --staged', function () {
  this.timeout(60_000);

  it('reads the index and not the file, and asks about new lines alone', () => {
    const made = repository({ 'a.txt': `${marked}\n${clean}`, 'b.txt': clean, 'c.txt': marked });
    assert.deepEqual(places(made), []);
    made.write('a.txt', `${marked}\n${clean}\n${marked}`);
    made.write('b.txt', marked);
    git(made.path, 'add', 'a.txt', 'b.txt');
    // put right since, and not added; broken since, and not added
    made.write('b.txt', clean);
    made.write('c.txt', marked + marked);
    made.write('untracked.txt', marked);
    assert.deepEqual(places(made), ['a.txt:5', 'b.txt:1']);
    assert.equal(lint(made).code, 1);
    assert.equal(made.read('b.txt'), clean);
  });

  it('reads a draft that is gone from the folder, and one that was renamed', () => {
    const made = repository({ 'old.txt': `${marked}\n${clean.repeat(8)}`, 'd/x.txt': clean });
    made.write('gone.txt', marked);
    git(made.path, 'add', 'gone.txt');
    rmSync(path.join(made.path, 'gone.txt'));
    git(made.path, 'mv', 'old.txt', 'd/new.txt');
    made.write('d/new.txt', `${marked}\n${clean.repeat(8)}${marked}`);
    git(made.path, 'add', 'd/new.txt');
    assert.deepEqual(places(made), ['d/new.txt:11', 'gone.txt:1']);
  });

  it('holds the first commit to all of its lines', () => {
    const made = folder({ 'a.txt': marked });
    rmSync(path.join(made.path, '.git'), { recursive: true });
    git(made.path, 'init', '-q');
    assert.deepEqual(places(made), []);
    git(made.path, 'add', '-A');
    assert.deepEqual(places(made), ['a.txt:1']);
  });

  it('keeps to what was named, to ignore lists and to kinds of files', () => {
    const made = repository({ 'copydesk.json': '{ "ignore": ["old/**"] }' });
    const names = [
      'a.txt',
      'd/b.txt',
      'd/c.md',
      'old/e/f.txt',
      'README.md',
      'd/page.html',
      'pic.svg',
      'node_modules/x.txt',
    ];
    for (const name of names) made.write(name, marked);
    git(made.path, 'add', '-f', '-A');
    const found = ['a.txt:1', 'd/b.txt:1', 'd/c.md:1'];
    const said = lint(made);
    assert.deepEqual(said.out.match(/^[^:]+:\d+/gm), found);
    assert.match(said.err, /^1 \.html file is not read;/);
    assert.deepEqual(places(made, 'd/b.txt', 'a.txt'), ['a.txt:1', 'd/b.txt:1']);
    assert.deepEqual(places(made, 'old/e/f.txt'), ['old/e/f.txt:1']);
    assert.deepEqual(places(made, '**/*.md'), ['d/c.md:1']);
    assert.deepEqual(places(made, 'd/*.html'), ['d/page.html:1']);
    assert.match(lint(made, 'nope.txt').out, /^nope\.txt:1:1: error: There is no file nope\.txt\./);
    assert.equal(lint(made, 'nope.txt').code, 2);
    assert.match(lint(made, 'a.txt/').out, /^a\.txt:1:1: error: a\.txt is a file, not a folder\./);
    assert.match(lint(made, 'nope/').out, /^nope:1:1: error: There is no folder nope\./);
    assert.deepEqual(lint(made, 'd/').out.match(/^[^:]+:\d+/gm), ['d/b.txt:1', 'd/c.md:1']);
  });

  it('believes no attribute and no flag of the index, and runs no program of the repository', () => {
    const made = repository({ 'a.txt': clean, 'b.txt': clean, 'c.txt': clean });
    const trap = made.write('trap', '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\ncat\n');
    chmodSync(trap, 0o755);
    for (const name of ['a.txt', 'b.txt', 'c.txt']) made.write(name, marked);
    git(made.path, 'add', 'a.txt', 'b.txt', 'c.txt');
    made.write('.gitattributes', '*.txt -diff -text binary filter=trap diff=trap export-ignore\n');
    for (const key of [
      'filter.trap.clean',
      'filter.trap.smudge',
      'filter.trap.process',
      'diff.trap.textconv',
      'core.fsmonitor',
    ])
      git(made.path, 'config', key, trap);
    git(made.path, '-c', 'core.fsmonitor=false', 'update-index', '--assume-unchanged', 'b.txt');
    git(made.path, '-c', 'core.fsmonitor=false', 'update-index', '--skip-worktree', 'c.txt');
    rmSync(path.join(made.path, 'sprung'), { force: true });
    assert.deepEqual(places(made), ['a.txt:1', 'b.txt:1', 'c.txt:1']);
    assert.throws(() => made.read('sprung'));
  });

  it('reads what Git LFS keeps from the file that was added, and says so where that has changed', () => {
    const pointer = (text: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(text).digest('hex')}\nsize ${text.length}\n`;
    const made = repository({ 'a.txt': pointer(clean), 'b.txt': clean });
    for (const [name, text] of [
      ['a.txt', clean + marked],
      ['b.txt', marked],
    ] as const) {
      made.write(name, pointer(text));
      git(made.path, 'add', name);
      made.write(name, text);
    }
    assert.deepEqual(places(made), ['a.txt:2', 'b.txt:1']);
    made.write('a.txt', clean);
    const { out, code } = lint(made, 'a.txt');
    assert.match(out, /^a\.txt:1:1: error: a\.txt is kept by Git LFS, and its file is not what was added/);
    assert.equal(code, 2);
  });

  it('leaves links, repositories inside and merges that are not done', () => {
    const made = repository({ 'a.txt': clean, 'm.txt': clean });
    symlinkSync('a.txt', path.join(made.path, 'link.txt'));
    git(made.path, 'init', '-q', 'inner');
    made.write('inner/x.txt', marked);
    git(path.join(made.path, 'inner'), 'add', '-A');
    git(path.join(made.path, 'inner'), 'commit', '-qm', 'x');
    git(made.path, 'add', 'link.txt', 'inner');
    const oid = git(made.path, 'rev-parse', ':m.txt').trim();
    const stages = [1, 2, 3].map((stage) => `100644 ${oid} ${stage}\tm.txt\n`).join('');
    git(made.path, 'rm', '-q', '--cached', 'm.txt');
    spawnSync('git', ['update-index', '--index-info'], { cwd: made.path, env: gitEnv, input: stages });
    assert.deepEqual(places(made), []);
    assert.equal(lint(made).code, 0);
  });

  it('is a hook that Git runs: for a whole commit, for all that is tracked, for one file of several', () => {
    const made = repository({ 'a.txt': clean, 'b.txt': clean });
    const hook = made.write(
      '.git/hooks/pre-commit',
      `#!/bin/sh\nexec "${process.execPath}" "${program}" lint --staged\n`,
    );
    chmodSync(hook, 0o755);
    const commit = (...args: string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=D', '-c', 'user.email=d@example.org', 'commit', '-qm', 'x', ...args], {
        cwd: made.path,
        env: { ...gitEnv, XDG_DATA_HOME: ownData() },
      }).status;
    made.write('a.txt', marked);
    made.write('b.txt', `${clean}${clean}`);
    assert.equal(commit('-a'), 1);
    assert.equal(commit('b.txt'), 0, 'the other file is not in this commit');
    git(made.path, 'add', 'a.txt');
    assert.equal(commit(), 1);
    made.write('a.txt', `${clean}${clean}`);
    git(made.path, 'add', 'a.txt');
    assert.equal(commit(), 0);
  });

  it('takes names as they come, and stands where the person stands', () => {
    const made = repository({ 'a.txt': clean });
    for (const name of ['d/ä "b".txt', 'd/e/f.txt']) made.write(name, marked);
    git(made.path, 'add', '-A');
    assert.deepEqual(places(made), ['d/e/f.txt:1', 'd/ä "b".txt:1']);
    const inside = spawnSync(process.execPath, [program, 'lint', '--staged', '--format', 'concise'], {
      cwd: path.join(made.path, 'd/e'),
      encoding: 'utf8',
      env: { ...gitEnv, XDG_DATA_HOME: ownData() },
    });
    assert.match(inside.stdout, /^f\.txt:1:\d+: error: .*\n$/);
  });

  const faults: readonly [string[], RegExp][] = [
    [['--changed'], /cannot go with --changed/],
    [['--fix'], /--fix takes whole drafts, so it cannot go with --staged/],
    [['--server'], /cannot go with --server/],
    [['--stdin-filename', 'x.txt'], /cannot go with --staged/],
    [['-'], /not standard input/],
  ];
  for (const [args, sentence] of faults)
    it(`says why not with ${args[0]}`, () => {
      const { code, err } = lint(repository({ 'a.txt': clean }), ...args);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });

  it('says so outside a repository', () => {
    const made = folder({ 'a.txt': marked });
    rmSync(path.join(made.path, '.git'), { recursive: true });
    const { code, err } = lint(made);
    assert.deepEqual([code, /in no Git repository.* Leave out --staged\./.test(err)], [2, true], err);
  });
});
