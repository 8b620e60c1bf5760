// Places, one by one: where what is read stands in the file, and which place comes first, lies inside, touches another.
import * as assert from 'node:assert/strict';
import { holds, isInside, order, touch } from '../../server/src/lsp/positions';
import { applyEdits, collide, difference } from '../../server/src/text/edit';
import { lineIndex, positionAt, rangeAt } from '../../server/src/text/line-index';
import {
  asTyped,
  compose,
  endInFile,
  identity,
  isExact,
  proseBuilder,
  type SourceMap,
  toFile,
  toProse,
} from '../../server/src/text/source-map';
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

/** "The &eacute;t&eacute; port" and its like: text in braces is a code, `{eacute=é}`; in brackets what nobody reads, `[<b>]`. */
function read(marked: string): { readonly file: string; readonly prose: string; readonly map: SourceMap } {
  const pieces = [...marked.matchAll(/\{(.*?)=(.*?)\}|\[(.*?)\]|[^{[]+/g)];
  const written = pieces.map(([all, code, , left]) => code ?? left ?? all);
  const file = written.join('');
  const builder = proseBuilder(file);
  let at = 0;
  for (const [i, [, code, meant = '', left]] of pieces.entries()) {
    const end = at + (written[i] as string).length;
    if (code !== undefined) builder.decoded(at, end, meant);
    else if (left === undefined) builder.copy(at, end);
    at = end;
  }
  return { file, ...builder.build() };
}

/** Where words of the prose stand in the file: as it is written there. */
const inFile = (marked: string, words: string): string => {
  const { file, prose, map } = read(marked);
  const start = prose.indexOf(words);
  return slice(file, toFile(map, { start, end: start + words.length }));
};
const exact = (marked: string, start: number, end = start): boolean => isExact(read(marked).map, { start, end });

describe('a place of the prose', () => {
  it('is where its words are written, with all that stands between them and nothing round them', () => {
    assert.equal(inFile('The [<b>]port[</b>] shut', 'port'), 'port');
    assert.equal(inFile('The [<b>]port[</b>] shut', 'The port shut'), 'The <b>port</b> shut');
    assert.equal(inFile('The caf{&eacute;=é} shut', 'café'), 'caf&eacute;');
    assert.equal(inFile('The caf{&eacute;=é} shut', 'caf'), 'caf');
    assert.equal(inFile('{&quot;=“}Shut', 'Shut'), 'Shut');
    assert.equal(inFile('Jose\u0301 said', 'é'), 'e\u0301');
  });

  it('that is empty is behind the character before it', () => {
    const { map } = read('The [<b>]port');
    assert.deepEqual(toFile(map, span(4, 4)), span(4, 4));
    assert.deepEqual(toFile(map, span(6, 6)), span(9, 9));
    assert.deepEqual(toFile(map, span(6, 2)), span(9, 9), 'one that ends before it begins is empty');
    const coded = read('a{&amp;=&}b').map;
    assert.deepEqual(
      [1, 2, 3].map((at) => toFile(coded, span(at, at)).start),
      [1, 6, 7],
    );
  });

  it('before and behind all that is mapped is at the nearest thing that is', () => {
    const builder = proseBuilder('[The port]');
    builder.insert('## ');
    builder.copy(1, 9);
    builder.insert('…!');
    const { map } = builder.build();
    assert.deepEqual(toFile(map, span(0, 2)), span(0, 1), 'up to where the first mapped one begins');
    assert.deepEqual(toFile(map, span(1, 1)), span(1, 1));
    assert.deepEqual(toFile(map, span(12, 13)), span(9, 9));
    assert.deepEqual(toFile(map, span(13, 13)), span(9, 9));
    assert.deepEqual(toFile(identity(0), span(0, 0)), span(0, 0), 'an empty file');
    assert.deepEqual(toFile(identity(0), span(0, 3)), span(0, 0));
  });

  it('inside a letter of several units is all of that letter', () => {
    const family = '👩‍👩‍👧';
    const { file, prose, map } = read(`A ${family} here`);
    assert.equal(prose, file);
    const whole = span(2, 2 + family.length);
    assert.deepEqual(toFile(map, span(3, 4)), whole);
    assert.deepEqual(toFile(map, span(0, 3)), span(0, whole.end));
    assert.deepEqual(toFile(map, span(2, 2)), span(2, 2));
    assert.deepEqual(toFile(map, whole), whole);
  });

  it('can be edited where both its ends are on characters of the file', () => {
    assert.ok(exact('The [<b>]port', 0, 3) && exact('The [<b>]port', 4, 8) && exact('The [<b>]port', 0, 8));
    assert.ok(!exact('The port', 0, 9), 'it ends behind the file');
    assert.ok(exact('The port', 8) && exact('The port', 0) && !exact('The port', 9));
    const family = 'a 👩‍👩‍👧 b';
    assert.ok(exact(family, 2, 10) && !exact(family, 2, 5) && !exact(family, 3, 10) && !exact(family, 3));
    assert.ok(exact(family, 2) && exact(family, 10));
    assert.ok(!isExact(identity(0), span(0, 0)), 'nothing is mapped there');
  });

  it('that begins where the file has nothing cannot be edited, but right behind a character', () => {
    const builder = proseBuilder('ab');
    builder.insert('> ');
    builder.copy(0, 1);
    builder.insert('--');
    builder.copy(1, 2);
    const { map } = builder.build();
    assert.ok(!isExact(map, span(0, 3)) && !isExact(map, span(1, 3)) && isExact(map, span(2, 3)));
    assert.ok(isExact(map, span(3, 6)), 'behind the a: what was folded goes too');
    assert.ok(!isExact(map, span(4, 6)), 'in the middle of what the file has not');
    assert.ok(isExact(map, span(2, 5)), 'up to the b');
    assert.ok(!isExact(map, span(2, 4)) && !isExact(map, span(4, 4)));
  });
});

describe('a place of the file', () => {
  it('is the same character in the prose, or the next one that is read', () => {
    const { file, prose, map } = read('The [<b>]port[</b>] shut[<!-- -->]');
    for (const word of ['The', 'port', 'shut']) assert.equal(toProse(map, file.indexOf(word)), prose.indexOf(word));
    for (const at of [4, 5, 6]) assert.equal(toProse(map, at), 4, 'inside the tag');
    assert.equal(toProse(map, file.length), prose.length);
    assert.equal(toProse(map, 999), prose.length);
    assert.equal(toProse(identity(0), 3), 0);
  });

  it('inside a code or a letter is where that letter is read', () => {
    const { map } = read('caf{&eacute;=é}s');
    assert.deepEqual(
      [3, 4, 10, 11].map((at) => toProse(map, at)),
      [3, 3, 3, 4],
    );
  });

  it('is found among many', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
    const lines = words.map((word) => `${word}[<br>]`).join('');
    const { file, prose, map } = read(lines);
    for (const word of words) {
      assert.equal(toProse(map, file.indexOf(`${word}<`)), prose.indexOf(word));
      assert.equal(inFile(lines, word), word);
    }
  });
});

describe('what was typed', () => {
  const typed = (marked: string, start = 0, end?: number): string => {
    const { file, prose, map } = read(marked);
    return asTyped(map, prose, file, { start, end: end ?? prose.length });
  };

  it('is each letter as it is written, and a plain space for every space', () => {
    assert.equal(typed('Jose\u0301 and Rene\u0301, of\u00a0Lom'), 'Jose\u0301 and Rene\u0301, of Lom');
    assert.equal(typed('The [<b>]port'), 'The port', 'markup is nothing that was typed');
  });

  it('is what a code stands for, not the code', () => {
    assert.equal(typed('caf{&eacute;=é} and cafe\u0301'), 'café and cafe\u0301');
  });

  it('is asked of a part, which begins and ends where it says', () => {
    const copy = 'Jose\u0301 met Rene\u0301 here';
    assert.equal(typed(copy, 0, 4), 'Jose\u0301');
    assert.equal(typed(copy, 4, 9), ' met ');
    assert.equal(typed(copy, 9, 13), 'Rene\u0301');
    assert.equal(typed(copy, 13, 18), ' here');
    assert.equal(typed(copy, 3, 3), '');
    assert.equal(typed('plain', 1, 3), 'la');
  });
});

describe('two maps in a row', () => {
  /** The file through both: `inner` reads what `outer` has read. */
  function through(outer: string, cut: (text: string) => SourceMap, letters: string): string[] {
    const { file, prose, map } = read(outer);
    const both = compose(cut(prose), map);
    assert.equal(
      both.runs.reduce((sum, { length }) => sum + length, 0),
      letters.length,
      'nothing else is mapped',
    );
    return both.runs.map((run) => file.slice(run.file, endInFile(run)));
  }
  const pieces =
    (...cuts: readonly (readonly [number, number])[]) =>
    (text: string): SourceMap => {
      const builder = proseBuilder(text);
      for (const [start, end] of cuts) {
        builder.copy(start, end);
        builder.insert(' ');
      }
      return builder.build().map;
    };

  it('lead to the characters of the file, in pieces where either map has some', () => {
    assert.deepEqual(through('The [<b>]port', pieces([0, 8]), 'The port'), ['The ', 'port']);
    assert.deepEqual(through('The [<b>]port', pieces([2, 6]), 'e po'), ['e ', 'po']);
    assert.deepEqual(through('The port', pieces([0, 3], [4, 8]), 'Theport'), ['The', 'port']);
    assert.deepEqual(through('The [<b>]port[</b>] is shut', pieces([0, 2], [5, 7], [9, 16]), 'Thor' + 'is shut'), [
      'Th',
      'or',
      'is shut',
    ]);
  });

  it('take a code whole, and stay a code', () => {
    const { prose, map } = read('caf{&eacute;=é}s');
    const [, letter] = compose(identity(prose.length), map).runs;
    assert.deepEqual(letter, { prose: 3, file: 3, length: 1, takes: 8, coded: true });
    assert.deepEqual(through('caf{&eacute;=é}s', pieces([3, 5]), 'és'), ['&eacute;', 's']);
  });

  it('lose a letter that one of them cuts', () => {
    const { prose, map } = read('a👩‍👩‍👧b');
    const cut: SourceMap = { runs: [{ prose: 0, file: 0, length: 4 }] };
    assert.deepEqual(compose(cut, map).runs, [{ prose: 0, file: 0, length: 1 }], 'half of it is nothing');
    assert.equal(prose.length, 10);
  });

  it('know a code that is written with codes itself', () => {
    // a JSON file of HTML: \u0026eacute; is read as &eacute;, and that as é
    const outer = read('caf{\\u0026=&}eacute;s');
    assert.equal(outer.prose, 'caf&eacute;s');
    const inner = proseBuilder(outer.prose);
    inner.copy(0, 3);
    inner.decoded(3, 11, 'é');
    inner.copy(11, 12);
    const both = compose(inner.build().map, outer.map);
    assert.deepEqual(both.runs, [
      { prose: 0, file: 0, length: 3 },
      { prose: 3, file: 3, length: 1, takes: 13, coded: true },
      { prose: 4, file: 16, length: 1 },
    ]);
  });

  it('lose a letter whose pieces stand apart in the file, and keep one that is typed', () => {
    const accent = { prose: 0, file: 0, length: 1, takes: 2 };
    const apart: SourceMap = {
      runs: [
        { prose: 0, file: 0, length: 1 },
        { prose: 1, file: 5, length: 1 },
      ],
    };
    assert.deepEqual(compose({ runs: [accent] }, apart).runs, []);
    assert.deepEqual(compose({ runs: [accent] }, { runs: [{ prose: 0, file: 7, length: 2 }] }).runs, [
      { ...accent, file: 7 },
    ]);
    const touching: SourceMap = {
      runs: [
        { prose: 0, file: 4, length: 1 },
        { prose: 1, file: 5, length: 1 },
      ],
    };
    assert.deepEqual(compose({ runs: [accent] }, touching).runs, [{ ...accent, file: 4 }]);
    assert.deepEqual(compose({ runs: [accent] }, { runs: [{ prose: 0, file: 4, length: 1 }] }).runs, [], 'half of it');
    const within: SourceMap = { runs: [{ prose: 0, file: 4, length: 3, takes: 9 }] };
    assert.deepEqual(compose({ runs: [accent] }, within).runs, [], 'a piece of a longer letter');
    assert.deepEqual(compose({ runs: [{ ...accent, file: 1 }] }, within).runs, [], 'its end');
  });
});

describe('prose that is built', () => {
  it('has its length at any moment, and no run for nothing', () => {
    const builder = proseBuilder('The port');
    assert.equal(builder.length, 0);
    builder.copy(0, 3);
    builder.copy(3, 3);
    builder.copy(5, 4);
    builder.insert(' ');
    builder.decoded(3, 4, '');
    assert.equal(builder.length, 4);
    builder.copy(4, 8);
    assert.equal(builder.length, 8);
    assert.deepEqual(builder.build().map.runs, [
      { prose: 0, file: 0, length: 3 },
      { prose: 4, file: 4, length: 4 },
    ]);
  });

  it('joins only what touches in both texts', () => {
    const runs = (steps: (builder: ReturnType<typeof proseBuilder>) => void): number => {
      const builder = proseBuilder('abcdef');
      steps(builder);
      return builder.build().map.runs.length;
    };
    assert.equal(
      runs((b) => [b.copy(0, 2), b.copy(2, 4)]),
      1,
    );
    assert.equal(
      runs((b) => [b.copy(0, 2), b.copy(3, 4)]),
      2,
      'a gap in the file',
    );
    assert.equal(
      runs((b) => [b.copy(0, 2), b.insert(' '), b.copy(2, 4)]),
      2,
      'a gap in the prose',
    );
    assert.equal(
      runs((b) => [b.decoded(0, 1, 'x'), b.copy(1, 4)]),
      2,
      'a code and what follows it',
    );
  });

  it('takes in what was built of a part', () => {
    const part = read('caf{&eacute;=é}');
    const builder = proseBuilder(`<p>${part.file}</p>`);
    builder.insert('> ');
    builder.append(part.prose, part.map, 3);
    builder.insert('!');
    const { prose, map } = builder.build();
    assert.equal(prose, '> café!');
    assert.equal(builder.length, 7);
    assert.deepEqual(map.runs, [
      { prose: 2, file: 3, length: 3 },
      { prose: 5, file: 6, length: 1, takes: 8, coded: true },
    ]);
  });

  it('reads a code as a reader sees what it stands for', () => {
    assert.equal(read('a{&nbsp;=\u00a0}b').prose, 'a b');
    assert.equal(read('har{&shy;=\u00ad}bour').prose, 'harbour');
    assert.equal(read('{&#x65;&#x301;!=e\u0301!}').prose, 'é!');
  });
});

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
