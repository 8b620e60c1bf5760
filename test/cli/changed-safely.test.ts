// `lint --changed` in repositories that strangers made: Git runs no program of theirs, and nothing that they have written makes a
// change pass in silence.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program } from '../support/cli';
import { git, gitEnv, repository } from '../support/git';

const clean = 'The council meets on Monday, the mayor said.\n';
const marked = 'The council meets on Monday with TK members, the mayor said.\n';

function places(made: Folder, args: readonly string[] = ['--changed'], within = '.', more = {}): string[] {
  const cwd = path.join(made.path, within);
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'lint', ...args, '--format', 'ndjson'], {
    cwd,
    env: { ...gitEnv, ...more },
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.equal(stderr, '');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .flatMap(({ path: name, diagnostics }) => diagnostics.map((d: { line: number }) => `${name}:${d.line}`))
    .sort();
}

/** Every setting that names a program, or lets one be run. `MARK` stands for a program that leaves a mark. */
const programs = (mark: string): readonly (readonly [string, string])[] => [
  ['core.fsmonitor', mark],
  ['core.hooksPath', `${path.dirname(mark)}/hooks`],
  ['core.pager', mark],
  ['core.editor', mark],
  ['core.askPass', mark],
  ['core.sshCommand', mark],
  ['core.gitProxy', mark],
  ['core.alternateRefsCommand', mark],
  ['core.untrackedCache', 'true'],
  ['core.preloadIndex', 'true'],
  ['credential.helper', `!${mark}`],
  ['diff.external', mark],
  ['diff.evil.command', mark],
  ['diff.evil.textconv', mark],
  ['diff.evil.cachetextconv', 'true'],
  ['diff.evil.binary', 'true'],
  ['diff.submodule', 'diff'],
  ['difftool.evil.cmd', mark],
  ['filter.evil.clean', mark],
  ['filter.evil.smudge', mark],
  ['filter.evil.process', mark],
  ['filter.evil.required', 'true'],
  ['merge.evil.driver', mark],
  ['mergetool.evil.cmd', mark],
  ['gpg.program', mark],
  ['gpg.ssh.program', mark],
  ['gpg.ssh.defaultKeyCommand', mark],
  ['log.showSignature', 'true'],
  ['interactive.diffFilter', mark],
  ['pager.diff', mark],
  ['pager.ls-files', mark],
  ['pager.rev-parse', mark],
  ['pager.cat-file', mark],
  ['sequence.editor', mark],
  ['status.submoduleSummary', 'true'],
  ['submodule.sub.update', `!${mark}`],
  ['submodule.recurse', 'true'],
  ['uploadpack.packObjectsHook', mark],
  ['remote.origin.url', `ext::${mark}`],
  ['remote.origin.uploadpack', mark],
  ['remote.origin.vcs', 'evil'],
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
  ['protocol.ext.allow', 'always'],
  ['trailer.evil.command', mark],
  ['web.browser', mark],
  ['browser.evil.cmd', mark],
  ['man.viewer', mark],
  ['instaweb.httpd', mark],
  ['imap.tunnel', mark],
  ['sendemail.smtpserver', mark],
  ['blame.ignoreRevsFile', '/dev/null'],
  ['alias.diff', `!${mark}`],
  ['alias.rev-parse', `!${mark}`],
  ['alias.ls-files', `!${mark}`],
  ['alias.ls-tree', `!${mark}`],
  ['alias.cat-file', `!${mark}`],
  ['alias.diff-index', `!${mark}`],
  ['alias.merge-base', `!${mark}`],
];

const hooks = [
  ...['post-index-change', 'fsmonitor-watchman', 'post-checkout', 'pre-commit', 'reference-transaction', 'pre-auto-gc'],
  ...['post-merge', 'post-rewrite', 'update', 'pre-push', 'push-to-checkout', 'proc-receive', 'commit-msg'],
];

