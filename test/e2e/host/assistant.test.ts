// Beside an assistant: the three tools are there only where the person wants them, and tell what every other view tells.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cli, eventually, fileOf, openWithFindings, putBack, standing } from './support';

/** As much of the editor's interface as is used here: the tests are compiled for editors that have no tools. */
interface Tools {
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  invokeTool(
    name: string,
    call: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly { readonly value: string }[] }>;
}

const { lm } = vscode as unknown as { readonly lm: Tools };
const settings = () => vscode.workspace.getConfiguration('copydesk');
/** The editor lists what package.json names; an assistant is offered what its `when` lets through, and what answers. */
const answers = (): Promise<true | undefined> =>
  ask('copydesk_explain', { rule: 'placeholder' }).then(
    () => true as const,
    () => undefined,
  );

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map(({ value }) => value).join('');
}

describe('beside an assistant', () => {
  before(async () => {
    await openWithFindings('council.txt');
    await putBack();
  });
  after(() => settings().update('assistantTools', undefined, vscode.ConfigurationTarget.Global));

  it('there are no tools until they are asked for', async () => {
    const { languageModelTools } = vscode.extensions.getExtension('copydesk.copydesk')!.packageJSON.contributes;
    assert.deepEqual(
      languageModelTools.map(({ when }: { when: string }) => when),
      Array(3).fill('config.copydesk.assistantTools && isWorkspaceTrusted'),
    );
    for (const { name, description } of lm.tools.filter(({ name }) => name.startsWith('copydesk_'))) {
      await assert.rejects(ask(name, { draft: 'council.txt' }), name);
      assert.match(description, /[Rr]ead-only|Returns/);
    }
  });

  describe('where they are asked for', () => {
    before(async () => {
      await settings().update('assistantTools', true, vscode.ConfigurationTarget.Global);
      await eventually('the tools', answers);
    });

    it('one reads a draft that nobody has open, as the command line does, and says whose words it is about', async () => {
      const { draft, findings } = JSON.parse(await ask('copydesk_lint', { draft: 'archive/ferry.wire' }));
      const wanted = cli('archive/ferry.wire');
      assert.equal(draft, 'archive/ferry.wire');
      assert.deepEqual(
        findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message]).sort(),
        wanted.map(({ rule, message }) => [rule, message]).sort(),
      );
      for (const { words } of findings) assert.ok(words);
      const lines = (of: readonly { readonly line: number }[]): number[] => of.map(({ line }) => line).sort();
      assert.deepEqual(lines(findings), lines(wanted));
    });

    it('the draft in front is read as it stands in the editor, not yet saved', async () => {
      const document = await openWithFindings('council.txt');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'Follow us on Facebook\n\n');
      await vscode.workspace.applyEdit(edit);
      await eventually('one more', () => (standing(document).length > 2 ? true : undefined));
      const { findings } = JSON.parse(await ask('copydesk_lint', {}));
      assert.equal(findings.length, standing(document).length);
      await putBack();
    });

    it('one tells who is cited and what stands alone', async () => {
      const { sources, sentences } = JSON.parse(await ask('copydesk_sources', { draft: 'samples/harbour.txt' }));
      assert.ok(sources.some(({ name }: { name: string }) => name.includes('Rashidi')));
      assert.ok(
        sentences.some((one: { standsAlone?: true; words: string }) => one.standsAlone && /14/.test(one.words)),
      );
    });

    it('one explains a rule, and says so where there is none', async () => {
      assert.match(await ask('copydesk_explain', { rule: 'placeholder' }), /^# placeholder/);
      assert.match(await ask('copydesk_explain', { rule: 'toString' }), /no rule called toString/);
    });

    it('what lies outside the open folders is not read, nor what is no draft', async () => {
      for (const draft of ['../../../etc/passwd', '/etc/hostname', 'no/such.txt', `${fileOf('..').path}/x.txt`])
        assert.match(await ask('copydesk_lint', { draft }), /no such draft/, draft);
      assert.match(await ask('copydesk_lint', { draft: 'README.md' }), /no such draft|does not read/);
      const loose = await vscode.workspace.openTextDocument({
        language: 'plaintext',
        content: 'The ferry ran for TK days.',
      });
      await vscode.window.showTextDocument(loose);
      assert.match(await ask('copydesk_lint', {}), /no such draft/);
      await putBack();
    });

    it('they change nothing, and go when they are no longer wanted', async () => {
      const document = await openWithFindings('council.txt');
      await ask('copydesk_lint', {});
      assert.equal(document.isDirty, false);
      await putBack();
      await settings().update('assistantTools', undefined, vscode.ConfigurationTarget.Global);
      await eventually('none', async () => ((await answers()) ? undefined : true));
      await assert.rejects(ask('copydesk_lint', { draft: 'council.txt' }));
    });
  });
});
