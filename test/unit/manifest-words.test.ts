// The words of the manifest: each stands in package.nls.json, so that it can be translated, and none there is without use.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('the words of the manifest', () => {
  const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
  const { contributes } = JSON.parse(read('package.json')) as { contributes: Record<string, unknown> };

  /** What a person reads, wherever it stands. */
  const shown = new Set(
    'title label description markdownDescription contents altText displayName userDescription'.split(' '),
  );
  function* said(value: unknown, key = ''): Iterable<string> {
    if (typeof value === 'string') {
      if (shown.has(key)) yield value;
    } else if (value !== null && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) yield* said(inner, Array.isArray(value) ? key : name);
  }
  const views = Object.values(contributes.views as Record<string, readonly { readonly name: string }[]>).flat();
  const all = [...said(contributes), ...views.map(({ name }) => name)].filter((one) => one !== 'Copydesk');

  it('stand apart from it, each under a key that is used', () => {
    assert.ok(all.length > 80);
    for (const one of all) assert.match(one, /^%[\w.-]+%$/);
    const used = new Set(all.map((one) => one.slice(1, -1)));
    for (const key of used) assert.ok(Object.hasOwn(words, key), key);
    const named = Object.keys(words).filter((key) => !used.has(key) && !read('package.json').includes(`%${key}%`));
    assert.deepEqual(named, []);
  });

  it('have one kind of quotation marks, and call the view by its name', () => {
    for (const [key, text] of Object.entries(words)) {
      // what stands in code is code
      const copy = text.replace(/`[^`]*`/g, '');
      assert.doesNotMatch(copy, /"|\w'\w/, key);
      assert.doesNotMatch(copy, /source map/i, key);
    }
  });
});
