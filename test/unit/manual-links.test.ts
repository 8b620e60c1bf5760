// Links in the rules' manuals: each leads somewhere in the project, in the editor and in a terminal.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { manualInWords } from '../../server/src/cli/manual-in-words';
import { manual } from '../../server/src/lsp/handlers/manual';
import { manualUri } from '../../server/src/lsp/protocol/diagnostics';
import { docs, pages } from '../../server/src/rules/docs';
import { pageOf, withLinks } from '../../server/src/rules/manual-links';
import { root } from '../support/root';

const linksIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to as string);

describe('the links of the manuals', () => {
  const all = Object.entries(docs).flatMap(([rule, markdown]) => linksIn(markdown).map((to) => ({ rule, to })));

  it('are some', () => assert.ok(all.length > 2));

  for (const { rule, to } of all) {
    it(`of ${rule} lead to a file of the project: ${to}`, () =>
      assert.ok(existsSync(path.resolve(root, 'server/src/rules', rule, to))));

    // the preview adds an ending of its own where it finds no file
    for (const ending of ['', '.md'])
      it(`of ${rule} lead to a page in the editor: ${to}${ending}`, async () => {
        const { pathname } = new URL(`${to}${ending}`, manualUri(rule));
        const page = await manual({ rule: pathname.replace(/^\//, '') });
        assert.ok(page && page.markdown.length > 500, pathname);
      });
  }

  it('name in a terminal the command that shows the page', () => {
    for (const [rule, markdown] of Object.entries(docs)) {
      const page = manualInWords(markdown);
      assert.doesNotMatch(page, /\]\(/, rule);
      for (const to of linksIn(markdown))
        assert.ok(page.replace(/\s+/g, ' ').includes(`(copydesk explain ${pageOf(to)})`), rule);
    }
  });

  it('of the pages beside them are none: they would lead nowhere', () => {
    for (const [name, markdown] of Object.entries(pages)) assert.deepEqual(linksIn(markdown), [], name);
  });

  it('mean a rule by its folder, and a page by its name', () => {
    assert.equal(pageOf('../vague-source/docs.md'), 'vague-source');
    assert.equal(pageOf('docs/how-claims-are-judged.md.md'), 'how-claims-are-judged');
    assert.equal(
      withLinks('See [this](../a/docs.md).', (words, page) => `${words} > ${page}`),
      'See this > a.',
    );
  });

  it('stand nowhere as the bare name of a file, which no reader can open', () => {
    for (const [rule, markdown] of Object.entries(docs)) assert.doesNotMatch(markdown, /`docs\/[\w-]+\.md`/, rule);
    assert.ok(readFileSync(path.join(root, 'docs/how-claims-are-judged.md'), 'utf8').startsWith('# '));
  });
});
