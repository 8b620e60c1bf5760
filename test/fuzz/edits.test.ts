// Edits: a draft that is read again after each of many edits is answered as one that is read for the first time.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { claimsOf } from '../../server/src/analysis/claims/claims';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { speakersOf } from '../../server/src/analysis/speakers/resolve';
import { buildSettings } from '../../server/src/config/build';
import { perParagraphAnd } from '../../server/src/document/kept';
import { createMemory, type Memory } from '../../server/src/document/memory';
import { readStory } from '../../server/src/document/read';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { answerFor } from '../../server/src/engine/answer';
import { rules } from '../../server/src/rules';
import { root } from '../support/root';

const settings = buildSettings([{ extends: ['all', 'ap'] }], rules);
const samples = ['harbour.txt', 'envoys.txt', 'quarry.wire'].map((name) =>
  readFileSync(path.join(root, 'test/samples', name), 'utf8'),
);

/** What people type and paste: letters, names, marks, sentences, furniture. */
const typed = fc.constantFrom(
  ...'a e . , " ” “ \n \n\n 7'.split(' '),
  ' ',
  ' Ivo Kern said.',
  ' Iwo Kern, 52, said so.',
  ' He said it was over.',
  ' Kern, 53, left.',
  ' At least 17 people were killed.',
  ' Experts say that prices will rise.',
  ' “We lost power,” she said.',
  '\nThe ministry gave this account:\n',
  '\nIt was believed that they had left on Tuesday.\n',
  '\nKern had said the port, Sennar, would close.\n',
);
/** Where, as a share of the draft; how much is taken out there; what is put there. */
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), out: fc.nat({ max: 60 }), put: typed });

function told(text: string, memory?: Memory) {
  const story = readStory({ text, format: 'text' }, memory);
  const { record } = answerFor(story, text, { settings });
  return { record, claims: claimsOf(story), speakers: speakersOf(story), names: entitiesOf(story) };
}

describe('a draft that is edited', () => {
  it('is answered as if it were read for the first time', function () {
    this.timeout(180_000);
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 12 }), (sample, edits) => {
        const memory = createMemory();
        let text = sample;
        told(text, memory);
        for (const { at, out, put } of edits) {
          const start = Math.floor(at * text.length);
          // most edits add
          text = text.slice(0, start) + put + text.slice(start + (out > 40 ? out - 40 : 0));
          assert.deepEqual(told(text, memory), told(text));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a fact of a paragraph and of something else', () => {
  it('is kept while both say the same', () => {
    let times = 0;
    const fact = perParagraphAnd(
      (_, bytes: readonly Uint8Array[], day: string | undefined) => `${bytes}${day}${times++}`,
    );
    const paragraph = readParagraph('Ships wait.', 'paragraph', false);
    const first = fact(paragraph, [Uint8Array.of(1, 0)], undefined);
    assert.equal(fact(paragraph, [Uint8Array.of(1, 0)], undefined), first);
    assert.notEqual(fact(paragraph, [Uint8Array.of(1, 1)], undefined), first);
    assert.notEqual(fact(paragraph, [Uint8Array.of(1, 1)], '2016-12-07'), first);
    assert.notEqual(fact(paragraph, [Uint8Array.of(1, 1), Uint8Array.of()], '2016-12-07'), first);
    assert.notEqual(fact(readParagraph('Ships wait.', 'paragraph', false), [], undefined), first);
  });
});
