// Files that the client reads for the server: what it cannot give keeps nothing else from being read, and is asked for again.
import * as assert from 'node:assert/strict';
import { keptUnlessFailed } from '../../server/src/config/files';
import { filesMethods } from '../../server/src/lsp/protocol/files';
import { throughClient } from '../../server/src/lsp/through-client';

describe('files through the client', () => {
  it('one folder that cannot be listed is told of, and the walk goes on', async () => {
    const folders: Record<string, object[]> = {
      'memfs:/desk': [
        { name: 'a.txt', kind: 'file' },
        { name: 'locked', kind: 'folder' },
        { name: 'z.txt', kind: 'file' },
      ],
    };
    const client = throughClient({
      sendRequest: async (method: string, { uri }: { uri: string }) => {
        if (method !== filesMethods.list || !folders[uri]) throw new Error('no access');
        return folders[uri];
      },
    } as never);
    const told: string[] = [];
    const found: string[] = [];
    const each = client.drafts(
      'memfs:/desk',
      async () => false,
      (sentence) => told.push(sentence),
    );
    for await (const one of each) found.push(one);
    assert.deepEqual(found, ['memfs:/desk/a.txt', 'memfs:/desk/z.txt']);
    assert.deepEqual(told, ['memfs:/desk/locked cannot be listed (no access), so no draft in it is read.']);
  });

  it('a failure is not kept', async () => {
    const map = new Map<string, Promise<number>>();
    let asked = 0;
    const make = async (): Promise<number> => {
      if (asked++ === 0) throw new Error('no answer');
      return asked;
    };
    await assert.rejects(keptUnlessFailed(map, 'a', make));
    assert.equal(await keptUnlessFailed(map, 'a', make), 2);
    assert.equal(await keptUnlessFailed(map, 'a', make), 2);
  });
});
