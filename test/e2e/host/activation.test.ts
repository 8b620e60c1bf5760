// How long the extension keeps the editor waiting when it wakes, by the editor's own clock (“Developer: Startup Performance”), beside
// extensions that come with the editor and wake in the same start.
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { eventually, openWithFindings, rest, standing } from './support';

const dist = path.dirname(process.env.E2E_CLI!);
const ours = 'copydesk.copydesk';
const others = ['vscode.emmet', 'vscode.git', 'vscode.merge-conflict'];

describe('waking up', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is timed', async function () {
    await openWithFindings('council.txt');
    await vscode.commands.executeCommand('perfview.show');
    const page = await eventually('the editor’s figures', () => {
      const text = vscode.window.activeTextEditor?.document.getText();
      return text?.includes(`| ${ours} `) ? text : undefined;
    });
    const took = new Map(timesIn(page));
    const beside = others.flatMap((name) => (took.has(name) ? [`${name} ${took.get(name)} ms`] : []));
    this.test!.title += `: ${took.get(ours)} ms; ${beside.join(', ')}`;
    // a figure to read (docs/figures.md): what a busy machine takes says nothing of the extension
    assert.ok(took.get(ours)! > 0);
  });

  it('a page alone does not wake it, and while it is awake is read where a person asks for its language', async () => {
    const { activationEvents } = vscode.extensions.getExtension(ours)!.packageJSON as { activationEvents: string[] };
    assert.ok(!activationEvents.some((event) => /^(?:\*|onStartup|onLanguage:(?:html|xml))/.test(event)));
    const content = '<p>The port will close for TK days, the harbour authority said.</p>';
    const page = await vscode.workspace.openTextDocument({ language: 'html', content });
    await vscode.window.showTextDocument(page);
    await openWithFindings('council.txt');
    await rest(500);
    assert.deepEqual(standing(page), []);
    const settings = vscode.workspace.getConfiguration('copydesk');
    try {
      await settings.update('languages', ['html'], vscode.ConfigurationTarget.Global);
      const [found] = await eventually('a finding', () => (standing(page).length ? standing(page) : undefined));
      assert.equal(found?.rule, 'placeholder');
    } finally {
      await settings.update('languages', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('reads nothing of what the command line starts with', async () => {
    await openWithFindings('council.txt');
    const loaded = Object.keys(require.cache).map((file) => path.relative(dist, file));
    assert.ok(loaded.includes('extension.js'));
    assert.ok(!loaded.includes('core.js'));
  });
});

/** @returns of each extension that is awake, by its name, how long loading its code and activating it took, in ms. */
const timesIn = (page: string): [string, number][] =>
  [...page.matchAll(/^\| (\S+) +\| (?:true|false) +\| (\d+) +\| (\d+) +\| (\d+) /gm)].map(([, name, ...times]) => [
    name!,
    times.map(Number).reduce((sum, time) => sum + time),
  ]);
