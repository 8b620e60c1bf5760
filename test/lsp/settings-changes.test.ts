// Settings that an action changes: told with an Undo beside it, taken back byte for byte, and a rule that is off turned on again.
import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text = 'The port will close for TK days, the mayor said.\n\nMuammar Qaddafi left. Gadhafi spoke, he said.\n';

describe('settings changed by an action', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const file = (name = 'copydesk.json'): string => path.join(folder, name);
  const uri = (): string => uriOf('a.txt');
  const asks = async (): Promise<boolean> =>
    (await editor.diagnostics(uri())).some(({ code }: Json) => code === 'placeholder');
  const run = (command: string, argument?: object): Promise<Json> =>
    editor.request('workspace/executeCommand', { command, arguments: argument ? [argument] : [] });
  const said = (from = 0): string[] =>
    editor.heard
      .slice(from)
      .filter(({ method }) => method === 'window/showMessageRequest')
      .map(({ params }) => params.message);

  /** Chooses the action of that title on the first finding of the rule. */
  async function choose(rule: string, title: RegExp): Promise<void> {
    const found = (await editor.diagnostics(uri())).find(({ code }: Json) => code === rule);
    const actions = await editor.actions(uri(), found.range, ['quickfix']);
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, `no ${title} among ${actions.map((one) => one.title).join('; ')}`);
    await run(action.command.command, action.command.arguments[0]);
  }

  async function start(options?: object, settings?: object): Promise<void> {
    editor = await startEditor(asking, {
      folders: [uriOf('.')],
      ...(options && { options }),
      ...(settings && { settings }),
    });
    editor.open(uri(), text);
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-undo-'));
    writeFileSync(file('a.txt'), text);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  const before = '// ours\r\n{\r\n\t"rules" : { "mind-reading":"warning", },\r\n\t"ignore":[ ]}';
  for (const [what, rule, title, told] of [
    ['a rule turned off', 'placeholder', /^Turn off placeholder for this folder/, /placeholder is off for everybody/],
    ['a document left alone', 'placeholder', /not a draft/, /leaves a\.txt alone .* for everybody/],
    ['a form preferred', 'inconsistent-transliteration', /^Prefer “Muammar Gadhafi”/, /“Muammar Gadhafi”.*glossary/],
  ] as const) {
    for (const held of [undefined, before, '\uFEFF{}\n'.slice(1)]) {
      const where =
        held === undefined
          ? 'in a file that is made'
          : held === before
            ? 'in a file with a hand of its own'
            : 'in an empty one';
      it(`${what}, ${where}, is told and taken back to the byte`, async () => {
        if (held !== undefined) writeFileSync(file(), held);
        await start();
        await choose(rule, title);
        assert.notEqual(readFileSync(file(), 'utf8'), held);
        assert.match(said()[0] ?? '', told);
        assert.match(said()[0] ?? '', /copydesk\.json/);
        const request = editor.heard.find(({ method }) => method === 'window/showMessageRequest');
        assert.deepEqual(request?.params.actions, [{ title: 'Undo' }]);
        await run('copydesk.server.undo');
        if (held === undefined) assert.ok(!existsSync(file()), 'a file that was made is gone');
        else assert.equal(readFileSync(file(), 'utf8'), held);
        assert.ok(await asks());
        await assert.rejects(run('copydesk.server.undo'), /nothing to undo/);
      });
    }
  }

  it('a rule that overrides ask all the same is not called off for all', async () => {
    writeFileSync(file(), '{ "overrides": [{ "files": "*.txt", "rules": { "placeholder": "error" } }] }');
    await start();
    await choose('placeholder', /^Turn off placeholder for this folder/);
    assert.match(said()[0] ?? '', /asked all the same in “\*\.txt”/);
    assert.ok(await asks());
    await choose('placeholder', /^Turn off placeholder for this folder/);
    const { message } = await editor.next('window/showMessage');
    assert.match(message, /already; nothing was written\. It is asked all the same/);
    assert.equal(said().length, 1);
  });

  it('a form that stands there already is told as such, and there is nothing to undo', async () => {
    const held = '{ "glossary": [{ "prefer": "Gadhafi", "instead": ["Qaddafi"] }] }';
    writeFileSync(file(), held);
    await start();
    await run('copydesk.server.prefer', { uri: uri(), form: { prefer: 'Gadhafi', instead: ['Qaddafi'] } });
    const { message } = await editor.next('window/showMessage');
    assert.match(message, /“Gadhafi” stands in the glossary of .*copydesk\.json already/);
    assert.equal(readFileSync(file(), 'utf8'), held);
    await assert.rejects(run('copydesk.server.undo'), /nothing to undo/);
  });

  it('a file that is empty is written anew; of one that is broken it is told what and where', async () => {
    writeFileSync(file(), '');
    await start();
    await choose('placeholder', /^Turn off placeholder for this folder/);
    assert.ok(!(await asks()));
    await run('copydesk.server.undo');
    assert.equal(readFileSync(file(), 'utf8'), '');
    for (const [held, why] of [
      ['[]', /holds no object .* Put it right first/],
      ['{\n "rules": {', /in line 2: A brace \} is missing at the end\. Put it right first/],
    ] as const) {
      writeFileSync(file(), held);
      await assert.rejects(run('copydesk.server.turnOff', { uri: uri(), rule: 'placeholder' }), why);
      assert.equal(readFileSync(file(), 'utf8'), held);
    }
  });

  it('is taken back from the very message', async () => {
    await start();
    editor.answers['window/showMessageRequest'] = () => ({ title: 'Undo' });
    await choose('placeholder', /^Turn off placeholder for this folder/);
    const { message } = await editor.next('window/showMessage');
    assert.match(message, /asked again in this folder.*is gone again/);
    assert.ok(!existsSync(file()));
    assert.ok(await asks());
  });

  it('is left alone where somebody has changed the file since', async () => {
    await start();
    await choose('placeholder', /^Turn off placeholder for this folder/);
    const theirs = '{ "rules": { "placeholder": "off", "embargo": "off" } }';
    writeFileSync(file(), theirs);
    await assert.rejects(run('copydesk.server.undo'), /has been changed since/);
    assert.equal(readFileSync(file(), 'utf8'), theirs);
  });

  it('is made below a byte order mark', async () => {
    const marked = '\uFEFF{ "rules": { "mind-reading": "warning" } }';
    writeFileSync(file(), marked);
    await start();
    await choose('placeholder', /^Turn off placeholder for this folder/);
    assert.match(readFileSync(file(), 'utf8'), /^\uFEFF\{[\s\S]*"placeholder": "off"/);
    assert.ok(!(await asks()));
    await run('copydesk.server.undo');
    assert.equal(readFileSync(file(), 'utf8'), marked);
  });

  it('takes the place of nothing that stands there, and says where that is', async () => {
    const theirs = '{\n  "rules": []\n}\n';
    writeFileSync(file(), theirs);
    await start();
    await assert.rejects(
      choose('placeholder', /^Turn off placeholder for this folder/),
      /copydesk\.json has “rules” in line 2 that is no object \{ … \}\. Put it right first, then choose this again\./,
    );
    assert.equal(readFileSync(file(), 'utf8'), theirs);
  });

  it('several are taken back one after the other, the last first', async () => {
    await start();
    await choose('placeholder', /^Turn off placeholder for this folder/);
    const one = readFileSync(file(), 'utf8');
    await choose('inconsistent-transliteration', /^Turn off .* for this folder/);
    await run('copydesk.server.undo');
    assert.equal(readFileSync(file(), 'utf8'), one);
    await run('copydesk.server.undo');
    assert.ok(!existsSync(file()));
  });

  it('a rule is off for the person alone in their own settings, where the client can write these', async () => {
    const settings = {};
    await start({ ownRules: true }, settings);
    const asked: Json[] = [];
    editor.answers['copydesk/ownRules'] = (params: Json) => {
      asked.push(params);
      Object.assign(settings, { rules: 'was' in params ? {} : { placeholder: 'off' } });
      return { user: null };
    };
    await choose('placeholder', /^Turn off placeholder for me$/);
    assert.deepEqual(asked, [{ uri: uri(), rule: 'placeholder', off: true }]);
    assert.ok(!existsSync(file()) && !(await asks()));
    assert.match(said()[0] ?? '', /off for you alone, in your own settings/);
    await run('copydesk.server.undo');
    assert.deepEqual(asked[1], { uri: uri(), was: { user: null } });
    assert.ok(await asks());
  });

  it('else, and where a settings file decides, it is off for them until the editor is closed', async () => {
    writeFileSync(file(), '{}');
    await start({ ownRules: true });
    await choose('placeholder', /^Turn off placeholder for me, until the editor is closed$/);
    assert.ok(!(await asks()));
    assert.equal(readFileSync(file(), 'utf8'), '{}');
    await run('copydesk.server.undo');
    assert.ok(await asks());
  });

  it('rules that are off are listed with where, and turned on again', async () => {
    const held =
      '{\n  // ours\n  "rules": { "placeholder": ["off", {}], "embargo": "error", "mind-reading": "off" },\n  "overrides": [{ "files": "*.txt", "rules": { "embargo": "off" } }]\n}\n';
    writeFileSync(file(), held);
    await start();
    await choose('inconsistent-transliteration', /until the editor is closed$/);
    const { entries } = await editor.request('copydesk/rulesOff', { uri: uri() });
    assert.deepEqual(
      entries.map(({ rule, where }: Json) => [rule, where]),
      [
        ['inconsistent-transliteration', 'session'],
        ['placeholder', 'folder'],
        ['embargo', 'folder'],
      ],
    );
    await run('copydesk.server.turnOn', { uri: uri(), off: entries[1] });
    assert.ok(await asks());
    assert.match(readFileSync(file(), 'utf8'), /\/\/ ours/);
    await run('copydesk.server.undo');
    assert.equal(readFileSync(file(), 'utf8'), held);
    assert.ok(!(await asks()));
  });

  it('a client without commands of ours asks the person which one', async () => {
    writeFileSync(file(), '{ "rules": { "placeholder": "off" } }');
    await start();
    editor.answers['window/showMessageRequest'] = ({ message, actions }: Json) =>
      /which rule/.test(message) ? actions[0] : null;
    await run('copydesk.server.turnOn', { uri: uri() });
    assert.ok(await asks());
    await assert.rejects(run('copydesk.server.turnOn', { uri: uri() }), /nobody has turned off a rule/);
  });
});
