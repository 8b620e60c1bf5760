// Characters nobody sees go all together or not at all: what is no prose has no say in that, what is and cannot go is named.
import * as assert from 'node:assert/strict';
import { fixed, recordOf } from '../support/fixed';

const NO_BREAK = '\u00a0';
const ZERO = '\u200b';
const copy = `# Ships wait\n\nThe harbour stays closed until${NO_BREAK}spring, the port authority said.\n\n`;
const rest = '\n\nIt rained all day in the harbour, the clerk said, and nobody came.\n';

/** `_` is a no-break space and `^` a zero-width one; the copy around has one that goes. */
const marked = (text: string): string => text.replaceAll('_', NO_BREAK).replaceAll('^', ZERO);
const plain = (text: string): string => text.replaceAll('_', ' ').replaceAll('^', '');

describe('a character nobody sees', () => {
  for (const text of [
    'He typed `a_b` and `^c`.',
    '```\na_b^c\n```',
    '    a_b^c',
    'See [it](http://x.example/a^b "the_t^itle") there.',
    'See [it][r].\n\n[r]: http://x.example/a^b "the_title"',
    'See <http://x.example/a^b> there.',
    'See http://x.example/a^b there.',
    'See www.^x.example, or www.x^.example/a.',
    'Write to a^b@x.example now.',
    'See ![a_b](x.png) there.',
    'See <b title="a_b">it</b> there.',
    'See <!-- a_b^ --> it.',
    'See {{ a_b^ }} and {{< c_d >}} there.',
    'See $a_b$ there.',
  ])
    it(`outside the prose stays, and stands in nobody’s way: ${text}`, () => {
      const after = fixed(copy + marked(text) + rest, 'markdown').text;
      assert.equal(after, plain(copy.replace(NO_BREAK, ' ')) + marked(text) + rest);
    });

  for (const text of [
    'See_`ab`_there, and ^`cd`^ too.',
    '-  _one\n- two',
    '>  _one',
    'It is so!^',
    'See [the_yard](x.html) there.',
    'It is **so^** there.',
    '# A_head',
  ])
    it(`in the prose goes with the others: ${text}`, () => {
      const after = fixed(copy + marked(text) + rest, 'markdown').text;
      assert.equal(after, plain(copy.replace(NO_BREAK, ' ')) + plain(text).replace(/ {3}one/, '  one') + rest);
    });

  for (const [text, said] of [
    ['#_No head', /beside a mark of Markdown/],
    ['-_no item', /beside a mark of Markdown/],
    ['It is so!^[x](y)', /beside a mark of Markdown/],
    ['See [the_yard] there.\n\n[the yard]: x.html', /No fix is offered: without the one in line 5, Markdown might/],
  ] as const)
    it(`in the prose that cannot go keeps all others, and is named: ${text}`, () => {
      const whole = copy + marked(text) + rest;
      assert.equal(fixed(whole, 'markdown').text, whole);
      const [found, ...more] = recordOf(whole, 'markdown').diagnostics.filter(
        ({ rule }) => rule === 'hidden-character',
      );
      assert.match(found?.message ?? '', said);
      assert.deepEqual([found?.fixes, more], [[], []]);
    });
});
