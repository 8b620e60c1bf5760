// Semantic tokens over the protocol: source, cue, quotation, name, and nothing that no analysis found.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { asking, type Editor, offsetOf, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { root } from '../support/root';

const uri = 'untitled:Untitled-1';
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('semantic tokens', () => {
  let editor: Editor;
  let tokenTypes: string[];
  afterEach(() => editor.stop());

  const open = async (text: string, languageId = 'plaintext', options = {}): Promise<void> => {
    editor = await startEditor(asking, options);
    tokenTypes = editor.capabilities.semanticTokensProvider.legend.tokenTypes;
    editor.open(uri, text, languageId);
  };
  const ask = async (range?: Json): Promise<string[]> => {
    const method = `textDocument/semanticTokens/${range ? 'range' : 'full'}`;
    const { data } = await editor.request(method, { textDocument: { uri }, ...(range && { range }) });
    const text = editor.text(uri);
    const seen: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type] = data.slice(i, i + 4);
      character = down ? right : character + right;
      line += down;
      const start = offsetOf(text, { line, character });
      seen.push(`${tokenTypes[type]}: ${text.slice(start, start + length)}`);
    }
    return seen;
  };

  const text = [
    'Lena Orsk opened the harbour on Monday.',
    '',
    '"The cranes are standing," Mayor Orsk said. According to the port authority, ships will wait.',
    '',
  ].join('\n');

  const first = ['name: Lena Orsk'];
  const second = [
    'quotation: "The cranes are standing,"',
    'source: Mayor Orsk',
    'cue: said',
    'cue: According to',
    'source: the port authority',
  ];

  it('are who is cited, the words that cite, what is quoted and who is named', async () => {
    await open(text);
    assert.deepEqual(await ask(), [...first, ...second]);
  });

  it('of a range are those that touch it', async () => {
    await open(text);
    const at = (offset: number) => positionOf(text, offset);
    assert.deepEqual(await ask({ start: at(0), end: at(10) }), first);
    assert.deepEqual(await ask({ start: at(text.indexOf('cranes')), end: at(text.length) }), second);
  });

  it('end with their line in wrapped copy, and leave out indents and markup', async () => {
    await open(
      '    The harbour was reopened on Monday by Mayor Lena\n    Orsk, who said "the cranes are\n    standing" at last.\n',
    );
    const wrapped = await ask();
    assert.ok(wrapped.includes('quotation: "the cranes are') && wrapped.includes('quotation: standing"'), `${wrapped}`);
    assert.ok(wrapped.every((token) => !/\n| {2}/.test(token)));
    await editor.stop();
    await open('Mayor **Lena** Orsk said the cranes were standing.\n', 'markdown');
    assert.deepEqual(await ask(), ['source: Mayor ', 'source: Lena', 'source:  Orsk', 'cue: said']);
  });

  it('are none where the desk is off, and the client is told to ask again', async () => {
    const settings: Json = { enable: false };
    editor = await startEditor(
      { ...asking, workspace: { ...asking.workspace, semanticTokens: { refreshSupport: true } } },
      { settings },
    );
    tokenTypes = editor.capabilities.semanticTokensProvider.legend.tokenTypes;
    editor.open(uri, text);
    assert.deepEqual(await ask(), []);
    settings.enable = true;
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.next('workspace/semanticTokens/refresh');
    assert.deepEqual(await ask(), [...first, ...second]);
  });

  it('have types that the extension declares, with scopes to fall back on', async () => {
    await open(text);
    const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
    assert.deepEqual(semanticTokenTypes.map(({ id }: Json) => id).sort(), [...tokenTypes].sort());
    assert.deepEqual(Object.keys(semanticTokenScopes[0].scopes).sort(), [...tokenTypes].sort());
  });
});
