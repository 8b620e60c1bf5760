// What VS Code makes of a story besides its findings: colours, folds, an outline, hints in the text, names in the workspace.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileOf, openWithFindings, putBack } from './support';

describe('a story in the window', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openWithFindings('council.txt');
  });
  afterEach(putBack);

  const everything = (): vscode.Range =>
    new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const ask = <T>(command: string, ...more: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, document.uri, ...more);

  it('has its sources, cues, quotations and names coloured where somebody asks for it', async () => {
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    await settings.update('colours', true, vscode.ConfigurationTarget.Global);
    const { tokenTypes } = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    const { data } = await eventually('colours', async () => {
      const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
      return tokens.data.length ? tokens : undefined;
    });
    await settings.update('colours', undefined, vscode.ConfigurationTarget.Global);
    const seen: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type] = [...data.slice(i, i + 4)] as [number, number, number, number];
      character = down ? right : character + right;
      line += down;
      seen.push(`${tokenTypes[type]}: ${document.lineAt(line).text.slice(character, character + length)}`);
    }
    for (const one of ['source: Brekke', 'cue: said', 'quotation: "It is the only road that some of our people have,"'])
      assert.ok(seen.includes(one), `${one} among ${seen.join('; ')}`);
  });

  it('has an outline with who is quoted', async () => {
    const parts = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    assert.equal(parts[0]?.name, 'Council votes to keep the ferry');
    assert.ok(parts.some(({ name, detail }) => detail === 'quotation' && name.startsWith('Dana Brekke: "It is')));
  });

  it('shows hints and figures when a person asks for them, and takes them away again', async () => {
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    const lenses = async (): Promise<string[]> =>
      (await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider')).map(({ command }) => command?.title ?? '');
    const hints = async (): Promise<readonly vscode.InlayHint[]> =>
      ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', everything());
    assert.deepEqual([await lenses(), await hints()], [[], []]);
    try {
      await settings.update('codeLens', true, vscode.ConfigurationTarget.Global);
      await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global);
      const [title] = await eventually('figures', async () => ((await lenses()).length ? lenses() : undefined));
      assert.equal(title, 'no claims, 2 sources');
      const [hint] = await eventually('hints', async () => ((await hints()).length ? hints() : undefined));
      assert.match(String(hint?.label), /^\(|^[←→]/);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually('nothing', async () => ((await lenses()).length + (await hints()).length ? undefined : true));
  });

  it('lends its names to the search for symbols, drafts that are not open too', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Brekke',
    );
    const files = found.filter(({ name }) => name === 'Dana Brekke').map(({ location }) => location.uri.toString());
    for (const file of ['council.txt', 'archive/ferry.wire']) assert.ok(files.includes(fileOf(file).toString()), file);
  });
});