describe('copydesk lint --changed, in a stranger’s repository', function () {
  this.timeout(60_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  /** A program that leaves a mark, and what tells whether it has run. */
  function trap(): { readonly mark: string; readonly ran: () => string } {
    const away = folder();
    const traces = path.join(away.path, 'traces');
    const mark = away.write('mark', `#!/bin/sh\necho "$0 $*" >> '${traces}'\nexit 0\n`);
    chmodSync(mark, 0o755);
    for (const hook of hooks) {
      cpSync(mark, away.write(`hooks/${hook}`, ''));
      chmodSync(path.join(away.path, 'hooks', hook), 0o755);
    }
    return { mark, ran: () => (existsSync(traces) ? away.read('traces') : '') };
  }

  function booby(made: Folder, mark: string): void {
    const home = path.join(made.path, '.git');
    for (const [name, value] of programs(mark)) git(made.path, 'config', '--add', name, value);
    for (const hook of hooks) cpSync(mark, path.join(home, 'hooks', hook));
    mkdirSync(path.join(home, 'info'), { recursive: true });
    appendFileSync(path.join(home, 'info/attributes'), '* filter=evil diff=evil merge=evil\n');
  }

  it('no program that its configuration, hooks or attributes name is run', () => {
    const { mark, ran } = trap();
    const made = repository({
      'a.txt': clean,
      '.gitattributes': '* filter=evil diff=evil merge=evil\n',
      'b.txt': clean,
    });
    booby(made, mark);
    made.write('a.txt', marked);
    made.write('new.txt', marked);
    assert.deepEqual(places(made), ['a.txt:1', 'new.txt:1']);
    assert.deepEqual(places(made, ['--changed=HEAD']), ['a.txt:1', 'new.txt:1']);
    made.run(['doctor']);
    made.run(['lint', '--changed', 'HEAD']);
    assert.equal(ran(), '');
    // the traps are live: what porcelain would do, they show
    spawnSync('git', ['status'], { cwd: made.path, env: gitEnv });
    assert.match(ran(), /mark/);
  });

  it('none of a bare repository that lies among the files, after a plain clone', () => {
    const { mark, ran } = trap();
    const source = repository({ 'a.txt': clean });
    const inner = path.join(source.path, 'desk');
    git(source.path, 'init', '-q', '--bare', 'desk');
    git(inner, 'config', 'core.bare', 'false');
    git(inner, 'config', 'core.worktree', '..');
    for (const [name, value] of programs(mark))
      git(source.path, 'config', '--file', 'desk/config', '--add', name, value);
    for (const empty of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'branches'])
      source.write(`desk/${empty}/keep`, '');
    source.write('desk/b.txt', clean);
    git(source.path, 'add', '-Af');
    git(source.path, 'commit', '-qm', 'a gift');
    const away = folder();
    git(away.path, 'clone', '-q', source.path, 'copy');
    away.write('copy/desk/b.txt', marked);
    assert.deepEqual(places(away, ['--changed'], 'copy/desk'), ['b.txt:1']);
    assert.deepEqual(places(away, ['--changed'], 'copy'), ['desk/b.txt:1']);
    assert.equal(ran(), '');
  });

  it('none of a repository inside it, recorded or not', () => {
    const { mark, ran } = trap();
    const made = repository({ 'a.txt': clean });
    const part = repository({ 'p.txt': clean, 'q.txt': clean });
    git(made.path, 'submodule', '--quiet', 'add', part.path, 'part');
    git(made.path, 'commit', '-qm', 'part');
    for (const [name, value] of programs(mark)) git(path.join(made.path, 'part'), 'config', '--add', name, value);
    git(made.path, 'init', '-q', 'other');
    for (const [name, value] of programs(mark)) git(path.join(made.path, 'other'), 'config', '--add', name, value);
    assert.deepEqual(places(made), []);
    made.write('part/p.txt', marked);
    made.write('other/o.txt', marked);
    assert.deepEqual(places(made), ['other/o.txt:1', 'part/p.txt:1']);
    assert.equal(ran(), '');
  });

  const silent: readonly [what: string, attributes: string][] = [
    ['-diff', '*.txt -diff\n'],
    ['binary', '*.txt binary\n'],
    ['a driver that says nothing', '*.txt diff=quiet\n'],
    ['a filter that is missing', '*.txt filter=lost\n'],
    ['another encoding', '*.txt working-tree-encoding=UTF-16\n'],
    ['line ends', '*.txt text eol=crlf\n'],
    ['left out of archives', '*.txt export-ignore -text\n'],
    ['whitespace', '*.txt whitespace=-blank-at-eol\n'],
    ['a macro', '[attr]hush binary\n*.txt hush\n'],
  ];
  for (const [what, attributes] of silent)
    it(`attributes silence nothing: ${what}`, () => {
      const made = repository({ 'a.txt': clean, 'sub/b.txt': clean });
      made.write('.gitattributes', attributes);
      made.write('sub/.gitattributes', attributes);
      made.write('a.txt', clean + marked);
      made.write('sub/b.txt', marked);
      assert.deepEqual(places(made), ['a.txt:2', 'sub/b.txt:1']);
    });

  it('nor does the index: flags of a file, a cache of what is untracked', () => {
    const made = repository({ 'a.txt': clean, 'b.txt': clean, 'c.txt': clean });
    git(made.path, 'update-index', '--assume-unchanged', 'a.txt');
    git(made.path, 'update-index', '--skip-worktree', 'b.txt');
    git(made.path, 'update-index', '--untracked-cache');
    for (const name of ['a.txt', 'b.txt', 'c.txt']) made.write(name, marked);
    made.write('d.txt', marked);
    assert.deepEqual(places(made), ['a.txt:1', 'b.txt:1', 'c.txt:1', 'd.txt:1']);
  });

  it('nor objects that are put in the place of others', () => {
    const made = repository({ 'a.txt': clean });
    made.write('a.txt', marked);
    git(made.path, 'add', 'a.txt');
    const hide = git(made.path, 'write-tree').trim();
    git(made.path, 'replace', git(made.path, 'rev-parse', 'HEAD^{tree}').trim(), hide);
    assert.equal(git(made.path, 'status', '--porcelain'), '');
    assert.deepEqual(places(made), ['a.txt:1']);
  });

  it('in a hook, where the environment names the outer repository, the inner ones are asked themselves', () => {
    const made = repository({ 'a.txt': clean });
    const part = repository({ 'p.txt': clean });
    git(made.path, 'submodule', '--quiet', 'add', part.path, 'part');
    git(made.path, 'commit', '-qm', 'part');
    made.write('part/p.txt', clean + marked);
    made.write('part/new.txt', marked);
    made.write('a.txt', marked);
    const home = path.join(made.path, '.git');
    const hook = { GIT_DIR: home, GIT_INDEX_FILE: path.join(home, 'index'), GIT_WORK_TREE: made.path, GIT_PREFIX: '' };
    assert.deepEqual(places(made, ['--changed'], '.', hook), ['a.txt:1', 'part/new.txt:1', 'part/p.txt:2']);
  });

  it('line ends that the system has changed are no change', () => {
    const made = repository({ 'a.txt': `${marked}\n${clean}\n${clean}` });
    made.write('a.txt', `${marked}\n${clean}\n${marked}`.replaceAll('\n', '\r\n'));
    assert.deepEqual(places(made), ['a.txt:5']);
  });

  it('a file that became a link and a link that became a file, names of every kind, renamed and gone', () => {
    const odd = [
      '-dash.txt',
      ' space .txt',
      'ta\tb.txt',
      'li\nne.txt',
      'quo"te.txt',
      'back\\slash.txt',
      'ü—.txt',
      ':(top)x.txt',
    ];
    const made = repository({
      ...Object.fromEntries(odd.map((name) => [name, clean])),
      'file.txt': clean,
      'old.txt': `${marked}\n${clean}\n${clean}\n${clean}`,
      'gone.txt': marked,
      'folder.txt/a.txt': clean,
      'target.txt': marked,
    });
    symlinkSync('target.txt', path.join(made.path, 'link.txt'));
    symlinkSync('target.txt', path.join(made.path, 'same.txt'));
    git(made.path, 'add', '-A');
    git(made.path, 'commit', '-qm', 'links');
    for (const name of odd) made.write(name, clean + marked);
    rmSync(path.join(made.path, 'file.txt'));
    symlinkSync('target.txt', path.join(made.path, 'file.txt'));
    rmSync(path.join(made.path, 'link.txt'));
    made.write('link.txt', marked);
    rmSync(path.join(made.path, 'gone.txt'));
    rmSync(path.join(made.path, 'folder.txt'), { recursive: true });
    made.write('folder.txt', marked);
    git(made.path, 'mv', 'old.txt', 'new.txt');
    made.write('new.txt', `${marked}\n${clean}\n${marked}\n${clean}`);
    assert.deepEqual(places(made), [
      ...[...odd.map((name) => `${name}:2`), 'file.txt:1', 'folder.txt:1', 'link.txt:1', 'new.txt:5'].sort(),
    ]);
    // the link is as it was, and what it leads to is not
    made.write('target.txt', `${marked}He met TK, she said.\n`);
    assert.ok(places(made).includes('same.txt:2'));
  });

  it('a shallow clone, a second working tree, a detached head, a folder reached through a link', () => {
    const source = repository({ 'a.txt': clean });
    source.write('a.txt', clean + clean);
    git(source.path, 'commit', '-qam', 'second');
    const away = folder();
    git(away.path, 'clone', '-q', '--depth', '1', `file://${source.path}`, 'shallow');
    git(source.path, 'worktree', 'add', '-q', '--detach', path.join(away.path, 'second'));
    for (const copy of ['shallow', 'second']) {
      assert.deepEqual(places(away, ['--changed'], copy), []);
      away.write(`${copy}/a.txt`, clean + marked);
      assert.deepEqual(places(away, ['--changed'], copy), ['a.txt:2']);
    }
    symlinkSync('shallow', path.join(away.path, 'link'));
    assert.deepEqual(places(away, ['--changed', path.join(away.path, 'link')], 'shallow').length, 1);
  });

  it('objects that a partial clone lacks are not fetched', () => {
    const { mark, ran } = trap();
    const source = repository({ 'a.txt': clean });
    git(source.path, 'config', 'uploadpack.allowFilter', 'true');
    const away = folder();
    git(away.path, 'clone', '-q', '--filter=blob:none', '--no-checkout', `file://${source.path}`, 'part');
    git(path.join(away.path, 'part'), 'config', 'remote.origin.url', `ext::${mark}`);
    git(path.join(away.path, 'part'), 'config', 'protocol.ext.allow', 'always');
    away.write('part/a.txt', marked);
    const { status, stderr } = spawnSync(process.execPath, [program, 'lint', '--changed'], {
      cwd: path.join(away.path, 'part'),
      env: gitEnv,
      encoding: 'utf8',
    });
    assert.match(stderr, /^copydesk: Git could not say what has changed: [^\n]+\n$/);
    assert.equal(status, 2);
    assert.equal(ran(), '');
  });
});

describe('a repository that is not in order', function () {
  this.timeout(30_000);

  it('is told of in one sentence', () => {
    const made = folder({ 'a.txt': marked });
    const { err, code } = made.run(['lint', '--changed']);
    assert.match(err, /^copydesk: This folder is in no Git repository, /);
    assert.equal(code, 2);
    const broken = repository({ 'a.txt': clean });
    broken.write('.git/config', '[core\n');
    const told = broken.run(['lint', '--changed']);
    assert.match(told.err, /^copydesk: Git could not say what has changed: [^\n]+\n$/);
    assert.equal(told.code, 2);
  });

  it('a tree that has moved is read where it lies now', () => {
    const made = repository({ 'a.txt': clean });
    const moved = `${made.path}-moved`;
    made.write('a.txt', marked);
    renameSync(made.path, moved);
    try {
      assert.deepEqual(readdirSync(moved).sort(), ['.git', 'a.txt']);
      assert.deepEqual(places({ ...made, path: moved }), ['a.txt:1']);
    } finally {
      rmSync(moved, { recursive: true });
    }
  });
});
