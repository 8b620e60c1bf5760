// Edits: a draft that is read again after each of many edits is answered as one that is read for the first time.
//
// COPYDESK_THOROUGH=1 makes a million edits; COPYDESK_SEED chooses which, COPYDESK_RUNS of how many drafts, COPYDESK_BURST how many come
// between two readings at most: a change in all places of a draft comes as many at once.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { attributionsIn } from '../../server/src/analysis/attribution/story';
import { claimsOf } from '../../server/src/analysis/claims/claims';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { speakersOf } from '../../server/src/analysis/speakers/resolve';
import { buildSettings } from '../../server/src/config/build';
import type { Draft } from '../../server/src/document/draft';
import { perParagraphAnd } from '../../server/src/document/kept';
import { createMemory, type Memory } from '../../server/src/document/memory';
import { readStory } from '../../server/src/document/read';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { answerFor } from '../../server/src/engine/answer';
import { sourcesRecord } from '../../server/src/records/sources';
import { rules } from '../../server/src/rules';
import { storiesToRead } from '../support/stories';
import { root } from '../support/root';

const thorough = process.env.COPYDESK_THOROUGH === '1';
/** The same edits every time, where nobody asks for others. */
const seed = Number(process.env.COPYDESK_SEED ?? 20);
const drafts = Number(process.env.COPYDESK_RUNS ?? (thorough ? 20_000 : 30));
/** Times that a draft is read again, and edits between two readings: who types is faster than who reads. */
const [READINGS, EDITS] = [20, Number(process.env.COPYDESK_BURST ?? 9)];
/** Of a story so much: what is said of a paragraph hangs on a handful of others. */
const PARAGRAPHS = 4;

const settings = buildSettings([{ extends: ['all', 'ap'] }], rules);
const cut = (text: string): string => text.split(/\n+/).slice(0, PARAGRAPHS).join('\n\n');
const samples = ['harbour.txt', 'envoys.txt', 'quarry.wire', 'council.md'].map((name) => ({
  text: readFileSync(path.join(root, 'test/samples', name), 'utf8'),
  format: name.endsWith('.md') ? ('markdown' as const) : ('text' as const),
}));
/** News and releases that others wrote. */
const stories = storiesToRead('desk', 'briefs').map((text) => ({ text: cut(text), format: 'text' as const }));

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
const draft = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...samples) },
  { weight: 4, arbitrary: fc.constantFrom(...stories) },
);

/** All that is said of a draft, and what an editor colours, lists and shows at hover. */
function told({ text, format }: Pick<Draft, 'text' | 'format'>, memory?: Memory) {
  const story = readStory({ text, format }, memory);
  const { record } = answerFor(story, text, { settings });
  return {
    record,
    ...{ claims: claimsOf(story), speakers: speakersOf(story), names: entitiesOf(story) },
    ...{ attributions: attributionsIn(story), sources: sourcesRecord(story) },
    parts: story.blocks.map(({ role, start, end, facts }) => ({ role, start, end, quotations: facts.quotations })),
  };
}

const bursts = fc.array(fc.array(edit, { minLength: 1, maxLength: EDITS, size: 'max' }), {
  minLength: 1,
  maxLength: READINGS,
  size: 'max',
});

function edited(text: string, { at, out, put }: { at: number; out: number; put: string }): string {
  const start = Math.floor(at * text.length);
  // most edits add
  return text.slice(0, start) + put + text.slice(start + (out > 40 ? out - 40 : 0));
}

describe('a draft that is edited', () => {
  it(`is answered as if it were read for the first time: ${drafts} drafts`, function () {
    this.timeout(thorough ? 0 : 180_000);
    let made = 0;
    let read = 0;
    fc.assert(
      fc.property(draft, bursts, ({ text: first, format }, all) => {
        const memory = createMemory();
        let text = first;
        told({ text, format }, memory);
        for (const edits of all) {
          text = edits.reduce(edited, text);
          assert.deepEqual(told({ text, format }, memory), told({ text, format }));
          made += edits.length;
          if (++read % 10_000 === 0) console.log(`      ${made} edits, ${read} readings`);
        }
      }),
      { numRuns: drafts, seed },
    );
    assert.ok(made > 30 * drafts, `${made} edits`);
    if (thorough) console.log(`      ${made} edits, ${read} readings`);
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
