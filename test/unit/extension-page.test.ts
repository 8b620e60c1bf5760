// The README on the extension's page: nothing in it leads nowhere, whether the project has an address on the web or none.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

type Standalone = (markdown: string, draws: () => string, address?: string) => string;

describe('the extension’s page', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  let standalone: Standalone;
  before(async () => {
    ({ standalone } = (await import(path.join(root, 'scripts/package/readme.mjs'))) as { standalone: Standalone });
  });

  it('has no relative link, no picture and no line that only points to a page that is not there', () => {
    const page = standalone(readme, () => 'A DRAFT');
    assert.deepEqual([...page.matchAll(/\]\((?!https:|#)[^)]+\)/g)].map(String), []);
    assert.match(page, /A DRAFT/);
    assert.doesNotMatch(page, /^## (?:More|Try it)|!\[|docs\/views\.md|\((?:formats|colours)\)/m);
    assert.match(page, /Pages below `docs\/` that are named here come with the project\. MIT licence\.\n$/);
    for (const title of readme.match(/^## .*/gm) ?? [])
      assert.ok(/More|Try it/.test(title) || page.includes(`${title}\n`), title);
  });

  it('leads to the project where package.json names its repository', () => {
    const page = standalone(readme, () => '', 'git+https://forge.example/desk/copydesk.git');
    assert.deepEqual([...page.matchAll(/\]\((?!https:|#)[^)]+\)/g)].map(String), []);
    assert.match(
      page,
      /!\[[^\]]+\]\(https:\/\/forge\.example\/desk\/copydesk\/raw\/HEAD\/media\/screenshots\/story-light\.png\)/,
    );
    assert.match(page, /\[formats\]\(https:\/\/forge\.example\/desk\/copydesk\/blob\/HEAD\/docs\/formats\.md\)/);
  });

  it('names no address that nobody has: a publisher fills it in', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const release = readFileSync(path.join(root, 'docs/release.md'), 'utf8');
    for (const field of ['repository', 'bugs', 'homepage']) {
      assert.equal(manifest[field], undefined);
      assert.ok(release.includes(`\`${field}\``), field);
    }
  });
});
