// A house's own rules in an editor: asked, explained, turned off as ours are, and as their pages and settings are while the editor runs.
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text = 'Fire at the mill\n\nA tragic fire closed the mill on Monday, the fire service said.\n';
const page = (phrases: string): string =>
  `---\nkind: query\nmessage: "“{found}” judges."\nphrases: ${phrases}\n---\nThe reader will judge.\n`;

describe('house rules over the protocol', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const uri = (): string => uriOf('a.txt');
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  /** As an editor that has registered the server's watchers says it. */
  const told = (name: string, type = 2): void =>
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  const found = async (): Promise<Json[]> =>
    (await editor.diagnostics(uri())).map(({ code, message, severity }: Json) => [code, message, severity]);
  async function start(capabilities: object = asking, options?: object): Promise<void> {
    editor = await startEditor(capabilities, { folders: [uriOf('.')], ...(options && { options }) });
    editor.open(uri(), text);
  }
  async function changes(change: () => void): Promise<Json[]> {
    const before = editor.heard.length;
    change();
    await editor.next('workspace/diagnostic/refresh', () => true, before);
    return found();
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-house-'));
    write('a.txt', text);
    write('copydesk.json', '{ "root": true }\n');
    write('house/no-tragedy.md', page('[tragic]'));
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('are found, with what their page says at hover and behind the manual’s key', async () => {
    await start();
    assert.deepEqual(await found(), [['no-tragedy', '“tragic” judges.', 3]]);
    const hover = await editor.request('textDocument/hover', {
      textDocument: { uri: uri() },
      position: { line: 2, character: 3 },
    });
    assert.match(hover.contents.value, /\*\*no-tragedy\*\*\n\nThe reader will judge\./);
    const manual = await editor.request('copydesk/manual', { rule: 'no-tragedy', uri: uri() });
    assert.equal(manual.rule, 'no-tragedy');
    assert.match(manual.markdown, /a rule of this house[\s\S]*The reader will judge\.[\s\S]*“tragic”/);
  });

  it('are turned off for the folder by an action, as ours are', async () => {
    await start();
    const [{ range }] = (await editor.diagnostics(uri())) as [Json];
    const action = (await editor.actions(uri(), range, ['quickfix'])).find(({ title }) =>
      /^Turn off no-tragedy for this folder/.test(title),
    );
    await editor.request('workspace/executeCommand', {
      command: action.command.command,
      arguments: action.command.arguments,
    });
    assert.match(readFileSync(path.join(folder, 'copydesk.json'), 'utf8'), /"no-tragedy": "off"/);
    assert.deepEqual(await found(), []);
  });

  it('follow their page and the settings while the server runs', async () => {
    await start();
    assert.equal((await found()).length, 1);
    const having = async (name: string, content: string): Promise<Json[]> =>
      changes(() => {
        write(name, content);
        told(name);
      });
    assert.deepEqual(await having('house/no-tragedy.md', page('[dreadful]')), []);
    assert.equal((await having('house/no-tragedy.md', page('[tragic]'))).length, 1);
    const rule = { kind: 'fix', message: 'Out.', phrases: ['mill'] };
    const own = await having('copydesk.json', JSON.stringify({ root: true, houseRules: { 'no-mill': rule } }));
    assert.deepEqual(own.map(([code]: Json) => code).sort(), ['no-mill', 'no-mill', 'no-tragedy']);
    assert.deepEqual(
      (await having('copydesk.json', '{ "root": true, "rules": { "no-tragedy": "error" } }')).map(([, , s]: Json) => s),
      [1],
    );
    assert.deepEqual(
      await changes(() => {
        rmSync(path.join(folder, 'house/no-tragedy.md'));
        told('house/no-tragedy.md', 3);
      }),
      [],
    );
  });

  it('are watched for by an editor that lets the server say what it watches', async () => {
    await start();
    const { registrations } = await editor.next('client/registerCapability', (params) =>
      params.registrations.some(({ method }: Json) => method === 'workspace/didChangeWatchedFiles'),
    );
    const globs = registrations.flatMap(({ registerOptions }: Json) =>
      (registerOptions?.watchers ?? []).map(({ globPattern }: Json) => globPattern),
    );
    assert.ok(
      globs.some((glob: string) => /[{,]md[,}]/.test(glob)),
      globs.join(' '),
    );
  });

  it('that are not in order are told on their page, with the line, and in the status with the file', async () => {
    write('house/no-tragedy.md', page('[tragic]').replace('kind: query', 'kind: quary'));
    await start(pushed, { status: true });
    const broken = await editor.next('textDocument/publishDiagnostics', (p) => p.uri === uriOf('house/no-tragedy.md'));
    assert.equal(broken.diagnostics.length, 1);
    assert.equal(broken.diagnostics[0].range.start.line, 1);
    assert.match(broken.diagnostics[0].message, /"kind" cannot be "quary"/);
    const { faults } = await editor.next('copydesk/status', ({ state }) => state === 'trouble');
    assert.match(faults[0].said, /house\/no-tragedy\.md, line 2: /);
    const before = editor.heard.length;
    write('house/no-tragedy.md', page('[tragic]'));
    told('house/no-tragedy.md');
    const mended = await editor.next(
      'textDocument/publishDiagnostics',
      (p) => p.uri === uriOf('house/no-tragedy.md'),
      before,
    );
    assert.deepEqual(mended.diagnostics, []);
    assert.equal((await found()).length, 1);
  });
});
