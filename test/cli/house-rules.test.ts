// A house's own rules as a shell meets them: the sample house, and every command that docs/house-rules.md tells a person to type.
import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { root } from '../support/root';
import { spawnSync } from 'node:child_process';

const cli = path.join(root, 'dist/cli.js');

describe('a house of its own', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tidings-'));
    cpSync(path.join(root, 'test/samples/tidings'), folder, { recursive: true });
    cpSync(path.join(folder, 'mill.txt'), path.join(folder, 'archive/mill.txt'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
    return { out: stdout, err: stderr, code: status };
  };

  it('has ten rules, whose cases all hold', () => {
    const { out, err, code } = run('test');
    assert.equal(code, 0, out + err);
    assert.match(out, /^10 rules, 20 cases: all hold\.$/m);
  });

  it('is asked as ours are, and as its settings say', () => {
    const { out } = run('lint', 'mill.txt', '--format', 'concise');
    assert.match(out, /mill\.txt:1:1: .*Fire.*no-blaze-in-headlines/);
    assert.match(out, /no-tragedy/);
    assert.match(out, /plain-words/);
    assert.equal(out.match(/no-tragedy/g)?.length, 1);
  });

  it('has its fixes made, and nothing else', () => {
    const { out } = run('lint', 'mill.txt', '--fix-dry-run');
    assert.match(out, /^-Blaze at the Harlow mill$/m);
    assert.match(out, /^\+Fire at the Harlow mill$/m);
    assert.doesNotMatch(out, /began/);
  });

  it('is told of in SARIF, with its page', () => {
    const { out } = run('lint', 'mill.txt', '--format', 'sarif');
    const { rules } = JSON.parse(out).runs[0].tool.driver;
    const own = rules.find(({ id }: { id: string }) => id === 'no-tragedy');
    assert.match(own.help.markdown, /The reader will judge/);
    assert.deepEqual(own.properties.tags, ['style', 'query']);
  });

  it('is told of as fully in SARIF that reports are merged into', () => {
    writeFileSync(path.join(folder, 'part.json'), run('lint', 'mill.txt', '--format', 'json').out);
    const alone = JSON.parse(run('lint', 'mill.txt', '--format', 'sarif').out);
    const merged = JSON.parse(run('merge', 'part.json', '--format', 'sarif').out);
    assert.deepEqual(merged.runs[0].tool.driver.rules, alone.runs[0].tool.driver.rules);
    rmSync(path.join(folder, 'part.json'));
  });

  it('is counted as ours are', () => {
    assert.match(run('lint', 'mill.txt', '--format', 'html').out, /no-tragedy/);
    assert.equal(run('clear', 'mill.txt:3', '--rule', 'no-tragedy', '--reason', 'house-style').code, 0);
    const { out } = run('stats');
    assert.equal(run('clear', 'mill.txt:3', '--rule', 'no-tragedy', '--undo').code, 0);
    assert.match(out, /no-tragedy/);
    assert.match(run('report', 'mill.txt').out, /no-tragedy/);
  });

  it('is listed and explained', () => {
    assert.match(run('rules').out, /no-tragedy {2,}query {2,}information/);
    assert.match(run('explain', 'no-tragedy').out, /The reader will judge/);
    const { err, code } = run('explain', 'no-tragdy');
    assert.equal(code, 2);
    assert.match(err, /Did you mean "no-tragedy"/);
  });

  it('may be cleared and silenced by name', () => {
    assert.equal(run('clear', 'mill.txt:3', '--rule', 'no-tragedy', '--reason', 'confirmed').code, 0);
    assert.doesNotMatch(run('lint', 'mill.txt').out, /no-tragedy/);
    assert.equal(run('clear', 'mill.txt:3', '--rule', 'no-tragedy', '--undo').code, 0);
  });

  it('is tried over an archive', () => {
    const { out, code } = run('try', 'no-tragedy', 'archive');
    assert.equal(code, 0);
    assert.match(out, /^no-tragedy: 1 hit in 1 of 1 draft,/);
    assert.match(out, /archive\/mill\.txt:3:3 {2}A «tragic» fire/);
  });

  it('is tried by its page where its settings do not hold, and a name that nothing has there says so', () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'copydesk-archive-'));
    cpSync(path.join(folder, 'mill.txt'), path.join(elsewhere, 'mill.txt'));
    const { err, code } = run('try', 'no-tragedy', elsewhere);
    assert.equal(code, 2);
    assert.match(err, /There is no rule "no-tragedy" for .*mill\.txt\. .* name its page, house\/<id>\.md\.\n$/);
    assert.match(run('try', 'house/no-tragedy.md', elsewhere).out, /^no-tragedy: 1 hit in 1 of 1 draft,/);
    rmSync(elsewhere, { recursive: true });
  });

  it('does not say that there is no rule where the only one is not in order', () => {
    const desk = path.join(folder, 'desk');
    mkdirSync(path.join(desk, 'house'), { recursive: true });
    writeFileSync(path.join(desk, 'copydesk.json'), '{ "root": true }');
    writeFileSync(path.join(desk, 'house/no-blaze.md'), '---\nkind: querry\nmessage: m\nphrases: [blaze]\n---\n');
    const { err, code } = run('test', 'desk');
    rmSync(desk, { recursive: true });
    assert.equal(code, 2);
    assert.match(err, /"kind" cannot be "querry"\..*\ncopydesk: No case was run\.\n$/);
    assert.equal(run('test', 'desk').err, 'copydesk: There is no folder desk. Check the name.\n');
    assert.match(
      run('test', 'copydesk.json').err,
      /^copydesk: copydesk\.json is a file, not a folder\. Name the folder /,
    );
  });

  it('says once to put settings right that are no JSON', () => {
    const desk = mkdtempSync(path.join(tmpdir(), 'broken-'));
    writeFileSync(path.join(desk, 'copydesk.json'), '{ "root": true, "rules": {');
    const { err, code } = run('test', desk);
    rmSync(desk, { recursive: true });
    assert.equal(code, 2);
    assert.match(
      err,
      /^copydesk: \S+copydesk\.json:1: This is not JSON\. .* Put it right; until then the file does not count\.\ncopydesk: No case was run\.\n$/,
    );
  });

  it('says which case fails, and where', () => {
    const page = path.join(folder, 'house/no-tragedy.md');
    const good = readFileSync(page, 'utf8');
    writeFileSync(page, good.replace('A {==tragic==}', 'A very {==tragic==}').replace('closed the pass', 'a tragedy'));
    const { out, code } = run('test', '--quiet');
    writeFileSync(page, good);
    assert.equal(code, 1);
    assert.match(
      out,
      /house\/no-tragedy\.md\n {2}FAIL Our own word for it \(line \d+\)\n {7}no-tragedy marks “tragedy”/,
    );
  });

  it('has docs whose commands are commands', () => {
    const docs = readFileSync(path.join(root, 'docs/house-rules.md'), 'utf8');
    const commands = [...docs.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, lines = '']) =>
      lines.trim().split('\n'),
    );
    assert.equal(commands.length, 6);
    for (const command of commands) {
      const [name, ...args] = command.split(' ');
      assert.equal(name, 'copydesk');
      const { code, err } = run(...args);
      assert.equal(code, 0, `${command}: ${err}`);
      assert.equal(err, '', command);
    }
  });
});
