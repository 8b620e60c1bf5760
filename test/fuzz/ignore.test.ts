// `.copydeskignore` against another reader of Git's syntax: they agree on what is passed over, whatever stands in the file.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import ignore from 'ignore';
import { ignoredBy, parseIgnoreFile } from '../../server/src/config/ignore';

const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '1'), minLength: 1, maxLength: 3 });
// a name that begins with a dot is passed over by everybody
const named = name.filter((one) => !one.startsWith('.'));
const paths = fc.array(named, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const piece = fc.oneof(
  { weight: 3, arbitrary: named },
  fc.constantFrom('*', '**', 'a*', '*b', '?', '[ab]*', '[!a]*', '\\!a', '\\#b', 'a\\*', '*.1', '\\a'),
);
const pattern = fc
  .record({
    before: fc.constantFrom('', '', '!', '/', '!/'),
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
    after: fc.constantFrom('', '', '/', ' ', '\\ '),
  })
  .map(({ before, pieces, after }) => before + pieces.join('/') + after);
const lines = fc.array(fc.oneof({ weight: 6, arbitrary: pattern }, fc.constantFrom('', '# a', '   ')), {
  maxLength: 6,
});

describe('.copydeskignore', () => {
  it('is read as another reader of Git’s syntax reads it', () => {
    fc.assert(
      fc.property(lines, paths, (patterns, path) => {
        const text = patterns.join('\n');
        const lists = { root: '/root', layers: [], ignoreFiles: [parseIgnoreFile(text, '/root/.copydeskignore')] };
        const ours = ignoredBy(`/root/${path}`, lists);
        assert.equal(ours !== undefined, ignore({ ignorecase: false }).add(text).ignores(path), text);
      }),
      { numRuns: 20_000 },
    );
  }).timeout(60_000);
});
