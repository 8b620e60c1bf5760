// Neovim and Emacs, clients that we did not write: each sees a finding, applies its fix, sees it gone.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from '../support/root';

const scriptOf = (name: string) => path.join(root, 'test/lsp', name);
const wire =
  'OSTREL, March 8 (Marenia News) - The port was quiet on Monday, Mayor Lena Orsk said.\n\nIt opened at noon. Endi\n';
const expected =
  'OSTREL, March 8 (Marenia News) - The port was quiet on Monday, Mayor Lena Orsk said.\n\nIt opened at noon.';

describe('Other editors', () => {
  it('Neovim shows a sign-off, says why, knows the story’s parts, names and figures, and takes the sign-off out', function () {
    if (!has('nvim')) {
      console.log('      skipped: there is no nvim here');
      this.skip();
    }
    edits('nvim', ['--headless', '--clean', '-c', `luafile ${scriptOf('nvim.lua')}`, 'port.txt'], {
      LANGUAGE: 'text',
      NAME: 'Lena Orsk',
      EXPECT: expected,
    });
  });

  it('Emacs, set up as the manual says, shows a sign-off and takes it out', function () {
    if (!has('emacs') || !has('emacs', ['--batch', '-q', '-f', 'package-initialize', '-l', 'eglot'])) {
      console.log('      skipped: there is no Emacs with eglot here');
      this.skip();
    }
    edits('emacs', ['--batch', '-q', '-l', scriptOf('eglot.el'), 'port.txt'], {
      SETUP: fromManual('elisp'),
      EXPECT: `${expected}\n`,
    });
  });
});

const has = (program: string, args: readonly string[] = ['--version']): boolean =>
  spawnSync(program, args, { timeout: 20_000 }).status === 0;

/** The only block of the manual's page in this language. */
function fromManual(language: string): string {
  const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  const [, block] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(page) ?? [];
  assert.ok(block, `docs/editors.md has no ${language}`);
  return block;
}

/** Runs the editor on a draft of its own, away from anybody's settings. */
function edits(program: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-editor-'));
  writeFileSync(path.join(folder, 'port.txt'), wire);
  const server = `${process.execPath} ${path.join(root, 'dist/server.js')} --stdio`;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, HOME: folder, LSP_CMD: server, RULE: 'wire-sign-off', ...env },
  });
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /OK\n$/);
}
