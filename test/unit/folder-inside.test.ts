// Folders that two runs make at the same moment.
import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { folderInside } from '../../server/src/workspace/inside-root';

describe('a folder below the root', () => {
  it('is made also where another run makes it between the look and the making', () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'copydesk-folders-'));
    const { mkdirSync } = fs;
    try {
      fs.mkdirSync = ((folder: string) => {
        mkdirSync(folder);
        return mkdirSync(folder);
      }) as typeof mkdirSync;
      assert.equal(folderInside(root, ['.copydesk', 'cache']), path.join(fs.realpathSync(root), '.copydesk/cache'));
    } finally {
      fs.mkdirSync = mkdirSync;
      fs.rmSync(root, { recursive: true, force: true });
    }
  });
});
