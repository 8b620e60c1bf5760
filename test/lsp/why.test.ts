// Why the desk is silent about a sentence, asked for by an editor.
import * as assert from 'node:assert/strict';
import { asking, type Editor, offsetOf, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const text = [
  'OSTREL, March 8 (Marenia News) - The rebels shelled the port, Mayor Lena Orsk said on Monday. They took two villages.',
  '',
  'A further 30 people were killed in the hills. The council met.',
  '',
  'ENDS',
].join('\n');

describe('why the desk is silent', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor(asking);
    editor.open(uri, text);
  });
  afterEach(() => editor.stop());
  const why = (words: string): Promise<Json> =>
    editor.request('copydesk/why', { uri, position: positionOf(text, text.indexOf(words) + 2) });

  it('names who stands behind a claim, for its own sentence', async () => {
    const { markdown, range } = await why('The rebels');
    assert.match(
      markdown,
      /^\*\*Why the desk is silent here\*\*\n[\s\S]*\n- A claim with somebody behind it \(\w+\): .*Lena Orsk\./,
    );
    assert.equal(
      text.slice(offsetOf(text, range.start), offsetOf(text, range.end)),
      'The rebels shelled the port, Mayor Lena Orsk said on Monday.',
    );
  });

  it('tells what weighed with the judge, for a silence and for a question', async () => {
    const { markdown } = await why('The rebels');
    assert.match(markdown, /\n- Not asked: whose claim is it\?/);
    assert.match(markdown, /\n- Against it speaks: [^\n]+\.(?:\n|$)/);
    assert.doesNotMatch(markdown, /would silence it/);
    const asked = (await why('A further')).markdown;
    assert.match(asked, /\n- Asked: whose claim is it\?.*\n- For it speaks: [^\n]*“killed”/);
    assert.match(asked, /\n- A source in the sentence .* would silence it; so does a clearance\./);
  });

  it('is told by a hover on the question, too, and by none where nobody asks', async () => {
    const hover = async (words: string): Promise<string> => {
      const position = positionOf(text, text.indexOf(words) + 2);
      return (await editor.request('textDocument/hover', { textDocument: { uri }, position }))?.contents.value ?? '';
    };
    assert.match(
      await hover('A further'),
      /- For it speaks: [^\n]*“killed”[^\n]*\n(?:- Against it[^\n]*\n)?- A source in the sentence/,
    );
    assert.doesNotMatch(await hover('The council'), /speaks/);
  });

  it('says where there is no claim, and where there is no copy', async () => {
    assert.match((await why('The council')).markdown, /No claim of a kind that a desk wants sourced/);
    assert.match((await why('ENDS')).markdown, /This is a sign off, not running copy/);
  });

  it('says that it is not silent where it asks', async () => {
    assert.match((await why('A further')).markdown, /^\*\*The desk is not silent here:\*\* unattributed-claim/);
  });

  it('tells what somebody has cleared', async () => {
    const at = positionOf(text, text.indexOf('A further') + 2);
    const actions = await editor.actions(uri, { start: at, end: at });
    const clear = actions.find(({ title }) => title === 'Clear unattributed-claim: the desk has confirmed it');
    await editor.request('workspace/executeCommand', clear.command);
    assert.match((await why('A further')).markdown, /Somebody has cleared what unattributed-claim asked here\./);
  });

  it('has no answer where there is no draft', async () => {
    const position = { line: 0, character: 0 };
    assert.equal(await editor.request('copydesk/why', { uri: 'untitled:never', position }), null);
  });
});
