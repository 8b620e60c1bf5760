// Which place comes first, lies inside, touches another: of texts, lines, edits and the protocol.
import * as assert from 'node:assert/strict';
import { holds, isInside, order, touch } from '../../server/src/lsp/positions';
import { applyEdits, collide, difference } from '../../server/src/text/edit';
import { lineIndex, positionAt, rangeAt } from '../../server/src/text/line-index';
import {
  byPosition,
  contains,
  firstWhere,
  indexAt,
  isEmpty,
  isSpace,
  joined,
  overlaps,
  overlapsOne,
  ownCopy,
  shift,
  slice,
  span,
  trim,
} from '../../server/src/text/span';

describe('spans', () => {
  it('share a unit, hold one another, stand in order', () => {
    assert.ok(
      overlaps(span(0, 3), span(2, 5)) && !overlaps(span(0, 2), span(2, 5)) && !overlaps(span(5, 6), span(2, 5)),
    );
    assert.ok(
      contains(span(1, 4), span(1, 4)) && !contains(span(1, 4), span(0, 4)) && !contains(span(1, 4), span(1, 5)),
    );
    assert.deepEqual([span(2, 3), span(1, 5), span(1, 2)].sort(byPosition), [span(1, 2), span(1, 5), span(2, 3)]);
    assert.ok(isEmpty(span(2, 2)) && isEmpty(span(3, 2)) && !isEmpty(span(2, 3)));
    assert.deepEqual(shift(span(2, 5), 10), span(12, 15));
    assert.equal(slice('harbour', span(3, 6)), 'bou');
    assert.equal(ownCopy('harbour'), 'harbour');
  });

  it('that overlap are joined; those that only touch are not', () => {
    assert.deepEqual(joined([span(4, 8), span(0, 5), span(8, 9), span(1, 2)]), [span(0, 8), span(8, 9)]);
    assert.deepEqual(joined([]), []);
  });

  it('are looked up by a place, their first unit in and their end out', () => {
    const items = [span(1, 3), span(3, 4), span(6, 9)];
    assert.deepEqual(
      Array.from({ length: 10 }, (_, at) => indexAt(items, at)),
      [-1, 0, 0, 1, -1, -1, 2, 2, 2, -1],
    );
    assert.equal(
      firstWhere(items, ({ end }) => end > 3),
      1,
    );
    assert.equal(
      firstWhere(items, () => true),
      0,
    );
    assert.equal(
      firstWhere(items, () => false),
      3,
    );
    assert.ok(overlapsOne(items, span(4, 7)) && !overlapsOne(items, span(4, 6)) && !overlapsOne(items, span(9, 12)));
    assert.ok(overlapsOne(items, span(8, 9)) && overlapsOne(items, span(3, 4)));
  });

  it('are trimmed of every white space that copy has, and of nothing else', () => {
    assert.deepEqual(trim('a  b', span(1, 3)), span(3, 3), 'all of it is space');
    assert.deepEqual(trim(' \t\r\nab \u3000', span(0, 8)), span(4, 6));
    assert.deepEqual(trim('  ab  ', span(3, 4)), span(3, 4));
    const spaces = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(isSpace);
    const known = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => unit === 0x85 || /^\s$/.test(String.fromCharCode(unit)),
    );
    assert.deepEqual(spaces, known, 'those of JavaScript, and the next line of old mainframes');
  });
});

describe('lines and columns', () => {
  it('begin with 1, and a place on a line end is on the line before it', () => {
    const lines = lineIndex('ab\ncd\r\n\re');
    assert.deepEqual(lines.starts, [0, 3, 7, 8]);
    const at = (offset: number): string => Object.values(positionAt(lines, offset)).join(':');
    assert.deepEqual([0, 2, 3, 5, 6, 7, 8, 9].map(at), ['1:1', '1:3', '2:1', '2:3', '2:4', '3:1', '4:1', '4:2']);
    assert.deepEqual(lineIndex('').starts, [0]);
    assert.deepEqual(rangeAt(lines, span(1, 4)), { line: 1, column: 2, endLine: 2, endColumn: 2 });
  });

  it('of the protocol come one before another, touch at their ends, and lie inside', () => {
    const at = (line: number, character: number) => ({ line, character });
    const range = (a: number, b: number, line = 0, endLine = line) => ({ start: at(line, a), end: at(endLine, b) });
    assert.ok(order(at(1, 9), at(2, 0)) < 0 && order(at(1, 3), at(1, 2)) > 0 && order(at(1, 2), at(1, 2)) === 0);
    assert.ok(touch(range(1, 3), range(3, 5)) && touch(range(3, 5), range(1, 3)) && touch(range(1, 9), range(2, 3)));
    assert.ok(!touch(range(1, 2), range(3, 5)) && !touch(range(3, 5), range(1, 2)));
    assert.ok(holds(range(1, 3), at(0, 1)) && holds(range(1, 3), at(0, 3)) && holds(range(4, 0, 0, 2), at(1, 0)));
    assert.ok(!holds(range(1, 3), at(0, 4)) && !holds(range(1, 3), at(0, 0)) && !holds(range(1, 3), at(1, 2)));
    assert.ok(isInside(range(1, 3), range(1, 3)) && isInside(range(2, 3), range(1, 4)));
    assert.ok(!isInside(range(0, 3), range(1, 3)) && !isInside(range(1, 4), range(1, 3)));
  });
});

describe('edits, one by one', () => {
  it('that overlap, run backwards or leave the text are refused', () => {
    const edit = (start: number, end: number, text = '') => ({ start, end, text });
    for (const wrong of [[edit(0, 3), edit(2, 4)], [edit(3, 2)], [edit(0, 7)], [edit(-1, 2)]])
      assert.throws(
        () => applyEdits('abcdef', wrong),
        /^RangeError: edit -?\d-\d overlaps another or leaves the text of 6 units$/,
      );
    assert.equal(applyEdits('abcdef', [edit(0, 2, 'x'), edit(2, 6, 'y')]), 'xy', 'they may touch');
    assert.equal(applyEdits('abcdef', [edit(6, 6, '!'), edit(0, 0, '¡')]), '¡abcdef!');
    assert.equal(applyEdits('abcdef', []), 'abcdef');
  });

  it('collide where both change one unit, not where they touch', () => {
    const edit = (start: number, end: number) => ({ start, end, text: 'x' });
    assert.ok(collide(edit(2, 4), edit(0, 3)) && collide(edit(2, 6), edit(3, 4)) && collide(edit(3, 3), edit(2, 4)));
    assert.ok(!collide(edit(2, 4), edit(0, 2)) && !collide(edit(2, 4), edit(4, 6)) && !collide(edit(2, 2), edit(2, 4)));
    assert.ok(collide(edit(2, 4), edit(2, 3)), 'they begin at one place');
  });

  it('of the difference between two texts are one, as short as can be', () => {
    assert.deepEqual(difference('The port shut', 'The ports shut'), { start: 8, end: 8, text: 's' });
    assert.deepEqual(difference('aaa', 'aa'), { start: 2, end: 3, text: '' });
    assert.deepEqual(difference('same', 'same'), { start: 4, end: 4, text: '' });
    assert.deepEqual(difference('', 'new'), { start: 0, end: 0, text: 'new' });
    assert.deepEqual(difference('one red car', 'one blue car'), { start: 4, end: 7, text: 'blue' });
  });
});
