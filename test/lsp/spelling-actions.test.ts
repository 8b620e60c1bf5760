// Actions on a name spelled in more than one way: all of it here, everywhere in the folder, and for good in the glossary.
import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const copy =
  'Aides of Muammar Qaddafi left on Monday. Later Gadhafi spoke, they said. Gadhafi did not stay. “Gadhafi lied,” said Ivan Bero, an aide.\n';
const other =
  'Nobody has seen Moamer Kadhafi, aides said on Tuesday. Kadhafi’s son is missing too. “Kadhafi fled,” they said.\n';
const applying = { ...asking, workspace: { ...asking.workspace, applyEdit: true } };

describe('actions on a name', () => {
  let editor: Editor;
  let folder: string;
  let asked: Json[];
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const start = async (capabilities: object = applying, options?: object): Promise<void> => {
    editor = await startEditor(capabilities, { folders: [pathToFileURL(folder).href], ...(options && { options }) });
    asked = [];
    editor.answers['workspace/applyEdit'] = ({ edit }) => {
      asked.push(edit);
      return { applied: true };
    };
    editor.open(uriOf('a.txt'), copy);
  };
  const actions = async (words: string): Promise<Json[]> => {
    const at = positionOf(copy, copy.indexOf(words));
    return editor.actions(uriOf('a.txt'), { start: at, end: at }, ['quickfix']);
  };
  const choose = async (words: string, title: string): Promise<void> => {
    const { command } = (await actions(words)).find((action) => action.title.startsWith(title)) as Json;
    await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-names-'));
    writeFileSync(path.join(folder, 'a.txt'), copy);
    writeFileSync(path.join(folder, 'b.txt'), other);
    writeFileSync(path.join(folder, 'c.txt'), 'Ivan Bero opened his shop on Tuesday, he said.\n');
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('put right every odd mention of it in the draft where the house has decided, and no quoted one', async () => {
    writeFileSync(
      path.join(folder, 'copydesk.json'),
      '{ "glossary": [{ "prefer": "Qaddafi", "instead": ["Gadhafi"] }] }',
    );
    await start();
    const action = (await actions('Gadhafi spoke')).find(
      ({ title }) => title === 'Fix all 2 of “Gadhafi” in this draft',
    );
    editor.apply((action as Json).edit);
    assert.equal(editor.text(uriOf('a.txt')), copy.replace(/(?<!“)Gadhafi/g, 'Qaddafi'));
  });

  it('change nothing at once where nobody has decided: a person chooses each, or the spelling', async () => {
    await start();
    assert.ok(!(await actions('Gadhafi spoke')).some(({ title }) => /^Fix all/.test(title)));
  });

  it('spell it one way in every draft of the folder, the quoted ones only where a person can be asked', async () => {
    const title = 'Spell it “Muammar Qaddafi” in every draft of this folder';
    await start();
    const asks = (button: string): void => {
      editor.answers['window/showMessageRequest'] = ({ actions: offered }) =>
        offered.find((one: Json) => one.title === button) ?? null;
    };
    asks('Change Them');
    await choose('Gadhafi spoke', title);
    const [question] = editor.heard.filter(({ method }) => method === 'window/showMessageRequest');
    assert.equal(
      question?.params.message,
      'Spell it “Muammar Qaddafi” in 5 places of 2 drafts? 2 places inside quotation marks are left alone.',
    );
    const texts = (edit: Json): Json =>
      Object.fromEntries(
        edit.documentChanges.map(({ textDocument, edits }: Json) => [
          path.basename(textDocument.uri),
          edits.map((e: Json) => e.newText),
        ]),
      );
    assert.deepEqual(texts(asked[0]), { 'a.txt': ['Qaddafi', 'Qaddafi'], 'b.txt': ['Muammar', 'Qaddafi', 'Qaddafi'] });
    await editor.stop();
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await start({ ...applying, workspace: { ...applying.workspace, workspaceEdit } });
    asks('Change Them');
    await choose('Gadhafi spoke', title);
    assert.equal(asked[0].documentChanges.flatMap(({ edits }: Json) => edits).length, 5);
    assert.ok(!asked[0].changeAnnotations, 'nothing waits for a box to be ticked');
    asks('Look at Each First');
    asked.length = 0;
    await choose('Gadhafi spoke', title);
    const [edit] = asked;
    const all: Json[] = edit.documentChanges.flatMap(({ edits }: Json) => edits);
    assert.equal(all.length, 7);
    for (const { annotationId } of all) assert.equal(edit.changeAnnotations[annotationId].needsConfirmation, true);
    assert.equal(all.filter(({ annotationId }) => annotationId === 'quoted').length, 2);
  });

  it('looked at one by one, are told as far as they were made, and taken back', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await start({ ...applying, workspace: { ...applying.workspace, workspaceEdit } });
    // ticks what stands in the open draft, and nothing of another
    editor.answers['workspace/applyEdit'] = ({ edit }) => {
      const open = edit.changes ? edit : { documentChanges: [edit.documentChanges[0]] };
      editor.apply(open);
      return { applied: true };
    };
    const told = new Promise<string>((heard) => {
      editor.answers['window/showMessageRequest'] = ({ message, actions: offered }) => {
        if (offered.at(-1).title === 'Undo') heard(message);
        return offered.at(-1);
      };
    });
    await choose('Gadhafi spoke', 'Spell it “Muammar Qaddafi” in every draft of this folder');
    assert.equal(await told, 'Spelled “Muammar Qaddafi” in 1 draft: a.txt. Not saved yet: a.txt.');
    const { message } = await editor.next('window/showMessage');
    assert.equal(message, 'Taken back, all of it: a.txt. Not saved yet: a.txt.');
    assert.equal(editor.text(uriOf('a.txt')), copy);
  });

  it('leave whom another draft introduces otherwise, and say so', async () => {
    const own = 'Council leader Nora Halvin spoke on Monday. Halvyn left at noon. Halvin slept. Halvin said no.\n';
    writeFileSync(path.join(folder, 'd.txt'), own);
    writeFileSync(path.join(folder, 'b.txt'), 'Nora Halvyn, a singer, left on Monday. Halvyn sang.\n');
    await start();
    editor.open(uriOf('d.txt'), own);
    editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0] ?? null;
    const at = positionOf(own, own.indexOf('Halvyn'));
    const found = await editor.actions(uriOf('d.txt'), { start: at, end: at }, ['quickfix']);
    const { command } = found.find(({ title }: Json) => title.startsWith('Spell it “Nora Halvin”')) as Json;
    await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const uris = asked.flatMap(({ documentChanges }) => documentChanges.map((one: Json) => one.textDocument.uri));
    assert.ok(!uris.includes(uriOf('b.txt')));
    const told = editor.heard.map(({ params }) => params?.message ?? '').join(' ');
    assert.match(told, /“Nora Halvyn” is left/);
  });

  describe('in every draft, are told with the drafts’ names, and taken back', () => {
    const title = 'Spell it “Muammar Qaddafi” in every draft of this folder';
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    const said = (): string[] =>
      editor.heard.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params.message);
    let undo: () => void;
    let told: string;

    /** An editor that has a.txt open, and saves what it changes in no tab. */
    beforeEach(async () => {
      await start();
      editor.answers['workspace/applyEdit'] = ({ edit }) => {
        const changes = edit.changes ?? edit.documentChanges.map((one: Json) => [one.textDocument.uri, one.edits]);
        for (const [uri, edits] of Array.isArray(changes) ? changes : Object.entries(changes)) {
          const name = path.basename(uri);
          if (name !== 'a.txt') editor.open(uri, read(name));
          editor.apply({ changes: { [uri]: edits } });
          if (name === 'a.txt') continue;
          writeFileSync(path.join(folder, name), editor.text(uri));
          editor.notify('textDocument/didClose', { textDocument: { uri } });
        }
        return { applied: true };
      };
      const waits = new Promise<void>((chosen) => {
        undo = chosen;
      });
      const asksOf = new Promise<string>((heard) => {
        editor.answers['window/showMessageRequest'] = async ({ message, actions: offered }) => {
          if (offered.at(-1).title !== 'Undo') return offered.find((one: Json) => one.title === 'Change Them');
          heard(message);
          await waits;
          return offered.at(-1);
        };
      });
      await choose('Gadhafi spoke', title);
      told = await asksOf;
    });

    it('all of it, and what is saved is told as it is', async () => {
      assert.equal(told, 'Spelled “Muammar Qaddafi” in 5 places of 2 drafts: a.txt, b.txt. Not saved yet: a.txt.');
      assert.match(read('b.txt'), /Muammar Qaddafi, aides/);
      undo();
      await editor.next('window/showMessage');
      assert.deepEqual(said(), ['Taken back, all of it: a.txt, b.txt. Not saved yet: a.txt.']);
      assert.deepEqual([editor.text(uriOf('a.txt')), read('b.txt')], [copy, other]);
      const again = editor.request('workspace/executeCommand', { command: 'copydesk.server.undoSpelling' });
      await assert.rejects(again, /nothing to undo/);
    });

    it('or nothing of it, where a draft has been changed since', async () => {
      writeFileSync(path.join(folder, 'b.txt'), `${read('b.txt')}More.\n`);
      undo();
      const { message } = await editor.next('window/showMessage');
      assert.match(message, /^Nothing was taken back: b\.txt changed since/);
      assert.match(editor.text(uriOf('a.txt')), /Later Qaddafi/);
    });
  });

  /** Opens c.txt with the text and chooses to spell the word so in every draft. @returns what the person was asked. */
  async function spellEverywhere(text: string, word: string, spelling: string): Promise<readonly string[]> {
    writeFileSync(path.join(folder, 'c.txt'), text);
    await start();
    editor.open(uriOf('c.txt'), text);
    const told: string[] = [];
    editor.answers['window/showMessageRequest'] = ({ message, actions: offered }) => {
      told.push(message);
      return offered[0];
    };
    const place = positionOf(text, text.indexOf(word));
    const all: Json[] = await editor.actions(uriOf('c.txt'), { start: place, end: place }, ['quickfix']);
    const title = `Spell it “${spelling}” in every draft of this folder`;
    const { command } = all.find((one) => one.title === title) as Json;
    await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    return told;
  }

  it('spell a place of one word one way, and nobody who is called so', async () => {
    const text = 'The envoy came to Zürich on Monday. Zurich is big, aides said. The trams of Zürich ran.\n';
    writeFileSync(path.join(folder, 'd.txt'), 'He left for Zurich on Tuesday, aides said.\n');
    writeFileSync(path.join(folder, 'e.txt'), 'Ida Zurich slept on Tuesday, aides said. Mr. Zurich left.\n');
    await spellEverywhere(text, 'Zurich', 'Zürich');
    const edits = asked[0].documentChanges.map(({ textDocument, edits: made }: Json) => [
      path.basename(textDocument.uri),
      made.map(({ newText, range }: Json) => [newText, range.start.character]),
    ]);
    assert.deepEqual(edits, [
      ['c.txt', [['Zürich', text.indexOf('Zurich')]]],
      ['d.txt', [['Zürich', 'He left for '.length]]],
    ]);
  });

  it('leave what speaks of a spelling and tells two names apart, and tell of it', async () => {
    const text = 'The envoy came to Kyiv on Monday. Kiev is big, aides said. The trams of Kyiv ran.\n';
    writeFileSync(path.join(folder, 'd.txt'), 'They left for Kyiv, formerly Kiev, aides said.\n');
    writeFileSync(path.join(folder, 'e.txt'), 'The spelling Kiev is old. He left for the old name Kiev.\n');
    const told = await spellEverywhere(text, 'Kiev', 'Kyiv');
    assert.deepEqual(
      asked[0].documentChanges.map(({ textDocument }: Json) => path.basename(textDocument.uri)),
      ['c.txt'],
    );
    assert.match(told[0] ?? '', /in 1 place of 1 draft\? “Kiev” \(3 places\) are left/);
  });

  it('leave a surname and a namesake town of another draft, and tell of them', async () => {
    const text = 'The envoy came to Mykolaiv on Monday. Nikolaev is big, aides said. The trams of Mykolaiv ran.\n';
    writeFileSync(path.join(folder, 'd.txt'), 'Nikolaev, a painter, slept on Tuesday. The painter Nikolaev left.\n');
    writeFileSync(path.join(folder, 'e.txt'), 'Coach Nikolaev slept on Tuesday. Nikolaev’s oar broke.\n');
    writeFileSync(path.join(folder, 'f.txt'), 'He left for Nikolaev, Ohio, on Tuesday.\n');
    const told = await spellEverywhere(text, 'Nikolaev', 'Mykolaiv');
    assert.deepEqual(
      asked[0].documentChanges.map(({ textDocument }: Json) => path.basename(textDocument.uri)),
      ['c.txt'],
    );
    assert.match(told[0] ?? '', /in 1 place of 1 draft\? “Nikolaev” \(5 places\) are left/);
  });

  it('never add a word that a draft does not have', async () => {
    writeFileSync(
      path.join(folder, 'c.txt'),
      'Sheikh Ahmed al-Sharaa spoke on Monday. Sharaa left. Ahmad al-Sharaa slept, they said.\n',
    );
    writeFileSync(path.join(folder, 'd.txt'), 'Ahmad al-Sharaa came on Tuesday, aides said. Sharaa left.\n');
    await start();
    const text = readFileSync(path.join(folder, 'c.txt'), 'utf8');
    editor.open(uriOf('c.txt'), text);
    editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
    const place = positionOf(text, text.indexOf('Ahmad'));
    const all: Json[] = await editor.actions(uriOf('c.txt'), { start: place, end: place }, ['quickfix']);
    const { command } = all.find(({ title }) => title.startsWith('Spell it')) as Json;
    await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const words = asked[0].documentChanges.flatMap(({ edits }: Json) => edits.map((one: Json) => one.newText));
    assert.deepEqual(words, ['Ahmed', 'Ahmed']);
  });

  for (const [text, word, expected] of [
    [
      'Volodymyr Zelensky spoke on Monday. Vladimir Zelenskyy left. Zelenskyy slept.\n',
      'Zelenskyy left',
      'Volodymyr Zelensky spoke on Monday. Volodymyr Zelensky left. Zelensky slept.\n',
    ],
    [
      'Jose Garcia Orsano spoke on Monday. José García Orsaño left. Ms. Bero slept.\n',
      'Jose ',
      'José García Orsaño spoke on Monday. José García Orsaño left. Ms. Bero slept.\n',
    ],
    [
      'Sergei Shoigu spoke on Monday. Sergey Shoygu left. Shoigu slept.\n',
      'Shoygu',
      'Sergei Shoigu spoke on Monday. Sergei Shoigu left. Shoigu slept.\n',
    ],
    [
      'Kim Yo Mi met the press on Monday. Kim Yo-mi said yes.\n',
      'Yo-mi',
      'Kim Yo Mi met the press on Monday. Kim Yo Mi said yes.\n',
    ],
  ] as const)
    it(`write a form that the drafts have, and no mixture of two: ${text.slice(0, 20)}`, async () => {
      await start();
      const uri = uriOf('d.txt');
      writeFileSync(path.join(folder, 'd.txt'), text);
      editor.open(uri, text);
      editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
      const place = positionOf(text, text.indexOf(word));
      const all: Json[] = await editor.actions(uri, { start: place, end: place }, ['quickfix']);
      const offered = all.filter(({ title }) => title.startsWith('Spell it'));
      assert.equal(offered.length, 1);
      const { command } = offered[0] as Json;
      await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      editor.apply({ documentChanges: asked[0].documentChanges.filter((one: Json) => one.textDocument.uri === uri) });
      assert.equal(editor.text(uri), expected);
    });

  for (const [what, text, word, elsewhere, expected, told] of [
    [
      'a wife in another draft',
      'Volodymyr Zelensky met the mayors on Monday. Volodymyr Zelenskyy flew home, aides said.\n',
      'Zelenskyy',
      'Olena Zelenskyy opened the school on Tuesday, they said. Zelenskyy stayed an hour.\n',
      undefined,
      /“Olena Zelenskyy” is left/,
    ],
    [
      'a son beside his father',
      'Osama bin Laden was dead, they said on Monday. Usama bin Ladin had hidden for years.\n',
      'Ladin',
      'Usama bin Ladin is dead, they said on Tuesday. Khalid bin Ladin is too.\n',
      'Osama bin Laden is dead, they said on Tuesday. Khalid bin Ladin is too.\n',
      /“Khalid bin Ladin” is left/,
    ],
    [
      'a father, where a daughter is meant',
      'Aisha Gadhafi spoke on Monday. Aisha Qaddafi left, they said.\n',
      'Qaddafi',
      'Aisha Qaddafi slept on Tuesday, aides said. Muammar Qaddafi did not. Hannibal Qaddafi ate.\n',
      'Aisha Gadhafi slept on Tuesday, aides said. Muammar Qaddafi did not. Hannibal Qaddafi ate.\n',
      /“Muammar Qaddafi”, “Hannibal Qaddafi”/,
    ],
    [
      'somebody of whom only an initial is told',
      'Muammar Gaddafi spoke on Monday. Muammar Qaddafi left, they said.\n',
      'Qaddafi',
      'M. Qaddafi slept on Tuesday, aides said. They had no more of him.\n',
      undefined,
      /“M. Qaddafi” is left/,
    ],
  ] as const)
    it(`leave the name of another of the family: ${what}`, async () => {
      writeFileSync(path.join(folder, 'copydesk.json'), '{ "across": true }');
      writeFileSync(path.join(folder, 'b.txt'), elsewhere);
      writeFileSync(path.join(folder, 'd.txt'), text);
      await start();
      const [uri, other] = [uriOf('d.txt'), uriOf('b.txt')];
      editor.open(uri, text);
      editor.open(other, elsewhere);
      editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
      const place = positionOf(text, text.indexOf(word));
      const all: Json[] = await editor.actions(uri, { start: place, end: place }, ['quickfix']);
      const { command } = all.find(({ title }) => title.startsWith('Spell it')) as Json;
      await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      const changed = asked[0].documentChanges.filter((one: Json) => one.textDocument.uri === other);
      if (changed.length) editor.apply({ documentChanges: changed });
      assert.equal(editor.text(other), expected ?? elsewhere);
      const [question] = editor.heard.filter(({ method }) => method === 'window/showMessageRequest');
      assert.match(question?.params.message, told);
    });

  it('ask in the client’s own way where it has one, and change nothing where nobody answers', async () => {
    await start(applying, { questions: true });
    const questions: Json[] = [];
    editor.answers['copydesk/question'] = (params: Json) => {
      questions.push(params);
      return null;
    };
    await choose('Gadhafi spoke', 'Spell it');
    assert.deepEqual(
      questions.map(({ choices }) => choices),
      [['Change Them']],
    );
    assert.deepEqual(asked, []);
    editor.answers['copydesk/question'] = () => 'Change Them';
    await choose('Gadhafi spoke', 'Spell it');
    assert.equal(asked.length, 1);
  });

  it('write the spelling into the glossary, in a file that is made where there is none, and hold from then on', async () => {
    await start();
    await choose('Gadhafi spoke', 'Prefer “Muammar Gadhafi”');
    const settings = path.join(folder, 'copydesk.json');
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), {
      glossary: [{ prefer: 'Muammar Gadhafi', instead: ['Muammar Qaddafi'] }],
    });
    const found = await editor.diagnostics(uriOf('a.txt'));
    const places = found
      .filter(({ code }: Json) => /transliteration|house/.test(code))
      .map(({ range }: Json) => range.start.character);
    assert.deepEqual(places, [copy.indexOf('Muammar Qaddafi')]);
    await choose('Qaddafi left', 'Prefer “Muammar Qaddafi”');
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), {
      glossary: [{ prefer: 'Muammar Qaddafi', instead: ['Muammar Gadhafi'] }],
    });
  });

  it('write no given name by itself into it: that is everybody’s', async () => {
    const text = 'Colonel Muammar Qadiri said the flag was up. Moammar Qadiri is to visit the crossing on Sunday.\n';
    await start();
    editor.open(uriOf('d.txt'), text);
    const at = positionOf(text, text.indexOf('Moammar'));
    const titles = (await editor.actions(uriOf('d.txt'), { start: at, end: at }, ['quickfix']))
      .map(({ title }: Json) => title)
      .filter((title) => title.startsWith('Prefer'));
    assert.deepEqual(
      titles.map((title) => /“(.*)”/.exec(title)?.[1]),
      ['Muammar Qadiri', 'Moammar Qadiri'],
    );
  });

  it('are not offered where they cannot be done', async () => {
    await start(asking);
    assert.ok(!(await actions('Gadhafi spoke')).some(({ title }) => /in every draft/.test(title)));
    editor.open('untitled:Untitled-1', copy);
    const at = positionOf(copy, copy.indexOf('Gadhafi spoke'));
    const loose = await editor.actions('untitled:Untitled-1', { start: at, end: at }, ['quickfix']);
    assert.ok(loose.length > 0 && !loose.some(({ title }) => /^Prefer/.test(title)));
    assert.ok(!existsSync(path.join(folder, 'copydesk.json')));
  });
});
