// Names across a folder: kept edit by edit, they say what they would say of the folder read at once.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Across, folderNames } from '../../server/src/analysis/names/across';
import type { FullName } from '../../server/src/analysis/names/roll';
import { inWalkOrder } from '../../server/src/config/path';

const paths = ['a.txt', 'a/b.txt', 'a-b.txt', 'c.txt', 'd/e/f.txt'];
const at = { line: 1, column: 1, endLine: 1, endColumn: 5 };
const name = fc.record({
  key: fc.constantFrom('k', 'l'),
  text: fc.constantFrom('Karim Haddad', 'karim haddad', 'Kareem Haddad', 'Karem Hadad'),
  at: fc.constantFrom(at, { ...at, line: 2, endLine: 2 }),
});
const edit = fc.record({
  path: fc.constantFrom(...paths),
  names: fc.option(fc.array(name, { maxLength: 3 }), { nil: undefined }),
  read: fc.subarray(paths),
});

const said = (across: Across | undefined): string => JSON.stringify([...(across ?? [])]);
const spelled = (across: Across | undefined): string =>
  JSON.stringify([...(across ?? [])].map(([key, { text, drafts, path }]) => [key, text, drafts, path]));

describe('names across a folder', () => {
  it('are those of the folder read at once, and whoever is concerned is told', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const kept = folderNames(inWalkOrder);
        const now = new Map<string, readonly FullName[]>();
        const shown = new Map<string, string>();
        for (const { path, names, read } of edits) {
          const concerned = kept.set(path, names);
          if (names) now.set(path, names);
          else now.delete(path);
          const fresh = folderNames(inWalkOrder);
          for (const one of [...now.keys()].sort(inWalkOrder)) fresh.set(one, now.get(one));
          for (const one of paths) {
            if (one !== path && shown.has(one) && spelled(fresh.concerning(one)) !== shown.get(one))
              assert.ok(concerned.has(one), `${one} is not told`);
            if (one !== path && !read.includes(one) && !concerned.has(one)) continue;
            assert.equal(said(kept.concerning(one)), said(fresh.concerning(one)));
            assert.equal(kept.concerning(one), kept.concerning(one));
            shown.set(one, spelled(fresh.concerning(one)));
          }
        }
      }),
    );
  });
});
