// No network: whatever the command line and the server are asked, nothing is looked up, called, sent or waited for.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program } from '../support/cli';
import { root } from '../support/root';
import { startServer } from '../support/rpc';

const tripwire = path.join(root, 'test/support/tripwire.cjs');
const samples = path.join(root, 'test/samples');

const desk = (): Folder =>
  folder({
    ...Object.fromEntries(
      readdirSync(samples, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, readFileSync(path.join(samples, name))]),
    ),
    // addresses that a program might feel asked to visit
    'links.md':
      '---\nimage: https://desk.example/a.png\n---\n\n![Old Kiev](https://desk.example/b.png) Rain, says [the desk](https://desk.example).\n',
    'links.html':
      '<!DOCTYPE html SYSTEM "http://desk.example/x.dtd"><link rel="stylesheet" href="//desk.example/x.css"><p>Rain fell. <img src="http://desk.example/a.png" alt="Rain"></p>\n',
    'links.xml':
      '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://desk.example/nitf.dtd" [<!ENTITY x SYSTEM "http://desk.example/x">]><nitf><body><body.content><p>Rain &x; fell.</p></body.content></body></nitf>\n',
    'copydesk.json': '{ "$schema": "https://desk.example/schema.json", "include": ["**/*"] }',
  });

const everything: readonly (readonly string[])[] = [
  ['lint', '.'],
  ['lint', '--fix', '--fail-on', 'never', '.'],
  ['lint', '--format', 'sarif', '.'],
  ['lint', '--format', 'html', '.'],
  ['lint', '--workers', '2', '.'],
  ['sources', 'harbour.txt'],
  ['names', 'harbour.txt'],
  ['report', 'harbour.txt'],
  ['rules'],
  ['explain', 'house-style'],
  ['explain', '--why', 'harbour.txt:3'],
  ['stats', '.'],
  ['doctor'],
  ['glossary', 'check'],
  ['presets'],
  ['init'],
  ['--version'],
  ['--help'],
];

describe('the network', function () {
  this.timeout(120_000);

  it('is noticed by the tripwire, whichever way out is tried', () => {
    for (const way of [
      "fetch('http://127.0.0.1:9')",
      "require('node:http').get('http://127.0.0.1:9')",
      "require('node:https').get('https://desk.example')",
      "require('node:net').connect(9, '127.0.0.1')",
      "require('node:net').createServer().listen(0)",
      "require('node:dns').lookup('desk.example', () => {})",
      "require('node:dgram').createSocket('udp4')",
      "import('node:dns/promises').then((dns) => dns.lookup('desk.example'))",
      "new (require('node:worker_threads').Worker)('fetch(\"http://127.0.0.1:9\")', { eval: true })",
    ]) {
      const { tripped } = trapped(folder(), ['-e', way]);
      assert.notEqual(tripped, '', way);
    }
  });

  it('is left alone by every command', () => {
    const made = desk();
    for (const args of everything) {
      const { tripped, err } = trapped(made, [program, ...args]);
      assert.equal(tripped, '', args.join(' '));
      assert.doesNotMatch(err, /tripwire|fault of copydesk/, args.join(' '));
    }
  });

  it('is not missed where there is none', function () {
    // a namespace of its own, without so much as a loopback
    const alone = ['-rn', process.execPath, program, 'lint', '--format', 'json', '--fail-on', 'never', '.'];
    if (process.platform !== 'linux' || spawnSync('unshare', ['-rn', 'true']).status !== 0) this.skip();
    const made = desk();
    const { stdout, status } = spawnSync('unshare', alone, { cwd: made.path, encoding: 'utf8' });
    assert.equal(status, 0);
    assert.equal(stdout, made.run(['lint', '--format', 'json', '--fail-on', 'never', '.']).out);
  });

  it('is left alone by the server, from the first message to the last', async () => {
    const made = desk();
    const told = path.join(made.path, '..', `${path.basename(made.path)}.tripped`);
    process.env.TRIPWIRE = told;
    try {
      const server = startServer([tripwire, path.join(root, 'dist/server.js'), '--stdio'], made.path, '--require');
      const rootUri = `file://${made.path}`;
      await server.request('initialize', {
        processId: null,
        rootUri,
        workspaceFolders: [{ uri: rootUri, name: 'desk' }],
        capabilities: {},
      });
      server.notify('initialized', {});
      for (const name of ['harbour.txt', 'links.md']) {
        const textDocument = { uri: `${rootUri}/${name}` };
        const languageId = name.endsWith('.md') ? 'markdown' : 'plaintext';
        server.notify('textDocument/didOpen', {
          textDocument: { ...textDocument, languageId, version: 1, text: made.read(name) },
        });
        await server.next('textDocument/publishDiagnostics', ({ uri }) => uri === textDocument.uri);
        const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
        await server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
        await server.request('textDocument/documentSymbol', { textDocument });
        await server.request('textDocument/hover', { textDocument, position: { line: 2, character: 5 } });
      }
      assert.equal(await server.stop(), 0);
      assert.equal(existsSync(told), false, existsSync(told) ? readFileSync(told, 'utf8') : '');
    } finally {
      delete process.env.TRIPWIRE;
      rmSync(told, { force: true });
    }
  });
});

/** A program with the tripwire before it, and in its workers; and what that has noticed. */
function trapped(made: Folder, args: readonly string[]): { readonly tripped: string; readonly err: string } {
  const told = path.join(made.path, '..', `${path.basename(made.path)}.tripped`);
  const { stderr } = spawnSync(process.execPath, ['--require', tripwire, ...args], {
    cwd: made.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TRIPWIRE: told, XDG_DATA_HOME: made.path },
  });
  const tripped = existsSync(told) ? readFileSync(told, 'utf8') : '';
  rmSync(told, { force: true });
  return { tripped, err: stderr };
}
