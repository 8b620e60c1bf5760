// `copydesk lint --changed` in repositories made for the test.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder } from '../support/cli';

const clean = 'The council meets on Monday, the mayor said.\n';
const marked = 'The council meets on Monday with TK members, the mayor said.\n';

/** Git with nobody's settings. */
function git(at: Folder, ...args: readonly string[]): void {
  const none = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const desk = ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...desk, ...args], { cwd: at.path, env: { PATH: process.env.PATH, ...none }, stdio: 'pipe' });
}

function repository(files: Readonly<Record<string, string>>): Folder {
  const made = folder(files);
  rmSync(path.join(made.path, '.git'), { recursive: true });
  git(made, 'init', '-q');
  git(made, 'add', '.');
  git(made, 'commit', '-qm', 'first');
  return made;
}

function places(made: Folder, ...args: readonly string[]): string[] {
  const { out, err } = made.run(['lint', ...args, '--format', 'ndjson']);
  assert.equal(err, '');
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .flatMap(({ path: name, diagnostics }) => diagnostics.map((d: { line: number }) => `${name}:${d.line}`));
}

describe('copydesk lint --changed', () => {
  it('asks about changed lines, new files and nothing else', () => {
    const made = repository({ 'a.txt': `${marked}\n${clean}`, 'b.txt': marked, 'c/ä "d".txt': clean });
    assert.deepEqual(places(made, '--changed'), []);
    made.write('a.txt', `${marked}\n${marked}\n${clean}`);
    made.write('c/ä "d".txt', clean + marked);
    made.write('new.txt', clean + marked);
    made.write('README.md', marked);
    assert.deepEqual(places(made, '--changed').sort(), ['a.txt:3', 'c/ä "d".txt:2', 'new.txt:2']);
    assert.deepEqual(places(made, '--changed', 'c'), ['c/ä "d".txt:2']);
    assert.deepEqual(places(made, '--changed', 'b.txt'), []);
    assert.equal(made.run(['lint', '--changed']).code, 1);
    git(made, 'rm', '-q', '--cached', 'b.txt');
    rmSync(path.join(made.path, 'b.txt'));
    assert.equal(places(made, '--changed').length, 3, 'a file that is gone is none');
  }).timeout(30_000);

  it('counts from where the branch left', () => {
    const made = repository({ 'a.txt': clean, 'b.txt': clean });
    git(made, 'checkout', '-qb', 'story');
    made.write('a.txt', marked);
    git(made, 'commit', '-qam', 'story');
    git(made, 'checkout', '-q', 'main');
    made.write('b.txt', marked);
    git(made, 'commit', '-qam', 'main goes on');
    git(made, 'checkout', '-q', 'story');
    assert.deepEqual(places(made, '--changed=main'), ['a.txt:1']);
    assert.deepEqual(places(made, '--changed'), []);
  }).timeout(30_000);

  it('takes all for new before the first commit', () => {
    const made = folder({ 'a.txt': marked });
    git(made, 'init', '-q');
    git(made, 'add', '.');
    assert.deepEqual(places(made, '--changed'), ['a.txt:1']);
  });

  it('asks where lines were taken out, for the source may be gone', () => {
    const made = repository({ 'a.txt': `${clean}\n${marked}\n${clean}` });
    made.write('a.txt', `${marked}\n${clean}`);
    assert.deepEqual(places(made, '--changed'), ['a.txt:1']);
  });

  const faults: readonly [name: string, args: string[], env: Record<string, string>, sentence: RegExp][] = [
    ['no repository', ['--changed'], { GIT_DIR: '/nowhere' }, /^copydesk: This folder is in no Git repository, /],
    ['no git', ['--changed'], { PATH: '/nowhere' }, /^copydesk: --changed and --staged ask Git, and there is no git /],
    ['an unknown ref', ['--changed=nope'], {}, /^copydesk: Git knows no commit "nope" here\. /],
    ['a ref that reads like a flag', ['--changed=--exec=x'], {}, /^copydesk: Git knows no commit "--exec=x" here\. /],
    [
      'a ref behind a space',
      ['--changed', 'main'],
      {},
      /^copydesk: There is no file main, .* Write --changed=main\.\n$/,
    ],
    ['--fix beside it', ['--changed', '--fix'], {}, /^copydesk: --fix takes whole drafts, /],
    ['--input beside it', ['--changed', '--input', 'ndjson'], {}, /^copydesk: --input takes whole drafts, /],
  ];
  for (const [name, args, env, sentence] of faults)
    it(`says in one sentence: ${name}`, () => {
      const { code, err } = repository({ 'a.txt': marked }).run(['lint', ...args], '', env);
      assert.match(err, sentence);
      assert.equal(code, 2);
    });
});
