// The names of a folder's drafts held against one another in the editor: the command line's findings, kept in step edit by edit.
import * as assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { type Folder, folder } from '../support/cli';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import { recordFromProtocol } from '../support/record-from-protocol';
import type { Json } from '../support/rpc';

const drafts = {
  'a.txt': 'Supporters of Muammar Qaddafi marched on Monday. Qaddafi’s son was not there.\n',
  'b.txt': 'Aides said on Tuesday that Moammar Gadhafi had left. Ivan Bero, a trader, disagreed.\n',
  'deep/c.txt': 'Nobody has seen Moammar Gadhafi, aides said.\n',
  'd.txt': 'Ivan Bero stayed in the town, he said on Monday.\n',
};
const settings = { 'copydesk.json': '{ "across": true }' };

describe('names across the drafts of a folder, in the editor', () => {
  let desk: Folder;
  let editor: Editor;
  const base = (): string => `${pathToFileURL(desk.path).href}/`;
  const open = (name: keyof typeof drafts): string => {
    editor.open(base() + name, drafts[name]);
    return base() + name;
  };
  const replace = (uri: string, old: string, now: string): void => {
    const at = editor.text(uri).indexOf(old);
    editor.type(uri, at, at + old.length, now);
  };
  const messages = (items: Json[]): string[] => items.map(({ message }) => message.split(':')[0]);
  /** What is pushed for the document from now on. */
  const pushedNext = (uri: string): Promise<Json> =>
    editor.next('textDocument/publishDiagnostics', (p) => p.uri === uri, editor.heard.length);
  const start = async (capabilities: object, files = {}, own = {}): Promise<void> => {
    desk = folder({ ...drafts, ...files });
    editor = await startEditor(capabilities, { folders: [base().slice(0, -1)], settings: own });
  };
  afterEach(() => editor.stop());

  it('are those of the command line, to the byte, for drafts on disk and open ones', async () => {
    await start({ textDocument: { diagnostic: {} } }, settings);
    const lines = desk.run(['lint', '--format', 'ndjson']).out.trimEnd().split('\n');
    assert.equal(lines.filter((line) => line.includes('"elsewhere"')).length, 1);
    const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    const found = new Map<string, Json[]>(items.map((one: Json) => [one.uri, one.items]));
    for (const line of lines) {
      const { path } = JSON.parse(line);
      const [own, text] = [base() + path, drafts[path as keyof typeof drafts]];
      const place = { own, folder: base() };
      assert.equal(JSON.stringify({ path, ...recordFromProtocol(found.get(own) ?? [], text, place) }), line);
      open(path);
      const asked = await editor.diagnostics(own);
      assert.equal(JSON.stringify({ path, ...recordFromProtocol(asked, text, place) }), line);
    }
  });

  it('point at the other draft', async () => {
    await start(asking, settings);
    const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    const [marked] = items.flatMap((one: Json) => one.items);
    const { location } = marked.relatedInformation.at(-1);
    assert.equal(location.uri, `${base()}b.txt`);
    assert.deepEqual(location.range.start, { line: 0, character: drafts['b.txt'].indexOf('Moammar') });
  });

  it('are compared where copydesk.json or, without one, the editor says so, and nowhere else', async () => {
    for (const [files, own, found] of [
      [{}, {}, 0],
      [{}, { across: true }, 1],
      [{ 'copydesk.json': '{}' }, { across: true }, 0],
    ] as const) {
      await start(asking, files, own);
      const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
      assert.equal(items.flatMap((one: Json) => one.items).length, found);
      await editor.stop();
    }
    await start(pushed);
  });

  it('follow an edit elsewhere, and nobody hears of one that is no news to them', async () => {
    await start(pushed, settings);
    const [a, b, d] = [open('a.txt'), open('b.txt'), open('d.txt')];
    for (const uri of [b, d]) await editor.diagnostics(uri);
    // the folder was still being read when a was opened
    while (!messages(await editor.diagnostics(a)).length) await pushedNext(a);
    assert.deepEqual(messages(await editor.diagnostics(a)), [
      '“Muammar Qaddafi” here, “Moammar Gadhafi” in b.txt and one more draft',
    ]);

    const heard = editor.heard.length;
    replace(b, 'on Tuesday', 'on Tuesday morning, and again in the evening,');
    await editor.diagnostics(b);
    replace(d, 'the town', 'the next town');
    await editor.diagnostics(d);
    assert.deepEqual(
      editor.heard.slice(heard).filter(({ params }) => params?.uri === a),
      [],
    );

    let news = pushedNext(a);
    replace(b, 'Moammar Gadhafi', 'he');
    assert.deepEqual(messages((await news).diagnostics), [
      // now as many spell it so as not: the first draft's spelling stands
    ]);
    news = pushedNext(a);
    replace(b, 'he had', 'Moammar Gadhafi had');
    assert.equal((await news).diagnostics.length, 1);

    replace(a, 'Muammar Qaddafi', 'Moammar Gadhafi');
    replace(a, 'Qaddafi’s', 'Gadhafi’s');
    assert.deepEqual(await editor.diagnostics(a), []);
  });

  it('follow what changes on disk and in the settings', async () => {
    await start(pushed, settings);
    const a = open('a.txt');
    while (!(await editor.diagnostics(a)).length) await pushedNext(a);
    const change = (name: string, type: number): void =>
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: base() + name, type }] });
    let news = pushedNext(a);
    desk.write('deep/c.txt', 'Nobody was seen.\n');
    change('deep/c.txt', 2);
    assert.deepEqual((await news).diagnostics, []);
    news = pushedNext(a);
    desk.write('e.txt', drafts['b.txt']);
    change('e.txt', 1);
    assert.match(messages((await news).diagnostics).join(), /in b\.txt and one more draft$/);
    news = pushedNext(a);
    desk.write('copydesk.json', '{ "across": false }');
    change('copydesk.json', 2);
    assert.deepEqual((await news).diagnostics, []);
  });

  it('make an asking client ask again', async () => {
    await start(asking, settings);
    const [a, b] = [open('a.txt'), open('b.txt')];
    await editor.diagnostics(a);
    await editor.next('workspace/diagnostic/refresh');
    assert.equal((await editor.diagnostics(a)).length, 1);
    await editor.diagnostics(b);
    const heard = editor.heard.length;
    replace(b, 'Moammar Gadhafi', 'he');
    await editor.diagnostics(b);
    await editor.next('workspace/diagnostic/refresh', () => true, heard);
    assert.deepEqual(await editor.diagnostics(a), []);
  });
});
