// A promise of docs/promises.md names a test that there is.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

const ROW = /^\| (?<promise>[^|]+) \| (?<tried>[^|]+) \| `(?<file>[\w/-]+)` “(?<title>[^”]+)” \|$/;

describe('docs/promises.md', () => {
  const rows = readFileSync(path.join(root, 'docs/promises.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise'));

  it('has a row for each promise, and no other rows', () => {
    assert.ok(rows.length > 20);
    for (const row of rows) assert.match(row, ROW);
  });

  for (const row of rows) {
    const { promise, file = '', title = '' } = ROW.exec(row)?.groups ?? {};
    it(`“${promise}” is held by a test`, () => {
      const source = path.join(root, 'test', `${file}.test.ts`);
      assert.ok(existsSync(source), source);
      const titles = [...readFileSync(source, 'utf8').matchAll(/\b(?:it|describe)\(\s*(['`])(.*?)\1,/g)];
      assert.ok(
        titles.some(([, , text]) => text?.includes(title)),
        `${file} has no test called “${title}”`,
      );
    });
  }
});
