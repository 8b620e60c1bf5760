// Gates say only what is true: wherever a recogniser's needs are not met, it finds nothing.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { gated } from '../../server/src/document/gates';
import type { Paragraph } from '../../server/src/document/paragraph';
import { readStory } from '../../server/src/document/read';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { rules } from '../../server/src/rules';
import { copy } from '../support/copy';
import { root } from '../support/root';

/** How often a gate was shut. */
let shut = 0;

function check(paragraph: Paragraph): void {
  for (const { needs, empty, analyse } of gated) {
    if (needs.every((need) => need(paragraph))) continue;
    shut++;
    assert.deepEqual(analyse(paragraph), empty, paragraph.text);
  }
}

describe('gates', () => {
  it('are there, for every rule is loaded', () => {
    assert.ok(rules.length > 20);
    assert.ok(gated.length >= 12, `${gated.length} gates`);
  });

  it('change no answer on any string', () => {
    fc.assert(fc.property(copy(), (text) => check(readParagraph(text, 'paragraph', false))));
  });

  it('change no answer on the cases of all rules, sentence by sentence', () => {
    const folder = path.join(root, 'server/src/rules');
    for (const file of readdirSync(folder, { recursive: true }).map(String)) {
      if (!file.endsWith('cases.md')) continue;
      const text = readFileSync(path.join(folder, file), 'utf8').replace(/\{==|==\}|\{>>.*?<<\}|\{~~|~~\}/g, '');
      for (const { facts } of readStory({ text, format: 'text' }).blocks) {
        check(facts);
        for (const { start, end } of facts.sentences)
          check(readParagraph(facts.text.slice(start, end), facts.role, false));
      }
    }
    assert.ok(shut > 10_000, `${shut} gates were shut`);
  });
});
