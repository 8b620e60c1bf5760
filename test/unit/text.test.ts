// Spans, edits, lines and source maps.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyEdits, collide } from '../../server/src/text/edit';
import { lineIndex, positionAt } from '../../server/src/text/line-index';
import {
  compose,
  endInFile,
  isExact,
  proseBuilder,
  type SourceMap,
  toFile,
  toProse,
} from '../../server/src/text/source-map';
import { indexAt, joined, overlaps, overlapsOne, trim } from '../../server/src/text/span';

describe('source map', () => {
  // "The port\n    will close" read as "The port will close"
  const file = 'The port\n    will close';
  const builder = proseBuilder(file);
  builder.copy(0, 8);
  builder.insert(' ');
  builder.copy(13, 23);
  const { prose, map } = builder.build();

  it('leads from a folded line to the file and back', () => {
    assert.equal(prose, 'The port will close');
    assert.deepEqual(toFile(map, { start: 9, end: 13 }), { start: 13, end: 17 });
    assert.deepEqual(toFile(map, { start: 4, end: 13 }), { start: 4, end: 17 });
    assert.deepEqual(toFile(map, { start: 8, end: 9 }), { start: 8, end: 13 }, 'a folded break is all of it');
    assert.equal(toProse(map, 15), 11);
    assert.equal(toProse(map, 10), 9, 'white space left out: the next character');
  });

  it('says which spans can be edited', () => {
    assert.ok(isExact(map, { start: 4, end: 13 }));
    assert.ok(isExact(map, { start: 8, end: 13 }), 'right behind a mapped character: the folded break goes too');
    assert.ok(!isExact(map, { start: 20, end: 24 }), 'it leaves the prose');
    assert.ok(isExact(map, { start: 8, end: 8 }));
    assert.ok(!isExact(map, { start: 30, end: 30 }));
  });

  it('reads a letter of several units as one, other spaces as plain ones, and nothing where nobody sees anything', () => {
    const typed = 'Jose\u0301 Marti\u0301nez said\u00a0so in the har\u00adbour.';
    const b = proseBuilder(typed);
    b.copy(0, typed.length);
    const read = b.build();
    assert.equal(read.prose, 'José Martínez said so in the harbour.');
    assert.deepEqual(toFile(read.map, { start: 5, end: 13 }), { start: 6, end: 15 });
    assert.equal(typed.slice(6, 15).normalize('NFC'), 'Martínez');
    assert.ok(isExact(read.map, { start: 5, end: 13 }));
    const harbour = read.prose.indexOf('harbour');
    const { start, end } = toFile(read.map, { start: harbour, end: harbour + 7 });
    assert.equal(typed.slice(start, end), 'har\u00adbour');
  });

  it('has no edge inside a letter that cannot be composed', () => {
    const typed = 'Am\u0302e 👩‍👩‍👧!';
    const b = proseBuilder(typed);
    b.copy(0, typed.length);
    const { map: own } = b.build();
    assert.deepEqual(toFile(own, { start: 0, end: 2 }), { start: 0, end: 3 });
    assert.deepEqual(toFile(own, { start: 7, end: 8 }), { start: 5, end: 13 });
    assert.ok(!isExact(own, { start: 0, end: 2 }) && isExact(own, { start: 0, end: 3 }));
  });

  it('joins runs that touch', () => {
    const b = proseBuilder('abcd');
    b.copy(0, 2);
    b.copy(2, 4);
    assert.deepEqual(b.build().map.runs, [{ prose: 0, file: 0, length: 4 }]);
  });

  /** One spelling of what is one to a reader. */
  const asRead = (letters: string): string => letters.normalize('NFC').replace(/^\p{Zs}$/u, ' ');

  const built = fc
    .tuple(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2)), { maxLength: 8 }),
    )
    .map(([text, steps]) => {
      const b = proseBuilder(text);
      let at = 0;
      for (const [skip, take, insert] of steps) {
        const from = Math.min(text.length, at + skip);
        at = Math.min(text.length, from + take);
        b.copy(from, at);
        b.insert(' '.repeat(insert));
      }
      return { text, ...b.build() };
    });

  it('maps every mapped character to itself, both ways', () => {
    fc.assert(
      fc.property(built, ({ text, prose: out, map: m }) => {
        for (const run of m.runs) {
          if (run.takes !== undefined) {
            const whole = { start: run.prose, end: run.prose + run.length };
            const there = { start: run.file, end: run.file + run.takes };
            assert.deepEqual(toFile(m, whole), there);
            assert.equal(asRead(text.slice(there.start, there.end)), asRead(out.slice(whole.start, whole.end)));
            for (let i = 1; i < run.length; i++) {
              assert.deepEqual(toFile(m, { start: run.prose + i, end: run.prose + i + 1 }), there, 'a whole letter');
              assert.ok(
                !isExact(m, { ...whole, end: run.prose + i }) && !isExact(m, { ...whole, start: run.prose + i }),
              );
            }
            continue;
          }
          for (let i = 0; i < run.length; i++) {
            const at = run.prose + i;
            const span = toFile(m, { start: at, end: at + 1 });
            assert.deepEqual(span, { start: run.file + i, end: run.file + i + 1 });
            assert.equal(text.slice(span.start, span.end), out[at]);
            assert.equal(toProse(m, span.start), at);
            assert.ok(isExact(m, { start: at, end: at + 1 }));
          }
        }
      }),
    );
  });

  it('keeps every span in order and inside the file', () => {
    fc.assert(
      fc.property(built, fc.nat(60), fc.nat(60), ({ text, prose: out, map: m }, a, b) => {
        const start = Math.min(a, b, out.length);
        const end = Math.min(Math.max(a, b), out.length);
        const span = toFile(m, { start, end });
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
      }),
    );
  });

  it('composes: through both maps is the same as one after the other', () => {
    fc.assert(
      fc.property(built, fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 }), (outer, steps) => {
        const b = proseBuilder(outer.prose);
        let at = 0;
        for (const [skip, take] of steps) {
          const from = Math.min(outer.prose.length, at + skip);
          at = Math.min(outer.prose.length, from + take);
          b.copy(from, at);
          b.insert('|');
        }
        const inner = b.build();
        const both: SourceMap = compose(inner.map, outer.map);
        for (const run of both.runs) {
          assert.equal(
            asRead(inner.prose.slice(run.prose, run.prose + run.length)),
            asRead(outer.text.slice(run.file, endInFile(run))),
          );
        }
        // what was one letter and was cut may be lost, and must be: no place inside it is mapped
        if ([...inner.map.runs, ...outer.map.runs].some(({ takes }) => takes !== undefined)) return;
        const mapped = both.runs.reduce((sum, run) => sum + run.length, 0);
        const expected = inner.map.runs
          .flatMap((r) => Array.from({ length: r.length }, (_, i) => r.file + i))
          .filter((offset) => outer.map.runs.some((r) => r.prose <= offset && offset < r.prose + r.length)).length;
        assert.equal(mapped, expected, 'no mapped character is lost');
      }),
    );
  });
});

