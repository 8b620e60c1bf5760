// The source map: what an editor's view beside the draft is drawn from.
import * as assert from 'node:assert/strict';
import { asking, type Editor, offsetOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const text = [
  'Harbour reopens after storm',
  '',
  'OSTREL, March 8 (Marenia News) - The storm sank four boats, Mayor Lena Orsk said on Monday. She said the harbour would open on Tuesday.',
  '',
  'A further 30 people were killed in the hills. Youssef Karimi waited at the quay.',
  '',
  'A source close to the port said that the cranes were standing. Yusuf Karimi went home.',
  '',
].join('\n');

describe('the source map', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor(asking);
  });
  afterEach(() => editor.stop());
  const map = (of = uri): Promise<Json> => editor.request('copydesk/sourceMap', { uri: of });
  const covers = ({ range: { start, end } }: Json): string => text.slice(offsetOf(text, start), offsetOf(text, end));
  const groupOf = ({ entries }: Json, label: string): Json[] =>
    entries.find((one: Json) => one.label === label)?.entries ?? [];

  it('holds each source with what it said and how often, by kind', async () => {
    editor.open(uri, text);
    const answer = await map();
    assert.equal(answer.version, 1);
    assert.deepEqual(
      answer.entries.map(({ label, note }: Json) => `${label}: ${note}`),
      [
        'Named sources: 1',
        'Anonymous sources: 1',
        'Claims that stand alone: 1',
        `Names: ${groupOf(answer, 'Names').length}`,
      ],
    );
    const [orsk] = groupOf(answer, 'Named sources');
    assert.equal(orsk.label, 'Lena Orsk');
    assert.equal(orsk.note, 'paraphrased 2×');
    assert.deepEqual(orsk.entries.map(covers), [
      'The storm sank four boats, Mayor Lena Orsk said on Monday.',
      'She said the harbour would open on Tuesday.',
    ]);
    assert.equal(orsk.entries[1].note, 'line 3');
  });

  it('leads to the claims that nobody stands behind', async () => {
    editor.open(uri, text);
    const claims = groupOf(await map(), 'Claims that stand alone');
    assert.deepEqual(claims.map(covers), ['A further 30 people were killed in the hills.']);
    assert.deepEqual(
      claims.map(({ note }) => note),
      ['casualty'],
    );
  });

  it('shows a name that is spelled in two ways with both, and one that is not with its places', async () => {
    editor.open(uri, text);
    const names = groupOf(await map(), 'Names');
    const karimi = names.find(({ label }) => label.includes('Karimi')) as Json;
    assert.match(karimi.note, /2× in 2 forms$/);
    assert.deepEqual(
      karimi.entries.map(({ label, kind }: Json) => [kind, label]),
      [
        ['spelling', 'Youssef Karimi'],
        ['spelling', 'Yusuf Karimi'],
      ],
    );
    const orsk = names.find(({ label }) => label === 'Lena Orsk') as Json;
    assert.deepEqual(orsk.entries.map(covers), ['Lena Orsk']);
    assert.equal(orsk.entries[0].kind, 'mention');
  });

  it('is of the text as it stands now', async () => {
    editor.open(uri, text);
    editor.type(uri, 0, text.length, 'The council met.');
    const { version, entries } = await map();
    assert.deepEqual([version, entries], [2, []]);
  });

  it('is none where the document is no draft', async () => {
    assert.equal(await map('untitled:never-opened'), null);
    editor.open('file:///desk/README.md', 'Police said so.', 'markdown');
    assert.equal(await map('file:///desk/README.md'), null);
  });

  it('lets no character of the draft turn the line that it is shown on', async () => {
    editor.open(uri, 'Lena Orsk said on Monday that \u202edoors\u202c were shut.');
    const [source] = groupOf(await map(), 'Named sources');
    assert.match(source.entries[0].label, /that \\u202edoors\\u202c were/);
  });
});
