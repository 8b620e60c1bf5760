// Folding over the protocol: what may be put away, as the lines of the draft.
import * as assert from 'node:assert/strict';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';

describe('folding', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** "first line … last line" of each range, with its kind. */
  const folds = async (text: string, languageId = 'plaintext', capabilities: object = asking): Promise<string[]> => {
    editor = await startEditor(capabilities);
    editor.open(uri, text, languageId);
    const lines = text.split('\n');
    const ranges = await editor.request('textDocument/foldingRange', { textDocument: { uri } });
    return ranges.map(
      ({ startLine, endLine, kind }: Json) =>
        `${lines[startLine]?.trim().slice(0, 14).trim()} … ${lines[endLine]?.trim().slice(0, 14).trim()}${kind ? ` (${kind})` : ''}`,
    );
  };

  const markdown = [
    '---',
    'title: Harbour reopens',
    'date: 2026-03-08',
    '---',
    '',
    'The harbour reopened on Monday, the port authority said.',
    '',
    '## What comes next',
    '',
    'Three ships are waiting, the authority said:',
    '',
    '- the Orla',
    '- the Vind',
    '- the Sule',
    '',
    '## The bill',
    '',
    '| year | cost |',
    '| ---- | ---- |',
    '| 2025 | 30 |',
    '',
    'The council will pay.',
    '',
  ].join('\n');

  it('puts away front matter, sections, lists and tables', async () => {
    assert.deepEqual(await folds(markdown, 'markdown'), [
      '--- … ---',
      '## What comes … - the Sule',
      '- the Orla … - the Sule',
      '## The bill … The council wi',
      '| year | cost … | 2025 | 30 |',
    ]);
  });

  it('gives a client no more than it takes, the outer ones', async () => {
    const textDocument = { ...asking.textDocument, foldingRange: { rangeLimit: 3 } };
    assert.deepEqual(await folds(markdown, 'markdown', { ...asking, textDocument }), [
      '--- … ---',
      '## What comes … - the Sule',
      '## The bill … The council wi',
    ]);
  });

  it('puts away furniture at the head and at the foot, but not a dateline with the lead', async () => {
    const text = [
      'BC-MARENIA-HARBOUR',
      '(Adds quote)',
      'By Yusuf Hamdan',
      '',
      'OSTREL, March 8 (Marenia News) - The harbour reopened on Monday, the port authority said.',
      '',
      'Ships were waiting outside.',
      '',
      'ENDS',
      '(Reporting by Yusuf Hamdan; Editing by Lena Orsk)',
      '',
    ].join('\n');
    assert.deepEqual(await folds(text), [
      'BC-MARENIA-HAR … By Yusuf Hamda (comment)',
      'ENDS … (Reporting by (comment)',
    ]);
  });

  it('puts away wrapped paragraphs, and quotations that run over several', async () => {
    const wrapped = [
      '    The harbour reopened on Monday after a storm that kept it',
      'closed for three days, the port authority said in a statement',
      'that it sent to the shipping companies.',
      '    Ships were waiting outside, and more of them were expected',
      'from the north before the end of the week.',
      '',
    ].join('\n');
    assert.deepEqual(await folds(wrapped), ['The harbour re … that it sent t', 'Ships were wai … from the north']);
    await editor.stop();
    const running = [
      'Mayor Lena Orsk said: “The cranes are standing.',
      '',
      '“We will open on Tuesday.',
      '',
      '“Everybody is welcome.”',
      '',
      'Shops opened at noon.',
      '',
    ].join('\n');
    assert.deepEqual(await folds(running), ['Mayor Lena Ors … “Everybody is']);
  });

  it('folds nothing in one line, and nothing in none', async () => {
    assert.deepEqual(await folds('The harbour reopened.\n'), []);
    await editor.stop();
    assert.deepEqual(await folds(''), []);
  });
});