describe('edits', () => {
  it('apply in any order', () => {
    const edits = [
      { start: 4, end: 8, text: 'harbour' },
      { start: 0, end: 3, text: 'A' },
    ];
    assert.equal(applyEdits('The port', edits), 'A harbour');
  });
  it('collide where they share a unit or are the same', () => {
    const edit = { start: 2, end: 4, text: '' };
    assert.ok(collide(edit, { start: 3, end: 5, text: '' }));
    assert.ok(!collide(edit, { start: 4, end: 5, text: '' }));
    assert.ok(collide({ start: 2, end: 2, text: 'a' }, { start: 2, end: 2, text: 'a' }));
    assert.throws(() => applyEdits('abcdef', [edit, { start: 3, end: 5, text: '' }]), RangeError);
  });
});

describe('lines', () => {
  it('end with LF, CRLF and CR', () => {
    assert.deepEqual(lineIndex('a\nb\r\nc\rd').starts, [0, 2, 5, 7]);
    assert.deepEqual(positionAt(lineIndex('a\nbc'), 3), { line: 2, column: 2 });
  });
});

describe('spans', () => {
  it('trim and find', () => {
    assert.deepEqual(trim(' \u00a0a b\ufeff', { start: 0, end: 6 }), { start: 2, end: 5 });
    const items = [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ];
    assert.equal(indexAt(items, 5), 1);
    assert.equal(indexAt(items, 3), -1);
  });

  it('are asked for what overlaps as one by one', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(9)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span), span, (spans, at) => {
        const whole = spans.filter(({ start, end }) => end > start);
        assert.equal(
          overlapsOne(joined(whole), at),
          whole.some((one) => overlaps(one, at)),
        );
      }),
    );
  });
});
