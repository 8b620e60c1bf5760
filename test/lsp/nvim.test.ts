// Neovim, a client that we did not write: sees a finding, asks why, applies its fix, sees it gone.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from '../support/root';

const script = path.join(root, 'test/lsp/nvim.lua');
const wire =
  'OSTREL, March 8 (Marenia News) - The port was quiet on Monday, Mayor Lena Orsk said.\n\nIt opened at noon. Endi\n';
const expected =
  'OSTREL, March 8 (Marenia News) - The port was quiet on Monday, Mayor Lena Orsk said.\n\nIt opened at noon.';

describe('Neovim', () => {
  it('shows a sign-off, says why, knows the story’s parts, names and figures, and takes the sign-off out', function () {
    if (spawnSync('nvim', ['--version']).error) {
      console.log('      skipped: there is no nvim here');
      this.skip();
    }
    const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-nvim-'));
    writeFileSync(path.join(folder, 'port.txt'), wire);
    const server = `${process.execPath} ${path.join(root, 'dist/server.js')} --stdio`;
    const { status, stdout, stderr } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-c', `luafile ${script}`, 'port.txt'],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 20_000,
        env: {
          ...process.env,
          LSP_CMD: server,
          LANGUAGE: 'text',
          RULE: 'wire-sign-off',
          NAME: 'Lena Orsk',
          EXPECT: expected,
        },
      },
    );
    rmSync(folder, { recursive: true });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /OK\n$/);
  });
});
