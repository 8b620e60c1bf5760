// Maps of prose to its file: how they are built, joined, and what was typed where they lead.
import * as assert from 'node:assert/strict';
import { asTyped, compose, endInFile, identity, proseBuilder, type SourceMap } from '../../server/src/text/source-map';
import { span } from '../../server/src/text/span';
import { read } from '../support/read-marked';

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
    assert.equal(typed(copy, 9, 12), 'Ren', 'up to a letter');
    assert.equal(typed(copy, 3, 3), '');
    const builder = proseBuilder('Rene\u0301');
    builder.insert('> ');
    builder.copy(0, 5);
    const { prose, map } = builder.build();
    assert.equal(asTyped(map, prose, 'Rene\u0301', span(0, 6)), '> Rene\u0301', 'before all that is mapped');
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
    assert.deepEqual(through('The [<b>]port', pieces([0, 4]), 'The '), ['The '], 'up to where the next piece begins');
    assert.deepEqual(through('The [<b>]port', pieces([4, 6], [6, 8]), 'port'), ['po', 'rt']);
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

  it('call a letter a code where either has one', () => {
    const letter = { prose: 0, file: 0, length: 1, takes: 5 } as const;
    const coded = (inner: object, outer: object) =>
      compose({ runs: [{ ...letter, ...inner }] }, { runs: [{ prose: 0, file: 0, length: 5, takes: 9, ...outer }] })
        .runs;
    assert.deepEqual(coded({}, {}), [{ ...letter, takes: 9 }]);
    for (const [inner, outer] of [
      [{ coded: true }, {}],
      [{}, { coded: true }],
      [{ coded: true }, { coded: true }],
    ] as const)
      assert.deepEqual(coded(inner, outer), [{ ...letter, takes: 9, coded: true }]);
    assert.deepEqual(compose({ runs: [{ ...letter, coded: true }] }, identity(5)).runs, [{ ...letter, coded: true }]);
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
    const behind = { prose: 9, file: 4, length: 1, takes: 2 };
    assert.deepEqual(compose({ runs: [behind] }, identity(9)).runs, [behind], 'in the middle of a piece');
    const pieced = [0, 2, 4].map((at) => ({ prose: at, file: at, length: 2 }));
    assert.deepEqual(
      compose({ runs: [behind] }, { runs: pieced }).runs,
      [behind],
      'behind pieces that it has no part in',
    );
    const hole: SourceMap = {
      runs: [
        { prose: 0, file: 0, length: 1 },
        { prose: 2, file: 1, length: 1 },
      ],
    };
    assert.deepEqual(compose({ runs: [{ ...accent, takes: 3 }] }, hole).runs, [], 'with something of ours between');
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

  it('has a run for each letter, and none for what nobody sees', () => {
    assert.deepEqual(read('ha\u00adRe\u0301').map.runs, [
      { prose: 0, file: 0, length: 2 },
      { prose: 2, file: 3, length: 1 },
      { prose: 3, file: 4, length: 1, takes: 2 },
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
