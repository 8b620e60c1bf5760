// The examples, as a newsroom's page has them: in a real browser, with the library's build for browsers.
import * as assert from 'node:assert/strict';
import { inChromium, PATIENCE } from '../support/chromium';

const draft = [
  'The council met in the old town hall.',
  'At least 17 people were killed in the harbour.',
  '"We will rebuild it," the mayor, Ana Breck, said.',
  'Enditem',
];

describe('examples in a browser', function () {
  this.timeout(PATIENCE * 2);
  const chromium = inChromium();

  it('CodeMirror: marks, a fix chosen in the tooltip, all safe ones with a key, and undo', async () => {
    const { page, wrong, asked } = await chromium().withModule(`
      export { createDesk } from 'copydesk';
      export { EditorView, keymap } from '@codemirror/view';
      export { lintKeymap } from '@codemirror/lint';
      export { history, historyKeymap } from '@codemirror/commands';
      export * from './examples/codemirror';`);
    await page.evaluate(`(async () => {
      const doc = ${JSON.stringify(draft.join('\n'))};
      const session = await (await kit.createDesk()).open(doc);
      const keys = kit.keymap.of([...kit.lintKeymap, ...kit.historyKeymap, { key: 'Mod-Alt-f', run: kit.fixSafely(session) }]);
      window.view = new kit.EditorView({ doc, parent: document.body, extensions: [kit.copydesk(session, 0), kit.history(), keys] });
      view.focus();
    })()`);
    const text = (): Promise<string> => page.evaluate('view.state.doc.toString()');
    await page.locator('.cm-lintRange-info', { hasText: '17 people' }).first().waitFor();
    await page.locator('.cm-lintRange-error', { hasText: 'Enditem' }).waitFor();
    await page.keyboard.press('F8');
    const tooltip = page.locator('.cm-diagnostic', { hasText: 'nobody is cited' });
    await tooltip.waitFor();
    await tooltip.getByRole('button').first().click();
    assert.match(await text(), /TK/);
    await page.evaluate('view.focus()');
    await page.keyboard.press('Control+z');
    assert.equal(await text(), draft.join('\n'));
    await page.keyboard.press('Control+Alt+f');
    assert.equal(await text(), draft.slice(0, 3).join('\n'));
    await page.keyboard.press('Control+z');
    assert.equal(await text(), draft.join('\n'));
    assert.deepEqual([wrong, asked], [[], []]);
  });

  it('the library asks a house’s own rules, as it does in Node.js', async () => {
    const { page, wrong, asked } = await chromium().withModule(`export { createDesk } from 'copydesk';`);
    const houseRules = {
      'no-tragedy': {
        kind: 'query',
        message: '“{found}” judges.',
        patterns: ['tragic|sad <own>'],
        classes: { own: ['fire'] },
      },
    };
    const found = await page.evaluate(
      `kit.createDesk(${JSON.stringify({ houseRules })}).then((desk) => desk.lint('A tragic fire closed the mill, the mayor said.'))
        .then(({ diagnostics }) => diagnostics.map(({ message }) => message))`,
    );
    assert.deepEqual([found, wrong, asked], [['“tragic fire” judges.'], [], []]);
  });

  it('ProseMirror: marks in the document, a fix and all safe ones, blocks that go as a whole', async () => {
    const { page, wrong } = await chromium().withModule(`
      export { createDesk } from 'copydesk';
      export { Schema } from 'prosemirror-model';
      export { EditorState } from 'prosemirror-state';
      export { EditorView } from 'prosemirror-view';
      export * from './examples/prosemirror';`);
    await page.evaluate(`(async () => {
      const inline = { content: 'inline*', group: 'block' };
      const schema = new kit.Schema({ nodes: {
        doc: { content: 'block+' },
        paragraph: { ...inline, toDOM: () => ['p', 0] },
        heading: { ...inline, toDOM: () => ['h1', 0] },
        item: { content: 'paragraph+', toDOM: () => ['li', 0] },
        list: { content: 'item+', group: 'block', toDOM: () => ['ul', 0] },
        picture: { inline: true, group: 'inline', toDOM: () => ['img'] },
        text: { group: 'inline' },
      } });
      const { heading, paragraph, item, list, picture } = schema.nodes;
      const p = (...content) => paragraph.create(null, content.map((one) => typeof one === 'string' ? schema.text(one) : one));
      const [first, claim, quote, end] = ${JSON.stringify(draft)};
      const doc = schema.node('doc', null, [
        heading.create(null, schema.text('Harbour burns')),
        p(first), p(picture.create(), claim), p(quote), list.create(null, [item.create(null, p('Roads are shut.')), item.create(null, p(end))]),
      ]);
      window.session = await (await kit.createDesk()).open('');
      window.plugin = kit.copydesk(session);
      window.view = new kit.EditorView(document.querySelector('#editor'), { state: kit.EditorState.create({ doc, plugins: [plugin] }) });
      window.found = (rule) => plugin.getState(view.state).diagnostics.find((one) => one.rule === rule);
    })()`);
    const marked = (kind: string) => page.locator(`.copydesk-${kind}`).allTextContents();
    assert.deepEqual(await marked('error'), ['Enditem']);
    // the picture is marked with the words that it stands before
    assert.equal((await marked('query')).join(''), draft[1]);
    const title = await page.locator('.copydesk-query').first().getAttribute('title');
    assert.match(title ?? '', /nobody is cited/);
    const does = (command: string): Promise<boolean> => page.evaluate(`kit.${command}(view.state, view.dispatch)`);
    const lines = (): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('#editor p, #editor h1')].map((one) => one.textContent)`);
    assert.equal(await does(`applyFix(session, found('unattributed-claim').fixes[0])`), true);
    assert.match((await lines())[2] ?? '', /TK/);
    // a fix of a text that is no more is not made
    await page.evaluate(`window.stale = found('wire-sign-off').fixes[0]; session.update('other')`);
    assert.equal(await does('applyFix(session, stale)'), false);
    assert.equal(await does('fixSafely(session)'), true);
    assert.deepEqual((await lines()).slice(3), [draft[2], 'Roads are shut.']);
    assert.equal(await page.locator('#editor li').count(), 1, 'the item went with its words');
    assert.equal(await does('fixSafely(session)'), false);
    await page.locator('#editor p').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' It has TK members.');
    await page.locator('.copydesk-error', { hasText: 'TK' }).first().waitFor();
    assert.equal(await page.locator('#editor h1').textContent(), 'Harbour burns');
    assert.deepEqual(wrong, []);
  });

  it('TipTap: the same as an extension, with a command', async () => {
    const { page, wrong } = await chromium().withModule(`
      export { createDesk } from 'copydesk';
      export { Editor, Node } from '@tiptap/core';
      export { Copydesk } from './examples/tiptap';`);
    await page.evaluate(`(async () => {
      const session = await (await kit.createDesk()).open('');
      const doc = kit.Node.create({ name: 'doc', topNode: true, content: 'block+' });
      const paragraph = kit.Node.create({
        name: 'paragraph', group: 'block', content: 'inline*', parseHTML: () => [{ tag: 'p' }], renderHTML: () => ['p', 0],
      });
      const text = kit.Node.create({ name: 'text', group: 'inline' });
      window.editor = new kit.Editor({
        element: document.querySelector('#editor'),
        injectCSS: false,
        extensions: [doc, paragraph, text, kit.Copydesk.configure({ session })],
        content: ${JSON.stringify(draft.map((line) => `<p>${line}</p>`).join(''))},
      });
    })()`);
    await page.locator('.copydesk-error', { hasText: 'Enditem' }).waitFor();
    assert.equal(await page.evaluate('editor.commands.fixSafely()'), true);
    assert.equal(await page.evaluate(`editor.getText({ blockSeparator: '\\n' })`), draft.slice(0, 3).join('\n'));
    assert.equal(await page.locator('.copydesk-error').count(), 0);
    assert.deepEqual(wrong, []);
  });
});
