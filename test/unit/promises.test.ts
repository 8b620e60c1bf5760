// A promise of docs/promises.md says what was tried, how often and what broke, and its command runs a test that there is.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

const ROW =
  /^\| (?<promise>[^|]+) \| (?<tried>[^|]+) \| (?<many>[^|]+) \| (?<broke>[^|]+) \| `npm run test:unit -- (?<suite>\w+) --grep "(?<title>[^"]+)"` \|$/;

describe('docs/promises.md', () => {
  const rows = readFileSync(path.join(root, 'docs/promises.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise'));

  it('has a row for each promise, and no other rows', () => {
    assert.ok(rows.length > 20);
    for (const row of rows) assert.match(row, ROW);
  });

  for (const row of rows) {
    const { promise, suite = '', title = '' } = ROW.exec(row)?.groups ?? {};
    it(`“${promise}” is held by a test`, () => {
      const folder = path.join(root, 'test', suite);
      const titles = readdirSync(folder)
        .filter((name) => name.endsWith('.test.ts'))
        .flatMap((name) => [
          ...readFileSync(path.join(folder, name), 'utf8').matchAll(/\b(?:it|describe)\(\s*(['`])(.*?)\1,/g),
        ]);
      // what is counted or named there stands in the title only when it runs
      assert.ok(
        titles.some(([, , text]) => text?.includes(title)),
        `${suite} has no test called “${title}”`,
      );
      assert.doesNotMatch(title, /[()[\]{}*+?|^$\\]/, 'the command takes it for a pattern');
    });
  }
});
