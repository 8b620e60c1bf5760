// Markdown's marks in a piece of HTML are characters to one program and marks to another: a fix takes them with all that stands between.
import * as assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edit';
import { fixed, recordOf } from '../support/fixed';

const COPY = 'Ships wait outside, the port authority said on Monday.\n\n';

describe('Markdown in a piece of HTML', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['emphasis behind a sentence', '<p>Ships wait. *Endi*</p>', '<p>Ships wait.</p>'],
    ['emphasis on a line of its own', '<div>\nShips wait.\n**(END)**\n</div>', '<div>\nShips wait.\n</div>'],
    ['emphasis in an element of which nothing is left', '<p>Ships wait. <em>*Endi*</em></p>', '<p>Ships wait.</p>'],
    ['emphasis that holds more', '<p>*Ships wait. Endi*</p>', '<p>*Ships wait.*</p>'],
    ['a word in emphasis', '<p>Ships wait in *Kiev*.</p>', '<p>Ships wait in *Kyiv*.</p>'],
    [
      'a link waits for a person',
      '<p>Ships wait. [Endi](http://x.example)</p>',
      '<p>Ships wait. [Endi](http://x.example)</p>',
    ],
  ];
  for (const [name, before, after] of cases)
    it(name, () => {
      assert.equal(fixed(`${COPY}${before}\n`, 'markdown').text, `${COPY}${after}\n`);
    });

  it('a link goes whole where a person says so', () => {
    const file = `${COPY}<p>Ships wait. [Endi](http://x.example)</p>\n`;
    const [fix] = recordOf(file, 'markdown').diagnostics.flatMap(({ fixes }) => fixes);
    assert.equal(fix?.apply, 'ask');
    assert.equal(applyEdits(file, fix.edits), `${COPY}<p>Ships wait.</p>\n`);
  });
});
