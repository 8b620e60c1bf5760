// Outline, folds and selections of whole stories: each part inside the one that holds it, none crossing another.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { root, sampleNames } from '../support/root';

const samples = path.join(root, 'test/samples');
const languages: Readonly<Record<string, string>> = { '.md': 'markdown', '.wire': 'wire-copy' };
const carriers = readFileSync(path.join(root, 'test/bench/furniture/carriers.txt'), 'utf8')
  .split('\n===\n')
  .slice(0, 20);
const stories = [
  ...sampleNames().map((name) => ({
    name,
    text: readFileSync(path.join(samples, name), 'utf8'),
    language: languages[path.extname(name)] ?? 'plaintext',
  })),
  ...carriers.map((text, i) => ({
    name: `carrier ${i + 1}`,
    text: `BC-PORT\n${text}\nREUTER\n`,
    language: 'wire-copy',
  })),
];

describe('parts of a story in an editor', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(asking);
  });
  after(() => editor.stop());

  for (const { name, text, language } of stories)
    it(`are nested: ${name}`, async () => {
      const uri = `untitled:${encodeURIComponent(name)}`;
      editor.open(uri, text, language);
      const textDocument = { uri };
      const whole = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };

      areInside(await editor.request('textDocument/documentSymbol', { textDocument }), whole);

      const folds: Json[] = await editor.request('textDocument/foldingRange', { textDocument });
      for (const a of folds)
        for (const b of folds)
          assert.ok(
            a === b || a.endLine < b.startLine || b.endLine < a.startLine || holds(a, b) || holds(b, a),
            `${a.startLine}-${a.endLine} crosses ${b.startLine}-${b.endLine}`,
          );

      const positions = text.split('\n').map((line, at) => ({ line: at, character: Math.floor(line.length / 2) }));
      const selections: Json[] = await editor.request('textDocument/selectionRange', { textDocument, positions });
      assert.equal(selections.length, positions.length);
      for (const [i, innermost] of selections.entries()) {
        const at = positions[i] as Json;
        assert.ok(isInside({ start: at, end: at }, innermost.range));
        for (let one = innermost; one.parent; one = one.parent) assert.ok(isInside(one.range, one.parent.range));
      }
    });
});

function areInside(symbols: readonly Json[], around: Json): void {
  for (const { range, selectionRange, children = [], name } of symbols) {
    assert.ok(isInside(range, around), name);
    assert.ok(isInside(selectionRange, range), name);
    areInside(children, range);
  }
}

const holds = (a: Json, b: Json): boolean => a.startLine <= b.startLine && b.endLine <= a.endLine;

const isInside = (inner: Json, outer: Json): boolean =>
  order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;

const order = (a: Json, b: Json): number => a.line - b.line || a.character - b.character;
