// Weights of the judge that cannot be used, in an editor: the status says so once, and every other rule runs.
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { asking, startEditor } from '../support/editor';
import { brokenWeights, installedWith } from '../support/installation';

const uri = 'untitled:Untitled-1';
const text = 'At least 17 people were killed in the blast.\n\nTK\n';

describe('an editor without weights that can be used', () => {
  for (const [says, broken] of Object.entries(brokenWeights))
    it(`is told once that they ${says}`, async () => {
      const editor = await startEditor(asking, {
        options: { status: true },
        program: path.join(installedWith(broken), 'dist/server.js'),
      });
      try {
        editor.open(uri, text);
        const found = await editor.diagnostics(uri);
        assert.deepEqual(
          found.map(({ code }) => code),
          ['placeholder', 'no-weights'],
        );
        const { state, message } = await editor.next('copydesk/status');
        assert.equal(state, 'trouble');
        assert.match(message, new RegExp(`^The weights that judge claims ${says}`));
        await editor.diagnostics(uri);

        assert.equal(editor.heard.filter(({ method }) => method === 'copydesk/status').length, 1);
      } finally {
        await editor.stop();
      }
    });
});
