// The server as browsers run it: one file that asks for no Node, in a world that has none, with every file in the client's hands.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vm from 'node:vm';
import { type FileParams, filesMethods, type WriteFileParams } from '../../server/src/lsp/protocol/files';
import type { Json } from '../support/rpc';
import { root } from '../support/root';

const bundle = (name: string): string => readFileSync(path.join(root, 'dist', name), 'utf8');
const required = (code: string): string[] => [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!);

describe('the programs for browsers', () => {
  it('need nothing of Node', () => {
    assert.deepEqual(required(bundle('server.worker.js')), []);
    assert.deepEqual([...new Set(required(bundle('extension.browser.js')))], ['vscode']);
    for (const name of ['server.worker.js', 'extension.browser.js'])
      assert.doesNotMatch(bundle(name), /["']node:|\bimport\(/, name);
    assert.ok(required(bundle('server.js')).includes('node:url'), 'in the other server it would be seen');
  });

  it('hold no lexicon: there is one text of them, beside', () => {
    const [line] = /^.*\ttitle$/m.exec(bundle('lexicons.mjs')) ?? assert.fail('no lexicon of titles');
    for (const name of ['server.worker.js', 'extension.browser.js'])
      assert.ok(!bundle(name).includes(JSON.stringify(line).slice(1, -1)), name);
  });
});

const folder = 'vscode-vfs://github/desk/drafts';
const claim = 'At least 17 people were killed in the harbour.';
const dateline = 'OSTREL, March 9 (MNA) - ';

describe('the server in a worker', () => {
  it('reads settings and drafts through the client, and writes decisions through it', async () => {
    const files = new Map([
      ['copydesk.json', '{ "rules": { "placeholder": "off" } }'],
      ['my story.txt', `${dateline}The mayor spoke at TK, police said.\n${claim}\n`],
      ['node_modules/notes.txt', claim],
      ['photo.png', 'PNG'],
      ['latin.txt', 'caf\u00e9'],
    ]);
    const client = startWorker(files);
    const offered = await client.initialize({ files: true });
    assert.ok(offered.diagnosticProvider);

    const uri = `${folder}/my%20story.txt`;
    client.open(uri, files.get('my story.txt')!);
    const found = await client.diagnostics(uri);
    assert.deepEqual(codes(found), ['unattributed-claim']);

    const everywhere = (await client.request('workspace/diagnostic', { previousResultIds: [] })).items as Json[];
    assert.deepEqual(Object.fromEntries(everywhere.map((one) => [one.uri, codes(one.items)])), {
      [`${folder}/copydesk.json`]: [],
      [`${folder}/latin.txt`]: ['invalid-utf-8'],
      [uri]: ['unattributed-claim'],
    });

    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: found[0].range,
      context: { diagnostics: [] },
    });
    const { command } = actions.find(({ title }: Json) => /^Clear .*witnessed/.test(title));
    await client.request('workspace/executeCommand', command);
    assert.deepEqual(codes(await client.diagnostics(uri)), []);
    const line = JSON.parse(files.get('.copydesk/cleared.jsonl')!);
    assert.deepEqual([line.file, line.rule, line.reason], ['my story.txt', 'unattributed-claim', 'witnessed']);

    const asked = client.asked.filter((one) => !one.startsWith(folder));
    assert.deepEqual(asked, [], 'nothing outside the folder was asked for');
  });

  it('keeps decisions for the session where a draft lies in no open folder, or the client offers no files', async () => {
    for (const [options, uri] of [
      [{ files: true }, 'vscode-vfs://github/desk/elsewhere/story.txt'],
      [{}, `${folder}/story.txt`],
      [{ files: true }, 'untitled:Untitled-1'],
    ] as const) {
      const client = startWorker(new Map());
      await client.initialize(options);
      client.open(uri, `${dateline}The mayor spoke, police said.\n${claim}\n`);
      const found = await client.diagnostics(uri);
      assert.deepEqual(codes(found), ['unattributed-claim'], uri);
      const actions = await client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: found[0].range,
        context: { diagnostics: [] },
      });
      await client.request(
        'workspace/executeCommand',
        actions.find(({ title }: Json) => /witnessed/.test(title)).command,
      );
      assert.deepEqual(codes(await client.diagnostics(uri)), [], uri);
    }
  });
});

const codes = (diagnostics: Json[]): string[] => diagnostics.map(({ code }) => code);

/** A worker's world, and a client at the other end that holds these files below {@link folder}. */
function startWorker(files: Map<string, string>) {
  const waiting = new Map<number, { resolve: (answer: Json) => void; reject: (error: Error) => void }>();
  const asked: string[] = [];
  let id = 0;
  let open = 1;

  const self: Json = {
    addEventListener: () => undefined,
    postMessage: (message: Json) => setTimeout(() => take(structuredClone(message)), 0),
  };
  const world = { self, console, performance, setTimeout, clearTimeout, TextDecoder, TextEncoder, structuredClone };
  vm.runInNewContext(bundle('server.worker.js'), world);
  self.onmessage({ data: bundle('lexicons.mjs') });

  const send = (message: object): void => self.onmessage({ data: structuredClone({ jsonrpc: '2.0', ...message }) });

  function take(message: Json): void {
    if (message.method === undefined) {
      const { resolve, reject } = waiting.get(message.id)!;
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.id !== undefined) send({ id: message.id, result: answer(message.method, message.params) });
  }

  function answer(method: string, params: Json): Json {
    if (method === 'workspace/configuration') return params.items.map(() => ({}));
    if (!method.startsWith('copydesk/files/')) return null;
    const { uri } = params as FileParams;
    asked.push(uri);
    const name = decodeURIComponent(uri.slice(folder.length + 1));
    const text = files.get(name);
    const below = [...files.keys()].filter((one) => !name || one.startsWith(`${name}/`));
    if (method === filesMethods.write) {
      const { text: more, append } = params as WriteFileParams;
      files.set(name, append ? (text ?? '') + more : more);
      return null;
    }
    if (method === filesMethods.kind) return text !== undefined ? 'file' : below.length ? 'folder' : null;
    if (method === filesMethods.read) return text === undefined ? null : { size: text.length, bytes: text };
    const names = below.map((one) => one.slice(name ? name.length + 1 : 0).split('/'));
    return [...new Map(names.map(([first, ...rest]) => [first, rest.length ? 'folder' : 'file']))].map(
      ([entry, kind]) => ({ name: entry, kind }),
    );
  }

  const request = (method: string, params: object): Promise<Json> =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      send({ id, method, params });
    });

  return {
    asked,
    request,
    async initialize(initializationOptions: object): Promise<Json> {
      const { capabilities } = await request('initialize', {
        processId: null,
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: 'drafts' }],
        capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true, configuration: true } },
        initializationOptions,
      });
      send({ method: 'initialized', params: {} });
      return capabilities;
    },
    open: (uri: string, text: string) =>
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'plaintext', version: open++, text } },
      }),
    diagnostics: async (uri: string): Promise<Json[]> =>
      (await request('textDocument/diagnostic', { textDocument: { uri } })).items,
  };
}
