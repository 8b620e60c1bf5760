// A command that a page tells a person to type is one that there is.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('pages and workflows', () => {
  const pages = globSync(['**/*.{md,yml,yaml}', '.github/**/*.{yml,yaml}', '.*.yaml', 'scripts/**/*.mjs'], {
    cwd: root,
    ignore: ['**/node_modules/**', 'out/**', 'dist/**'],
    dot: true,
  });

  it('name no script that package.json lacks', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const missing: string[] = [];
    let named = 0;
    for (const page of pages)
      for (const [, name = ''] of read(page).matchAll(/npm run ([a-z][\w:-]*)/g)) {
        named++;
        if (!Object.hasOwn(scripts, name)) missing.push(`${page}: npm run ${name}`);
      }
    assert.ok(named > 20 && pages.includes('CONTRIBUTING.md') && pages.includes('action.yml'));
    assert.deepEqual(missing, []);
  });

  it('tell nobody to install a name that is not ours in a registry', () => {
    for (const page of pages)
      assert.doesNotMatch(
        read(page),
        /npm (?:i|install|add)(?: -\S+)* copydesk(?![\w.-])|npx (?!--no-install )copydesk@/,
        page,
      );
  });
});
