// Every page that Copydesk shows, in an editor or a browser: each is listed here with what it may load, and that is nothing of anybody else's.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

/** What may stand in a policy. A hash is of a style or a script of the page itself, `cspSource` the editor's own folder of the extension. */
const pages: Readonly<Record<string, RegExp>> = {
  'server/src/report/page.ts': /^default-src 'none'; style-src 'sha256-\$\{styleHash\}'$/,
  'client/src/read-through/page.ts': /^default-src 'none'; script-src \$\{cspSource\}; style-src \$\{cspSource\}$/,
  // scripts/page.mjs writes it: test/browser/page.test.ts reads what it has written
  'page/src/page.html': /^POLICY$/,
};
/** Views that the editor makes of such pages. */
const views: Readonly<Record<string, RegExp>> = {
  'client/src/report.ts': /enableScripts: false,[^}]*localResourceRoots: \[\] \}/,
  'client/src/read-through/page.ts': /enableScripts: true, localResourceRoots: \[media\],/,
};

const sources = ['client/src', 'server/src', 'page/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|html)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
);
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const having = (what: RegExp): string[] => sources.filter((name) => what.test(read(name))).sort();

describe('pages that are shown', () => {
  it('are these and no others, each with a policy that lets in nothing', () => {
    assert.deepEqual(
      having(/<!doctype html|<html[ >]/i).filter((name) => !isParser(name)),
      Object.keys(pages).sort(),
    );
    for (const [name, policy] of Object.entries(pages)) {
      const said = [...read(name).matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
      assert.equal(said.length, 1, name);
      assert.match(said[0]?.[1] ?? '', policy, name);
    }
    const own = /POLICY: `([^`]*)`/.exec(read('scripts/page.mjs'))?.[1] ?? '';
    assert.match(own, /^default-src 'none'; /);
    assert.doesNotMatch(own, /unsafe|https?:|\*/);
  });

  it('are shown in these views and no others, with no more rights than they need', () => {
    assert.deepEqual(
      having(
        /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider|registerWebviewPanelSerializer/,
      ),
      Object.keys(views).sort(),
    );
    for (const [name, rights] of Object.entries(views)) assert.match(read(name), rights, name);
  });
});

/** What reads pages names their tags. */
const isParser = (name: string): boolean => name.startsWith('server/src/document/');
