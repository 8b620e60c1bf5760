// What `--fix` does to quotation marks, no-break spaces and codes: no half of a pair, no word of a speaker's, no sole credit.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fixed, recordOf } from '../support/fixed';

const left = (text: string): string => fixed(text, 'text').text;

const CURLY = '“The bridge is gone,” the engineer said. “Nobody crosses it,” he said. “Nobody will.”';

describe('marks of one quotation', () => {
  const stays = (name: string, ...paragraphs: string[]): void => {
    it(name, () => {
      const text = `${[CURLY, ...paragraphs, CURLY].join('\n\n')}\n`;
      assert.equal(left(text), text);
    });
  };
  stays(
    'that opens each paragraph straight and lets others speak in curly ones',
    'The paper has it at length:',
    '"The pier gave way in the night of the storm.',
    '"The town slept on, and so did its mayor.',
    '“I heard it go,” Eva Stroll said.',
    '“I ran,” she said, “and so did the dog.”"',
  );
  stays(
    'that is never closed, and with it all that open so',
    'The paper has it at length:',
    '"The pier gave way in the night of the storm.',
    '“I heard it go,” Eva Stroll said. “I ran.”',
    '"The dog ran with her, barking “like mad” at the sea.',
    '“We are both alive,” she said. “The dog is eleven.”',
  );
  stays('that holds another in the other form', 'The paper has it so: "The mayor said “nobody crosses it” and left."');
  stays(
    'that goes on below a paragraph without marks, to its end',
    '"The pier gave way in the night of the storm.',
    'It was two o’clock, and nobody was on the bridge.',
    'The town slept on, and so did its mayor."',
  );

  it('that runs over paragraphs go together', () => {
    const run = '"The first pier gave way in the night.\n\n"The second was sound, and stands to this day," he said.';
    const text = `${CURLY}\n\n${run}\n\n${CURLY}\n`;
    assert.equal(left(text), text.replaceAll('"The', '“The').replace('day,"', 'day,”'));
  });

  it('go as the apostrophes of the story do, and by a person', () => {
    const text =
      'It’s the mayor’s, the town’s engineer said. "I know no other," he said. "It won’t hold." It’s “the reed”.\n';
    assert.equal(left(text), text);
    const found = recordOf(text, 'text').diagnostics.filter(({ rule }) => rule === 'mixed-quote-marks');
    assert.deepEqual(
      found.flatMap(({ fixes }) => fixes.map(({ apply, edits }) => [apply, edits.map((edit) => edit.text).join('')])),
      [['ask', '“”“”']],
    );
  });

  it('are never parted, however paragraphs are mixed', () => {
    const paragraph = fc.constantFrom(
      '"The pier gave way in the night.',
      '“The pier gave way in the night.',
      '"The pier gave way," he said.',
      '“The pier gave way,” he said. “It was old.”',
      '“It was old,” he said."',
      'He said it was "old" and “gone”.',
      'He called it "a bridge “of straw” over the sea".',
      'The town slept on.',
      'It was old, and it fell in the night."',
      'It was old, and it fell in the night.”',
      '“It was old," he said.',
    );
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 8 }), (paragraphs) => {
        const before = [CURLY, ...paragraphs];
        const after = left(`${before.join('\n\n')}\n`)
          .trimEnd()
          .split('\n\n');
        for (const [i, now] of after.entries()) {
          const was = before[i] as string;
          assert.ok(now === was || !/"/.test(now) || !/[“”]/.test(now), `${was} → ${now}`);
          if (now === was || !/^“[^“”"]*$/.test(now)) continue;
          // opened here, closed below: the mark that closes went with it
          const end = after
            .slice(i + 1)
            .join('\n\n')
            .match(/(?<=\S)["”]/)?.[0];
          assert.equal(end, '”', after.join('\n'));
        }
      }),
      { numRuns: 100, seed: 13 },
    );
  });
});

describe('what is changed unseen', () => {
  const STORY = 'The bridge is closed, officials said on Monday. It will open in May.';

  it('is no number that names nobody', () => {
    for (const line of ['--555-010-7788', '((--555-010-7788))', '-- Okoye 555-010-7788'])
      assert.equal(left(`${STORY}\n\n${line}\n`), `${STORY}\n\n${line}\n`);
    assert.ok(!left(`${STORY}\n\n-- Harrow newsroom 555-010-7788\n`).includes('7788'));
  });

  it('is an agency’s name only where the story names it elsewhere', () => {
    for (const credit of ['- Reuters.', '(Xinhua)', '— Agence France-Presse'])
      assert.equal(left(`${STORY}\n\n${credit}\n`), `${STORY}\n\n${credit}\n`);
    assert.ok(!left(`HARROW, May 3 (Reuters) - ${STORY}\n\n- Reuters.\n`).endsWith('Reuters.\n'));
    for (const mark of ['REUTER', '(AFP)']) assert.ok(!left(`${STORY}\n\n${mark}\n`).includes(mark), mark);
  });

  it('is a no-break space before the first word: nothing stays of it', () => {
    assert.equal(left(`${STORY}\n\n\u00a0“We heard it go,” he said.\n`), `${STORY}\n\n“We heard it go,” he said.\n`);
    assert.equal(left(`${STORY}\n\u00a0The town slept.\n`), `${STORY}\n The town slept.\n`);
  });

  it('is a code, inside quotation marks as outside', () => {
    assert.equal(
      left('“Port &amp; Sons is old,” he said. Port &amp; Sons is.\n'),
      '“Port & Sons is old,” he said. Port & Sons is.\n',
    );
    const kept = '“The &quot;old&quot; yard is gone,” he said.\n';
    assert.equal(left(kept), kept);
  });
});
