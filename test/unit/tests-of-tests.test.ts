// What is counted and mutated at night: the lists name what there is, and the floors are where the pages say they are.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

interface Lists {
  readonly floor: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly tests: readonly string[];
}

describe('code that makes fixes, converts places and keeps clearances', () => {
  const lists = async () => (await import(path.join(root, 'scripts/mutation/groups.mjs'))) as Lists;

  it('is mutated at night: each file of the list is there, once, and so is each test', async () => {
    const { floor, groups, tests } = await lists();
    const files = Object.values(groups).flat();
    assert.ok(floor >= 80 && files.length > 10 && tests.length > 5);
    assert.equal(new Set(files).size, files.length);
    const sources = tests.map((name) => name.replace(/^out\//, '').replace(/\.js$/, '.ts'));
    assert.deepEqual(
      [...files, ...sources].filter((name) => !existsSync(path.join(root, name))),
      [],
    );
  });

  it('is held by commands that a night runs', () => {
    const workflow = readFileSync(path.join(root, '.github/workflows/test.yml'), 'utf8');
    assert.match(workflow, /if: github\.event_name == 'schedule'[\s\S]*command: \[coverage, mutate\]/);
  });
});
