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
    assert.match(markdown, /\n- Not asked, for somebody is cited: whose claim is it\?/);
    assert.match(markdown, /\n- Against it speaks: [^\n]+\.(?:\n|$)/);
    assert.doesNotMatch(markdown, /would silence it/);
    const asked = (await why('A further')).markdown;
    assert.match(asked, /\n- Asked: whose claim is it\?.*\n- For it speaks: [^\n]*“killed”/);
    assert.match(asked, /\n- A source in the sentence .* would silence it; so does a clearance\./);
  });

  it('is told on request only: neither the question nor a hover on it says what weighed', async () => {
    const position = positionOf(text, text.indexOf('A further') + 2);
    const hovered = await editor.request('textDocument/hover', { textDocument: { uri }, position });
    assert.match(hovered.contents.value, /Claim without a source: casualty/);
    const question = (await editor.diagnostics(uri)).find(({ code }) => code === 'unattributed-claim');
    for (const said of [hovered.contents.value, question?.message]) assert.doesNotMatch(said, /weighed|speaks/);
  });

  it('vouches for no claim that it is not sure enough to ask about', async () => {
    const accused = 'The cashier of the ferry line took bribes for years, and her cousin helped her to hide it.';
    const draft = `OSTREL, March 8 (Marenia News) - The ferry line opened a new office on Monday.\n\n${accused}`;
    editor.open('untitled:Untitled-2', draft);
    const position = positionOf(draft, draft.indexOf('The cashier') + 2);
    const { markdown } = await editor.request('copydesk/why', { uri: 'untitled:Untitled-2', position });
    assert.doesNotMatch(markdown, /needs? no source/);
    if (!/not silent here/.test(markdown)) assert.match(markdown, /the desk is not sure enough to ask/i);
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
