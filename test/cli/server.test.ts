// The server on a socket, and a client that somebody else could have written: the same bytes as the command line's own.
import * as assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program } from '../support/cli';
import { root, sampleNames } from '../support/root';

const samples = path.join(root, 'test/samples');
const client = path.join(root, 'docs/clients/desk.py');
const hard = '\ufeffWith TK \u{1F600} members,\r\nTK “the mayor” said.\rTK \u2028 end\n';

const desk = (): Folder =>
  folder({
    ...Object.fromEntries(sampleNames().map((name) => [name, readFileSync(path.join(samples, name))])),
    'hard.txt': hard,
    'copydesk.json': '{ "rules": { "web-remnant": "warning" } }',
  });

/** A server that waits, once it does; and where. */
async function waiting(made: Folder, where: string): Promise<{ server: ChildProcess; at: string }> {
  const server = spawn(process.execPath, [program, 'lsp', '--listen', where], { cwd: made.path });
  const said = await new Promise<string>((resolve) => server.stderr.once('data', (data) => resolve(String(data))));
  assert.match(said, /^copydesk: Waiting for clients on .*\. Ctrl-C ends\.\n$/);
  return { server, at: /port (\d+)/.exec(said)?.[1] ?? where };
}

const ended = (server: ChildProcess): Promise<number | null> => {
  const end = new Promise<number | null>((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  return end;
};

describe('copydesk lsp --listen', () => {
  for (const where of ['desk.sock', '0'])
    it(`answers lint --server on ${where === '0' ? 'a port' : 'a socket file'}, one client after another`, async () => {
      const made = desk();
      const { server, at } = await waiting(made, where);
      if (at === 'desk.sock') assert.equal(statSync(path.join(made.path, at)).mode & 0o077, 0, 'for its owner alone');
      for (const args of [['--format', 'ndjson'], ['--format', 'sarif', '--fail-on', 'never'], ['nope.txt']])
        assert.deepEqual(made.run(['lint', `--server=${at}`, ...args]), made.run(['lint', ...args]), args.join(' '));
      assert.equal(await ended(server), 0);
      const { err, code } = made.run(['lint', `--server=${at}`]);
      assert.equal(code, 2);
      assert.match(
        err,
        /^copydesk: No server waits on .* \((?:ENOENT|ECONNREFUSED)\)\. Start one: copydesk lsp --listen /,
      );
    }).timeout(60_000);

  it('keeps to this machine, and tells what is taken', async () => {
    const made = desk();
    for (const args of [
      ['lsp', '--listen', 'example.org:7601'],
      ['lint', '--server=example.org:7601'],
      ['lint', '--server=0.0.0.0:80'],
    ])
      assert.match(made.run(args).err, /^copydesk: ".*" is no place on this machine\. /);
    const { server } = await waiting(made, 'desk.sock');
    assert.match(made.run(['lsp', '--listen', 'desk.sock']).err, /^copydesk: desk\.sock is taken\. /);
    await ended(server);
  }).timeout(30_000);
});

describe('docs/clients/desk.py', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  before(function () {
    if (python) return;
    console.log('      skipped: there is no python3 on this machine');
    this.skip();
  });

  const drafts = ['hard.txt', ...sampleNames()];

  it('gets the bytes of the command line from a server that it starts', () => {
    const made = desk();
    const { stdout, stderr, status } = spawnSync('python3', [client, ...drafts], {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, COPYDESK: `${process.execPath} ${program}`, PYTHONIOENCODING: 'utf-8' },
    });
    assert.deepEqual([stderr, status], ['', 0]);
    assert.equal(stdout, made.run(['lint', '--format', 'ndjson', ...drafts]).out);
    assert.ok(stdout.includes('hard.txt') && stdout.includes('placeholder'));
  }).timeout(30_000);

  it('goes on behind what cannot be read, which it tells', () => {
    const made = desk();
    made.write('latin.txt', Buffer.from([0xe9, 0x0a]));
    const { stdout, stderr, status } = spawnSync('python3', [client, 'gone.txt', 'latin.txt', 'hard.txt'], {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, COPYDESK: `${process.execPath} ${program}`, PYTHONIOENCODING: 'utf-8' },
    });
    assert.match(stderr, /^gone\.txt cannot be read: .*\nlatin\.txt cannot be read: .*\n$/);
    assert.equal(stdout, made.run(['lint', '--format', 'ndjson', 'hard.txt']).out);
    assert.equal(status, 2);
  }).timeout(30_000);

  it('and from one that waits', async () => {
    const made = desk();
    const { server, at } = await waiting(made, 'desk.sock');
    const { stdout, stderr } = spawnSync('python3', [client, '--at', at, ...drafts], {
      cwd: made.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, PYTHONIOENCODING: 'utf-8' },
    });
    // a server that is left would keep this process alive, whatever is found wrong below
    await ended(server);
    assert.equal(stderr, '');
    assert.equal(stdout, made.run(['lint', '--format', 'ndjson', ...drafts]).out);
  }).timeout(30_000);
});
