// The server in a language that nobody speaks: every word of menus, hovers and views comes in brackets, or is the copy's or a record's.
import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pseudo } from '../support/pseudo';
import { asking, type Editor, startEditor } from '../support/editor';
import { root } from '../support/root';
import type { Json } from '../support/rpc';

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const copy = `# Harbour to close

At least 17 people were killed when shells hit the market of Ostrel on Friday. More shells fell near the market on Sunday, Yelena Morozova said. They would not stop.

Governor Peter Holm and factory manager Victor Orel met in Lom. He said the mill would close. “We had no choice at all in this,” Holm said.

At least 40 people were wounded in Lom on Sunday. Muammar Gadhafi spoke. Muammar Qaddafi left.

Des responsables ont déclaré que le port serait fermé jusqu’à lundi, et que les bateaux resteraient à quai.

Follow us on Facebook

Read more: Harbour closed

ENDS
`;

describe('in a language that nobody speaks', () => {
  const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;
  const words = Object.fromEntries(Object.keys(bundle).map((key) => [key, pseudo(key)]));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-pseudo-'));
  const uri = pathToFileURL(path.join(folder, 'draft.md')).href;
  let editor: Editor;
  let titles: Set<string>;

  before(async () => {
    writeFileSync(path.join(folder, 'draft.md'), copy);
    const options = { words, status: true, manuals: true, choices: true, ownRules: true };
    const settings = { codeLens: true, inlayHints: true };
    editor = await startEditor(asking, { folders: [pathToFileURL(folder).href], options, settings });
    editor.open(uri, copy, 'markdown');
    const found = await editor.diagnostics(uri);
    titles = new Set(found.flatMap(({ data }) => data.fixes.map(({ title }: Json) => title)));
  });
  after(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  /** Letters that stand outside all brackets, once what is the copy's is taken out. */
  const outside = (text: string): string => text.replace(/⟦[^⟦⟧]*⟧/g, '').replace(/⟦|⟧/g, '');

  function translated(text: string, what: string): void {
    let left = text;
    // one stands in another
    for (let before = ''; before !== left; ) {
      before = left;
      left = left.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    assert.ok(text.includes('⟦'), `${what}: ${text}`);
    assert.doesNotMatch(outside(left), /\p{L}{2,}/u, `${what}: ${text}`);
  }

  it('the menu under each finding, and what it goes on to ask', async () => {
    const found = await editor.diagnostics(uri);
    let seen = 0;
    const look = (label: string, choices: Json[] = []): void => {
      // a fix is called as the record calls it
      if (!titles.has(label)) translated(label, 'menu');
      seen++;
      for (const choice of choices) look(choice.label, choice.choices);
    };
    for (const range of [...found.map((one) => one.range), whole])
      for (const { title, command } of await editor.actions(uri, range)) {
        const [asked] = command?.arguments ?? [];
        if (asked?.title) translated(asked.title, 'question');
        look(title, asked?.choices);
      }
    assert.ok(seen > 80, `${seen} entries`);
  });

  it('what stands in the text: lenses, hints, hovers and why it is silent begin in it', async () => {
    const textDocument = { uri };
    const [lens] = await editor.request('textDocument/codeLens', { textDocument });
    translated(lens.command.title, 'lens');
    const hints = await editor.request('textDocument/inlayHint', { textDocument, range: whole });
    assert.ok(hints.length);
    for (const { tooltip } of hints) assert.match(tooltip, /^⟦/);
    let hovers = 0;
    for (let line = 0; line < copy.split('\n').length; line++) {
      const position = { line, character: 12 };
      const hover = await editor.request('textDocument/hover', { textDocument, position });
      // what weighed is told as `explain` tells it, and is no part of the menu
      if (hover) hovers += hover.contents.value.includes('⟦') ? 1 : 0;
      const { markdown } = await editor.request('copydesk/why', { uri, position });
      assert.match(markdown, /^\*\*⟦/);
    }
    assert.ok(hovers >= 3);
  });

  it('the source map, to its last group', async () => {
    const { entries } = await editor.request('copydesk/sourceMap', { uri });
    assert.ok(entries.length >= 4);
    for (const { label } of entries) translated(label, 'group');
    const spots = (those: Json[]): Json[] => those.flatMap((one) => [one, ...spots(one.entries)]);
    for (const { kind, note } of spots(entries))
      if (kind === 'statement' || kind === 'mention') translated(note, 'place');
  });

  it('the status, and what is told when settings are changed', async () => {
    const status = await editor.next('copydesk/status', (one) => one.uri === uri);
    for (const one of [...status.figures, ...status.confirmed]) translated(one, 'figure');
    translated(status.message, 'foreign paragraphs');
    const asked = new Promise<Json>((resolve) => {
      editor.answers['window/showMessageRequest'] = (message: Json) => {
        resolve(message);
        return null;
      };
    });
    const command = 'copydesk.server.notADraft';
    await editor.request('workspace/executeCommand', { command, arguments: [{ uri }] });
    const { message, actions } = await asked;
    assert.match(message, /^⟦/);
    for (const { title } of actions) translated(title, 'button');
  });
});
