// Translations of the editor: each says only what English says, with the same gaps and code. What one lacks is shown in English.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../support/root';

type Words = Readonly<Record<string, string>>;

const read = (name: string): Words => JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Words;

/** A sentence for each fault of a translation. */
function faultsIn(english: Words, translated: Words): string[] {
  return Object.entries(translated).flatMap(([key, text]) => {
    const own = Object.hasOwn(english, key) ? english[key] : undefined;
    if (own === undefined)
      return [`"${key}" is no key of the English words: keep the key as it is, translate what stands behind it`];
    if (typeof text !== 'string' || !text.trim()) return [`"${key}" has no words: translate it, or leave the line out`];
    const [wanted, found] = [partsOf(own), partsOf(text)];
    return wanted === found ? [] : [`"${key}" has ${found || 'no gaps or code'}, and English has ${wanted || 'none'}`];
  });
}

/** Gaps, code and targets of links, which no language changes; in one order. */
const partsOf = (text: string): string => (text.match(/\{\d\}|`[^`]*`|\]\([^)]*\)/g) ?? []).sort().join(' ');

describe('a translation', () => {
  const english = { 'Undo {0}': 'Undo {0}', 'Turn off {0} for me': 'Turn off {0} for me', open: 'See `copydesk.json`' };

  it('may leave words out, and put gaps in another order', () => {
    assert.deepEqual(faultsIn(english, { 'Undo {0}': '{0} zurücknehmen', open: 'In `copydesk.json` nachsehen' }), []);
  });

  for (const [what, translated] of [
    ['a key that was translated', { '{0} zurücknehmen': '{0} zurücknehmen' }],
    ['a gap that is lost', { 'Undo {0}': 'Zurücknehmen' }],
    ['code that was translated', { open: 'Siehe `copydesk.jsonc`' }],
    ['no words', { 'Undo {0}': ' ' }],
  ] as const)
    it(`is told of ${what}`, () => assert.equal(faultsIn(english, translated).length, 1));

  for (const [file, source] of [
    ...globSync('l10n/bundle.l10n.*.json', { cwd: root }).map((name) => [name, 'l10n/bundle.l10n.json'] as const),
    ...globSync('package.nls.*.json', { cwd: root }).map((name) => [name, 'package.nls.json'] as const),
  ])
    it(`is whole in what it says: ${file}`, () => {
      const [own, translated] = [read(source), read(file)];
      assert.deepEqual(faultsIn(own, translated), [], file);
      const left = Object.keys(own).filter((key) => !Object.hasOwn(translated, key));
      if (left.length) console.log(`      ${file} leaves ${left.length} in English, such as "${left[0]}"`);
      if (file.startsWith('package.')) {
        const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { files: string[] };
        assert.ok(files.includes(file), `name ${file} under "files" in package.json, or no package holds it`);
      }
    });
});
