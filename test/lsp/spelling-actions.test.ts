// Actions on a name spelled in more than one way: all of it here, everywhere in the folder, and for good in the glossary.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { asking, positionOf } from '../support/editor';
import type { Json } from '../support/rpc';
import { applying, copy, other, spellingDesk } from '../support/spelling-desk';

describe('actions on a name', () => {
  const desk = spellingDesk();
  const { uriOf, start, actions, choose } = desk;

  it('put right every odd mention of it in the draft where the house has decided, and no quoted one', async () => {
    writeFileSync(
      path.join(desk.folder, 'copydesk.json'),
      '{ "glossary": [{ "prefer": "Qaddafi", "instead": ["Gadhafi"] }] }',
    );
    await start();
    const action = (await actions('Gadhafi spoke')).find(
      ({ title }) => title === 'Fix all 2 of “Gadhafi” in this draft',
    );
    desk.editor.apply((action as Json).edit);
    assert.equal(desk.editor.text(uriOf('a.txt')), copy.replace(/(?<!“)Gadhafi/g, 'Qaddafi'));
  });

  it('change nothing at once where nobody has decided: a person chooses each, or the spelling', async () => {
    await start();
    assert.ok(!(await actions('Gadhafi spoke')).some(({ title }) => /^Fix all/.test(title)));
  });

  it('spell it one way in every draft of the folder, the quoted ones only where a person can be asked', async () => {
    const title = 'Spell it “Muammar Qaddafi” in every draft of this folder';
    await start();
    const asks = (button: string): void => {
      desk.editor.answers['window/showMessageRequest'] = ({ actions: offered }) =>
        offered.find((one: Json) => one.title === button) ?? null;
    };
    asks('Change Them');
    await choose('Gadhafi spoke', title);
    const [question] = desk.editor.heard.filter(({ method }) => method === 'window/showMessageRequest');
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
    assert.deepEqual(texts(desk.asked[0]), {
      'a.txt': ['Qaddafi', 'Qaddafi'],
      'b.txt': ['Muammar', 'Qaddafi', 'Qaddafi'],
    });
    await desk.editor.stop();
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await start({ ...applying, workspace: { ...applying.workspace, workspaceEdit } });
    asks('Change Them');
    await choose('Gadhafi spoke', title);
    assert.equal(desk.asked[0].documentChanges.flatMap(({ edits }: Json) => edits).length, 5);
    assert.ok(!desk.asked[0].changeAnnotations, 'nothing waits for a box to be ticked');
    asks('Look at Each First');
    desk.asked.length = 0;
    await choose('Gadhafi spoke', title);
    const [edit] = desk.asked;
    const all: Json[] = edit.documentChanges.flatMap(({ edits }: Json) => edits);
    assert.equal(all.length, 7);
    for (const { annotationId } of all) assert.equal(edit.changeAnnotations[annotationId].needsConfirmation, true);
    assert.equal(all.filter(({ annotationId }) => annotationId === 'quoted').length, 2);
  });

  it('looked at one by one, are told as far as they were made, and taken back', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await start({ ...applying, workspace: { ...applying.workspace, workspaceEdit } });
    // ticks what stands in the open draft, and nothing of another
    desk.editor.answers['workspace/applyEdit'] = ({ edit }) => {
      const open = edit.changes ? edit : { documentChanges: [edit.documentChanges[0]] };
      desk.editor.apply(open);
      return { applied: true };
    };
    const told = new Promise<string>((heard) => {
      desk.editor.answers['window/showMessageRequest'] = ({ message, actions: offered }) => {
        if (offered.at(-1).title === 'Undo') heard(message);
        return offered.at(-1);
      };
    });
    await choose('Gadhafi spoke', 'Spell it “Muammar Qaddafi” in every draft of this folder');
    assert.equal(await told, 'Spelled “Muammar Qaddafi” in 1 draft: a.txt. Not saved yet: a.txt.');
    const { message } = await desk.editor.next('window/showMessage');
    assert.equal(message, 'Taken back, all of it: a.txt. Not saved yet: a.txt.');
    assert.equal(desk.editor.text(uriOf('a.txt')), copy);
  });

  it('leave whom another draft introduces otherwise, and say so', async () => {
    const own = 'Council leader Nora Halvin spoke on Monday. Halvyn left at noon. Halvin slept. Halvin said no.\n';
    writeFileSync(path.join(desk.folder, 'd.txt'), own);
    writeFileSync(path.join(desk.folder, 'b.txt'), 'Nora Halvyn, a singer, left on Monday. Halvyn sang.\n');
    await start();
    desk.editor.open(uriOf('d.txt'), own);
    desk.editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0] ?? null;
    const at = positionOf(own, own.indexOf('Halvyn'));
    const found = await desk.editor.actions(uriOf('d.txt'), { start: at, end: at }, ['quickfix']);
    const { command } = found.find(({ title }: Json) => title.startsWith('Spell it “Nora Halvin”')) as Json;
    await desk.editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const uris = desk.asked.flatMap(({ documentChanges }) => documentChanges.map((one: Json) => one.textDocument.uri));
    assert.ok(!uris.includes(uriOf('b.txt')));
    const told = desk.editor.heard.map(({ params }) => params?.message ?? '').join(' ');
    assert.match(told, /“Nora Halvyn” is left/);
  });

  describe('in every draft, are told with the drafts’ names, and taken back', () => {
    const title = 'Spell it “Muammar Qaddafi” in every draft of this folder';
    const read = (name: string): string => readFileSync(path.join(desk.folder, name), 'utf8');
    const said = (): string[] =>
      desk.editor.heard.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params.message);
    let undo: () => void;
    let told: string;

    /** An editor that has a.txt open, and saves what it changes in no tab. */
    beforeEach(async () => {
      await start();
      desk.editor.answers['workspace/applyEdit'] = ({ edit }) => {
        const changes = edit.changes ?? edit.documentChanges.map((one: Json) => [one.textDocument.uri, one.edits]);
        for (const [uri, edits] of Array.isArray(changes) ? changes : Object.entries(changes)) {
          const name = path.basename(uri);
          if (name !== 'a.txt') desk.editor.open(uri, read(name));
          desk.editor.apply({ changes: { [uri]: edits } });
          if (name === 'a.txt') continue;
          writeFileSync(path.join(desk.folder, name), desk.editor.text(uri));
          desk.editor.notify('textDocument/didClose', { textDocument: { uri } });
        }
        return { applied: true };
      };
      const waits = new Promise<void>((chosen) => {
        undo = chosen;
      });
      const asksOf = new Promise<string>((heard) => {
        desk.editor.answers['window/showMessageRequest'] = async ({ message, actions: offered }) => {
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
      await desk.editor.next('window/showMessage');
      assert.deepEqual(said(), ['Taken back, all of it: a.txt, b.txt. Not saved yet: a.txt.']);
      assert.deepEqual([desk.editor.text(uriOf('a.txt')), read('b.txt')], [copy, other]);
      const again = desk.editor.request('workspace/executeCommand', { command: 'copydesk.server.undoSpelling' });
      await assert.rejects(again, /nothing to undo/);
    });

    it('or nothing of it, where a draft has been changed since', async () => {
      writeFileSync(path.join(desk.folder, 'b.txt'), `${read('b.txt')}More.\n`);
      undo();
      const { message } = await desk.editor.next('window/showMessage');
      assert.match(message, /^Nothing was taken back: b\.txt changed since/);
      assert.match(desk.editor.text(uriOf('a.txt')), /Later Qaddafi/);
    });
  });

  it('ask in the client’s own way where it has one, and change nothing where nobody answers', async () => {
    await start(applying, { questions: true });
    const questions: Json[] = [];
    desk.editor.answers['copydesk/question'] = (params: Json) => {
      questions.push(params);
      return null;
    };
    await choose('Gadhafi spoke', 'Spell it');
    assert.deepEqual(
      questions.map(({ choices }) => choices),
      [['Change Them']],
    );
    assert.deepEqual(desk.asked, []);
    desk.editor.answers['copydesk/question'] = () => 'Change Them';
    await choose('Gadhafi spoke', 'Spell it');
    assert.equal(desk.asked.length, 1);
  });

  it('write the spelling into the glossary, in a file that is made where there is none, and hold from then on', async () => {
    await start();
    await choose('Gadhafi spoke', 'Prefer “Muammar Gadhafi”');
    const settings = path.join(desk.folder, 'copydesk.json');
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), {
      glossary: [{ prefer: 'Muammar Gadhafi', instead: ['Muammar Qaddafi'] }],
    });
    const found = await desk.editor.diagnostics(uriOf('a.txt'));
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
    desk.editor.open(uriOf('d.txt'), text);
    const at = positionOf(text, text.indexOf('Moammar'));
    const titles = (await desk.editor.actions(uriOf('d.txt'), { start: at, end: at }, ['quickfix']))
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
    desk.editor.open('untitled:Untitled-1', copy);
    const at = positionOf(copy, copy.indexOf('Gadhafi spoke'));
    const loose = await desk.editor.actions('untitled:Untitled-1', { start: at, end: at }, ['quickfix']);
    assert.ok(loose.length > 0 && !loose.some(({ title }) => /^Prefer/.test(title)));
    assert.ok(!existsSync(path.join(desk.folder, 'copydesk.json')));
  });
});
