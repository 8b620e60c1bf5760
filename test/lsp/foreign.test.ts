// A draft that is not English: no tick for what was hardly read, and what is looked for is found.
import * as assert from 'node:assert/strict';
import { asking, type Editor, startEditor } from '../support/editor';

const uri = 'untitled:Untitled-1';
const german = [
  'Brand im Hafen von Merrow',
  '',
  'MERROW (dpa) - Bei einem Brand im Hafen sind am Mittwoch drei Arbeiter verletzt worden, wie die Polizei mit einem Bericht von der Nacht mitteilt.',
  '',
  'Das Feuer war nach zwei Stunden gelöscht.',
].join('\n');
const english =
  'The harbour of Merrow was closed on Monday because of the wind, and it will be opened again on Friday.';

describe('a draft that is not English', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor(asking, { options: { status: true } });
  });
  afterEach(() => editor.stop());
  const status = async (text: string) => {
    editor.open(uri, text);
    await editor.diagnostics(uri);
    return editor.next('copydesk/status');
  };

  it('has no tick', async () => {
    const { state, message } = await status(german);
    assert.deepEqual(
      [state, message],
      ['foreign', 'This draft is not English: only furniture and placeholders are looked for.'],
    );
  });

  it('has its placeholders and credits found', async () => {
    editor.open(uri, `${german} TK Zahlen.\n\nPhoto: dpa\n`);
    const found = await editor.diagnostics(uri);
    assert.deepEqual(found.map(({ code }) => code).sort(), ['placeholder', 'web-remnant']);
  });

  it('counts its foreign paragraphs where others are English', async () => {
    const { state, message } = await status(`${english}\n\n${german.split('\n')[2]}\n\n${english}`);
    assert.equal(state, 'clean');
    assert.match(message, /^One paragraph is not English: only furniture and placeholders/);
  });
});
