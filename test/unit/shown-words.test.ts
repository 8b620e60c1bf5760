// What extension and server say in the editor: all of it can be translated, and nothing is said past the words that translators are given.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { speak, t } from '../../server/src/lsp/words';
import { root } from '../support/root';

interface Unspoken {
  readonly file: string;
  readonly text: string;
}

/** English on purpose, with why. */
const english: readonly (readonly [file: string, begins: string])[] = [
  // an assistant reads these, and no person
  ['client/src/assistant.ts', 'Copydesk has no rule called'],
  ['client/src/assistant.ts', 'There is no such draft'],
  ['client/src/assistant.ts', 'Copydesk does not read this document'],
  // a style
  ['client/src/decorations.ts', '1px solid'],
  // markup, without words of its own
  ['client/src/read-through/page.ts', '<!DOCTYPE html>'],
  // what the engine says of a file goes on behind these, and it speaks English
  ['server/src/lsp/is-draft.ts', 'This document …'],
  ['server/src/lsp/settings-changes.ts', 'is not in order'],
];

describe('the words of the editor', () => {
  const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;

  it('are all among those that can be translated', async () => {
    const { unspoken } = await import(path.join(root, 'scripts/generate/words.mjs'));
    const past = (unspoken() as Unspoken[]).filter(
      (one) => !english.some(([file, begins]) => one.file === file && one.text.startsWith(begins)),
    );
    assert.deepEqual(past, []);
    assert.ok(Object.keys(bundle).length > 250);
  });

  it('are the keys under which they are translated, with curly marks, and number their gaps from nought', () => {
    for (const [key, text] of Object.entries(bundle)) {
      assert.equal(key, text);
      assert.doesNotMatch(key, /"|\w'\w/);
      const gaps = [...new Set(key.match(/\{\d\}/g))].sort();
      assert.deepEqual(
        gaps,
        gaps.map((_, i) => `{${i}}`),
        key,
      );
    }
  });

  it('are said in another language where that has them, and in English where it has not', () => {
    speak({ 'Turn off {0} for me': 'Für mich: {0} aus', 'Undo {0}': 7 });
    try {
      assert.equal(t('Turn off {0} for me', 'loaded-verb'), 'Für mich: loaded-verb aus');
      assert.equal(t('Undo {0}', 1), 'Undo 1');
      assert.equal(t('toString'), 'toString');
      // what is put in is never read again
      assert.equal(t('“{0}”, not {1},', '{1}', 'B'), '“{1}”, not B,');
    } finally {
      speak(undefined);
    }
    assert.equal(t('Turn off {0} for me', 'loaded-verb'), 'Turn off loaded-verb for me');
  });
});
